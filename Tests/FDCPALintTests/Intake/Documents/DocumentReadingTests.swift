import Testing

@testable import FDCPALint

/// Documents through the linter, with the rules that ship.
@Suite struct DocumentReadingTests {
  private func report(
    _ text: String, _ name: String, kind: DocumentKind? = nil, converter: DocumentConverter? = nil
  ) async throws -> Report {
    let today = try #require(CivilDay("2026-04-01"))
    var options = Linter.Options(today: today)
    options.converter = converter
    let linter = Linter(rules: RuleBase(try RuleBase.shippedPacks()), options: options)
    return await linter.check([Source(name: name, bytes: Array(text.utf8))], kind: kind)
  }

  private func arrests(_ report: Report) -> [String] {
    report.findings.filter { $0.rule == "federal/threat-of-arrest" }
      .map { "\($0.location.line ?? 0):\($0.location.column ?? 0) \($0.matched ?? "")" }
  }

  private func optOuts(_ report: Report) -> [(line: Int?, message: String)] {
    report.findings.filter { $0.rule == "federal/no-opt-out" }
      .map { ($0.location.line, $0.message) }
  }

  @Test func aFindingPointsAtTheLineThatIsEdited() async throws {
    let markdown = "---\nkind: letter\n---\n\nPay, or you will be\n**arre**sted.\n"
    #expect(arrests(try await report(markdown, "a.md")) == ["5:18 be\narrested"])
    let html = "<html>\n<p>Pay, or you will\n<b>be</b> arrested.</p>"
    #expect(arrests(try await report(html, "a.letter.html")) == ["3:4 be arrested"])
    let mail =
      "Subject: x\nContent-Transfer-Encoding: quoted-printable\n\nYou will be arr=\nested\n"
    #expect(arrests(try await report(mail, "a.eml")) == ["4:10 be arrested"])
  }

  @Test func offsetsSliceTheFileAtTheMark() async throws {
    let html = "<p>Señor, you will <i>be</i> arrested.</p>"
    let found = try await report(html, "a.letter.html").findings
      .first { $0.rule == "federal/threat-of-arrest" }
    let location = try #require(found?.location)
    let bytes = Array(html.utf8)
    let range = try #require(location.start)..<(try #require(location.end))
    #expect(String(decoding: bytes[range], as: UTF8.self) == "be</i> arrested")
    #expect(found?.excerpt?.text == "Señor, you will be arrested.")
  }

