/// Reads the text of a document into the readings that its reader may receive: a template's
/// branches first, as its engine does, then markup, then the places left for values.
struct BodyReader {
  enum Markup { case plain, markdown, html }

  /// One reading, its choices by their place in the file.
  typealias Made = (text: MappedText, choices: [(label: String, source: Range<Int>)])

  let path: String
  /// The file that lines are counted in.
  let source: [UInt8]
  /// The row of a file that holds many documents; lines are then the text's own.
  var row: Int?
  private(set) var problems: [Problem] = []
  private(set) var notices: [String] = []

  init(path: String, source: [UInt8], row: Int? = nil) {
    self.path = path
    self.source = source
    self.row = row
  }

  /// Whether a text is read byte for byte as it stands.
  static func isAsItStands(_ text: MappedText) -> Bool {
    !TemplateTags.mayBegin(in: text.bytes) && Placeholders.opaque(text) == nil
  }

  /// - Parameter isTemplate: Whether tags and placeholders are looked for: nobody fills in a note.
  mutating func readings(of text: MappedText, _ markup: Markup, isTemplate: Bool) -> [Made] {
    guard isTemplate else { return [(folded(text, markup), [])] }
    return branches(of: text).map { made in
      let words = folded(made.text, markup)
      return (Placeholders.opaque(words) ?? words, made.choices)
    }
  }

  private func folded(_ text: MappedText, _ markup: Markup) -> MappedText {
    switch markup {
    case .plain: text
    case .markdown: MarkdownText.read(text)
    case .html: HTMLText.read(text)
    }
  }

  private mutating func branches(of text: MappedText) -> [Made] {
    guard TemplateTags.mayBegin(in: text.bytes) else { return [(text, [])] }
    let template = Template(text.bytes)
    for fault in template.faults {
      let line = SourceView.line(
        of: text.map.source(of: fault.offset..<fault.offset).lowerBound, in: source)
      problems.append(
        Problem(
          code: fault.code, path: path, row: row ?? line, found: fault.found,
          expected: fault.expected,
          message: row == nil ? fault.message : "line \(line) of its text: \(fault.message)"))
    }
    for name in template.includes {
      let notice = "\(path): what '\(name)' puts in is not read here; check it by itself"
      if !notices.contains(notice) { notices.append(notice) }
    }
    let made = TemplateReadings(template, of: text)
    if made.isCut { problems.append(tooMany()) }
    return made.readings
  }

  private func tooMany() -> Problem {
    Problem(
      code: "too-many-branches", path: path, row: row, found: "more than \(Reading.limit) readings",
      expected: "at most \(Reading.limit) combinations of branches",
      message: "each branch was read, but not every combination of them; "
        + "split the template to have all of them checked")
  }

  /// Readings of parts that stand one after the other: each of one with each of the others.
  mutating func joined(_ parts: [[Made]]) -> [Made] {
    guard parts.count > 1 else { return parts.first ?? [] }
    var result: [Made] = [(MappedText(bytes: [], map: OffsetMap()), [])]
    for part in parts {
      let combined = result.flatMap { before in
        part.map { next -> Made in
          var builder = TextBuilder(before.text)
          builder.copy(0..<before.text.bytes.count)
          if !before.text.bytes.isEmpty { builder.put([10, 10], for: 0..<0) }
          builder.append(next.text)
          return (builder.text, before.choices + next.choices)
        }
      }
      if combined.count > Reading.limit { problems.append(tooMany()) }
      result = Array(combined.prefix(Reading.limit))
    }
    return result
  }

  /// Puts readings into a record, as texts and as what was chosen for each.
  func add(_ made: [Made], kind: DocumentKind, to record: inout Record) {
    var origin = record.origin
    origin.field = TextField.text.rawValue
    for (number, reading) in made.prefix(Reading.limit).enumerated() {
      var text = RecordText(field: .text, kind: kind, bytes: reading.text.bytes)
      text.view = SourceView(source: source, map: reading.text.map)
      if made.count > 1 { text.reading = number }
      record.texts.insert(text, at: min(number, record.texts.count))
    }
    guard made.count > 1 else { return }
    record.readings = made.prefix(Reading.limit).map { reading in
      Reading(
        choices: reading.choices.map {
          Reading.Choice(
            label: $0.label, location: SourceView.locate($0.source, of: source, in: origin))
        })
    }
  }
}
