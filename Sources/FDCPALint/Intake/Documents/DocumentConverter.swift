/// Gets the text out of documents that are no text: `unzip` opens a .docx, `pdftotext` reads a
/// .pdf. The library starts no programs itself; whoever embeds it hands one of these in.
public struct DocumentConverter: Sendable {
  public enum Format: Sendable, Hashable, CaseIterable {
    /// Gives the XML of the document, its notes, headers and footers, one after the other.
    case docx
    /// Gives plain text, in the order in which it was written, with a form feed behind each page.
    case pdf
  }

  /// What became of it.
  public enum Outcome: Sendable, Hashable {
    /// UTF-8.
    case text([UInt8])
    /// The program is not there; the Debian package that holds it.
    case missing(program: String, package: String)
    /// The program could not read the document; its own words.
    case refused(program: String, reason: String)
    /// It took longer than so many seconds.
    case tooSlow(program: String, seconds: Int)
  }

  let convert: @Sendable (Format, [UInt8]) -> Outcome

  public init(_ convert: @escaping @Sendable (Format, [UInt8]) -> Outcome) {
    self.convert = convert
  }
}

/// The text of a .docx or .pdf, with lines that its author can find.
///
/// In a .docx a line is a paragraph, a list item or a row of a table, counted from 1 and without
/// the empty ones; in a .pdf it is a line of what `pdftotext` prints.
struct ConvertedText {
  /// What lines and offsets of findings are about.
  var source: [UInt8] = []
  var text: MappedText?
  var problem: Problem?

  init(_ source: Source, _ format: DocumentConverter.Format, _ converter: DocumentConverter?) {
    let name = format == .docx ? "a .docx" : "a .pdf"
    guard let converter else {
      problem = Problem(
        code: "needs-tool", path: source.name, found: name, expected: "text",
        message: "cannot be read here, because no converter is set; hand in its text")
      return
    }
    switch converter.convert(format, source.bytes) {
    case .text(let bytes):
      let clean = String(decoding: bytes, as: UTF8.self)
      read(Array(clean.utf8), format, source.name)
    case .missing(let program, let package):
      problem = Problem(
        code: "needs-tool", path: source.name, found: name, expected: "the program \(program)",
        message:
          "cannot be read without \(program); install it (Debian: apt-get install \(package))")
    case .refused(let program, let reason):
      problem = Problem(
        code: "bad-document", path: source.name, found: reason.isEmpty ? nil : reason,
        expected: "\(name) that \(program) can read",
        message: "\(program) cannot read it; save it again without a password")
    case .tooSlow(let program, let seconds):
      problem = Problem(
        code: "too-slow", path: source.name, found: "more than \(seconds) s",
        expected: "at most \(seconds) s",
        message: "\(program) took too long and was stopped; split the document or hand in its text")
    }
  }

  private mutating func read(_ bytes: [UInt8], _ format: DocumentConverter.Format, _ path: String) {
    switch format {
    case .pdf:
      source = bytes
      text = Self.unwrapped(MappedText(bytes, 0..<bytes.count))
    case .docx: (source, text) = Self.numbered(WordText.read(bytes))
    }
    guard !source.contains(where: { TextUnits.isLetter($0) }) else { return }
    text = nil
    problem = Problem(
      code: "no-text", path: path, found: "no letters", expected: "text",
      message: format == .pdf
        ? "holds no text, as when a page was scanned; run text recognition on it "
          + "(such as ocrmypdf) or hand in the text"
        : "holds no text; hand in the text of its pictures")
  }

  /// A page's text with its paragraphs in one piece: a line that goes on with a small letter, or
  /// holds figures alone, belongs to the one before; a bullet's line is a sentence of its own.
  private static func unwrapped(_ page: MappedText) -> MappedText {
    let bytes = page.bytes
    var builder = TextBuilder(page)
    var copied = 0
    var at = 0
    while at < bytes.count {
      let end = ByteSearch.first(of: 10, in: bytes, from: at, to: bytes.count)
      let line = bytes[at..<end]
      if isBullet(line.prefix(5)) {
        builder.copy(copied..<at)
        builder.put([10], for: at..<at)
        copied = at
      } else if at > 0, continues(line) {
        builder.copy(copied..<at - 1)
        builder.put([32], for: at - 1..<at)
        copied = at
      }
      at = end + 1
    }
    builder.copy(copied..<bytes.count)
    return builder.text
  }

  private static func continues(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first else { return false }
    if (97...122).contains(first) { return true }
    return line.contains { (48...57).contains($0) }
      && !String(decoding: line, as: UTF8.self).unicodeScalars.contains(
        where: \.properties.isAlphabetic)
  }

  /// Whether a line opens with a sign that is no letter of any script, and a space behind it: the
  /// signs of bullets and boxes to check, and those of the fonts that draw them.
  private static func isBullet(_ opening: ArraySlice<UInt8>) -> Bool {
    let scalars = String(decoding: opening, as: UTF8.self).unicodeScalars
    guard let first = scalars.first, scalars.dropFirst().first == " " else { return false }
    switch first.value {
    case 0xA7, 0xB7, 0x2022, 0x2023, 0x2043, 0x2219, 0x25A0...0x25FF, 0x2600...0x27BF,
      0xE000...0xF8FF:
      return true
    default: return false
    }
  }

  /// A text whose blocks stand apart by empty lines, and the same without these as its source.
  private static func numbered(_ page: [UInt8]) -> ([UInt8], MappedText) {
    var source: [UInt8] = []
    var map = OffsetMap()
    var at = 0
    while at < page.count {
      let newline = ByteSearch.first(of: 10, in: page, from: at, to: page.count)
      let end = min(newline + 1, page.count)
      if newline > at {
        let start = source.count
        source += page[at..<end]
        map.append(at: at, source: start..<source.count, isVerbatim: true)
      } else {
        map.append(at: at, source: source.count..<source.count, isVerbatim: false)
      }
      at = end
    }
    return (source, MappedText(bytes: page, map: map))
  }
}
