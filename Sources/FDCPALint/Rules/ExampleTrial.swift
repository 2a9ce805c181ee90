/// One example on its way through the linter.
struct ExampleTrial {
  private let example: Example
  /// What a bare text is.
  private let kind: DocumentKind

  /// Whether a written text is one that came in: facts are mostly what consumers write.
  private let isInbound: Bool

  init(_ example: Example, kind: DocumentKind, isInbound: Bool = false) {
    self.example = example
    self.kind = kind
    self.isInbound = isInbound
  }

  private static let name = "example.jsonl"
  /// Keys that make a text a row of a log rather than a document.
  private static let rowKeys: Set<String> = [
    "channel", "outcome", "to", "endpoint_kind", "at", "debts", "signal", "consent",
  ]

  func report(_ linter: Linter) async -> Report {
    let sources = self.sources
    guard sources.isLog else { return await linter.check([sources.main]) }
    return await linter.audit([sources.main], consumers: [sources.consumers])
  }

  func records(_ linter: Linter) -> [Record] {
    let sources = self.sources
    return sources.isLog
      ? Intake(
        logs: [sources.main], consumers: [sources.consumers], debts: [], mapping: nil
      ).records
      : DocumentReader(kind: nil).read([sources.main]).records
  }

  /// The marked words, in bytes of the text without the marks.
  var expectedSpans: [Range<Int>] {
    guard case .text(let marked, _) = example.material else { return [] }
    var spans: [Range<Int>] = []
    var start = 0
    var offset = 0
    for character in marked {
      switch character {
      case "«": start = offset
      case "»": spans.append(start..<offset)
      default: offset += character.utf8.count
      }
    }
    return spans
  }

  func failures(findings: [Finding], mustFlag: Bool, notEvaluable: [NotEvaluable]) -> [String] {
    switch example.material {
    case .contacts(let rows):
      let expected = rows.enumerated().filter(\.element.finding).map { Self.id($0.offset) }
      let found = findings.map(\.record)
      guard Set(found) != Set(expected) else {
        return mustFlag && expected.isEmpty ? ["\(example.line): marks no row 'finding: true'"] : []
      }
      return ["\(example.line): expected findings on \(expected), found them on \(found)"]
    case .text:
      let spans = findings.compactMap { finding in
        finding.location.start.flatMap { start in finding.location.end.map { start..<$0 } }
      }.sorted { $0.lowerBound < $1.lowerBound }
      // What is missing has no words to mark: the finding is on the text.
      if mustFlag && expectedSpans.isEmpty && findings.count == 1 && spans.isEmpty { return [] }
      if spans == expectedSpans && (mustFlag ? !findings.isEmpty : findings.isEmpty) { return [] }
      let gap = notEvaluable.first.map { "; not evaluable: \($0.missing)" } ?? ""
      let extra = findings.count > spans.count ? "; \(findings[0].message)" : ""
      return ["\(example.line): \(difference(spans))\(gap)\(extra)"]
    }
  }

  func difference(_ found: [Range<Int>]) -> String {
    "expected \(words(expectedSpans)), found \(words(found)) in '\(plain.prefix(70))'"
  }

