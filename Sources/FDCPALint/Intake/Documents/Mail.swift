/// What a mail's reader may see: each choice among alternative parts, and the headers shown.
struct Mail {
  /// A text part, and whether it is HTML.
  struct Body {
    var text: MappedText
    var isHTML: Bool
    var label: String
    /// Where the part's text begins in the file.
    var start: Int
  }

  /// For each choice, the parts that stand one after the other.
  private(set) var choices: [[Body]] = []
  /// Subject, senders and addressees.
  private(set) var fields: [(field: TextField, text: MappedText)] = []
  private(set) var problems: [Problem] = []
  /// Names and types of parts that are not read.
  private(set) var attachments: [String] = []

  private let bytes: [UInt8]
  private let path: String
  /// Parts within parts beyond this many are no mail that a reader has seen.
  private static let deepest = 16

  init(_ bytes: [UInt8], path: String) {
    self.bytes = bytes
    self.path = path
    let message = MailPart(bytes, 0..<bytes.count)
    guard !message.headers.isEmpty else {
      problem(
        "no-mail", at: 0, found: "no header line", expected: "lines such as 'Subject: …'",
        "is named as an e-mail and has no headers; save the message as .eml, or name a draft .txt")
      choices = [
        [Body(text: MappedText(bytes, 0..<bytes.count), isHTML: false, label: "", start: 0)]
      ]
      return
    }
    let shown: [(String, TextField)] = [
      ("subject", .subject), ("from", .from), ("sender", .from), ("reply-to", .from), ("to", .to),
      ("cc", .to),
    ]
    for (name, field) in shown {
      if let text = message.header(name), !text.bytes.isEmpty { fields.append((field, text)) }
    }
    choices = read(message, 0)
    if choices.allSatisfy(\.isEmpty) {
      choices = []
      problem(
        "no-text", at: message.body.lowerBound, expected: "a text/plain or text/html part",
        "holds no part with text, so only its headers were checked; check its attachments")
    }
  }

  private mutating func problem(
    _ code: String, at offset: Int, found: String? = nil, expected: String? = nil,
    _ message: String
  ) {
    problems.append(
      Problem(
        code: code, path: path, row: SourceView.line(of: offset, in: bytes), found: found,
        expected: expected, message: message))
  }

  private mutating func read(_ part: MailPart, _ depth: Int) -> [[Body]] {
    let (type, parameters) = part.parameters(of: "content-type")
    if type.hasPrefix("multipart/"), depth < Self.deepest {
      guard let boundary = parameters["boundary"], !boundary.isEmpty else {
        problem(
          "broken-boundary", at: part.body.lowerBound, found: "no boundary",
          expected: "boundary=… in its Content-Type",
          "the parts cannot be told apart, so the mail was read as one text; save it again")
        return whole(part)
      }
      let (parts, isClosed) = part.parts(boundary: boundary)
      if parts.isEmpty {
        problem(
          "broken-boundary", at: part.body.lowerBound, found: "no line --\(Shown.short(boundary))",
          expected: "--\(Shown.short(boundary)) before each part",
          "the parts cannot be told apart, so the mail was read as one text; save it again")
        return whole(part)
      }
      if !isClosed {
        problem(
          "broken-boundary", at: part.body.upperBound,
          found: "no line --\(Shown.short(boundary))--",
          expected: "--\(Shown.short(boundary))-- behind the last part",
          "the mail ends before its last part does; save it again, whole")
      }
      return type == "multipart/alternative"
        ? parts.flatMap { read($0, depth + 1) }.filter { !$0.isEmpty }
        : joined(parts.map { read($0, depth + 1) })
    }
    let isAttached = part.parameters(of: "content-disposition").value == "attachment"
    guard type.isEmpty || type.hasPrefix("text/"), !isAttached, type != "text/calendar" else {
      let name = part.fileName.map { "'\($0)' (\(type))" } ?? (type.isEmpty ? "a part" : type)
      attachments.append(name)
      return [[]]
    }
    let decoded = part.decodedBody()
    if decoded.isBroken {
      problem(
        "bad-base64", at: part.body.lowerBound, expected: "base64",
        "holds what is no base64, so some of the part may be missing; save the mail again")
    }
    guard let text = decoded.text else {
      problem(
        "unknown-charset", at: part.body.lowerBound, found: Shown.short(decoded.charset),
        expected: "UTF-8, UTF-16, ISO-8859-1, ISO-8859-15 or Windows-1252",
        "the part was not read; save it as UTF-8")
      return [[]]
    }
    let isHTML = type == "text/html" || type == "text/x-amp-html"
    guard text.bytes.contains(where: { $0 > 32 }) else { return [[]] }
    return [
      [
        Body(
          text: text, isHTML: isHTML, label: "in the \(type.isEmpty ? "text/plain" : type) part",
          start: part.body.lowerBound)
      ]
    ]
  }

  private func whole(_ part: MailPart) -> [[Body]] {
    [
      [
        Body(
          text: MappedText(bytes, part.body), isHTML: false, label: "", start: part.body.lowerBound)
      ]
    ]
  }

  /// Every choice of each part with every choice of the others.
  private func joined(_ parts: [[[Body]]]) -> [[Body]] {
    var result: [[Body]] = [[]]
    for choices in parts where !choices.isEmpty {
      let combined = result.flatMap { before in choices.map { before + $0 } }
      result = combined.count <= Reading.limit ? combined : Array(combined.prefix(Reading.limit))
    }
    return result
  }
}
