/// The exceptions that a draft holds in its comments, and the draft without them.
///
/// The comments are taken out before anything reads the text: what a reason quotes is no wording of
/// the letter, neither forbidden nor required. Spaces take their place, so that positions stay.
struct InlineExceptions {
  private(set) var exceptions: [RuleException] = []
  /// The text with spaces in place of the comments; `nil` where it holds none.
  private(set) var blanked: [UInt8]?

  private static let keys = ["reason", "by", "until"]

  init(_ source: Source) {
    guard let text = Self.text(of: source) else { return }
    let comments = ExceptionComment.all(in: text)
    guard !comments.isEmpty else { return }
    var rest = text
    for comment in comments {
      for index in comment.span where rest[index] != 10 && rest[index] != 13 { rest[index] = 32 }
    }
    blanked = rest
    let lines = LineTable(rest)
    exceptions = comments.map { comment in
      let first = lines.line(at: comment.span.lowerBound)
      let last = lines.line(at: max(comment.span.lowerBound, comment.span.upperBound - 1))
      let reach = lines.reach(first...last)
      var exception = RuleException(
        rule: "", reach: .lines(path: source.name, reach), place: Location(path: source.name))
      exception.place.start = comment.span.lowerBound
      exception.place.end = comment.span.upperBound
      exception.place.line = first
      exception.place.column = lines.column(of: comment.span.lowerBound, in: text)
      if let flaw = comment.flaw { exception.flaws.append(flaw) }
      Self.read(comment.body, into: &exception)
      return exception
    }
  }

  /// The text as the reader will have it, if it may hold an exception at all: mostly it does not.
  private static func text(of source: Source) -> [UInt8]? {
    let name = source.name.lowercased()
    // A line of a log or of JSON Lines is a record, and a zipped document holds no comment.
    guard ![".jsonl", ".ndjson", ".docx", ".pdf"].contains(where: { name.hasSuffix($0) }) else {
      return nil
    }
    let isWide =
      source.bytes.starts(with: [0xFF, 0xFE]) || source.bytes.starts(with: [0xFE, 0xFF])
    guard isWide || ExceptionComment.firstMarker(in: source.bytes) != nil else { return nil }
    return DecodedText(source).bytes
  }

  /// Reads `allow RULE reason="…" by="…" until=2027-01-31`.
  private static func read(_ body: String, into exception: inout RuleException) {
    var words = ExceptionWords(body)
    guard let verb = words.next() else {
      exception.flaws.append("says nothing; expected 'allow' and a rule")
      return
    }
    guard verb.key == nil, verb.value == "allow" else {
      exception.flaws.append("says '\(Shown.short(verb.value))'; expected 'allow'")
      return
    }
    while let word = words.next() {
      switch word.key {
      case nil where exception.rule.isEmpty: exception.rule = word.value
      case nil:
        exception.flaws.append(
          "holds '\(Shown.short(word.value))' beside its one rule; put words in quotation marks")
      case "reason": exception.reason = word.value
      case "by": exception.by = word.value
      case "until":
        exception.until = CivilDay(word.value)
        if exception.until == nil {
          exception.flaws.append(
            "has until=\(Shown.short(word.value)); expected a date such as 2027-01-31")
        }
      case let key?: exception.flaws.append("has an " + unknownName("key", key, among: keys))
      }
    }
    if exception.rule.isEmpty { exception.flaws.append("names no rule") }
  }
}

/// The words of an exception: bare ones, and `key=value` with or without quotation marks.
private struct ExceptionWords {
  private var rest: Substring

  init(_ text: String) {
    let plain = text.map { ["“", "”", "„"].contains($0) ? "\"" : $0 }
    rest = Substring(String(plain))
  }

  mutating func next() -> (key: String?, value: String)? {
    rest = rest.drop { $0.isWhitespace }
    guard let first = rest.first else { return nil }
    if let bare = quoted(first) { return (nil, bare) }
    let word = rest.prefix { !$0.isWhitespace && $0 != "=" }
    rest = rest.dropFirst(word.count)
    guard rest.first == "=" else { return (nil, String(word)) }
    rest = rest.dropFirst()
    if let first = rest.first, let value = quoted(first) { return (String(word), value) }
    let value = rest.prefix { !$0.isWhitespace }
    rest = rest.dropFirst(value.count)
    return (String(word), String(value))
  }

  /// What stands between quotation marks at the beginning of the rest.
  private mutating func quoted(_ mark: Character) -> String? {
    guard mark == "\"" || mark == "'" else { return nil }
    let inner = rest.dropFirst().prefix { $0 != mark }
    rest = rest.dropFirst(inner.count + 2)
    return inner.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// Lines of a text, from 1.
private struct LineTable {
  private var starts = [0]
  private var isBlank: [Bool] = []

  init(_ bytes: [UInt8]) {
    var blank = true
    for (index, byte) in bytes.enumerated() {
      if byte == 10 {
        starts.append(index + 1)
        isBlank.append(blank)
        blank = true
      } else if byte != 32 && !(9...13).contains(byte) {
        blank = false
      }
    }
    isBlank.append(blank)
  }

  func line(at offset: Int) -> Int { starts.lastIndex { $0 <= offset }.map { $0 + 1 } ?? 1 }

  /// In Unicode scalars, from 1.
  func column(of offset: Int, in bytes: [UInt8]) -> Int {
    let start = starts[line(at: offset) - 1]
    return bytes[start..<offset].count { $0 & 0xC0 != 0x80 } + 1
  }

  /// The lines that a comment is about: its own where it shares them with text, otherwise the next
  /// paragraph.
  func reach(_ lines: ClosedRange<Int>) -> ClosedRange<Int> {
    guard lines.allSatisfy({ isBlank[$0 - 1] }) else { return lines }
    guard let first = (lines.upperBound..<isBlank.count).first(where: { !isBlank[$0] }) else {
      return lines
    }
    let end = (first..<isBlank.count).first { isBlank[$0] } ?? isBlank.count
    return first + 1...end
  }
}
