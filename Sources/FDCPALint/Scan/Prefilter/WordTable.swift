/// The distinct words of all plans, and which of them a text's word is.
struct WordTable: Sendable {
  /// The words; a word's place here is its number.
  let words: [Word]

  /// A bit for each hash of four characters that a word may begin with: most words of a text end here.
  private var bits = [UInt64](repeating: 0, count: 1 << 10)
  /// An open hash table from four characters to the words that begin with them.
  private var slots: [Slot]
  private let slotMask: Int
  /// Numbers of words by slot, the longest first, whole ones before others.
  private var entries: [Entry] = []
  /// Words of one or two characters that may go on, by their first two.
  private var short = [Int32](repeating: -1, count: 1 << 12)

  private struct Slot {
    var key: UInt32 = 0
    var first: Int32 = 0
    var count: Int32 = 0
  }

  private struct Entry {
    var key: UInt64
    var mask: UInt64
    var number: Int32
  }

  init(_ words: [Word]) {
    self.words = words
    var byStart: [UInt32: [Int]] = [:]
    for (number, word) in words.enumerated() where word.isWhole || word.length > 2 {
      let start = UInt32(truncatingIfNeeded: word.key)
      byStart[start, default: []].append(number)
      // A beginning of three characters is found whatever the fourth is.
      guard !word.isWhole, word.length == 3 else { continue }
      for byte in Self.characters {
        byStart[start | UInt32(byte) << 24, default: []].append(number)
      }
    }
    let order = words.indices.filter { !words[$0].isWhole && words[$0].length <= 2 }
      .sorted { words[$0].length < words[$1].length }
    for number in order {
      let word = words[number]
      for byte in Self.characters + [0] {
        let key = word.length == 1 ? word.key | UInt64(byte) << 8 : word.key
        short[Self.shortIndex(key)] = Int32(number)
      }
    }
    var size = 1024
    while size < byStart.count * 3 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
    slotMask = size - 1
    for (start, numbers) in byStart {
      let sorted = numbers.sorted {
        (words[$0].length, words[$0].isWhole ? 1 : 0) > (words[$1].length, words[$1].isWhole ? 1 : 0)
      }
      let hash = Self.hash(start)
      bits[hash >> 6] |= 1 << UInt64(hash & 63)
      var slot = hash & slotMask
      while slots[slot].count > 0 { slot = (slot + 1) & slotMask }
      slots[slot] = Slot(key: start, first: Int32(entries.count), count: Int32(sorted.count))
      for number in sorted {
        let word = words[number]
        entries.append(
          Entry(
            key: word.key, mask: word.isWhole ? .max : Word.mask(word.length),
            number: Int32(number)))
      }
    }
  }

  /// The number of the longest word that a text's word is, or begins with; -1 where there is none.
  ///
  /// All other words that it begins with are beginnings of that one.
  func number(of key: UInt64) -> Int32 {
    let start = UInt32(truncatingIfNeeded: key)
    let hash = Self.hash(start)
    if bits[hash >> 6] >> UInt64(hash & 63) & 1 == 1 {
      var slot = hash & slotMask
      while slots[slot].count > 0 {
        if slots[slot].key == start {
          let first = Int(slots[slot].first)
          for index in first..<first + Int(slots[slot].count)
          where key & entries[index].mask == entries[index].key {
            return entries[index].number
          }
          break
        }
        slot = (slot + 1) & slotMask
      }
    }
    return short[Self.shortIndex(key)]
  }

  private static let characters: [UInt8] =
    Array(0x61...0x7A) + [UInt8(ascii: "_"), Word.digit]

  private static func hash(_ start: UInt32) -> Int { Int((start &* 0x9E37_79B1) >> 16) }

  /// The low six bits tell folded characters apart.
  private static func shortIndex(_ key: UInt64) -> Int {
    Int(key & 63) << 6 | Int(key >> 8 & 63)
  }
}
