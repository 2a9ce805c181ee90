/// A text as patterns see it: quotes, dashes and spaces in their plain forms, invisible characters
/// gone, with the way back to the source.
struct FoldedText: Sendable {
  /// Valid UTF-8.
  let bytes: [UInt8]
  /// Whether the source is ASCII alone.
  let isASCII: Bool
  /// Where folded and source offsets part: from `folded` on, the source lies `shift` further.
  private let shifts: [(folded: Int, shift: Int)]

  /// - Parameter source: Valid UTF-8.
  init(_ source: [UInt8]) {
    isASCII = Self.isASCII(source)
    guard !isASCII else {
      bytes = source
      shifts = []
      return
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.count)
    var shifts: [(folded: Int, shift: Int)] = []
    var index = 0
    while index < source.count {
      let next = ByteSearch.firstBeyondASCII(in: source, from: index, to: source.count)
      bytes += source[index..<next]
      guard next < source.count else { break }
      let end = min(next + Self.length(of: source[next]), source.count)
      switch Self.plain(Self.scalar(source[next..<end])) {
      case nil: bytes += source[next..<end]
      case let plain?:
        if plain != 0 { bytes.append(plain) }
        shifts.append((bytes.count, end - bytes.count))
      }
      index = end
    }
    self.bytes = bytes
    self.shifts = shifts
  }

  /// Whether a text is ASCII alone, as nearly all are; eight bytes at a time.
  static func isASCII(_ text: [UInt8]) -> Bool {
    ByteSearch.firstBeyondASCII(in: text, from: 0, to: text.count) == text.count
  }

  /// Whether the text can be told by its words: no character beyond ASCII that matches an ASCII letter
  /// when case does not count, and no digit of another script.
  var canBeToldByWords: Bool {
    guard bytes.count < Int(Int32.max) else { return false }
    guard !isASCII else { return true }
    var index = ByteSearch.firstBeyondASCII(in: bytes, from: 0, to: bytes.count)
    while index < bytes.count {
      let end = min(index + Self.length(of: bytes[index]), bytes.count)
      guard Self.isPlain(Self.scalar(bytes[index..<end])) else { return false }
      index = ByteSearch.firstBeyondASCII(in: bytes, from: end, to: bytes.count)
    }
    return true
  }

  private static func isPlain(_ scalar: UInt32) -> Bool {
    // The first digits of another script are Arabic ones.
    guard scalar >= 0x660 else { return scalar != 0x17F }
    guard !(0x2010..<0x206F).contains(scalar), scalar != 0x212A else { return scalar != 0x212A }
    return Unicode.Scalar(scalar).map { $0.properties.generalCategory != .decimalNumber } ?? false
  }

  /// The source's offset of a folded one that lies between characters.
  func sourceOffset(_ folded: Int) -> Int {
    var low = 0
    var high = shifts.count
    while low < high {
      let middle = (low + high) / 2
      if shifts[middle].folded <= folded { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? folded : folded + shifts[low - 1].shift
  }

  /// How many bytes the UTF-8 character that begins with `first` has.
  static func length(of first: UInt8) -> Int {
    switch first {
    case ..<0x80: 1
    case 0xC0..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0...: 4
    default: 1
    }
  }

  /// The scalar that a character of valid UTF-8 is.
  static func scalar(_ character: ArraySlice<UInt8>) -> UInt32 {
    let bytes = character.dropFirst()
    let first: UInt8 = character.first ?? 0
    // A first byte begins with as many ones as there are bytes.
    let head = UInt32(first & (0x7F >> UInt8(character.count)))
    return character.count < 2
      ? UInt32(first) : bytes.reduce(head) { $0 << 6 | UInt32($1 & 0x3F) }
  }

  /// The plain form of a character; 0 where nothing is to be seen of it.
  private static func plain(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0x00B4: return UInt8(ascii: "'")
    case 0x201C, 0x201D, 0x201E, 0x201F, 0x2033, 0x00AB, 0x00BB: return UInt8(ascii: "\"")
    case 0x2010...0x2015, 0x2212: return UInt8(ascii: "-")
    case 0x00A0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return UInt8(ascii: " ")
    // Soft hyphens, joiners and marks of direction would split a word for a pattern, not for a reader.
    case 0x00AD, 0x200B...0x200F, 0x2060, 0xFEFF: return 0
    default: return nil
    }
  }
}
