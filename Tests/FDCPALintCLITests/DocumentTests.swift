import Foundation
import Testing

/// Documents as files: what cannot be read is told with its cause, what is good beside it is judged.
@Suite struct DocumentTests {
  private static let sound = "told cust she will be arrested"

  private static func has(_ program: String) -> Bool {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
  }

  /// A PDF of one page with these words, or with none.
  private static func pdf(_ words: String) -> Data {
    let content = words.isEmpty ? "" : "BT /F1 12 Tf 20 100 Td (\(words)) Tj ET"
    return Data(
      """
      %PDF-1.4
      1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
      2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
      3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R
      /Resources<</Font<</F1 5 0 R>>>>>>endobj
      4 0 obj<</Length \(content.utf8.count)>>stream
      \(content)
      endstream endobj
      5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
      trailer<</Root 1 0 R>>

      """.utf8)
  }

  /// Checks a file beside a sound one, whose finding must be there whatever else is wrong.
  private func check(_ name: String, _ data: Data) throws -> (result: Tool.Result, code: String?) {
    var result: Tool.Result?
    try Tool.withFiles([name: data, "sound.note.txt": Data(Self.sound.utf8)]) { folder in
      result = try Tool.run(["check", name, "sound.note.txt", "--format", "jsonl"], in: folder)
    }
    let found = try #require(result)
    #expect(found.objects("finding").contains { $0["record"] as? String == "sound.note.txt" })
    return (found, found.objects("problem").first?["code"] as? String)
  }

  @Test(arguments: [
    ("a.docx", "no archive", "bad-document", "a zip archive"),
    ("a.pdf", "no pdf", "bad-document", "%PDF-"),
    (
      "a.eml", "Subject: x\nContent-Type: multipart/mixed; boundary=b\n\nHi\n", "broken-boundary",
      "--b"
    ),
    ("a.letter.txt", "Hi\n{% if x %}\nwords\n", "unclosed-block", "{% endif %}"),
    ("a.letter.html", "<p>{{#if x}}words</p>", "unclosed-block", "{{/if}}"),
    ("a.txt", "\u{0}\u{1}\u{2}\u{3}\u{0}\u{1}", "binary", "text"),
    ("a b.txt", "", "empty", "a text"),
  ])
  func badInputIsAProblemAndTheRestIsJudged(
    name: String, text: String, code: String, expected: String
  ) throws {
    let (result, found) = try check(name, Data(text.utf8))
    #expect(found == code)
    #expect(result.code == 3)
    #expect(result.errors.contains("\(name):"))
    #expect(result.errors.contains(expected))
  }

  @Test func aHugeFileIsRefusedUnread() throws {
    try Tool.withFiles(["sound.note.txt": Self.sound, "big.txt": ""]) { folder in
      let big = try FileHandle(forWritingTo: folder.appending(path: "big.txt"))
      try big.truncate(atOffset: 200 << 20)
      try big.close()
      let result = try Tool.run(["check", ".", "--format", "jsonl"], in: folder)
      #expect(result.objects("problem").compactMap { $0["code"] as? String } == ["too-large"])
      #expect(result.objects("problem").first?["found"] as? String == "209715200 bytes")
      #expect(result.objects("finding").count == 1)
      #expect(result.code == 3)
    }
  }

  @Test func foldersAreWalkedInOrderAndNeverRound() throws {
    try Tool.withFiles([
      "b/two.note.txt": Self.sound, "a/one.note.txt": Self.sound, ".git/x.note.txt": Self.sound,
      "a/.x.note.txt": Self.sound, "a/skipped.bin": "x",
    ]) { folder in
      let files = FileManager.default
      try files.createSymbolicLink(
        atPath: folder.appending(path: "a/up").path, withDestinationPath: "..")
      try files.createSymbolicLink(
        atPath: folder.appending(path: "a/first").path, withDestinationPath: "../b")
      let result = try Tool.run(["check", ".", "--format", "jsonl"], in: folder)
      let records = result.objects("finding").compactMap { $0["record"] as? String }
      #expect(records == ["./a/one.note.txt", "./b/two.note.txt"])
      #expect(result.code == 1)
    }
  }

