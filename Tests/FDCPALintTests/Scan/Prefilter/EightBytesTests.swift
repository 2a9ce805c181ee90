import PackCompiler
import Testing

@testable import FDCPALint

/// Eight bytes at a time against one at a time.
@Suite struct EightBytesTests {
  @Test func everyByteInEveryPlace() {
    for byte in UInt8.min...UInt8.max {
      for place in 0..<8 {
        var bytes = [UInt8](repeating: UInt8(ascii: "q"), count: 8)
        bytes[place] = byte
        #expect(seen(bytes) == expected(bytes), "\(byte) at \(place)")
      }
    }
  }

  @Test(arguments: 0..<40) func anyBytes(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let bytes = (0..<random.below(9)).map { _ in UInt8(random.below(256)) }
    #expect(seen(bytes) == expected(bytes))
  }

  /// The word that some bytes begin with, folded.
  private func seen(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBytes { text in
      let eight = EightBytes(text, at: 0)
      return (0..<eight.wordLength).map {
        UInt8(truncatingIfNeeded: eight.folded >> UInt64(8 * $0))
      }
    }
  }

  private func expected(_ bytes: [UInt8]) -> [UInt8] {
    Array(bytes.map { Word.folded[Int($0)] }.prefix { $0 != 0 })
  }
}
