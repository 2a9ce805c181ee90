import Testing

@testable import PackCompiler

@Suite struct SevenBitsTests {
  private static func decoded(_ text: [UInt8], count: Int) -> [UInt8] {
    text.withUnsafeBytes {
      let memory = SevenBits.decoded($0, count: count)
      defer { memory.deallocate() }
      return [UInt8](memory)
    }
  }

  @Test func spreadsSevenBytesOverEight() {
    #expect(SevenBits.encoded([0xFF]) == [0x7F, 1, 0, 0, 0, 0, 0, 0])
    #expect(
      SevenBits.encoded([UInt8](repeating: 0xFF, count: 7)) == [UInt8](repeating: 0x7F, count: 8))
    #expect(SevenBits.encoded([]) == [])
  }

  @Test(arguments: 0..<40)
  func givesTheBytesBack(_ count: Int) {
    var random = SplitMix(state: UInt64(count))
    let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    let text = SevenBits.encoded(bytes)
    #expect(text.allSatisfy { $0 < 0x80 })
    #expect(Self.decoded(text, count: count) == bytes)
  }

  @Test func fillsUpWithZeros() {
    #expect(
      Self.decoded(SevenBits.encoded([1]), count: 20) == [1] + [UInt8](repeating: 0, count: 19))
  }
}
