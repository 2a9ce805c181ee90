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
      let choices = deciding(element).map(\.label)
      let numbers = lacking[element] ?? []
      if choices.isEmpty {
        return numbers.count == self.numbers.count
          ? name(element)
          : "\(name(element)) (in \(numbers.count) of \(readings.count) readings)"
      }
      return "\(name(element)) (\(choices.joined(separator: ", ")))"
    }.joined(separator: "; ")
  }

  /// The branch that lacks something, if no element is missing everywhere.
  var place: Location? {
    let places = lacking.keys.sorted().map { deciding($0).first?.location }
    guard !places.isEmpty, places.allSatisfy({ $0 != nil }) else { return nil }
    return places[0]
  }

  /// The choices that all readings without an element made, and not all with it.
  private func deciding(_ element: Int) -> [Reading.Choice] {
    let without = lacking[element] ?? []
    guard without.count < readings.count, let first = without.first else { return [] }
    return readings[first].choices.filter { choice in
      without.allSatisfy { readings[$0].choices.contains(choice) }
        && !readings.allSatisfy { $0.choices.contains(choice) }
    }
  }
}