  @Test func linksThatLeadNowhereOrRoundAreTold() throws {
    try Tool.withFiles(["sound.note.txt": Self.sound]) { folder in
      for (name, other) in [("l1.txt", "l2.txt"), ("l2.txt", "l1.txt"), ("gone.txt", "nowhere")] {
        try FileManager.default.createSymbolicLink(
          atPath: folder.appending(path: name).path, withDestinationPath: other)
      }
      let result = try Tool.run(["check", ".", "--format", "jsonl"], in: folder)
      let codes = result.objects("problem").compactMap { $0["code"] as? String }
      #expect(codes == ["missing-file", "link-loop", "link-loop"])
      #expect(result.objects("finding").count == 1)
      let named = try Tool.run(["check", "l1.txt", "absent.txt", "--format", "jsonl"], in: folder)
      #expect(
        named.objects("problem").compactMap { $0["code"] as? String } == [
          "link-loop", "missing-file",
        ])
    }
  }

  @Test func namesWithSpacesLineBreaksAndOtherBytesAreOpened() throws {
    try Tool.withFiles([String: String]()) { folder in
      let name = Array("a b\n".utf8) + [0xFF] + Array(".note.txt".utf8)
      let path = (Array(folder.path.utf8) + [0x2F] + name + [0]).map { CChar(bitPattern: $0) }
      let file = path.withUnsafeBufferPointer { $0.baseAddress.flatMap { fopen($0, "w") } }
      let open = try #require(file)
      fputs(Self.sound, open)
      fclose(open)
      let whole = try Tool.run(["check", ".", "--format", "jsonl"], in: folder)
      #expect(whole.code == 1)
      #expect(whole.objects("finding").count == 1)
      // By its own name, which only a shell can hand over.
      let shell = Process()
      shell.executableURL = URL(filePath: "/bin/sh")
      shell.arguments = ["-c", "\"$0\" check *.note.txt --format concise", Tool.url.path]
      shell.currentDirectoryURL = folder
      let output = Pipe()
      shell.standardOutput = output
      try shell.run()
      let said = String(
        decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      shell.waitUntilExit()
      #expect(shell.terminationStatus == 1)
      // On one line, whatever the name holds.
      #expect(said.split(separator: "\n").count == 1)
      #expect(said.contains("federal/threat-of-arrest"))
    }
  }

  @Test(.enabled(if: has("pdftotext"), "pdftotext is not installed: apt-get install poppler-utils"))
  func aPDFIsReadAndOneWithoutTextIsTold() throws {
    let (result, code) = try check("a.letter.pdf", Self.pdf("Pay or you will be arrested."))
    #expect(code == nil)
    #expect(result.objects("finding").contains { $0["record"] as? String == "a.letter.pdf" })
    #expect(try check("scan.pdf", Self.pdf("")).code == "no-text")
    #expect(try check("cut.pdf", Data("%PDF-1.4\nnothing".utf8)).code == "bad-document")
  }

  @Test(
    .enabled(
      if: has("unzip") && has("zip"), "unzip and zip are not installed: apt-get install unzip zip"))
  func aWordDocumentIsReadAndABrokenOneIsTold() throws {
    let xml =
      "<?xml version=\"1.0\"?><w:document><w:p><w:r><w:t>Pay or you will be arr</w:t></w:r><w:r>"
      + "<w:t>ested.</w:t></w:r></w:p></w:document>"
    try Tool.withFiles(["word/document.xml": xml, "xl/workbook.xml": "<x/>"]) { folder in
      for (name, part) in [("a.letter.docx", "word/document.xml"), ("b.docx", "xl/workbook.xml")] {
        let zip = Process()
        zip.executableURL = URL(filePath: "/usr/bin/env")
        zip.arguments = ["zip", "-q", name, part]
        zip.currentDirectoryURL = folder
        try zip.run()
        zip.waitUntilExit()
      }
      try Data("PK\u{3}\u{4}and no more".utf8).write(to: folder.appending(path: "c.docx"))
      let result = try Tool.run(["check", ".", "--format", "jsonl"], in: folder)
      #expect(
        result.objects("finding").contains {
          $0["record"] as? String == "./a.letter.docx"
            && $0["rule"] as? String == "federal/threat-of-arrest"
        })
      let problems = result.objects("problem").map {
        [$0["path"], $0["code"]].map { $0 as? String ?? "" }
      }
      #expect(problems == [["./b.docx", "bad-document"], ["./c.docx", "bad-document"]])
      #expect(result.code == 3)
    }
  }

  @Test func aMissingProgramIsNamedWithItsPackage() throws {
    try Tool.withFiles(["a.pdf": Self.pdf("x"), "sound.note.txt": Data(Self.sound.utf8)]) {
      folder in
      let result = try Tool.run(
        ["check", ".", "--format", "jsonl"], in: folder, environment: ["PATH": "/nowhere"])
      let problem = try #require(result.objects("problem").first)
      #expect(problem["code"] as? String == "needs-tool")
      #expect((problem["message"] as? String)?.contains("apt-get install poppler-utils") == true)
      #expect(result.objects("finding").count == 1)
      #expect(result.code == 3)
    }
  }
}
