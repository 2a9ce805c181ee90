/// The name in a list that somebody most likely meant, `nil` when none is close.
package func nearest(to name: String, among names: [String]) -> String? {
  let limit = max(1, name.count / 3 + 1)
  let close = names.map { (name: $0, distance: editDistance(name, $0)) }
    .filter { $0.distance <= limit }
    .min { ($0.distance, $0.name) < ($1.distance, $1.name) }
  return close?.name
}

/// How a refused name is told: what it was, what would have been right.
package func unknownName(_ what: String, _ name: String, among names: [String]) -> String {
  if let meant = nearest(to: name, among: names) {
    return "unknown \(what) '\(name)'; did you mean '\(meant)'?"
  }
  return "unknown \(what) '\(name)'; expected one of: \(names.joined(separator: ", "))"
}

/// Levenshtein distance over characters: insertions, deletions and substitutions cost one each.
private func editDistance(_ left: String, _ right: String) -> Int {
  let (left, right) = (Array(left), Array(right))
  var previous = Array(0...right.count)
  for (row, letter) in left.enumerated() {
    var current = [row + 1]
    for (column, other) in right.enumerated() {
      current.append(
        min(
          previous[column] + (letter == other ? 0 : 1), previous[column + 1] + 1,
          current[column] + 1))
    }
    previous = current
  }
  return previous[right.count]
}
