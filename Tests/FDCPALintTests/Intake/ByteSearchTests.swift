import Testing

@testable import FDCPALint

@Suite struct ByteSearchTests {
  @Test(arguments: [("", 0), ("a", 1), ("a\n", 1), ("\n\n", 2), ("a\nb", 2)])
  func countsLines(_ text: String, _ count: Int) {
    #expect(ByteSearch.lineCount(of: Array(text.utf8)) == count)
  }

  /// Against a plain loop, at every length and place around a word of eight bytes.
  @Test func searchesAgreeWithALoop() {
    var random = SplitMix64(seed: 3)
    let alphabet: [UInt8] = [
      0x00, 0x1F, 0x20, 0x21, 0x22, 0x23, 0x5B, 0x5C, 0x5D, 0x7F, 0x80, 0xA2, 0xFF,
    ]
    for _ in 0..<20_000 {
      let bytes = (0..<random.below(28)).map { _ in
        random.below(3) == 0 ? alphabet[random.below(alphabet.count)] : 0x61
      }
      let start = random.below(bytes.count + 1)
      let end = start + random.below(bytes.count - start + 1)
      func loop(_ isHit: (UInt8) -> Bool) -> Int {
        bytes[start..<end].firstIndex(where: isHit) ?? end
      }
      #expect(
        ByteSearch.first(of: 0x22, in: bytes, from: start, to: end) == loop { $0 == 0x22 })
      #expect(
        ByteSearch.first(of: 0x22, 0x00, 0xFF, in: bytes, from: start, to: end)
          == loop { $0 == 0x22 || $0 == 0 || $0 == 0xFF })
      #expect(
        ByteSearch.endOfPlainJSON(in: bytes, from: start, to: end)
          == loop { $0 == 0x22 || $0 == 0x5C || $0 < 0x20 })
      #expect(
        ByteSearch.firstBeyondASCII(in: bytes, from: start, to: end) == loop { $0 >= 0x80 })
    }
  }
}
