/// The tables by which a text's word is found among words: made once, and read where texts are.
struct WordIndex {
  typealias Entry = LiteralTables.Entry
  typealias Slot = LiteralTables.Slot

  /// In the order of their numbers.
  let words: [Entry]
  private(set) var startBits = [UInt64](repeating: 0, count: 1 << 10)
  private(set) var slots: [Slot]
  private(set) var entries: [Entry] = []
  private(set) var short = [UInt16](repeating: 0, count: 1 << 12)
  private(set) var marks = [UInt16](repeating: 0, count: 1 << 7)

  init(_ list: [Word]) {
    words = list.enumerated().map { number, word in
      Entry(
        key: word.key, number: UInt32(number), length: word.isWhole ? 0 : UInt32(word.length))
    }
    var byStart: [UInt32: [Int]] = [:]
    for (number, word) in list.enumerated() {
      if word.isMark { marks[Int(word.key & 0x7F)] = UInt16(number + 1) }
      guard !word.isMark, word.isWhole || word.length > 2 else { continue }
      let start = UInt32(truncatingIfNeeded: word.key)
      byStart[start, default: []].append(number)
      // A beginning of three characters is found whatever the fourth is.
      guard !word.isWhole, word.length == 3 else { continue }
      for byte in Self.characters {
        byStart[start | UInt32(byte) << 24, default: []].append(number)
      }
    }
    // A beginning of one character first, so that one of two takes its places.
    let order = list.indices.filter { !list[$0].isWhole && list[$0].length <= 2 }
      .sorted { list[$0].length < list[$1].length }
    for number in order {
      let word = list[number]
      for byte in Self.characters + [0] {
        let key = word.length == 1 ? word.key | UInt64(byte) << 8 : word.key
        short[WordHash.shortIndex(key)] = UInt16(number + 1)
      }
    }
    var size = 1024
    while size < byStart.count * 3 { size *= 2 }
    slots = [Slot](repeating: Slot(key: 0, first: 0, count: 0), count: size)
    for (start, numbers) in byStart.sorted(by: { $0.key < $1.key }) {
      let sorted = numbers.sorted {
        (list[$0].length, list[$0].isWhole ? 1 : 0) > (list[$1].length, list[$1].isWhole ? 1 : 0)
      }
      let hash = WordHash.of(start)
      startBits[hash >> 6] |= 1 << UInt64(hash & 63)
      var slot = hash & (size - 1)
      while slots[slot].count > 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Slot(key: start, first: UInt32(entries.count), count: UInt32(sorted.count))
      entries += sorted.map { words[$0] }
    }
  }

  private static let characters: [UInt8] =
    Array(0x61...0x7A) + [UInt8(ascii: "_"), Word.digit]
}

/// How words are spread over the tables: the same where they are made and where they are read.
package enum WordHash {
  /// Of four characters, below 1 << 16.
  @inlinable package static func of(_ start: UInt32) -> Int {
    Int((start &* 0x9E37_79B1) >> 16)
  }

  /// Of the first two characters: the low six bits tell folded characters apart.
  @inlinable package static func shortIndex(_ key: UInt64) -> Int {
    Int(key & 63) << 6 | Int(key >> 8 & 63)
  }
}
