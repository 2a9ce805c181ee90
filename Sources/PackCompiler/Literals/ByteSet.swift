/// Which characters a place in a pattern takes: each ASCII character by itself, all others as one.
///
/// A set may hold more characters than the place takes, never fewer. Where a conclusion needs the
/// set to be no larger either, `isExact` says whether it is.
struct ByteSet: Equatable, Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  /// Whether characters beyond ASCII are in it.
  var others = false
  var isExact = true

  static let word = ByteSet(
    [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A], others: true)
  static let space = ByteSet([9...13, 32...32], others: true)
  /// Digits of other scripts are matched too, but no text with one of them is prefiltered.
  static let digit = ByteSet([0x30...0x39], others: false)
  static let letter = ByteSet([0x41...0x5A, 0x61...0x7A], others: true, isExact: false)
  static let all = ByteSet([0...127], others: true)

  init(_ ranges: [ClosedRange<UInt8>] = [], others: Bool = false, isExact: Bool = true) {
    self.others = others
    self.isExact = isExact
    for range in ranges { for byte in range { insert(byte) } }
  }

  func contains(_ byte: UInt8) -> Bool {
    byte < 64 ? low >> UInt64(byte) & 1 == 1 : high >> UInt64(byte & 63) & 1 == 1
  }

  mutating func insert(_ byte: UInt8) {
    if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
  }

  /// Puts a character in, and its other case.
  mutating func insertCaseless(_ byte: UInt8) {
    insert(byte)
    if (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) { insert(byte ^ 0x20) }
  }

  mutating func formUnion(_ other: ByteSet) {
    low |= other.low
    high |= other.high
    others = others || other.others
    isExact = isExact && other.isExact
  }

  /// Everything else. Only a set that is exact leaves out what is not in the result.
  var inverted: ByteSet {
    guard isExact else { return ByteSet([0...127], others: true, isExact: false) }
    var result = self
    result.low = ~low
    result.high = ~high
    // A set that holds some characters beyond ASCII does not hold them all.
    result.others = true
    return result
  }

  /// Whether ASCII letters, digits or the underscore are in it.
  var hasWord: Bool { low & Self.word.low != 0 || high & Self.word.high != 0 }

  /// Whether other ASCII characters are in it.
  var hasNoWord: Bool { low & ~Self.word.low != 0 || high & ~Self.word.high != 0 }

  /// Whether every ASCII letter, every digit and the underscore surely are in it.
  var coversWord: Bool {
    isExact && low & Self.word.low == Self.word.low && high & Self.word.high == Self.word.high
  }

  /// Its characters that are part of no word, those beyond ASCII as 0; `nil` where they are many, or
  /// stand in nearly every text.
  var marks: [UInt8]? {
    var result: [UInt8] = others ? [0] : []
    for byte: UInt8 in 1..<128 where contains(byte) && !Self.word.contains(byte) {
      guard byte > 32, byte < 127, result.count < Self.mostMarks else { return nil }
      result.append(byte)
    }
    return contains(0) ? nil : result
  }

  private static let mostMarks = 8

  /// Its letters, digits and the underscore as the prefilter reads them in a text.
  var foldedWord: [UInt8] {
    var result: [UInt8] = []
    if low & Self.word.low != 0 { result.append(Word.digit) }
    if contains(0x5F) { result.append(0x5F) }
    // Capitals and small letters, 26 bits each, one over the other.
    var letters = (high >> 1 | high >> 33) & 0x3FF_FFFF
    while letters != 0 {
      result.append(0x61 + UInt8(letters.trailingZeroBitCount))
      letters &= letters - 1
    }
    return result
  }
}
