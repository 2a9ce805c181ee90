import PCRE2
import Testing

@testable import FDCPALint

@Suite struct SegmenterTests {
  private static let lexicons: [String: [String: [String]]] = [
    "label-collector": ["en": ["agent", "rep", "collector"]],
    "label-consumer": ["en": ["cust", "consumer"]],
    "label-third-party": ["en": ["receptionist"]],
    "reported-consumer": ["en": ["cust", "cons", "she", "he"]],
    "reported-third-party": ["en": ["mom", "boss"]],
    "reporting-verb": ["en": ["said", "says", "asked", "sts", "told\\s+(?:me|us)"]],
    "reporting-verb-of-others": ["en": ["said"]],
    "reporting-filler": ["en": ["then", "also"]],
    "report-end": ["en": ["I", "told", "adv"]],
    "quote-opener": ["en": ["told\\s+\\w+", "adv\\s+\\w+"]],
  ]

  /// Segments as `speaker mode: words`.
  private func segments(_ text: String, _ kind: DocumentKind, speaker: Speaker = .collector) throws
    -> [String]
  {
    let folded = FoldedText(Array(text.utf8))
    let segmented = try Segmenter(lexicons: Self.lexicons).segments(
      of: folded, kind: kind, defaults: .init(speaker: speaker, mode: .direct),
      matcher: try Matcher())
    // Segments cover the text without gaps.
    var end = 0
    for segment in segmented.segments {
      #expect(segment.span.lowerBound == end)
      end = segment.span.upperBound
    }
    #expect(end == folded.bytes.count)
    return segmented.segments.map { segment in
      let words = String(decoding: folded.bytes[segment.span], as: UTF8.self)
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return "\(segment.speaker.rawValue) \(segment.mode.rawValue): \(words)"
    }
  }

  @Test func labelledTurnsAreTheirSpeakers() throws {
    #expect(
      try segments(
        "Agent: Pay today.\nCust: I will sue you.\nReceptionist: He is out.", .transcript)
        == [
          "collector direct: Agent: Pay today.", "consumer direct: Cust: I will sue you.",
          "third_party direct: Receptionist: He is out.",
        ])
  }

  @Test func turnsMayStandInOneLine() throws {
    #expect(
      try segments("Agent: Pay today. Cust: No way!", .transcript)
        == ["collector direct: Agent: Pay today.", "consumer direct: Cust: No way!"])
  }

  @Test func aTranscriptWithoutLabelsIsUnknown() throws {
    #expect(
      try segments("pay or go to jail", .transcript, speaker: .unknown)
        == ["unknown direct: pay or go to jail"])
  }

  @Test func aLettersHeadingIsNoTurn() throws {
    #expect(
      try segments("Consumer: Pat Kimura\nAgent: Dana", .letter)
        == ["collector direct: Consumer: Pat Kimura Agent: Dana"])
  }

  @Test func aNoteReportsOthers() throws {
    #expect(
      try segments("TT cust. Cust said she will sue us. Told her ok", .note)
        == [
          "collector direct: TT cust.", "consumer reported: Cust said she will sue us.",
          "collector direct: Told her ok",
        ])
    #expect(
      try segments("mom sts he moved; adv nothing", .note)
        == ["third_party reported: mom sts he moved", "collector direct: ; adv nothing"])
  }

  @Test func behindACommaTheCollectorAsks() throws {
    #expect(
      try segments("TT mom, asked her to pay", .note)
        == ["collector direct: TT mom, asked her to pay"])
    #expect(
      try segments("TT mom, said he moved", .note)
        == ["collector direct: TT", "third_party reported: mom, said he moved"])
  }

  @Test func aReportEndsWhereTheCollectorSpeaks() throws {
    #expect(
      try segments("cons said go to hell, told cons she will be arrested", .note)
        == [
          "consumer reported: cons said go to hell",
          "collector direct: , told cons she will be arrested",
        ])
  }

  @Test func aQuotationOfFourWordsIsQuoted() throws {
    #expect(
      try segments("His file says \"we will sue you\" today", .note)
        == [
          "collector direct: His file says", "collector quoted: \"we will sue you\"",
          "collector direct: today",
        ])
    #expect(
      try segments("we will have you \"arrested\"", .letter)
        == ["collector direct: we will have you \"arrested\""])
  }

  @Test func theCollectorsOwnVerbOpensOwnWords() throws {
    #expect(
      try segments("told her \"we will have you arrested\"", .note)
        == ["collector direct: told her \"we will have you arrested\""])
  }

  @Test func anOpenQuotationMarkQuotesNothing() throws {
    #expect(
      try segments("a 5\" pipe and then we will sue you", .note)
        == ["collector direct: a 5\" pipe and then we will sue you"])
  }

  @Test func aComplaintIsOneStory() throws {
    #expect(
      try segments("He said \"you will go to jail now\"", .complaint, speaker: .consumer)
        == ["consumer direct: He said \"you will go to jail now\""])
  }

  @Test func anEmptyTextHasOneEmptySegment() throws {
    #expect(try segments("", .note) == ["collector direct: "])
  }
}
