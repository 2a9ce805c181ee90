/// A match that stands, before it is told as a mark.
struct Hit {
  var start: Int
  var end: Int
  let set: Int
  let pattern: Int
  let details: [String: String]
}

/// Which sets serve one purpose, and in which order purposes are told.
struct Purposes {
  /// For each set a number that sets of one purpose share.
  let number: [Int]
  private let order: [Int]

  init(_ base: RuleBase) {
    var numbers: [ScanSet.Purpose: Int] = [:]
    number = base.sets.map { set in
      let next = numbers.count
      numbers[set.purpose] = numbers[set.purpose] ?? next
      return numbers[set.purpose] ?? next
    }
    order = base.sets.indices.map(base.order)
  }

  /// Overlapping hits of one rule or fact are one mark, over all the words that any of them took.
  func joined(_ hits: [Hit]) -> [Hit] {
    guard hits.count > 1 else { return hits }
    let sorted = hits.sorted {
      (order[$0.set], $0.start, -$0.end, $0.set) < (order[$1.set], $1.start, -$1.end, $1.set)
    }
    var result: [Hit] = []
    result.reserveCapacity(sorted.count)
    for hit in sorted {
      if let last = result.last, hit.start < last.end, number[last.set] == number[hit.set] {
        result[result.count - 1].end = max(last.end, hit.end)
      } else {
        result.append(hit)
      }
    }
    return result
  }
}
