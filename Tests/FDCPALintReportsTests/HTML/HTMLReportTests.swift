import FDCPALint
import Testing

@testable import FDCPALintReports

@Suite struct HTMLReportTests {
  private let options = RenderOptions(redactor: Sample.redactor)
  private func page(_ report: Report) -> String {
    ReportFormat.html.render(report, options: options)
  }
  private var reports: [Report] { [Sample.report, Sample.empty, Sample.whole] }

  @Test func masksTextsAndKeepsWords() throws {
    let findings = try PageText(page(Sample.report)).findings
    #expect(
      findings[0]["x"] as? [String] == ["…····, ·· ···· ···· ··· ", "arrested", " ·· • ···."])
    #expect(findings[3]["m"] as? String == "says <b>“call\n“</b>")
    #expect(!page(Sample.report).contains("Jane"))
    var open = options
    open.showText = true
    let shown = try PageText(ReportFormat.html.render(Sample.report, options: open))
    #expect(
      try shown.findings[0]["x"] as? [String]
        == ["…Jane, we will have you ", "arrested", " on 5 May."])
  }

  @Test func nothingOfTheDataIsMarkup() throws {
    for report in reports {
      let page = page(report)
      #expect(!page.contains("<b>“") && !page.contains("<i>") && !page.contains("<12345>"))
      #expect(!page.contains("\u{1B}"))
    }
    // The plain table of those without a script is markup, and escaped.
    #expect(page(Sample.report).contains("says &lt;b&gt;“call “&lt;/b&gt;"))
    #expect(page(Sample.whole).contains("&lt;i&gt;") == false)
    #expect(page(Sample.whole).contains("zip &lt;12345&gt;"))
    #expect(page(Sample.whole).contains("data-show=\"agent=A %26 B&above=advice\"") == false)
    #expect(page(Sample.whole).contains("data-show=\"agent=A %26 B&amp;above=advice\""))
  }

  @Test func needsNoNetwork() {
    for report in reports {
      for word in ["http:", "https:", "src=", "@import", "url(", "<link", "fetch(", "import("] {
        #expect(!page(report).contains(word), "\(word)")
      }
    }
  }

  @Test func allowsNothingButItsOwnStyleAndScript() throws {
    let policy = try #require(
      page(Sample.empty).firstMatch(of: #/http-equiv="Content-Security-Policy" content="([^"]+)"/#)
    ).output.1
    let parts = policy.replacing("&#39;", with: "'").split(separator: "; ").map(String.init)
    #expect(parts[0] == "default-src 'none'")
    #expect(parts[1].wholeMatch(of: #/style-src 'sha256-[A-Za-z0-9+/]{43}='/#) != nil)
    #expect(parts[2].wholeMatch(of: #/script-src 'sha256-[A-Za-z0-9+/]{43}='/#) != nil)
    // No attribute that such a policy would stop.
    #expect(page(Sample.whole).matches(of: #/<[^>]+ (on[a-z]+|style)=/#).isEmpty)
  }

  @Test(arguments: [
    ("", ""), ("4d", "TQ=="), ("4d61", "TWE="), ("4d616e", "TWFu"), ("fbff", "+/8="),
  ])
  func writesHashesInBase64(hexadecimal: String, base64: String) {
    #expect(PageSecurity.base64(hexadecimal) == base64)
  }

  @Test func speaksOfFindings() {
    for report in reports {
      let page = page(report).lowercased()
      #expect(!page.contains("violation"))
      #expect(!page.contains("complian"))
      #expect(page.contains("legal advice"))
    }
  }

  @Test func everyLinkLeadsSomewhere() throws {
    for report in reports {
      let markup = try PageText(page(report)).markup
      let links = markup.matches(of: #/href="#([^"]+)"/#).map { String($0.output.1) }
      let names = markup.matches(of: #/ id="([^"]+)"/#).map { String($0.output.1) }
      #expect(Set(links).subtracting(names) == [])
      #expect(Set(names).count == names.count)
      for link in ["list-error", "list-warning", "list-advice", "facts", "problems", "open"] {
        #expect(links.contains(link))
      }
    }
  }

  @Test func closesWhatItOpens() throws {
    let void: Set<Substring> = ["meta", "input", "br", "line", "circle", "rect"]
    for report in reports {
      var open: [Substring] = []
      for match in try PageText(page(report)).markup.matches(of: #/<(/?)([a-z][a-z0-9]*)[^>]*>/#) {
        let (_, slash, name) = match.output
        if void.contains(name) { continue }
        if slash.isEmpty {
          open.append(name)
        } else {
          #expect(open.popLast() == name)
        }
      }
      #expect(open == [])
    }
  }

  @Test func everyChartHasItsTable() throws {
    let markup = try PageText(page(Sample.whole)).markup
    #expect(markup.matches(of: #/<svg role="img" aria-label/#).count == 2)
    #expect(markup.matches(of: #/<summary>The same as a table<\/summary>/#).count == 2)
    // Fourteen contacts stand in one window, seven beyond the limit.
    #expect(markup.contains(#"<tr class="over"><th scope="row">14</th>"#))
    #expect(markup.contains("limit 7</text>"))
    #expect(markup.contains("permitted 08:00 to 21:00"))
    #expect(
      markup.contains("Of 7 pairs of a person and a debt, 1 went over in some window, 1 reached"))
  }

  @Test func totalsAreThoseOfTheReport() {
    let page = page(Sample.report)
    #expect(page.contains(#"<b class="error">2</b> errors"#))
    #expect(page.contains(#"<b class="warning">1</b> warning<"#))
    #expect(page.contains(##"<a href="#facts">Facts<span class="n">1</span></a>"##))
    #expect(page.contains(##"<a href="#problems">Problems<span class="n">1</span></a>"##))
    #expect(page.contains(##"<a href="#open">Not evaluable<span class="n">1</span></a>"##))
    #expect(page.contains("<strong>Incomplete.</strong>"))
  }

  @Test func saysWhetherRowsAreAsManyAsExpected() {
    var report = Sample.whole
    #expect(page(report).contains("421 rows were expected"))
    #expect(page(report).contains("<strong>Not reconciled.</strong>"))
    #expect(page(report).contains("1 too few."))
    report.population?.expected = 420
    #expect(page(report).contains("<strong>Reconciled.</strong>"))
    report.population?.expected = nil
    #expect(page(report).contains("--expect-records N"))
  }

  @Test func hidesRatesOfFewContacts() throws {
    let markup = try PageText(page(Sample.whole)).markup
    #expect(markup.contains(#"<tr><th scope="row">A &amp; B</th><td class="count">40</td>"#))
    // One of forty, by Wilson's score.
    #expect(markup.contains("2.5 %") && markup.contains("0.4 % to 12.9 %"))
    #expect(markup.contains("1 with fewer contacts not shown"))
  }

  @Test func showsReviewsWhereThereAreAny() {
    #expect(page(Sample.report).contains("No decisions of a review were handed in"))
    let reviewed = page(Sample.whole)
    #expect(reviewed.contains("Precision in reviews"))
    #expect(reviewed.contains("1 of 2 (9.5 % to 90.5 %)"))
    #expect(reviewed.contains(##"data-show="state=confirmed">1</a>"##))
    #expect(reviewed.contains(##"data-show="state=undecided">3</a>"##))
  }

  @Test func keepsThePlainTableForThoseWithoutAScript() throws {
    var report = Sample.report
    report.findings = Array(repeating: Sample.arrest, count: 20_000)
    let page = page(report)
    #expect(try PageText(page).findings.count == 20_000)
    #expect(page.contains("19,000 more: the CSV of the same run has all."))
    #expect(page.utf8.count < 10_000_000)
  }

  @Test func wilsonsIntervalIsTheBooks() {
    let tenth = WilsonInterval(1, of: 10)
    #expect(abs(tenth.low - 0.0179) < 0.0001 && abs(tenth.high - 0.4042) < 0.0001)
    let none = WilsonInterval(0, of: 10)
    #expect(none.low == 0 && abs(none.high - 0.2775) < 0.0001)
    #expect(WilsonInterval(10, of: 10).high > 0.9999)
  }

  @Test func everyRuleHasOneChapter() {
    func chapter(_ check: String, _ own: String? = nil, _ basis: Basis = .prohibition) -> Chapter {
      var rule = RuleSummary(Sample.rule("r", "R", basis, .error))
      rule.check = check
      rule.chapter = own
      return Chapter(of: rule)
    }
    #expect(chapter("frequency") == .frequency && chapter("after-conversation") == .frequency)
    #expect(chapter("hours") == .hours && chapter("after-fact") == .restrictions)
    #expect(chapter("require") == .letters && chapter("deadline") == .deadlines)
    #expect(chapter("contradiction") == .contradictions && chapter("wording") == .wording)
    #expect(chapter("frequency", "third-parties") == .thirdParties)
    #expect(chapter("wording", "voicemail") == .voicemail)
    #expect(chapter("wording", "not of this version") == .wording)
    #expect(chapter("wording", "voicemail", .practice) == .habits)
  }
}
