/// A text as patterns see it: quotes, dashes and spaces in their plain forms, invisible characters
/// gone, with the way back to the source.
struct FoldedText: Sendable {
  /// Valid UTF-8.
  let bytes: [UInt8]
  /// Where folded and source offsets part: from `folded` on, the source lies `shift` further.
  private let shifts: [(folded: Int, shift: Int)]

  /// - Parameter source: Valid UTF-8.
  init(_ source: [UInt8]) {
    guard !Self.isASCII(source) else {
      bytes = source
      shifts = []
      return
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.count)
    var shifts: [(folded: Int, shift: Int)] = []
    var index = 0
    while index < source.count {
      let length = Self.length(of: source[index])
      let end = min(index + length, source.count)
      if length > 1, let plain = Self.plain(source[index..<end]) {
        bytes += plain
        shifts.append((bytes.count, end - bytes.count))
      } else {
        bytes += source[index..<end]
      }
      index = end
    }
    self.bytes = bytes
    self.shifts = shifts
  }

  /// Whether a text is ASCII alone, as nearly all are; eight bytes at a time.
  static func isASCII(_ text: [UInt8]) -> Bool {
    text.withUnsafeBytes { bytes in
      var index = 0
      while index + 8 <= bytes.count {
        let eight = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if eight & 0x8080_8080_8080_8080 != 0 { return false }
        index += 8
      }
      while index < bytes.count {
        if bytes[index] >= 0x80 { return false }
        index += 1
      }
      return true
    }
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

  /// The plain form of a character; empty where nothing is to be seen of it.
  private static func plain(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first?.value ?? 0
    switch scalar {
    case 0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0x00B4: return [UInt8(ascii: "'")]
    case 0x201C, 0x201D, 0x201E, 0x201F, 0x2033, 0x00AB, 0x00BB: return [UInt8(ascii: "\"")]
    case 0x2010...0x2015, 0x2212: return [UInt8(ascii: "-")]
    case 0x00A0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return [UInt8(ascii: " ")]
    // Soft hyphens, joiners and marks of direction would split a word for a pattern, not for a reader.
    case 0x00AD, 0x200B...0x200F, 0x2060, 0xFEFF: return []
    default: return nil
    }
  }
}
