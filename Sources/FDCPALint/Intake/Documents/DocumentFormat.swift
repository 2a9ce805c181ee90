/// How a document's text is written down.
package enum DocumentFormat: Sendable, Hashable {
  case plain, markdown, html, mail, docx, pdf
  /// One document a line.
  case lines

  /// The longest file that is read as one document, in bytes. Letters are a thousandth of it;
  /// pictures in a .pdf and attachments of a mail are what makes files long.
  package static let longestFile = 64 << 20
  /// The longest text that is scanned as one document, in bytes.
  static let longestText = 16 << 20

  /// Told by the name's ending; a PDF is one whatever its name.
  init(_ source: Source) {
    let name = source.name.lowercased()
    let ending = name.split(separator: "/").last?.split(separator: ".").last ?? ""
    if source.bytes.starts(with: Array("%PDF-".utf8)) {
      self = .pdf
      return
    }
    switch ending {
    case "jsonl", "ndjson": self = .lines
    case "md", "markdown": self = .markdown
    case "html", "htm", "xhtml": self = .html
    case "eml": self = .mail
    case "docx": self = .docx
    case "pdf": self = .pdf
    default: self = .plain
    }
  }

  /// Why a file cannot be read as what it seems to be; `nil` where nothing speaks against it.
  func objection(to source: Source) -> Problem? {
    let bytes = source.bytes
    if self != .lines, bytes.count > Self.longestFile {
      return Problem(
        code: "too-large", path: source.name, found: "\(bytes.count) bytes",
        expected: "at most \(Self.longestFile) bytes",
        message: "is too large for one document, so it was not read; split it, or give many "
          + "documents as JSON Lines (.jsonl)")
    }
    let nature = Self.nature(of: bytes)
    switch self {
    case .docx:
      guard !bytes.isEmpty, nature != .zip else { return nil }
      return Problem(
        code: "bad-document", path: source.name, found: nature?.rawValue ?? "no zip archive",
        expected: "a zip archive, which a .docx is",
        message: "is named .docx and is none; save it from the word processor as .docx")
    case .pdf:
      guard !bytes.isEmpty, !bytes.prefix(1024).contains(Array("%PDF-".utf8)) else { return nil }
      return Problem(
        code: "bad-document", path: source.name, found: nature?.rawValue ?? "no PDF",
        expected: "%PDF- at its beginning",
        message: "is named .pdf and is none; print it to a PDF again")
    case .plain, .markdown, .html, .mail, .lines:
      guard let nature else { return nil }
      return Problem(
        code: "binary", path: source.name, found: nature.rawValue, expected: "text",
        message: nature == .zip
          ? "is no text, so it was not read; name a Word document .docx, or save it as text"
          : "is no text, so it was not read; hand in the text itself")
    }
  }

  /// What a file is that is no text.
  enum Nature: String {
    case zip = "a zip archive"
    case office = "an old Office file, or an encrypted one"
    case png = "a PNG picture"
    case jpeg = "a JPEG picture"
    case gif = "a GIF picture"
    case gzip = "a gzip archive"
    case program = "a program"
    case rtf = "rich text (RTF)"
    case database = "an SQLite database"
    case bytes = "bytes that are no text"
  }

  private static let signatures: [([UInt8], Nature)] = [
    ([0x50, 0x4B, 3, 4], .zip), ([0xD0, 0xCF, 0x11, 0xE0], .office),
    ([0x89, 0x50, 0x4E, 0x47], .png), ([0xFF, 0xD8, 0xFF], .jpeg), (Array("GIF8".utf8), .gif),
    ([0x1F, 0x8B], .gzip), ([0x7F, 0x45, 0x4C, 0x46], .program), (Array("{\\rtf".utf8), .rtf),
    (Array("SQLite format 3".utf8), .database),
  ]

  private static func nature(of bytes: [UInt8]) -> Nature? {
    if let known = signatures.first(where: { bytes.starts(with: $0.0) }) { return known.1 }
    // UTF-16 is full of zeros, and its mark or its reader says so.
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return nil }
    let head = bytes.prefix(8192)
    let controls = head.count { $0 < 9 || (14..<27).contains($0) || (28..<32).contains($0) }
    guard controls * 10 > head.count else { return nil }
    let zeros = head.count { $0 == 0 }
    // UTF-16 without a mark: every other byte is a zero, and no other control is there.
    return zeros == controls && zeros * 5 > head.count * 2 && zeros * 5 < head.count * 3
      ? nil : .bytes
  }
}

extension Collection where Element == UInt8 {
  fileprivate func contains(_ wanted: [UInt8]) -> Bool {
    guard let head = wanted.first else { return true }
    return indices.contains { self[$0] == head && self[$0...].starts(with: wanted) }
  }
}
