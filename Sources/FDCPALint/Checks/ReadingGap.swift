/// What required wording is missing from which readings of one document.
struct ReadingGap {
  private let readings: [Reading]
  /// Readings by the element that each lacks.
  private var lacking: [Int: [Int]] = [:]

  /// - Parameter readings: Empty for a document that has one reading.
  init(readings: [Reading]) { self.readings = readings }

  var numbers: Range<Int> { 0..<max(1, readings.count) }
  var isEmpty: Bool { lacking.isEmpty }

  mutating func note(_ elements: [Int], in reading: Int) {
    for element in elements { lacking[element, default: []].append(reading) }
  }

  /// Such as `the opt-out (where not paid); the sender`.
  func description(_ name: (Int) -> String) -> String {
    lacking.keys.sorted().map { element in
      let deciding = deciding(element)
      let conditions = deciding.choices.map(\.label)
      if conditions.isEmpty {
        let count = lacking[element]?.count ?? 0
        return count == numbers.count
          ? name(element) : "\(name(element)) (in \(count) of \(readings.count) readings)"
      }
      let joint = deciding.isEach ? " or " : " and "
      return "\(name(element)) (\(conditions.joined(separator: joint)))"
    }.joined(separator: "; ")
  }

  /// The branch that lacks something, if no element is missing everywhere.
  var place: Location? {
    let places = lacking.keys.sorted().map { deciding($0).choices.first?.location }
    guard !places.isEmpty, places.allSatisfy({ $0 != nil }) else { return nil }
    return places[0]
  }

  /// The choices that make an element missing: those that all readings without it made, and not
  /// all readings; failing these, those with each of which it is always missing.
  private func deciding(_ element: Int) -> (choices: [Reading.Choice], isEach: Bool) {
    let without = Set(lacking[element] ?? [])
    guard without.count < readings.count, let first = without.min() else { return ([], false) }
    let shared = readings[first].choices.filter { choice in
      without.allSatisfy { readings[$0].choices.contains(choice) }
        && !readings.allSatisfy { $0.choices.contains(choice) }
    }
    guard shared.isEmpty else { return (shared, false) }
    var each: [Reading.Choice] = []
    for choice in without.sorted().flatMap({ readings[$0].choices }) where !each.contains(choice) {
      let makers = readings.indices.filter { readings[$0].choices.contains(choice) }
      if makers.allSatisfy(without.contains) { each.append(choice) }
    }
    let isAll = without.allSatisfy { number in
      each.contains(where: readings[number].choices.contains)
    }
    return (isAll ? each : [], true)
  }
}
