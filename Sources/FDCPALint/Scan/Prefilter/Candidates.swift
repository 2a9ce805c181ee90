/// A pattern that may match a text.
struct Candidate: Equatable {
  var set: Int
  var place: Int
  /// Which of ``Candidates``' patterns it is; `nil` where every pattern runs.
  var possible: Int?
  /// No match begins before this offset.
  var from = 0
}

/// What the prefilter says of one text: which patterns may match it, and where they may begin.
///
/// A class, because it is the one part of a scanner that is written to at every match; it never
/// leaves its thread.
final class Candidates {
  private let prefilter: Prefilter
  private var words = TextWords()
  /// A pattern's number and, in the low half, a place where it may begin plus one; 0 for anywhere.
  private var found: [UInt64] = []
  /// For each pattern that may match, where its starts lie; `nil`: anywhere.
  private var possible: [Range<Int>?] = []
  /// In order for each pattern.
  private var starts: [Int32] = []
  /// Where the match at each start ends.
  private var ends: [Int32] = []

  private static let unknown: Int32 = -2
  private static let none: Int32 = -1

  init(_ prefilter: Prefilter) { self.prefilter = prefilter }

  /// Finds the candidates of a text, in the order of sets and their patterns.
  ///
  /// - Parameters:
  ///   - text: Folded text that can be told by its words.
  ///   - concern: What concerns the text.
  func find(in text: [UInt8], _ concern: Concern) -> [Candidate] {
    forget()
    words.find(in: text, by: prefilter.tables)
    var found = self.found
    self.found = []
    words.hits.withUnsafeBufferPointer { hits in
      let judge = PlanJudge(tables: prefilter.tables, hits: hits)
      concern.withTriggers { triggers in
        for index in hits.indices {
          for trigger in triggers.range(of: Int(hits[index].number)) {
            judge.judge(Int(triggers.patterns[trigger]), at: index, &found)
          }
        }
      }
    }
    for number in concern.unplanned { found.append(UInt64(number) << 32) }
    found.sort()
    let result = candidates(found, concern)
    found.removeAll(keepingCapacity: true)
    self.found = found
    return result
  }

  /// Forgets what was found in the last text.
  func forget() {
    possible.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  private func candidates(_ found: [UInt64], _ concern: Concern) -> [Candidate] {
    var result: [Candidate] = []
    var index = 0
    while index < found.count {
      let number = Int(found[index] >> 32)
      let first = starts.count
      let isAnywhere = found[index] & 0xFFFF_FFFF == 0
      while index < found.count, Int(found[index] >> 32) == number {
        let start = Int32(truncatingIfNeeded: found[index] & 0xFFFF_FFFF) - 1
        if start >= 0, starts.count == first || starts[starts.count - 1] != start {
          starts.append(start)
          ends.append(Self.unknown)
        }
        index += 1
      }
      for use in prefilter.uses(of: number) where concern.sets[use.set] {
        result.append(Candidate(set: use.set, place: use.place, possible: possible.count))
      }
      possible.append(isAnywhere ? nil : first..<starts.count)
    }
    if result.count > 1 { result.sort { ($0.set, $0.place) < ($1.set, $1.place) } }
    return result
  }

  // MARK: Places

  /// Where the starts of a candidate's pattern lie; `nil` where it may begin anywhere.
  func places(of number: Int) -> Range<Int>? { possible[number] }

  /// The first place at or after an offset.
  func place(in places: Range<Int>, from offset: Int) -> Int {
    var low = places.lowerBound
    var high = places.upperBound
    while low < high {
      let middle = (low + high) / 2
      if Int(starts[middle]) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func start(_ place: Int) -> Int { Int(starts[place]) }

  /// The end of the match that begins at a place; `.some(nil)` where none does, `nil` where that is
  /// not known yet.
  func known(_ place: Int) -> Int?? {
    switch ends[place] {
    case Self.unknown: nil
    case Self.none: .some(nil)
    case let end: .some(Int(end))
    }
  }

  func keep(_ end: Int?, _ place: Int) { ends[place] = end.map { Int32($0) } ?? Self.none }
}