  private func words(_ spans: [Range<Int>]) -> String {
    let bytes = Array(plain.utf8)
    let texts = spans.map {
      String(decoding: bytes[$0.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }
    return texts.isEmpty ? "nothing" : texts.map { "«\($0)»" }.joined(separator: " ")
  }

  private var plain: String {
    guard case .text(let marked, _) = example.material else { return "" }
    return String(marked.filter { $0 != "«" && $0 != "»" })
  }

  // MARK: As input

  private struct Sources {
    var main: Source
    var consumers: Source
    var isLog: Bool
  }

  private var sources: Sources {
    switch example.material {
    case .contacts(let rows):
      let lines = rows.enumerated().map { index, row in
        var fields: [String: FieldValue] = [
          "channel": .text("call"), "direction": .text("outbound"), "party": .text("consumer"),
          "outcome": .text("no_answer"), "debts": .list([.text("A")]),
          "zone": .text("America/New_York"), "consumer": .text("C"), "id": .text(Self.id(index)),
        ]
        fields.merge(row.fields) { _, own in own }
        return Self.json(.object(fields))
      }
      return Sources(main: source(lines), consumers: consumers, isLog: true)
    case .text(_, let fields):
      let isLog = fields.keys.contains(where: Self.rowKeys.contains)
      return Sources(
        main: source([Self.json(.object(isLog ? row(fields) : document(fields)))]),
        consumers: consumers, isLog: isLog)
    }
  }

  private func row(_ fields: [String: FieldValue]) -> [String: FieldValue] {
    var row: [String: FieldValue] = [
      "id": .text(Self.id(0)), "consumer": .text("C"), "at": .text("2026-04-01T10:00"),
      "zone": .text("America/New_York"), "direction": .text("outbound"), "channel": .text("call"),
    ]
    // A text of some kind goes by its channel; a note says nothing of it.
    if case .text(let name) = fields["kind"], let kind = DocumentKind(rawValue: name) {
      switch kind {
      case .letter, .email, .text: row["channel"] = .text(name)
      case .voicemail: row["outcome"] = .text(Outcome.voicemail.rawValue)
      case .transcript: row["outcome"] = .text(Outcome.conversation.rawValue)
      case .note, .complaint, .unknown: break
      }
    }
    row.merge(fields) { _, own in own }
    row["kind"] = nil
    put(plain, into: &row, given: fields)
    return row
  }

  private func document(_ fields: [String: FieldValue]) -> [String: FieldValue] {
    var document: [String: FieldValue] = ["id": .text(Self.id(0)), "kind": .text(kind.rawValue)]
    document.merge(fields) { _, own in own }
    if isInbound, document["direction"] == nil,
      case .text(let name) = document["kind"], ["letter", "email", "text"].contains(name)
    {
      document["direction"] = .text(Direction.inbound.rawValue)
    }
    for (key, value) in example.context { document[key] = .text(value) }
    for (key, value) in example.consumer { document[key] = value }
    put(plain, into: &document, given: fields)
    if document["text"] == nil { document["text"] = document["note"] }
    document["note"] = nil
    return document
  }

  /// The text without its marks, under the key that the author wrote it under.
  private func put(
    _ text: String, into object: inout [String: FieldValue], given fields: [String: FieldValue]
  ) {
    let key = ["text", "note", "envelope", "subject"].first { fields[$0] != nil } ?? "text"
    object[key] = .text(text)
  }

  private var consumers: Source {
    var consumer: [String: FieldValue] = [
      "consumer": .text("C"), "time_zone": .text("America/New_York"),
    ]
    for (key, value) in example.context { consumer[key] = .text(value) }
    consumer.merge(example.consumer) { _, own in own }
    if consumer["possible_time_zones"] != nil { consumer["time_zone"] = nil }
    return source([Self.json(.object(consumer))])
  }

  private func source(_ lines: [String]) -> Source {
    Source(name: Self.name, bytes: Array((lines.joined(separator: "\n") + "\n").utf8))
  }

  private static func id(_ index: Int) -> String { "row-\(padded(index + 1, 3))" }

  private static func json(_ value: FieldValue) -> String {
    switch value {
    case .text(let text):
      if text == "true" || text == "false" { return text }
      return "\"" + text.unicodeScalars.map(escaped).joined() + "\""
    case .list(let items): return "[" + items.map(json).joined(separator: ",") + "]"
    case .object(let fields):
      let pairs = fields.sorted { $0.key < $1.key }.map { key, value in
        // The one field whose value must be a number to mean a place in the log.
        let number = key == "known_from_event" || key == "consented_from_event"
        if number, case .text(let text) = value { return "\"\(key)\":\(text)" }
        return "\"\(key)\":\(json(value))"
      }
      return "{" + pairs.joined(separator: ",") + "}"
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case ..<" ":
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: return String(scalar)
    }
  }
}
