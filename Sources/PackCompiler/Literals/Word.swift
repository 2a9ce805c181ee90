/// The beginning of a word, or a mark: up to eight ASCII letters, digits and underscores, folded.
///
/// A word of a text is a longest run of these characters. Capitals are folded to small letters and
/// all digits to one sign, so that `\d\d` is a word like any other.
package struct Word: Hashable, Sendable {
  /// The characters, the first one lowest; zero behind the last one.
  package var key: UInt64 = 0
  package var length = 0
  /// Whether the word ends here; otherwise it is every word that begins like this.
  package var isWhole = false

  package init(key: UInt64 = 0, length: Int = 0, isWhole: Bool = false) {
    self.key = key
    self.length = length
    self.isWhole = isWhole
  }

  /// What all digits are folded to; no letter is near it.
  package static let digit: UInt8 = 0x7B
  package static let longest = 8

  /// The folded form of each byte that is part of a word, 0 for all others.
  package static let folded: [UInt8] = (0...255).map { (byte: Int) -> UInt8 in
    switch UInt8(byte) {
    case 0x30...0x39: digit
    case 0x41...0x5A: UInt8(byte) | 0x20
    case 0x5F, 0x61...0x7A: UInt8(byte)
    default: 0
    }
  }

  /// A mark: a character that is part of no word, all by itself.
  ///
  /// - Parameter byte: An ASCII character; 0 stands for every character beyond ASCII.
  package static func mark(_ byte: UInt8) -> Word {
    Word(key: UInt64(byte) | 0x80, length: 1, isWhole: true)
  }

  package var isMark: Bool { key & 0x80 != 0 }

  package mutating func append(_ byte: UInt8) {
    key |= UInt64(byte) << UInt64(8 * length)
    length += 1
  }

  /// The word with its end: one of full length may go on, for all that its key can tell.
  package var closed: Word {
    var word = self
    word.isWhole = length < Self.longest
    return word
  }

  /// Whether a text's word, by its key, is this one.
  package func matches(_ text: UInt64) -> Bool {
    isWhole ? text == key : text & Self.mask(length) == key
  }

  /// The bits of the first characters of a key.
  package static func mask(_ length: Int) -> UInt64 {
    length >= 8 ? .max : (1 << UInt64(8 * length)) - 1
  }

  /// As people write it: `arrest…`, `00`.
  package var shown: String {
    guard !isMark else {
      return key == 0x80
        ? "é" : String(decoding: [UInt8(truncatingIfNeeded: key & 0x7F)], as: UTF8.self)
    }
    let bytes = (0..<length).map { index -> UInt8 in
      let byte = UInt8(truncatingIfNeeded: key >> UInt64(8 * index))
      return byte == Self.digit ? 0x30 : byte
    }
    return String(decoding: bytes, as: UTF8.self) + (isWhole ? "" : "…")
  }
}
