internal import Foundation

/// Makes records of documents: files of text, and files with one document a line.
struct DocumentReader: Sendable {
  /// What every document is, whatever it says itself.
  let kind: DocumentKind?
  /// Facts beside a text that some rule asks for; other keys are noted, not passed over.
  var contextKeys: Set<String> = []
  /// What documents are by their paths, where they do not say it themselves.
  var paths = PathDescriptions()

  func read(_ sources: [Source]) -> Intake {
    var intake = Intake()
    for source in sources {
      let before = intake.records.count
      read(source, into: &intake)
      for index in before..<intake.records.count { intake.records[index].order = index }
      intake.inputs.append(
        InputSummary(
          path: source.name, records: intake.records.count - before, digest: digest(source.bytes)))
    }
    return intake
  }

  private func read(_ source: Source, into intake: inout Intake) {
    let name = source.name.lowercased()
    if let problem = Self.unreadable(source, name) {
      intake.problems.append(problem)
      return
    }
    let decoded = DecodedText(source)
    intake.problems += decoded.problems
    intake.notices += decoded.notices
    guard decoded.bytes.contains(where: { $0 > 32 }) else {
      intake.problems.append(
        Problem(
          code: "empty", path: source.name, expected: "a text",
          message: "is empty, so nothing in it was checked; remove it or fill it"))
      return
    }
    if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") {
      readLines(decoded.bytes, source.name, into: &intake)
    } else if let record = document(decoded.bytes, source.name, into: &intake) {
      intake.records.append(record)
    }
  }

  /// Formats that are no text: reading them as one would pass them for clean.
  private static func unreadable(_ source: Source, _ name: String) -> Problem? {
    let isPDF = source.bytes.starts(with: Array("%PDF".utf8)) || name.hasSuffix(".pdf")
    let isZip = source.bytes.starts(with: [0x50, 0x4B, 3, 4]) || name.hasSuffix(".docx")
    guard isPDF || isZip else { return nil }
    let tool = isPDF ? "pdftotext" : "pandoc -t plain"
    return Problem(
      code: "unsupported-format", path: source.name, found: isPDF ? "PDF" : "a zipped document",
      expected: "text", message: "is no text; convert it first, as with `\(tool)`")
  }

  // MARK: A file that is one document

  private func document(_ bytes: [UInt8], _ path: String, into intake: inout Intake) -> Record? {
    var body = bytes[...]
    var fields: [(key: String, values: [String])] = []
    if let head = Self.frontMatter(bytes) {
      do {
        let text = String(decoding: bytes[head.yaml], as: UTF8.self)
        fields = try FrontMatter(text, file: path, firstLine: 2).entries.map { ($0.key, $0.values) }
      } catch {
        for problem in error.problems {
          intake.problems.append(
            Problem(
              code: "bad-front-matter", path: path, row: problem.line,
              message: problem.message + "; mend it or take it out"))
        }
      }
      body = bytes[head.end...]
    }
    var record = Record(
      contact: Contact(id: path, consumer: path), texts: [], origin: Location(path: path))
    record.isDocument = true
    record.contact.party = .unknown
    var description = Description()
    for (key, value) in paths.fields(of: path) {
      apply(key, [value], to: &record, &description, path, nil, &intake)
    }
    for (key, values) in fields {
      apply(key, values, to: &record, &description, path, nil, &intake)
    }
    noteUnasked(Set(description.unasked), path, &intake)
    let configured = paths.kind(of: path)
    let kind = self.kind ?? description.kind ?? configured ?? Self.kind(named: path) ?? .unknown
    finish(&record, kind)
    var text = RecordText(field: .text, kind: kind, bytes: Array(body))
    text.byteOffset = body.startIndex
    text.lineOffset = bytes[..<body.startIndex].count { $0 == 10 }
    record.texts.insert(text, at: 0)
    return record
  }

  /// The YAML between a first line `---` and the next, and where the text behind it begins.
  private static func frontMatter(_ bytes: [UInt8]) -> (yaml: Range<Int>, end: Int)? {
    var lines = bytes.split(separator: 10, maxSplits: Int.max, omittingEmptySubsequences: false)[
      ...]
    func isRule(_ line: ArraySlice<UInt8>) -> Bool {
      line.filter { $0 != 13 && $0 != 32 } == Array("---".utf8)
    }
    guard let first = lines.first, isRule(first), !first.isEmpty else { return nil }
    lines = lines.dropFirst()
    guard let close = lines.first(where: isRule) else { return nil }
    let start = first.endIndex + 1
    return (start..<max(start, close.startIndex), min(close.endIndex + 1, bytes.count))
  }

  /// What a file's name says: `call.note.txt`, `first.letter.md`, `reply.eml`.
  private static func kind(named path: String) -> DocumentKind? {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let parts = name.lowercased().split(separator: ".")
    guard let ending = parts.last else { return nil }
    if ending == "eml" { return .email }
    return parts.dropFirst().dropLast().compactMap { DocumentKind(rawValue: String($0)) }.last
  }

  // MARK: One document a line

  private func readLines(_ bytes: [UInt8], _ path: String, into intake: inout Intake) {
    var lines = JSONLines(bytes, path: path)
    var unasked: Set<String> = []
    while let (row, object) = lines.nextObject() {
      guard let text = Self.text(object) else {
        intake.problems.append(
          Problem(
            code: "missing-field", path: path, row: row, field: "text", expected: "a text",
            message: "has no text to check; give it as \"text\""))
        continue
      }
      let id = object["id"]?.scalarText ?? "\(path)#\(row)"
      var record = Record(
        contact: Contact(id: id, consumer: id), texts: [], origin: Location(path: path, row: row))
      record.isDocument = true
      record.contact.party = .unknown
      var description = Description()
      for (key, value) in paths.fields(of: path) {
        apply(key, [value], to: &record, &description, path, row, &intake)
      }
      for member in object.members where !["id", "text", "turns"].contains(member.key) {
        let values: [String]
        if case .array(let items) = member.value {
          values = items.map(\.flatText)
        } else {
          values = member.value.isAbsent ? [] : [member.value.flatText]
        }
        guard !values.isEmpty else { continue }
        apply(member.key, values, to: &record, &description, path, row, &intake)
      }
      unasked.formUnion(description.unasked)
      let kind = self.kind ?? description.kind ?? paths.kind(of: path) ?? .unknown
      finish(&record, kind)
      record.texts.insert(RecordText(field: .text, kind: kind, bytes: Array(text.utf8)), at: 0)
      intake.records.append(record)
    }
    intake.problems += lines.problems
    noteUnasked(unasked, path, &intake)
  }

  /// A document's text: a string, or turns as `{"speaker", "text"}` written out with labels.
  private static func text(_ object: JSONObject) -> String? {
    if case .string(let text) = object["text"] { return text }
    guard case .array(let turns) = object["turns"] ?? object["text"] else { return nil }
    let lines = turns.compactMap { turn -> String? in
      guard case .object(let fields) = turn, let text = fields["text"]?.scalarText else {
        return nil
      }
      let speaker = fields["speaker"]?.scalarText ?? fields["role"]?.scalarText ?? "unknown"
      return "\(speaker): \(text)"
    }
    return lines.count == turns.count && !lines.isEmpty ? lines.joined(separator: "\n") : nil
  }

  // MARK: What stands beside a text

  private struct Description {
    var kind: DocumentKind?
    /// Keys that no rule asks for.
    var unasked: [String] = []
  }

  private func apply(
    _ key: String, _ values: [String], to record: inout Record, _ description: inout Description,
    _ path: String, _ row: Int?, _ intake: inout Intake
  ) {
    let value = values.joined(separator: ";")
    switch key {
    case "kind":
      description.kind = DocumentKind(rawValue: value)
      if description.kind == nil && kind == nil {
        note("kind '\(value)' is not known; read as unknown", path, &intake)
      }
    case "consumer": record.contact.consumer = value
    case "person": record.contact.person = value
    case "party":
      if let party = Party(rawValue: value) {
        record.contact.party = party
      } else {
        intake.problems.append(
          Problem(
            code: "bad-value", path: path, row: row, field: "party", found: value,
            expected: Party.allCases.map(\.rawValue).joined(separator: ", "),
            message: unknownName("party", value, among: Party.allCases.map(\.rawValue))))
      }
    case "language", "lang": record.contact.language = value
    case "state", "jurisdiction": record.contact.state = value
    case "zip": record.contact.zip = value
    case "format": record.contact.format = value
    case "visibility": record.contact.visibility = value
    case "sender": record.contact.sender = value
    case "profile": record.contact.profile = value
    case "direction": record.contact.direction = Direction(rawValue: value) ?? .outbound
    case "envelope":
      record.texts.append(
        RecordText(field: .envelope, kind: .letter, bytes: Array(value.utf8)))
    case "first-communication", "initial_communication":
      record.context["initial_communication"] = value
    default:
      record.context[key] = value
      if !contextKeys.contains(key) { description.unasked.append(key) }
    }
  }

  /// Notes a thing once, however many documents show it.
  private func note(_ text: String, _ path: String, _ intake: inout Intake) {
    let notice = "\(path): \(text)"
    if !intake.notices.contains(notice) { intake.notices.append(notice) }
  }

  private func noteUnasked(_ keys: Set<String>, _ path: String, _ intake: inout Intake) {
    guard !keys.isEmpty else { return }
    let names = keys.sorted().map { "'\($0)'" }.joined(separator: ", ")
    note("no rule asks for \(names) beside a text; kept as context", path, &intake)
  }

  /// The channel that a kind of document goes by.
  private func finish(_ record: inout Record, _ kind: DocumentKind) {
    switch kind {
    case .letter: record.contact.channel = .letter
    case .email: record.contact.channel = .email
    case .text: record.contact.channel = .text
    case .transcript, .voicemail: record.contact.channel = .call
    case .note, .complaint, .unknown: record.contact.channel = .other
    }
  }
}
