internal import PCRE2

/// Cuts a text by who speaks: labelled turns, what a note reports of others, what stands in quotes.
///
/// The words that tell a speaker are word lists (`label-…`, `reported-…`, `quote-opener`), so that
/// a floor's own dialect is data. A list that is missing finds nothing.
struct Segmenter: Sendable {
  /// Who speaks where nothing in the text says so.
  struct Defaults: Sendable {
    var speaker: Speaker
    var mode: SpeechMode
  }

  /// Quotation marks around fewer words are emphasis, and stay with whoever speaks.
  private static let leastQuotedWords = 4
  /// A quotation that does not close within so many bytes is a stray mark.
  private static let longestQuotation = 600

  private let labels: [(pattern: Pattern, speaker: Speaker)]
  private let reports: [(pattern: Pattern, speaker: Speaker)]
  private let reportEnd: Pattern?
  private let quoteOpener: Pattern?
  let abbreviations: Set<[UInt8]>

  init(lexicons: [String: [String: [String]]]) {
    func words(_ name: String) -> String? {
      guard let words = lexicons[name]?["en"], !words.isEmpty else { return nil }
      return "(?:" + words.joined(separator: "|") + ")"
    }
    func label(_ name: String, _ speaker: Speaker) -> (Pattern, Speaker)? {
      words(name).map {
        let opening =
          #"(?:^|(?<=[\n])|(?<=[.!?"'])[ \t]+|(?<=\n)[ \t>*_]+)[*_]*(?:\[[^\]\n]{1,20}\]\W{0,3})?"#
        let closing = #"(?:\s?#?\d{1,3})?(?:\s?\([^)\n]{1,30}\))?[*_]*\s?:"#
        return (Pattern(opening + $0 + closing), speaker)
      }
    }
    labels = [
      label("label-collector", .collector), label("label-consumer", .consumer),
      label("label-third-party", .thirdParty),
    ].compactMap { $0 }
    let verb = words("reporting-verb")
    // "TT mom, asked her …": behind a comma only verbs that a collector does not use of itself.
    let verbOfOthers = words("reporting-verb-of-others")
    reports = [("reported-consumer", Speaker.consumer), ("reported-third-party", .thirdParty)]
      .compactMap { name, speaker in
        guard let subject = words(name), let verb else { return nil }
        let between = words("reporting-filler").map { #"(?:\#($0)\W+){0,2}"# } ?? ""
        let apart = verbOfOthers.map { #"|\W{1,3}\#(between)\#($0)"# } ?? ""
        return (Pattern(#"\b\#(subject)(?:\s{1,3}\#(between)\#(verb)\#(apart))(?!\w)"#), speaker)
      }
    reportEnd = words("report-end").map {
      Pattern(#"(?:[,;.]|\s-|\band|\bso|\bbut|\bthen)?\s*\b\#($0)(?!\w)"#)
    }
    quoteOpener = words("quote-opener").map {
      Pattern(#"\b\#($0)(?:\W{1,3}(?:that|msg|message))?\W{0,3}$"#)
    }
    abbreviations = Set((lexicons["abbreviation"]?["en"] ?? []).map { Array($0.utf8) })
  }

  /// - Throws: `MatchError` when a word list's pattern fails; the text is then not decided.
  func segments(
    of text: FoldedText, kind: DocumentKind, defaults: Defaults, matcher: borrowing Matcher
  ) throws(MatchError) -> SegmentedText {
    let bytes = text.bytes
    guard !bytes.isEmpty else {
      return SegmentedText(
        segments: [Segment(span: 0..<0, speaker: defaults.speaker, mode: defaults.mode)],
        turnStarts: [])
    }
    var (segments, turnStarts) = try turns(bytes, kind: kind, defaults: defaults, matcher)
    if kind == .note || kind == .unknown {
      var told: [Segment] = []
      for segment in segments {
        if segment.mode == .reported {
          told.append(segment)
        } else {
          told += try reported(in: segment, bytes, matcher)
        }
      }
      segments = told
    }
    if kind != .complaint {
      segments = try quoted(in: segments, bytes, matcher)
    }
    return SegmentedText(segments: segments, turnStarts: turnStarts)
  }

  private func turns(
    _ bytes: [UInt8], kind: DocumentKind, defaults: Defaults, _ matcher: borrowing Matcher
  ) throws(MatchError) -> ([Segment], [Int]) {
    var whole: [Segment] {
      [Segment(span: 0..<bytes.count, speaker: defaults.speaker, mode: defaults.mode)]
    }
    // A letter's "Consumer: Pat Kimura" is a heading, not a turn.
    guard kind != .letter, kind != .email, kind != .complaint else { return (whole, []) }
    var found: [(start: Int, speaker: Speaker)] = []
    for (pattern, speaker) in labels {
      var position = 0
      while let match = try matcher.firstMatch(
        of: pattern, in: bytes.span, from: position, to: bytes.count)
      {
        found.append((match.start, speaker))
        position = max(match.end, match.start + 1)
      }
    }
    found.sort { $0.start < $1.start }
    // One label in a text that is no transcript is more likely a word with a colon.
    guard found.count >= (kind == .transcript ? 1 : 2), let first = found.first else {
      return (whole, [])
    }
    var segments: [Segment] = []
    if first.start > 0 {
      segments.append(Segment(span: 0..<first.start, speaker: .unknown, mode: .direct))
    }
    for (index, turn) in found.enumerated() {
      let end = index + 1 < found.count ? found[index + 1].start : bytes.count
      guard end > turn.start else { continue }
      segments.append(Segment(span: turn.start..<end, speaker: turn.speaker, mode: .direct))
    }
    return (segments, found.map(\.start))
  }

  /// What a note says that somebody else said: from the verb to the end of the sentence, or to
  /// where the collector speaks again.
  private func reported(
    in segment: Segment, _ bytes: [UInt8], _ matcher: borrowing Matcher
  ) throws(MatchError) -> [Segment] {
    let units = TextUnits(
      Array(bytes[segment.span]), turnStarts: [], abbreviations: abbreviations)
    var spans: [(span: Range<Int>, speaker: Speaker)] = []
    for (pattern, speaker) in reports {
      var position = segment.span.lowerBound
      while let match = try matcher.firstMatch(
        of: pattern, in: bytes.span, from: position, to: segment.span.upperBound)
      {
        let offset = segment.span.lowerBound
        let sentence = units.unit(.sentence, at: match.start - offset, count: segment.span.count)
        var end = max(offset + sentence.upperBound, match.end)
        if let stop = bytes[match.end..<end].firstIndex(of: UInt8(ascii: ";")) { end = stop }
        if let reportEnd,
          let back = try matcher.firstMatch(of: reportEnd, in: bytes.span, from: match.end, to: end)
        {
          end = back.start
        }
        spans.append((match.start..<max(end, match.end), speaker))
        position = max(end, match.end)
      }
    }
    return cut(segment, by: spans.sorted { $0.span.lowerBound < $1.span.lowerBound }) {
      Segment(span: $0, speaker: $1 ?? segment.speaker, mode: .reported)
    }
  }

  private func quoted(
    in segments: [Segment], _ bytes: [UInt8], _ matcher: borrowing Matcher
  ) throws(MatchError) -> [Segment] {
    let quotations = Self.quotations(bytes)
    guard !quotations.isEmpty else { return segments }
    var result: [Segment] = []
    for segment in segments {
      var spans: [(span: Range<Int>, speaker: Speaker)] = []
      for quotation in quotations where segment.span.contains(quotation.lowerBound) {
        let opened = try opensOwnWords(bytes, quotation.lowerBound, segment, matcher)
        if opened && segment.mode == .direct { continue }
        spans.append((quotation.clamped(to: segment.span), segment.speaker))
      }
      result += cut(segment, by: spans) {
        Segment(span: $0, speaker: $1 ?? segment.speaker, mode: .quoted)
      }
    }
    return result
  }

  /// Whether the collector's own verb opens a quotation: `told her "…"`.
  private func opensOwnWords(
    _ bytes: [UInt8], _ quote: Int, _ segment: Segment, _ matcher: borrowing Matcher
  ) throws(MatchError) -> Bool {
    guard let quoteOpener, segment.speaker != .consumer, segment.speaker != .thirdParty else {
      return false
    }
    var start = max(segment.span.lowerBound, quote - 48)
    while start < quote, bytes[start] & 0xC0 == 0x80 { start += 1 }
    return try matcher.firstMatch(of: quoteOpener, in: bytes.span, from: start, to: quote) != nil
  }

  private func cut(
    _ segment: Segment, by spans: [(span: Range<Int>, speaker: Speaker)],
    make: (Range<Int>, Speaker?) -> Segment
  ) -> [Segment] {
    var result: [Segment] = []
    var position = segment.span.lowerBound
    for (span, speaker) in spans where span.lowerBound >= position && !span.isEmpty {
      if span.lowerBound > position {
        result.append(
          Segment(span: position..<span.lowerBound, speaker: segment.speaker, mode: segment.mode))
      }
      result.append(make(span, speaker))
      position = span.upperBound
    }
    if position < segment.span.upperBound {
      result.append(
        Segment(
          span: position..<segment.span.upperBound, speaker: segment.speaker, mode: segment.mode))
    }
    return result
  }

  /// Pairs of quotation marks, one of which may be two apostrophes, with enough words between.
  private static func quotations(_ bytes: [UInt8]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var open: Int?
    var words = 0
    var inWord = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let doubled =
        byte == UInt8(ascii: "'") && index + 1 < bytes.count && bytes[index + 1] == byte
      if byte == UInt8(ascii: "\"") || (doubled && open != nil) {
        let end = index + (doubled ? 2 : 1)
        if let start = open {
          if words >= leastQuotedWords { result.append(start..<end) }
          open = nil
        } else {
          open = index
          words = 0
          inWord = false
        }
        index = end
        continue
      }
      // A paragraph's end, or too long a way, closes nothing.
      if let start = open,
        index - start > longestQuotation
          || (byte == 10 && index + 1 < bytes.count && bytes[index + 1] == 10)
      {
        open = nil
      }
      let isWord = TextUnits.isLetter(byte) || (48...57).contains(byte)
      if isWord && !inWord { words += 1 }
      inWord = isWord || byte == UInt8(ascii: "'")
      index += 1
    }
    return result
  }
}
