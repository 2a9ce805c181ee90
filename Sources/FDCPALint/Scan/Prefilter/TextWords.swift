/// The words and marks of a text that stand in some plan.
struct TextWords: Sendable {
  struct Hit: Sendable {
    /// Where it begins, in bytes.
    var start: Int32
    /// Which word of the text it is, as plans count them; a mark is of the word before it.
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
    let lookup = WordLookup(tables)
    let marks = tables.marks
    // The one list to write to while the text is read.
    var hits = self.hits
    self.hits = []
    text.withUnsafeBytes { text in
      var word: Int32 = 0
      // Characters beyond ASCII do not part words for counting.
      var isCounted = false
      var index = 0
      while index < text.count {
        let eight = EightBytes(text, at: index)
        let length = eight.wordLength
        guard length > 0 else {
          let byte = text[index]
          let mark = byte < 0x80 ? marks[Int(byte)] : byte >= 0xC0 ? marks[0] : 0
          if byte < 0x80 { isCounted = false }
          if mark > 0 {
            hits.append(
              Hit(start: Int32(truncatingIfNeeded: index), word: word, number: Int32(mark) - 1))
          }
          index += 1
          continue
        }
        if !isCounted {
          word += 1
          isCounted = true
        }
        let number = lookup.number(of: eight.folded & Word.mask(length))
        if number >= 0 {
          hits.append(Hit(start: Int32(truncatingIfNeeded: index), word: word, number: number))
        }
        index += length
        // What goes on behind eight characters is the same word.
        while length == 8, index < text.count {
          let more = EightBytes(text, at: index).wordLength
          index += more
          if more < 8 { break }
        }
      }
    }
    self.hits = hits
  }
}

/// Eight bytes of a text, looked at together.
struct EightBytes {
  /// The high bit of each byte that is an ASCII letter, a digit or the underscore.
  private let wordBits: UInt64
  /// Letters as small ones and digits as one sign, as in ``Word/folded``; others as they are.
  let folded: UInt64

  private static let high: UInt64 = 0x8080_8080_8080_8080

  /// - Parameter index: Behind the text's end, bytes are taken for zero.
  @inline(__always)
  init(_ text: UnsafeRawBufferPointer, at index: Int) {
    var bytes: UInt64 = 0
    if index + 8 <= text.count {
      bytes = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    } else {
      for offset in 0..<text.count - index {
        bytes |= UInt64(text[index + offset]) << UInt64(8 * offset)
      }
    }
    self.init(bytes)
  }

  /// Each sum stays within its byte: the high bits are taken off before, and looked at after.
  @inline(__always)
  init(_ bytes: UInt64) {
    let low = bytes & ~Self.high
    let small = low | Self.each(0x20)
    let letters =
      (small &+ Self.each(0x80 - 0x61)) & ~(small &+ Self.each(0x80 - 0x7B)) & ~bytes & Self.high
    let digits =
      (low &+ Self.each(0x80 - 0x30)) & ~(low &+ Self.each(0x80 - 0x3A)) & ~bytes & Self.high
    let lines = ~((low ^ Self.each(0x5F)) &+ Self.each(0x7F)) & ~bytes & Self.high
    wordBits = letters | digits | lines
    let digitBytes = (digits >> 7) &* 0xFF
    folded = (bytes | letters >> 2) & ~digitBytes | Self.each(Word.digit) & digitBytes
  }

  /// How many characters of a word the bytes begin with, 0 to 8.
  @inline(__always)
  var wordLength: Int {
    let others = ~wordBits & Self.high
    return others == 0 ? 8 : others.trailingZeroBitCount >> 3
  }

  private static func each(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }
}
