/// The marking patterns of a rule base as the tables of literals know them.
final class Prefilter: Sendable {
  let tables: LiteralTables
  /// Where each pattern stands: `uses[useStarts[number]..<useStarts[number + 1]]`. Rules may share one.
  private let uses: [PatternPlace]
  private let useStarts: [Int32]
  /// Numbers of patterns that run over every text.
  let unplanned: [UInt16]

  /// Finds the patterns of sets in tables.
  ///
  /// - Returns: `nil` where one is not in them.
  init?(_ sets: [ScanSet], in tables: LiteralTables) {
    var places: [(number: Int, place: PatternPlace)] = []
    for (set, scanSet) in sets.enumerated() {
      for named in scanSet.any {
        guard let number = tables.number(of: named.pattern.source) else { return nil }
        places.append((number, PatternPlace(set: set, place: named.index)))
      }
    }
    var starts = [Int32](repeating: 0, count: tables.plans.count + 1)
    for place in places { starts[place.number + 1] += 1 }
    for number in tables.plans.indices { starts[number + 1] += starts[number] }
    var next = starts
    var uses = [PatternPlace](repeating: PatternPlace(set: 0, place: 0), count: places.count)
    for (number, place) in places {
      uses[Int(next[number])] = place
      next[number] += 1
    }
    self.tables = tables
    self.uses = uses
    useStarts = starts
    unplanned = tables.plans.indices.filter {
      tables.plans[$0].count == 0 && starts[$0] < starts[$0 + 1]
    }.map { UInt16($0) }
  }

  /// Where a pattern stands, in the order of sets.
  func uses(of number: Int) -> ArraySlice<PatternPlace> {
    uses[Int(useStarts[number])..<Int(useStarts[number + 1])]
  }
}

/// A pattern by its set and its place there.
struct PatternPlace: Hashable, Sendable {
  let set: Int
  let place: Int
}
