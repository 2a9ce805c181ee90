/// Tells valid UTF-8 from anything else, and where it stops being so (Unicode 16.0, table 3-7).
enum UTF8Check {
  /// The first byte that belongs to no whole, valid sequence; `nil` where all do.
  static func firstInvalid(in bytes: [UInt8]) -> Int? {
    firstInvalid(in: bytes, from: 0, to: bytes.count)
  }

  static func firstInvalid(in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    var index = start
    while true {
      index = ByteSearch.firstBeyondASCII(in: bytes, from: index, to: end)
      guard index < end else { return nil }
      // Text beyond ASCII mostly comes in runs.
      while index < end, bytes[index] >= 0x80 {
        let (length, second) = shape(bytes[index])
        guard length > 0, index + length <= end, second.contains(bytes[index + 1]) else {
          return index
        }
        for offset in stride(from: 2, to: length, by: 1)
        where !continuation.contains(bytes[index + offset]) {
          return index
        }
        index += length
      }
    }
  }

  /// Whether bytes begin a sequence that only lacks its end.
  static func isUnfinished(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    let (length, second) = shape(first)
    guard bytes.count < length else { return false }
    let rest = bytes.dropFirst()
    guard let next = rest.first else { return true }
    return second.contains(next) && rest.dropFirst().allSatisfy(continuation.contains)
  }

  private static let continuation: ClosedRange<UInt8> = 0x80...0xBF

  /// How long the sequence is that a byte leads, 0 where it leads none, and what may come second.
  private static func shape(_ lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>) {
    switch lead {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: (0, 0x80...0xBF)
    }
  }
}

/// The Windows code page of Western Europe and the Americas.
enum Windows1252 {
  /// What a byte stands for; `nil` for the five that stand for nothing.
  static func scalar(_ byte: UInt8) -> Unicode.Scalar? {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    let value = high[Int(byte - 0x80)]
    return value == 0 ? nil : Unicode.Scalar(value)
  }

  private static let high: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}
