import Testing

@testable import FDCPALint

@Suite struct DocumentFormatTests {
  private func source(_ bytes: [UInt8], _ name: String) -> Source {
    Source(name: name, bytes: bytes)
  }

  private func objection(_ bytes: [UInt8], _ name: String) -> Problem? {
    let source = source(bytes, name)
    return DocumentFormat(source).objection(to: source)
  }

  @Test(arguments: [
    ("a.txt", DocumentFormat.plain), ("b/A.MD", .markdown), ("a.x.html", .html), ("a.eml", .mail),
    ("a.docx", .docx), ("a.pdf", .pdf), ("a.jsonl", .lines), ("notes", .plain), ("-", .plain),
    ("dir.md/notes", .plain),
  ])
  func formatsGoByTheNamesEnding(name: String, format: DocumentFormat) {
    #expect(DocumentFormat(source(Array("x".utf8), name)) == format)
  }

  @Test func aPDFIsOneWhateverItsName() {
    #expect(DocumentFormat(source(Array("%PDF-1.7\n".utf8), "letter.txt")) == .pdf)
  }

  private static let refused: [(bytes: [UInt8], name: String, code: String, found: String)] = [
    ([0x89, 0x50, 0x4E, 0x47, 0, 0], "a.txt", "binary", "a PNG picture"),
    ([0, 1, 2, 65, 0, 1, 2, 65, 7, 7], "a.txt", "binary", "bytes that are no text"),
    (Array("{\\rtf1 x}".utf8), "a.txt", "binary", "rich text (RTF)"),
    ([0x50, 0x4B, 3, 4, 9], "a.txt", "binary", "a zip archive"),
    (Array("hello".utf8), "a.docx", "bad-document", "no zip archive"),
    (
      [0xD0, 0xCF, 0x11, 0xE0], "a.docx", "bad-document", "an old Office file, or an encrypted one"
    ),
    (Array("hello".utf8), "a.pdf", "bad-document", "no PDF"),
  ]

  @Test(arguments: refused)
  func whatIsNoneOfItsKindIsRefused(bytes: [UInt8], name: String, code: String, found: String) {
    let problem = objection(bytes, name)
    #expect(problem?.code == code)
    #expect(problem?.found == found)
    #expect(problem?.expected != nil)
  }

  private static let texts: [[UInt8]] = [
    Array("plain\ttext\r\n\u{C}".utf8), [0xFF, 0xFE, 104, 0, 105, 0], [104, 0, 105, 0, 33, 0],
    Array("caf\u{E9} 😀".utf8), [], [27, 91, 48, 109, 120], Array(repeating: 0xE9, count: 40),
  ]

  @Test(arguments: texts)
  func textsAreRead(bytes: [UInt8]) {
    #expect(objection(bytes, "a.txt") == nil)
  }

  @Test func whatIsTooLargeIsRefusedWithTheLimit() {
    let bytes = [UInt8](repeating: 32, count: DocumentFormat.longestFile + 1)
    #expect(objection(bytes, "a.txt")?.code == "too-large")
    #expect(objection(bytes, "a.txt")?.expected == "at most 67108864 bytes")
    // Many documents in one file are no one document.
    #expect(objection(bytes, "a.jsonl") == nil)
  }
}