  @Test func commentsScriptsAndNamesOfPlaceholdersAreNoWords() async throws {
    let html = "<p>Hi {{arrested}}</p><!-- you will be arrested --><script>'be arrested'</script>"
    #expect(arrests(try await report(html, "a.letter.html")) == [])
    #expect(arrests(try await report("You will be [arrested].", "a.letter.txt")) == [])
    // Nobody fills in a note.
    #expect(
      arrests(try await report("told cust she will be arrested [today]", "a.note.txt")) == [
        "1:20 be arrested"
      ])
  }

  @Test func aForbiddenPhraseInAnyBranchIsFoundOnce() async throws {
    let template =
      "Dear {{name}},\n{% if a %}You will be arrested.{% else %}Hello.{% endif %}\n"
      + "{% if b %}One.{% endif %}{% if c %}You will be jailed.{% endif %}\n"
    #expect(
      arrests(try await report(template, "a.letter.txt")) == ["2:20 be arrested", "3:45 be jailed"])
  }

  @Test func aPhraseThatCrossesIntoABranchIsFoundThere() async throws {
    let template = "You will be {{#if a}}arrested{{else}}thanked{{/if}}.\n"
    #expect(arrests(try await report(template, "a.letter.txt")) == ["1:10 be arrested"])
  }

  @Test func aPhraseThatOneBranchLacksIsMissingThere() async throws {
    let notice = "Reply STOP to stop e-mails to this address."
    let whole =
      "We are a debt collector.\n{% if a %}\nHi. \(notice)\n{% else %}\n\(notice)\n{% endif %}\n"
    #expect(optOuts(try await report(whole, "a.email.txt")).isEmpty)
    let template = "We are a debt collector.\nPlease call.\n{% if a %}\n\(notice)\n{% endif %}\n"
    let missing = optOuts(try await report(template, "a.email.txt"))
    #expect(missing.count == 1)
    #expect(missing.first?.line == 3)
    #expect(missing.first?.message.hasSuffix("(where not a)") == true)
    // What another block gives in its place does not make up for it.
    let two =
      "We are a debt collector.\n{% if a %}\n\(notice)\n{% endif %}\n"
      + "{% if b %}\nHello.\n{% else %}\n\(notice)\n{% endif %}\n"
    #expect(optOuts(try await report(two, "a.email.txt")).count == 1)
    // The other side of one condition does.
    let sides =
      "We are a debt collector.\n{% if a %}\n\(notice)\n{% endif %}\n"
      + "{% unless a %}\n\(notice)\n{% endunless %}\n"
    #expect(optOuts(try await report(sides, "a.email.txt")).isEmpty)
  }

  @Test func whatOneAlternativePartLacksIsMissingThere() async throws {
    let mail =
      "Subject: Your account\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\n"
      + "We are a debt collector. Reply STOP to stop e-mails to this address.\n--b\n"
      + "Content-Type: text/html\n\n<p>We are a debt collector.</p>\n--b--\n"
    let missing = optOuts(try await report(mail, "a.eml"))
    #expect(missing.count == 1)
    #expect(missing.first?.line == 10)
    #expect(missing.first?.message.hasSuffix("(in the text/html part)") == true)
  }

  @Test func aSubjectLineIsReadAsAField() async throws {
    let found = try await report(
      "Subject: =?utf-8?B?WW91IHdpbGwgYmUgYXJyZXN0ZWQ=?=\n\nHello\n", "a.eml"
    ).findings.first { $0.rule == "federal/threat-of-arrest" }
    #expect(found?.location.field == "subject")
    #expect(found?.location.line == 1)
    let line =
      "{\"id\": \"m\", \"kind\": \"email\", \"subject\": \"You will be arrested\", \"text\": \"x\"}"
    let fields = try await report(line, "a.jsonl").findings.map(\.location.field)
    #expect(fields.contains("subject"))
  }

  @Test func templatesInBulkAreReadToo() async throws {
    let line =
      "{\"id\": \"m\", \"kind\": \"letter\", \"text\": "
      + "\"Hi\\n{% if a %}You will be arrested.{% endif %}{% if b %}\"}"
    let report = try await report(line, "a.jsonl")
    #expect(arrests(report) == ["2:20 be arrested"])
    #expect(report.findings.first?.location.row == 1)
    #expect(report.problems.map(\.code) == ["unclosed-block"])
    #expect(report.problems.map(\.row) == [1])
  }

  @Test func tooManyBranchesAreAProblemAndAllAreLookedAt() async throws {
    let template = (0..<8).map { "{% if c\($0) %}Part \($0).{% endif %}\n" }.joined()
    let report = try await report(
      template + "{% if last %}You will be arrested.{% endif %}\n", "a.letter.txt")
    #expect(report.problems.map(\.code) == ["too-many-branches"])
    #expect(arrests(report) == ["9:23 be arrested"])
    #expect(report.exitCode == 3)
  }

  @Test func includesAreNamed() async throws {
    let report = try await report("Hi {% include 'footer.html' %}", "a.letter.txt")
    #expect(report.notices.contains { $0.contains("'footer.html'") })
  }

  // MARK: What other programs read

  private func converter(_ outcome: DocumentConverter.Outcome) -> DocumentConverter {
    DocumentConverter { _, _ in outcome }
  }

  @Test func linesOfAWordDocumentAreItsParagraphs() async throws {
    let xml =
      "<?xml version=\"1.0\"?><w:document><w:p><w:r><w:t>Dear</w:t></w:r></w:p><w:p/>"
      + "<w:p><w:r><w:t>You will be arrested, «Name».</w:t></w:r></w:p></w:document>"
    let report = try await report(
      "PK\u{3}\u{4}", "a.letter.docx", converter: converter(.text(Array(xml.utf8))))
    #expect(arrests(report) == ["2:10 be arrested"])
    #expect(report.problems == [])
  }

  @Test func linesOfAPDFAreThoseOfItsText() async throws {
    let text = "Notice\nPay on time, please\n• You will be\narrested.\u{C}"
    let report = try await report(
      "%PDF-1.4", "a.letter.pdf", converter: converter(.text(Array(text.utf8))))
    #expect(arrests(report) == ["3:12 be arrested"])
  }

  @Test func wrappedLinesOfAPDFAreOneParagraph() {
    let page =
      "Pay to\nSmith & Co\nthat you paid\nthis way:\n– $ 50.00\n(800) 555-0100 now\n• one\n\u{C}end"
    let text = ConvertedText(
      Source(name: "a.pdf", bytes: []), .pdf, converter(.text(Array(page.utf8)))
    ).text
    #expect(
      text?.string
        == "Pay to\nSmith & Co that you paid this way: – $ 50.00\n(800) 555-0100 now\n\n• one\n"
        + "\u{C}end")
    #expect(text?.map.source(of: 18..<22) == 18..<22)
  }

  @Test(arguments: [
    (
      DocumentConverter.Outcome.missing(program: "pdftotext", package: "poppler-utils"),
      "needs-tool"
    ),
    (.refused(program: "pdftotext", reason: "Incorrect password"), "bad-document"),
    (.tooSlow(program: "pdftotext", seconds: 60), "too-slow"),
    (.text(Array(" \u{C}".utf8)), "no-text"), (.text([]), "no-text"),
  ])
  func whatNoProgramReadsIsAProblem(outcome: DocumentConverter.Outcome, code: String) async throws {
    let report = try await report("%PDF-1.4", "a.pdf", converter: converter(outcome))
    #expect(report.problems.map(\.code) == [code])
    #expect(report.problems.first?.expected != nil)
    #expect(report.exitCode == 3)
    #expect(report.records == 0)
  }

  @Test func withoutAConverterItIsAProblem() async throws {
    let report = try await report("%PDF-1.4", "a.pdf")
    #expect(report.problems.map(\.code) == ["needs-tool"])
  }
}
