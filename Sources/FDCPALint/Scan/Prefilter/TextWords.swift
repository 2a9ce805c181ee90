/// The words of a text that stand in some plan.
struct TextWords: Sendable {
  struct Hit: Sendable {
    /// Where it begins, in bytes.
    var start: Int32
    /// Which word of the text it is, as plans count them.
    var word: Int32
    /// Its number in the tables.
    var number: Int32
  }

  private(set) var hits: [Hit] = []

  /// Finds the words of a text.
  ///
  /// - Parameter text: Folded text.
  mutating func find(in text: [UInt8], by tables: LiteralTables) {
    hits.removeAll(keepingCapacity: true)
    text.withUnsafeBufferPointer { text in
      Word.folded.withUnsafeBufferPointer { folded in
        let lookup = WordLookup(tables)
        var word: Int32 = 0
        // Characters beyond ASCII do not part words for counting.
        var isCounted = false
        var index = 0
        while index < text.count {
          var byte = folded[Int(text[index])]
          if byte == 0 {
            if text[index] < 0x80 { isCounted = false }
            index += 1
            continue
          }
          if !isCounted {
            word += 1
            isCounted = true
          }
          let start = index
          var key: UInt64 = 0
          var shift: UInt64 = 0
          repeat {
            if shift < 64 {
              key |= UInt64(byte) << shift
              shift += 8
            }
            index += 1
            byte = index < text.count ? folded[Int(text[index])] : 0
          } while byte != 0
          let number = lookup.number(of: key)
          if number >= 0 {
            hits.append(Hit(start: Int32(truncatingIfNeeded: start), word: word, number: number))
          }
        }
      }
    }
  }

  /// Whether a text can be told by its words: no character beyond ASCII that matches an ASCII letter
  /// when case does not count, and no digit of another script.
  static func canTell(_ text: [UInt8]) -> Bool {
    guard text.count < Int(Int32.max) else { return false }
    guard !FoldedText.isASCII(text) else { return true }
    return String(decoding: text, as: UTF8.self).unicodeScalars.allSatisfy {
      $0.value < 0x80
        || ($0.value != 0x17F && $0.value != 0x212A
          && $0.properties.generalCategory != .decimalNumber)
    }
  }
}

/// Which of the tables' words a text's word is.
struct WordLookup {
  private let startBits: UnsafeBufferPointer<UInt64>
  private let slots: UnsafeBufferPointer<LiteralTables.Slot>
  private let entries: UnsafeBufferPointer<LiteralTables.Entry>
  private let short: UnsafeBufferPointer<UInt16>

  init(_ tables: LiteralTables) {
    startBits = tables.startBits
    slots = tables.slots
    entries = tables.entries
    short = tables.short
  }

  /// The number of the longest word that a text's word is, or begins with; -1 where there is none.
  ///
  /// All other words that it begins with are beginnings of that one.
  @inline(__always)
  func number(of key: UInt64) -> Int32 {
    let start = UInt32(truncatingIfNeeded: key)
    let hash = WordHash.of(start)
    if startBits[hash >> 6] >> UInt64(hash & 63) & 1 == 1 {
      var slot = hash & (slots.count - 1)
      while slots[slot].count > 0 {
        if slots[slot].key == start {
          let first = Int(slots[slot].first)
          for index in first..<first + Int(slots[slot].count) {
            let entry = entries[index]
            let mask = entry.length == 0 ? .max : Word.mask(Int(entry.length))
            if key & mask == entry.key { return Int32(entry.number) }
          }
          break
        }
        slot = (slot + 1) & (slots.count - 1)
      }
    }
    return Int32(short[WordHash.shortIndex(key)]) - 1
  }
}
