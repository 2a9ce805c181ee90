import Testing

@testable import FDCPALint

@Suite struct MenderTests {
  private let configuration: Configuration

  init() throws {
    configuration = try Configuration(
      yaml: """
        opt-out: {email: 'To stop e-mails, reply STOP.', text: 'Reply STOP to end.'}
        salutations: {Dear Debtor: 'Dear {{ name }}'}
        """, path: "c.yaml")
  }

  private func mended(_ text: String, name: String) async throws -> String? {
    var packs = try RuleBase.shippedPacks()
    packs.rules.append(try #require(configuration.salutationRule))
    let linter = Linter(
      rules: RuleBase(packs), options: Linter.Options(today: CivilDay(number: 20_000)))
    let source = Source(name: name, bytes: Array(text.utf8))
    let findings = await linter.check([source]).findings
    let kind = linter.documentKinds([source], kind: nil)[name] ?? .unknown
    return Mender(configuration).mended(source.bytes, path: name, kind: kind, findings)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    (
      "From a debt collector.\n", "a.email.md",
      "From a debt collector.\n\nTo stop e-mails, reply STOP.\n"
    ),
    (
      "From a debt collector.\r\n\r\n", "a.text.txt",
      "From a debt collector.\r\n\r\nReply STOP to end.\r\n"
    ),
    ("From a debt collector.", "a.text.txt", "From a debt collector.\n\nReply STOP to end.\n"),
    (
      "<html><BODY><p>From a debt collector.</p>\n</BODY></html>\n", "a.email.html",
      "<html><BODY><p>From a debt collector.</p>\n<p>To stop e-mails, reply STOP.</p>\n</BODY></html>\n"
    ),
    ("DEAR  DEBTOR:\n\nHello.\n", "a.letter.md", "Dear {{ name }}:\n\nHello.\n"),
    (
      "\u{FEFF}Dear debtor,\n\nHello. Dear Debtor, bye.\n", "a.letter.md",
      "\u{FEFF}Dear {{ name }},\n\nHello. Dear {{ name }}, bye.\n"
    ),
  ])
  func aDraftIsMended(text: String, name: String, expected: String) async throws {
    #expect(try await mended(text, name: name) == expected)
  }

  @Test(arguments: [
    ("Hello. Reply STOP to end.\n", "a.text.txt"), ("Hello.\n", "a.letter.md"),
    ("wrote to Dear Debtor", "a.note.txt"), ("Dear Debtors' Union,\n", "a.letter.md"),
    ("Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nHello.\n--b--\n", "a.eml"),
  ])
  func whatNeedsOrAllowsNoMendStays(text: String, name: String) async throws {
    #expect(try await mended(text, name: name) == nil)
  }

  @Test func aMendedDraftNeedsNoMend() async throws {
    let once = try #require(
      try await mended(
        "Dear Debtor,\n\nThis is from a debt collector.\n", name: "a.email.md"))
    #expect(try await mended(once, name: "a.email.md") == nil)
  }
}
