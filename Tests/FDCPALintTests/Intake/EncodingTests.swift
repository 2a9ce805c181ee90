import Testing

@testable import FDCPALint

@Suite struct EncodingTests {
  private func decode(_ bytes: [UInt8]) -> DecodedText {
    DecodedText(Source(name: "a.csv", bytes: bytes))
  }
  private func text(_ bytes: [UInt8]) -> String {
    String(decoding: decode(bytes).bytes, as: UTF8.self)
  }

  @Test(arguments: [
    (Array("naïve".utf8), "naïve", TextEncoding.utf8),
    ([0xEF, 0xBB, 0xBF] + Array("é".utf8), "é", .utf8WithMark),
    ([0xFF, 0xFE, 0x41, 0, 0xE9, 0], "Aé", .utf16LittleEndian),
    ([0xFE, 0xFF, 0, 0x41, 0, 0xE9], "Aé", .utf16BigEndian),
    ([0xFE, 0xFF, 0xD8, 0x3D, 0xDE, 0x00], "😀", .utf16BigEndian),
    ([0x93, 0x68, 0x69, 0x94, 0x20, 0x80, 0x35], "“hi” €5", .windows1252),
    ([0x63, 0x61, 0x66, 0xE9], "café", .windows1252),
    ([], "", .utf8),
  ])
  func bytesBecomeText(_ bytes: [UInt8], _ expected: String, _ encoding: TextEncoding) {
    #expect(text(bytes) == expected)
    #expect(decode(bytes).encoding == encoding)
    #expect(decode(bytes).problems.isEmpty)
  }

  @Test func windows1252IsNoticedAndNoProblem() {
    #expect(
      decode([0xE9]).notices == ["a.csv: read as Windows-1252, because it is no UTF-8"])
    #expect(decode(Array("é".utf8)).notices.isEmpty)
  }

  @Test(arguments: [0x81, 0x8D, 0x8F, 0x90, 0x9D] as [UInt8])
  func undefinedBytesAreProblems(_ byte: UInt8) {
    let decoded = decode([0x61, 0x0A, byte, 0x62, byte])
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == "a\n\u{FFFD}b\u{FFFD}")
    #expect(decoded.problems.map(\.code) == ["bad-encoding"])
    #expect(decoded.problems.first?.message.contains("in line 2") == true)
    #expect(decoded.problems.first?.message.contains("2 such bytes") == true)
  }

  @Test func linesOfAnotherEncodingDoNotSpoilTheRest() {
    let decoded = decode(Array("é\n".utf8) + [0xE8, 0x0A] + Array("ñ\n".utf8))
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == "é\nè\nñ\n")
    #expect(decoded.problems.isEmpty)
    #expect(
      decoded.notices == [
        "a.csv: 1 lines read as Windows-1252, because they are no UTF-8 like the rest"
      ])
  }

  @Test func filesCutWithinACharacterAreTruncated() {
    let decoded = decode(Array("é,a".utf8) + [0xE2, 0x80])
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == "é,a")
    #expect(decoded.problems.map(\.code) == ["truncated"])
    #expect(decode([0xFF, 0xFE, 0x41]).problems.map(\.code) == ["truncated"])
  }

  @Test(
    arguments: [
      [0xFE, 0xFF, 0xD8, 0x3D, 0, 0x41], [0x41, 0, 0x42, 0], [0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0],
    ] as [[UInt8]])
  func whatIsNoTextIsAProblem(_ bytes: [UInt8]) {
    #expect(decode(bytes).problems.map(\.code) == ["bad-encoding"])
    #expect(String(validating: decode(bytes).bytes, as: UTF8.self) != nil)
  }

  /// The check against the standard library's, over bytes that are nearly UTF-8.
  @Test func validityAgreesWithTheStandardLibrary() {
    var random = SplitMix64(seed: 7)
    let pieces: [[UInt8]] = [
      [0x61], Array("é".utf8), Array("€".utf8), Array("😀".utf8), [0x80], [0xC0, 0x80], [0xC3],
      [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xED, 0x9F, 0xBF], [0xF0, 0x8F, 0xBF, 0xBF],
      [0xF4, 0x90, 0x80, 0x80], [0xF4, 0x8F, 0xBF, 0xBF], [0xF5], [0xE2, 0x82], [0xF0, 0x9F, 0x98],
      Array("abcdefgh".utf8),
    ]
    var invalid = 0
    for _ in 0..<5000 {
      var bytes: [UInt8] = []
      for _ in 0..<random.below(6) { bytes += pieces[random.below(pieces.count)] }
      let found = UTF8Check.firstInvalid(in: bytes)
      #expect((found == nil) == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
      guard let found else { continue }
      invalid += 1
      // Everything before is whole.
      #expect(String(validating: bytes[..<found], as: UTF8.self) != nil, "\(bytes)")
    }
    #expect(invalid > 1000)
  }
}
