extension LiteralTables {
  /// More words or columns than this do not fit; patterns that would need more have no plan.
  private static let most = 60_000

  /// Makes the tables of some patterns.
  ///
  /// - Parameter sources: Several of one kind are one pattern; those beyond the first 60,000 are
  ///   not in the tables.
  package convenience init(sources: [String]) {
    var parts = Parts()
    var known: Set<String> = []
    for source in sources where known.insert(source).inserted && known.count <= Self.most {
      parts.add(LiteralPlan(source), SourceHash.of(source))
    }
    self.init(trusted: Self.buffer(parts.sections), isOwner: true)
  }

  /// What is known of plans before they are laid out.
  private struct Parts {
    private var plans: [Plan] = []
    private var groups: [Group] = []
    private var columns: [Set<Word>: Int] = [:]
    private var words: Set<Word> = []

    private var hashes: [UInt64] = []

    mutating func add(_ plan: LiteralPlan?, _ hash: UInt64) {
      hashes.append(hash)
      guard let plan, plan.groups.allSatisfy({ $0.toNext <= Int(UInt16.max) }),
        columns.count < LiteralTables.most,
        words.count + plan.groups.reduce(0, { $0 + $1.words.count }) < LiteralTables.most
      else {
        plans.append(Plan(first: UInt32(groups.count), count: 0, trigger: 0, startsMatch: 0))
        return
      }
      plans.append(
        Plan(
          first: UInt32(groups.count), count: UInt8(plan.groups.count),
          trigger: UInt8(plan.trigger), startsMatch: plan.startsMatch ? 1 : 0))
      for group in plan.groups {
        let column = columns[group.words] ?? columns.count
        columns[group.words] = column
        words.formUnion(group.words)
        groups.append(Group(column: UInt16(column), toNext: UInt16(group.toNext)))
      }
    }

    var sections: [Section: [UInt8]] {
      let list = words.sorted { ($0.key, $0.isWhole ? 1 : 0) < ($1.key, $1.isWhole ? 1 : 0) }
      let index = WordIndex(list)
      let columnsOfWord = columnsByWord(list)
      var patternsOfColumn: [[UInt16]] = Array(repeating: [], count: columns.count)
      for (number, plan) in plans.enumerated() where plan.count > 0 {
        let column = groups[Int(plan.first) + Int(plan.trigger)].column
        patternsOfColumn[Int(column)].append(UInt16(number))
      }
      let triggers = columnsOfWord.map { $0.flatMap { patternsOfColumn[Int($0)] }.sorted() }
      let (columnStarts, columnList) = Self.rows(columnsOfWord)
      let (triggerStarts, triggerList) = Self.rows(triggers)
      return [
        .startBits: raw(index.startBits), .slots: raw(index.slots), .entries: raw(index.entries),
        .short: raw(index.short), .marks: raw(index.marks), .words: raw(index.words),
        .signatures: raw(
          columnsOfWord.map { $0.reduce(0 as UInt64) { $0 | 1 << UInt64($1 & 63) } }),
        .columnStarts: raw(columnStarts), .columns: raw(columnList),
        .triggerStarts: raw(triggerStarts), .triggers: raw(triggerList),
        .plans: raw(plans), .groups: raw(groups),
        .sources: raw(hashes), .sourceSlots: raw(Self.slots(hashes)),
      ]
    }

    /// A word is in the columns that name it, and in those of every beginning of it that may go on.
    private func columnsByWord(_ list: [Word]) -> [[UInt16]] {
      var named: [Word: [UInt16]] = [:]
      for (group, column) in columns {
        for word in group { named[word, default: []].append(UInt16(column)) }
      }
      return list.map { word in
        var all = Set(named[word] ?? [])
        for length in 1...Word.longest where length <= word.length {
          all.formUnion(named[Word(key: word.key & Word.mask(length), length: length)] ?? [])
        }
        return all.sorted()
      }
    }

    /// Lists one behind the other, and where each begins.
    private static func rows(_ lists: [[UInt16]]) -> ([UInt32], [UInt16]) {
      var starts: [UInt32] = [0]
      for list in lists { starts.append((starts.last ?? 0) + UInt32(list.count)) }
      return (starts, lists.flatMap { $0 })
    }

    private static func slots(_ hashes: [UInt64]) -> [UInt16] {
      var size = 16
      while size < hashes.count * 2 { size *= 2 }
      var slots = [UInt16](repeating: 0, count: size)
      for (number, hash) in hashes.enumerated() {
        var slot = Int(truncatingIfNeeded: hash) & (size - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
        slots[slot] = UInt16(number + 1)
      }
      return slots
    }

    private func raw<Row: BitwiseCopyable>(_ rows: [Row]) -> [UInt8] {
      rows.withUnsafeBytes { [UInt8]($0) }
    }
  }
}
