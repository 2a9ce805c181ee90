/// Any bytes as ASCII, eight for seven, for a program to carry in a static string.
package enum SevenBits {
  /// - Returns: The bytes in groups of seven, each as eight groups of seven bits, the lowest first.
  ///   The last group is filled up with zeros.
  package static func encoded(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 6) / 7 * 8)
    var rest = bytes[...]
    while !rest.isEmpty {
      var group: UInt64 = 0
      for (place, byte) in rest.prefix(7).enumerated() {
        group |= UInt64(byte) << UInt64(place * 8)
      }
      for place in 0..<8 { result.append(UInt8(group >> UInt64(place * 7) & 0x7F)) }
      rest = rest.dropFirst(7)
    }
    return result
  }

  /// Writes the bytes back, aligned to eight.
  ///
  /// - Parameters:
  ///   - text: What ``encoded(_:)`` gave.
  ///   - count: How many bytes there were; more than the text holds are zeros.
  /// - Returns: Memory that is the caller's to free.
  package static func decoded(
    _ text: UnsafeRawBufferPointer, count: Int
  ) -> UnsafeMutableRawBufferPointer {
    let groups = text.count / 8
    // Each group is written as eight bytes, the last of which the next group overwrites.
    let size = max(count, groups * 7 + 1)
    let result = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 8)
    for group in 0..<groups {
      let spread = UInt64(
        littleEndian: text.loadUnaligned(fromByteOffset: group * 8, as: UInt64.self))
      result.storeBytes(of: joined(spread).littleEndian, toByteOffset: group * 7, as: UInt64.self)
    }
    for index in groups * 7..<size { result[index] = 0 }
    return UnsafeMutableRawBufferPointer(rebasing: result[..<count])
  }

  /// Takes the top bit out of each of eight bytes: of pairs, then of pairs of those, then of the rest.
  private static func joined(_ spread: UInt64) -> UInt64 {
    let pairs = spread & 0x007F_007F_007F_007F | spread >> 1 & 0x3F80_3F80_3F80_3F80
    let fours = pairs & 0x0000_3FFF_0000_3FFF | pairs >> 2 & 0x0FFF_C000_0FFF_C000
    return fours & 0x0FFF_FFFF | fours >> 4 & 0x00FF_FFFF_F000_0000
  }
}
