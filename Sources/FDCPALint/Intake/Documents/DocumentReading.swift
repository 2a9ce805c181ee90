internal import Dispatch
internal import Synchronization

extension DocumentReader {
  /// What other programs made of the sources that need them, by their place: they are slow to
  /// start, so several run at once.
  func conversions(of sources: [Source]) -> [Int: ConvertedText] {
    let wanted = sources.indices.compactMap { index -> (Int, DocumentConverter.Format)? in
      let format = DocumentFormat(sources[index])
      guard let converted = format.converted, !sources[index].bytes.isEmpty,
        format.objection(to: sources[index]) == nil
      else { return nil }
      return (index, converted)
    }
    guard !wanted.isEmpty else { return [:] }
    let results = Mutex<[Int: ConvertedText]>([:])
    DispatchQueue.concurrentPerform(iterations: wanted.count) { place in
      let (index, format) = wanted[place]
      let text = ConvertedText(sources[index], format, converter)
      results.withLock { $0[index] = text }
    }
    return results.withLock { $0 }
  }

  static func tooLong(_ path: String, _ count: Int) -> Problem {
    Problem(
      code: "too-large", path: path, found: "\(count) bytes of text",
      expected: "at most \(DocumentFormat.longestText) bytes",
      message: "is too long for one document, so it was not read; split it, or give many documents "
        + "as JSON Lines (.jsonl)")
  }

  private func record(_ path: String) -> Record {
    var record = Record(
      contact: Contact(id: path, consumer: path), texts: [], origin: Location(path: path))
    record.isDocument = true
    record.contact.party = .unknown
    return record
  }

  /// Adds a document that another program has read.
  func add(_ converted: ConvertedText, _ source: Source, into intake: inout Intake) {
    if let problem = converted.problem { intake.problems.append(problem) }
    guard let text = converted.text else { return }
    guard text.bytes.count <= DocumentFormat.longestText else {
      intake.problems.append(Self.tooLong(source.name, text.bytes.count))
      return
    }
    var record = record(source.name)
    let kind = self.kind ?? Self.kind(named: source.name) ?? .unknown
    finish(&record, kind)
    var reader = BodyReader(path: source.name, source: converted.source)
    reader.add(
      reader.readings(of: text, .plain, isTemplate: kind.isDrafted), kind: kind, to: &record)
    intake.problems += reader.problems
    intake.notices += reader.notices
    intake.records.append(record)
  }

  /// Adds a mail: each choice among its alternative parts is a reading, the headers are fields.
  func add(_ mail: Mail, _ bytes: [UInt8], _ path: String, into intake: inout Intake) {
    intake.problems += mail.problems
    if !mail.attachments.isEmpty {
      intake.notices.append(
        "\(path): parts that are not read: \(mail.attachments.joined(separator: ", ")); "
          + "check them by themselves")
    }
    var record = record(path)
    let kind = self.kind ?? .email
    finish(&record, kind)
    var reader = BodyReader(path: path, source: bytes)
    var made: [BodyReader.Made] = []
    for bodies in mail.choices where !bodies.isEmpty {
      let parts = bodies.map { body in
        reader.readings(of: body.text, body.isHTML ? .html : .plain, isTemplate: kind.isDrafted)
      }
      let label = bodies.map(\.label).first { !$0.isEmpty }
      made += reader.joined(parts).map { reading in
        guard mail.choices.count > 1, let label, let start = bodies.first?.start else {
          return reading
        }
        return (reading.text, [(label, start..<start)] + reading.choices)
      }
    }
    if let longest = made.map(\.text.bytes.count).max(), longest > DocumentFormat.longestText {
      intake.problems.append(Self.tooLong(path, longest))
      made = []
    }
    reader.add(made, kind: kind, to: &record)
    for (field, header) in mail.fields {
      for reading in reader.readings(of: header, .plain, isTemplate: kind.isDrafted) {
        var text = RecordText(field: field, kind: kind, bytes: reading.text.bytes)
        text.view = SourceView(source: bytes, map: reading.text.map)
        record.texts.append(text)
      }
      if field == .to, record.contact.to == nil { record.contact.to = header.string }
      if field == .from, record.contact.from == nil { record.contact.from = header.string }
    }
    intake.problems += reader.problems
    intake.notices += reader.notices
    intake.records.append(record)
  }
}

extension DocumentFormat {
  var markup: BodyReader.Markup {
    switch self {
    case .markdown: .markdown
    case .html: .html
    case .plain, .mail, .docx, .pdf, .lines: .plain
    }
  }

  var converted: DocumentConverter.Format? {
    switch self {
    case .docx: .docx
    case .pdf: .pdf
    case .plain, .markdown, .html, .mail, .lines: nil
    }
  }
}

extension DocumentKind {
  /// Whether it goes out to somebody, so that it may be a template.
  var isSent: Bool {
    switch self {
    case .letter, .email, .text, .voicemail: true
    case .note, .transcript, .complaint, .unknown: false
    }
  }

  /// Whether a file of it may be a template: what nobody has named may be one too.
  var isDrafted: Bool { isSent || self == .unknown }
}
