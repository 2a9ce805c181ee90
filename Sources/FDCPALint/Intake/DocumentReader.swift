internal import Foundation

/// Makes records of documents: files of text, and files with one document a line.
struct DocumentReader: Sendable {
  /// What every document is, whatever it says itself.
  let kind: DocumentKind?
  /// Facts beside a text that some rule asks for; other keys are noted, not passed over.
  var contextKeys: Set<String> = []
  /// What documents are by their paths, where they do not say it themselves.
  var paths = PathDescriptions()

  /// Reads what other programs write; `nil`: such documents are problems.
  var converter: DocumentConverter?

  func read(_ sources: [Source]) -> Intake {
    var intake = Intake()
    let converted = conversions(of: sources)
    for (index, source) in sources.enumerated() {
      let before = intake.records.count
      read(source, converted[index], into: &intake)
      for index in before..<intake.records.count { intake.records[index].order = index }
      intake.inputs.append(
        InputSummary(
          path: source.name, records: intake.records.count - before, digest: digest(source.bytes)))
    }
    return intake
  }

  private func read(_ source: Source, _ converted: ConvertedText?, into intake: inout Intake) {
    let format = DocumentFormat(source)
    if let problem = format.objection(to: source) {
      intake.problems.append(problem)
      return
    }
    if let converted {
      add(converted, source, into: &intake)
      return
    }
    let isMail = format == .mail && !Self.isUTF16(source.bytes)
    let decoded = isMail ? nil : DecodedText(source)
    intake.problems += decoded?.problems ?? []
    intake.notices += decoded?.notices ?? []
    let bytes = decoded?.bytes ?? source.bytes
    guard bytes.contains(where: { $0 > 32 }) else {
      intake.problems.append(
        Problem(
          code: "empty", path: source.name, expected: "a text",
          message: "is empty, so nothing in it was checked; remove it or fill it"))
      return
    }
    switch format {
    case .lines: readLines(bytes, source.name, into: &intake)
    case .mail: add(Mail(bytes, path: source.name), bytes, source.name, into: &intake)
    case .plain, .markdown, .html, .docx, .pdf:
      if let record = document(bytes, source.name, format, into: &intake) {
        intake.records.append(record)
      }
    }
  }

  private static func isUTF16(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
  }

  // MARK: A file that is one document

  private func document(
    _ bytes: [UInt8], _ path: String, _ format: DocumentFormat, into intake: inout Intake
  ) -> Record? {
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
    let isTemplate = kind.isDrafted
    let whole = MappedText(bytes, body.startIndex..<bytes.count)
    guard whole.bytes.count <= DocumentFormat.longestText else {
      intake.problems.append(Self.tooLong(path, whole.bytes.count))
      return nil
    }
    if format == .plain, !isTemplate || BodyReader.isAsItStands(whole) {
      var text = RecordText(field: .text, kind: kind, bytes: whole.bytes)
      text.byteOffset = body.startIndex
      text.lineOffset = bytes[..<body.startIndex].count { $0 == 10 }
      record.texts.insert(text, at: 0)
      return record
    }
    var reader = BodyReader(path: path, source: bytes)
    let made = reader.readings(of: whole, format.markup, isTemplate: isTemplate)
    reader.add(made, kind: kind, to: &record)
    intake.problems += reader.problems
    intake.notices += reader.notices
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
  static func kind(named path: String) -> DocumentKind? {
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
      let bytes = Array(text.utf8)
      let words = MappedText(bytes, 0..<bytes.count)
      if !kind.isSent || BodyReader.isAsItStands(words) {
        record.texts.insert(RecordText(field: .text, kind: kind, bytes: bytes), at: 0)
      } else {
        var reader = BodyReader(path: path, source: bytes, row: row)
        reader.add(
          reader.readings(of: words, .plain, isTemplate: true), kind: kind, to: &record)
        intake.problems += reader.problems
        intake.notices += reader.notices
      }
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
    case "subject":
      record.texts.append(RecordText(field: .subject, kind: .email, bytes: Array(value.utf8)))
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
  func finish(_ record: inout Record, _ kind: DocumentKind) {
    switch kind {
    case .letter: record.contact.channel = .letter
    case .email: record.contact.channel = .email
    case .text: record.contact.channel = .text
    case .transcript, .voicemail: record.contact.channel = .call
    case .note, .complaint, .unknown: record.contact.channel = .other
    }
  }
}
