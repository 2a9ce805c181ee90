/// Which sets concern texts of one kind, and which patterns their words trigger.
final class Concern: Sendable {
  /// For each set whether it concerns the text.
  let sets: [Bool]
  /// As in the tables, without patterns of other sets alone.
  private let triggerStarts: [Int32]
  private let triggers: [UInt16]
  let unplanned: [UInt16]

  init(_ sets: [Bool], _ prefilter: Prefilter?) {
    self.sets = sets
    guard let prefilter else {
      (triggerStarts, triggers, unplanned) = ([], [], [])
      return
    }
    let tables = prefilter.tables
    let isActive = tables.plans.indices.map { number in
      prefilter.uses(of: number).contains { sets[$0.set] }
    }
    var starts: [Int32] = [0]
    starts.reserveCapacity(tables.triggerStarts.count)
    var kept: [UInt16] = []
    for word in 0..<max(0, tables.triggerStarts.count - 1) {
      for index in Int(tables.triggerStarts[word])..<Int(tables.triggerStarts[word + 1])
      where isActive[Int(tables.triggers[index])] {
        kept.append(tables.triggers[index])
      }
      starts.append(Int32(kept.count))
    }
    triggerStarts = starts
    triggers = kept
    unplanned = prefilter.unplanned.filter { isActive[Int($0)] }
  }

  /// The patterns that words trigger.
  struct Triggers {
    let starts: UnsafeBufferPointer<Int32>
    let patterns: UnsafeBufferPointer<UInt16>

    /// Where those of a word lie.
    func range(of word: Int) -> Range<Int> { Int(starts[word])..<Int(starts[word + 1]) }
  }

  func withTriggers<Value>(_ body: (Triggers) -> Value) -> Value {
    triggerStarts.withUnsafeBufferPointer { starts in
      triggers.withUnsafeBufferPointer { body(Triggers(starts: starts, patterns: $0)) }
    }
  }
}
