/// Finds bytes eight at a time, for the inner loops of the readers.
enum ByteSearch {
  /// The first of three bytes at or after `start`; `end` where there is none.
  static func first(
    of one: UInt8, _ two: UInt8, _ three: UInt8, in bytes: [UInt8], from start: Int, to end: Int
  ) -> Int {
    let (ones, twos, threes) = (repeated(one), repeated(two), repeated(three))
    return search(bytes, start, end) { word in
      zeros(word ^ ones) | zeros(word ^ twos) | zeros(word ^ threes)
    } byte: {
      $0 == one || $0 == two || $0 == three
    }
  }

  static func first(of one: UInt8, in bytes: [UInt8], from start: Int, to end: Int) -> Int {
    let ones = repeated(one)
    return search(bytes, start, end) {
      zeros($0 ^ ones)
    } byte: {
      $0 == one
    }
  }

  /// The first byte that ends a plain stretch of a JSON string: a quotation mark, a backslash or a
  /// control character; `end` where there is none.
  static func endOfPlainJSON(in bytes: [UInt8], from start: Int, to end: Int) -> Int {
    let quotes = repeated(UInt8(ascii: "\""))
    let backslashes = repeated(UInt8(ascii: "\\"))
    let spaces = repeated(0x20)
    return search(bytes, start, end) { word in
      zeros(word ^ quotes) | zeros(word ^ backslashes) | (word &- spaces) & ~word & highBits
    } byte: {
      $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 < 0x20
    }
  }

  /// The first byte outside ASCII at or after `start`; `end` where there is none.
  static func firstBeyondASCII(in bytes: [UInt8], from start: Int, to end: Int) -> Int {
    search(bytes, start, end) {
      $0 & highBits
    } byte: {
      $0 >= 0x80
    }
  }

  /// How many lines there are, an unfinished last one among them.
  static func lineCount(of bytes: [UInt8]) -> Int {
    var (count, at) = (0, 0)
    while at < bytes.count {
      count += 1
      at = first(of: UInt8(ascii: "\n"), in: bytes, from: at, to: bytes.count) + 1
    }
    return count
  }

  /// How many bytes of a part are `one`.
  static func count(of one: UInt8, in bytes: [UInt8], from start: Int, to end: Int) -> Int {
    precondition(start >= 0 && start <= end && end <= bytes.count)
    return bytes.withUnsafeBufferPointer { buffer in
      var count = 0
      for index in start..<end where buffer[index] == one { count += 1 }
      return count
    }
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  private static func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// Marks the zero bytes of a word by their high bit. Bytes above a zero may be marked wrongly,
  /// because the subtraction borrows; the lowest mark is always right.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & highBits
  }

  @inline(__always)
  private static func search(
    _ bytes: [UInt8], _ start: Int, _ end: Int, word: (UInt64) -> UInt64, byte: (UInt8) -> Bool
  ) -> Int {
    precondition(start >= 0 && start <= end && end <= bytes.count)
    return bytes.withUnsafeBytes { raw in
      var index = start
      while index + 8 <= end {
        let loaded = UInt64(
          littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        let marks = word(loaded)
        if marks != 0 { return index + marks.trailingZeroBitCount / 8 }
        index += 8
      }
      while index < end, !byte(raw[index]) { index += 1 }
      return index
    }
  }
}
