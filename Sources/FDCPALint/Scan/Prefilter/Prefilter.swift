/// The plans of every marking pattern of a rule base, laid out to be asked of many texts.
final class Prefilter: Sendable {
  /// A pattern that has a plan.
  struct Planned: Sendable {
    let set: Int
    let place: Int
    /// Its groups in ``groups``.
    let first: Int
    let last: Int
    let trigger: Int
    let startsMatch: Bool
  }

  /// A group of some plan.
  struct Group: Sendable {
    /// Which column of ``members``.
    let column: Int
    let toNext: Int32
  }

  let table: WordTable
  let planned: [Planned]
  let groups: [Group]
  /// Patterns that run over every text: which set, which place.
  let unplanned: [(set: Int, place: Int)]
  /// For each word the planned patterns that it triggers: `triggers[triggerStarts[word]..<…]`.
  let triggers: [Int32]
  let triggerStarts: [Int32]
  /// A bit for each word and group: whether the word is one of the group's.
  private let members: [UInt64]
  private let rowLength: Int

  init(_ sets: [ScanSet]) {
    var planned: [Planned] = []
    var groups: [Group] = []
    var unplanned: [(set: Int, place: Int)] = []
    var columns: [Set<Word>: Int] = [:]
    for (set, scanSet) in sets.enumerated() {
      for named in scanSet.any {
        guard let plan = LiteralPlan(named.pattern.source) else {
          unplanned.append((set, named.index))
          continue
        }
        planned.append(
          Planned(
            set: set, place: named.index, first: groups.count,
            last: groups.count + plan.groups.count - 1, trigger: groups.count + plan.trigger,
            startsMatch: plan.startsMatch))
        for group in plan.groups {
          let column = columns[group.words] ?? columns.count
          columns[group.words] = column
          groups.append(Group(column: column, toNext: Int32(group.toNext)))
        }
      }
    }
    let words = columns.keys.reduce(into: Set<Word>()) { $0.formUnion($1) }
    table = WordTable(
      words.sorted { ($0.key, $0.isWhole ? 1 : 0) < ($1.key, $1.isWhole ? 1 : 0) })
    rowLength = (columns.count + 63) / 64
    members = Self.members(table.words, columns, rowLength)
    self.planned = planned
    self.groups = groups
    self.unplanned = unplanned
    (triggers, triggerStarts) = Self.triggers(table.words, planned, groups, members, rowLength)
  }

  /// Whether a word is one of a group's.
  func isMember(_ word: Int32, of group: Int) -> Bool {
    let column = groups[group].column
    return members[Int(word) * rowLength + column >> 6] >> UInt64(column & 63) & 1 == 1
  }

  private static func members(_ words: [Word], _ columns: [Set<Word>: Int], _ rowLength: Int)
    -> [UInt64]
  {
    var numbers: [Word: Int] = [:]
    for (number, word) in words.enumerated() { numbers[word] = number }
    var bits = [UInt64](repeating: 0, count: words.count * rowLength)
    for (group, column) in columns {
      for word in group {
        guard let number = numbers[word] else { continue }
        bits[number * rowLength + column >> 6] |= 1 << UInt64(column & 63)
      }
    }
    // A word is also whatever begins like it and may go on. Shorter ones first: they hand down all.
    let order = words.indices.sorted {
      (words[$0].length, words[$0].isWhole ? 1 : 0) < (words[$1].length, words[$1].isWhole ? 1 : 0)
    }
    for number in order {
      let word = words[number]
      for length in 1...Word.longest where length <= word.length {
        let beginning = Word(key: word.key & Word.mask(length), length: length)
        guard beginning != word, let shorter = numbers[beginning] else { continue }
        for index in 0..<rowLength {
          bits[number * rowLength + index] |= bits[shorter * rowLength + index]
        }
      }
    }
    return bits
  }

  private static func triggers(
    _ words: [Word], _ planned: [Planned], _ groups: [Group], _ members: [UInt64], _ rowLength: Int
  ) -> ([Int32], [Int32]) {
    var byColumn: [Int: [Int32]] = [:]
    for (index, pattern) in planned.enumerated() {
      byColumn[groups[pattern.trigger].column, default: []].append(Int32(index))
    }
    var list: [Int32] = []
    var starts: [Int32] = [0]
    for word in words.indices {
      for (offset, bits) in members[word * rowLength..<(word + 1) * rowLength].enumerated() {
        var bits = bits
        while bits != 0 {
          list += byColumn[offset * 64 + bits.trailingZeroBitCount] ?? []
          bits &= bits - 1
        }
      }
      starts.append(Int32(list.count))
    }
    return (list, starts)
  }
}
