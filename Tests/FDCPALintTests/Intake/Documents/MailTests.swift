import Testing

@testable import FDCPALint

@Suite struct MailTests {
  private func mail(_ text: String) -> Mail { Mail(Array(text.utf8), path: "a.eml") }

  private func bodies(_ mail: Mail) -> [[String]] {
    mail.choices.map { $0.map(\.text.string) }
  }

  private func field(_ mail: Mail, _ field: TextField) -> [String] {
    mail.fields.filter { $0.field == field }.map(\.text.string)
  }

  @Test func headersAreFields() {
    let mail = mail(
      "From: =?UTF-8?Q?K=C3=A9ystone_?= =?iso-8859-1?Q?Caf=E9?= <a@b.example>\r\n"
        + "Reply-To: r@b.example\r\nTo: x@y.example\r\nSubject: =?utf-8?B?UGF5IG5vdw==?=\r\n"
        + "  or never\r\nX-Other: no\r\n\r\nBody\r\n")
    #expect(field(mail, .from) == ["Kéystone Café <a@b.example>", "r@b.example"])
    #expect(field(mail, .to) == ["x@y.example"])
    #expect(field(mail, .subject) == ["Pay now or never"])
    #expect(bodies(mail) == [["Body\r\n"]])
    #expect(mail.problems.isEmpty)
  }

  @Test(arguments: [
    ("text/plain; charset=utf-8", "quoted-printable", "caf=C3=A9 soon=\nest =3D", "café soonest ="),
    ("text/plain; charset=\"iso-8859-1\"", "quoted-printable", "caf=E9", "café"),
    ("text/plain; charset=windows-1252", "quoted-printable", "we=92ll", "we’ll"),
    ("text/plain; charset=iso-8859-15", "quoted-printable", "=A4 5", "€ 5"),
    ("text/plain; charset=us-ascii", "7bit", "plain", "plain"),
    ("text/plain; charset=utf-8", "base64", "Y2Fmw6kgc29v\nbmVzdA==\n", "café soonest"),
    ("text/plain; charset=utf-16", "base64", "//5oAGkA", "hi"),
    ("text/plain; charset=utf-16be", "base64", "2D3eAABo", "😀h"),
    ("text/plain", "8bit", "café", "café"),
  ])
  func encodingsAreUndone(type: String, encoding: String, body: String, words: String) {
    let mail = mail(
      "Subject: x\nContent-Type: \(type)\nContent-Transfer-Encoding: \(encoding)\n\n\(body)")
    #expect(bodies(mail) == [[words]])
    #expect(mail.problems.isEmpty)
  }

  @Test func decodedWordsAreFoundInTheFile() throws {
    let head = "Subject: x\nContent-Transfer-Encoding: base64\n\n"
    let mail = mail(head + "Y2Fmw6kgc29v\nbmVzdA==\n")
    let text = try #require(mail.choices.first?.first?.text)
    // "soonest" lies in both lines of base64.
    #expect(text.map.source(of: 6..<13) == head.utf8.count..<head.utf8.count + 21)
    let quoted = self.mail("Subject: x\nContent-Transfer-Encoding: quoted-printable\n\nar=\nrest")
    let words = try #require(quoted.choices.first?.first?.text)
    #expect(words.string == "arrest")
    #expect(words.map.source(of: 0..<6) == 56..<64)
  }

  private static let alternative =
    "Subject: x\nContent-Type: multipart/mixed; boundary=outer\n\npreamble\n--outer\n"
    + "Content-Type: multipart/alternative; boundary=\"in ner\"\n\n"
    + "--in ner\nContent-Type: text/plain\n\nplain\n--in ner\nContent-Type: text/html\n\n<p>page\n"
    + "--in ner--\n--outer\n\nfooter\n--outer\n"
    + "Content-Type: application/pdf; name=\"notice.pdf\"\nContent-Transfer-Encoding: base64\n\nAA==\n"
    + "--outer\nContent-Type: text/plain\nContent-Disposition: attachment; filename*=UTF-8''r%C3%A9.txt"
    + "\n\nattached\n--outer--\nepilogue\n"

  @Test func eachAlternativeIsAChoiceAndAttachmentsAreNamed() {
    let mail = mail(Self.alternative)
    #expect(bodies(mail) == [["plain", "footer"], ["<p>page", "footer"]])
    #expect(mail.choices.map { $0.map(\.isHTML) } == [[false, false], [true, false]])
    #expect(mail.attachments == ["'notice.pdf' (application/pdf)", "'ré.txt' (text/plain)"])
    #expect(mail.problems.isEmpty)
  }

  @Test(arguments: [
    ("Content-Type: multipart/mixed; boundary=b\n\nwords\n", "broken-boundary", 4),
    ("Content-Type: multipart/mixed\n\nwords\n", "broken-boundary", 4),
    ("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nwords\n", "broken-boundary", 7),
    ("Content-Type: text/plain; charset=klingon\n\nwords\n", "unknown-charset", 4),
    ("Content-Transfer-Encoding: base64\n\nd29y!!ZHM=\n", "bad-base64", 4),
    ("Content-Type: application/pdf\n\nwords\n", "no-text", 4),
    ("Content-Type: text/plain\n\n\n", "no-text", 4),
  ])
  func whatCannotBeReadIsAProblem(head: String, code: String, line: Int) {
    let mail = mail("Subject: x\n" + head)
    #expect(mail.problems.first?.code == code)
    #expect(mail.problems.first?.row == line)
    #expect(mail.fields.map(\.text.string) == ["x"])
  }

  @Test func aFileWithoutHeadersIsToldAndRead() {
    let mail = mail("you will be arrested, she said\n")
    #expect(mail.problems.map(\.code) == ["no-mail"])
    #expect(bodies(mail) == [["you will be arrested, she said\n"]])
  }

  @Test func brokenMailsAreRead() {
    var random = SplitMix64(seed: 5)
    let pieces = [
      "Content-Type: multipart/alternative; boundary=b", "Content-Type: text/html", "\n", "\n\n",
      "--b", "--b--", "Subject: =?utf-8?B?", "=?=", "?=", "=E9", "é", " ", ":", "From x",
      "Content-Transfer-Encoding: base64", "AAAA",
    ]
    for _ in 0..<2000 {
      let bytes = Array((0..<random.below(24)).map { _ in random.pick(pieces) }.joined().utf8)
      let mail = Mail(bytes, path: "a.eml")
      for text in mail.choices.flatMap({ $0 }).map(\.text) + mail.fields.map(\.text) {
        #expect(UTF8Check.firstInvalid(in: text.bytes) == nil)
        for index in text.bytes.indices {
          #expect(text.map.source(of: index..<index + 1).upperBound <= bytes.count)
        }
      }
    }
  }
}
