/// A pattern of paths, as `.gitignore` has them: `*` and `?` within a name, `**` across folders,
/// `{md,html}` for alternatives. Without a slash it means a name at any depth; what means a folder
/// means everything below it.
public struct PathPattern: Sendable, Hashable {
  /// As it was written.
  public let text: String
  private let alternatives: [[String]]

  public init(_ text: String) {
    self.text = text
    alternatives = Self.spread(text).map { pattern in
      let names = pattern.split(separator: "/").map(String.init)
      let isAnywhere = names.count == 1 && !pattern.hasPrefix("/")
      return isAnywhere ? ["**"] + names : names
    }
  }

  /// Whether a path, with `/` and relative to the pattern's folder, is meant.
  public func matches(_ path: String) -> Bool {
    let names = path.split(separator: "/").filter { $0 != "." }.map(String.init)[...]
    return alternatives.contains { Self.matches($0[...], names) }
  }

  private static func matches(_ pattern: ArraySlice<String>, _ names: ArraySlice<String>) -> Bool {
    // Names left over lie below a folder that the pattern means.
    guard let first = pattern.first else { return true }
    if first == "**" {
      guard pattern.count > 1 else { return !names.isEmpty }
      return names.indices.contains { matches(pattern.dropFirst(), names[$0...]) }
    }
    guard let name = names.first, matches(name: Array(name), Array(first)) else { return false }
    return matches(pattern.dropFirst(), names.dropFirst())
  }

  /// Linear but for going back to the last star.
  private static func matches(name: [Character], _ pattern: [Character]) -> Bool {
    var (here, mark) = (0, 0)
    var at = 0
    var star: Int?
    while here < name.count {
      if at < pattern.count, pattern[at] == "*" {
        (star, mark) = (at, here)
        at += 1
      } else if at < pattern.count, pattern[at] == "?" || pattern[at] == name[here] {
        (here, at) = (here + 1, at + 1)
      } else if let star {
        mark += 1
        (here, at) = (mark, star + 1)
      } else {
        return false
      }
    }
    return pattern[at...].allSatisfy { $0 == "*" }
  }

  /// The most alternatives that one pattern may stand for.
  private static let mostAlternatives = 256

  /// The pattern once for each choice of its braces; braces do not nest.
  private static func spread(_ pattern: String) -> [String] {
    guard let open = pattern.firstIndex(of: "{"),
      let close = pattern[open...].firstIndex(of: "}")
    else { return [pattern] }
    let choices = pattern[pattern.index(after: open)..<close]
      .split(separator: ",", omittingEmptySubsequences: false)
    let rest = spread(String(pattern[pattern.index(after: close)...]))
    let all = choices.flatMap { choice in rest.map { pattern[..<open] + choice + $0 } }
    return all.prefix(mostAlternatives).map { String($0) }
  }
}
