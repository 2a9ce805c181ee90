import Testing

@testable import FDCPALint

@Suite struct InlineExceptionsTests {
  private static let body = #"fdcpalint: allow a/b reason="why" by="R. Lind" until=2027-01-31"#

  private func read(_ text: String, name: String = "a.md") -> InlineExceptions {
    InlineExceptions(Source(name: name, bytes: Array(text.utf8)))
  }

  @Test(arguments: [
    ("<!-- ", " -->"), ("<!--", "-->"), ("{# ", " #}"), ("{#- ", " -#}"), ("{{!-- ", " --}}"),
    ("{{! ", " }}"), ("{% comment %}", "{% endcomment %}"),
    ("{%- comment -%}\n", "\n{%- endcomment -%}"), ("<%# ", " %>"), ("/* ", " */"),
    ("@* ", " *@"), ("[//]: # (", ")"), ("# ", ""), ("// ", ""), ("<!--\n  ", "\n-->"),
  ])
  func oneSyntaxHoldsInEveryComment(open: String, close: String) throws {
    let inline = read("\(open)\(Self.body)\(close)\nPay now.\nOr else.\n\nBye.\n")
    let exception = try #require(inline.exceptions.first)
    #expect(inline.exceptions.count == 1)
    #expect(exception.flaws == [])
    #expect(exception.rule == "a/b")
    #expect(exception.reason == "why")
    #expect(exception.by == "R. Lind")
    #expect(exception.until == CivilDay("2027-01-31"))
    #expect(exception.place.line == 1)
    #expect(exception.place.column == 1)
    let lines = (open + close).count { $0 == "\n" }
    #expect(exception.reach == .lines(path: "a.md", lines + 2...lines + 3))
    // Nothing of the comment is read as the letter's words, and nothing else moves.
    let rest = String(decoding: try #require(inline.blanked), as: UTF8.self)
    #expect(
      rest.split(whereSeparator: \.isWhitespace).joined(separator: " ") == "Pay now. Or else. Bye.")
    #expect(
      rest.utf8.count == "\(open)\(Self.body)\(close)\nPay now.\nOr else.\n\nBye.\n".utf8.count)
  }

  @Test func besideTextItIsAboutItsOwnLine() {
    let inline = read("Hello.\nPay now. <!-- \(Self.body) -->\nOr else.\n")
    #expect(inline.exceptions.map(\.reach) == [.lines(path: "a.md", 2...2)])
    #expect(inline.exceptions.first?.place.column == 10)
  }

  @Test func severalInARowAreAboutTheSameParagraph() {
    let inline = read("<!-- \(Self.body) -->\n<!-- \(Self.body) -->\n\nPay.\nNow.\n")
    #expect(
      inline.exceptions.map(\.reach) == Array(repeating: .lines(path: "a.md", 4...5), count: 2))
  }

  @Test(arguments: [
    ("<!-- fdcpalint: -->", "says nothing"), ("<!-- fdcpalint: alow a/b -->", "says 'alow'"),
    ("<!-- fdcpalint: allow -->", "names no rule"),
    ("<!-- fdcpalint: allow a/b reasn=x -->", "unknown key 'reasn'; did you mean 'reason'?"),
    ("<!-- fdcpalint: allow a/b until=soon -->", "until=soon; expected a date"),
    ("<!-- fdcpalint: allow a/b c/d -->", "holds 'c/d' beside its one rule"),
    ("<!-- fdcpalint: allow a/b", "stands in a comment without an end"),
    ("Dear Sir, fdcpalint: allow a/b", "stands in no comment"),
  ])
  func aFlawIsTold(text: String, flaw: String) throws {
    let exception = try #require(read(text).exceptions.first)
    #expect(exception.flaws.contains { $0.contains(flaw) }, "\(exception.flaws)")
  }

  @Test func singleQuotationMarksHoldDoubleOnes() {
    let inline = read(#"{# fdcpalint: allow a/b reason='so "be" it' by="R" until=2027-01-31 #}"#)
    #expect(inline.exceptions.first?.reason == #"so "be" it"#)
    #expect(inline.exceptions.first?.flaws == [])
  }

  /// A comment ends where its language ends it: what stands behind is the letter's own.
  @Test(arguments: [
    "<!-- fdcpalint: allow a/b reason=\"open -->\nPay now.\n",
    "<!-- fdcpalint: allow a/b reason=\"open -->\nPay now. \"Or else\" <!-- x -->\n",
    "<!-- fdcpalint: allow a/b reason=\"see --> there\" by=b -->\nPay now.\n",
    "# fdcpalint: allow a/b reason=\"open\nPay now.\"\n",
    "{# fdcpalint: allow a/b\nPay now.\n",
  ])
  func noCommentSwallowsTheLetter(text: String) throws {
    let rest = String(decoding: try #require(read(text).blanked), as: UTF8.self)
    #expect(rest.contains("Pay now."))
  }

  @Test func curlyQuotationMarksAreRead() {
    let inline = read("<!-- fdcpalint: allow a/b reason=“so be it” by=“R” until=2027-01-31 -->")
    #expect(inline.exceptions.first?.reason == "so be it")
    #expect(inline.exceptions.first?.flaws == [])
  }

  @Test func utf16IsRead() {
    let units = Array("<!-- \(Self.body) -->\nPay.".utf16).flatMap {
      [UInt8($0 & 255), UInt8($0 >> 8)]
    }
    let inline = InlineExceptions(Source(name: "a.md", bytes: [0xFF, 0xFE] + units))
    #expect(inline.exceptions.first?.rule == "a/b")
  }

  @Test func linesOfRecordsHoldNone() {
    #expect(read(#"{"text": "<!-- fdcpalint: allow a/b -->"}"#, name: "x.jsonl").exceptions == [])
    #expect(read("Nothing here.").blanked == nil)
  }
}
