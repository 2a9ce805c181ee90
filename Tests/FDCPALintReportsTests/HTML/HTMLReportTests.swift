import FDCPALint
import Testing

@testable import FDCPALintReports

@Suite struct HTMLReportTests {
  private let options = RenderOptions(redactor: Sample.redactor)
  private var page: String { ReportFormat.html.render(Sample.report, options: options) }

  @Test func escapesTextsAndMarksWords() {
    #expect(page.contains("···· ··· <mark>arrested</mark> ·· • ···."))
    #expect(page.contains("says &lt;b&gt;“call “&lt;/b&gt;"))
    #expect(!page.contains("<b>“"))
    #expect(!page.contains("\u{1B}"))
    #expect(!page.contains("Jane"))
    var open = options
    open.showText = true
    let shown = ReportFormat.html.render(Sample.report, options: open)
    #expect(shown.contains("…Jane, we will have you <mark>arrested</mark> on 5 May."))
    #expect(shown.contains("say &quot;no&quot;"))
  }

  @Test func needsNoNetwork() {
    for word in ["http:", "https:", "src=", "@import", "url(", "<link"] {
      #expect(!page.contains(word), "\(word)")
    }
  }

  @Test func speaksOfFindings() {
    for report in [Sample.report, Sample.empty] {
      let page = ReportFormat.html.render(report, options: options).lowercased()
      #expect(!page.contains("violation"))
      #expect(!page.contains("complian"))
      #expect(page.contains("legal advice"))
    }
  }

  @Test func everyLinkLeadsSomewhere() {
    let links = page.matches(of: #/href="#([^"]+)"/#).map { String($0.output.1) }
    let names = page.matches(of: #/ id="([^"]+)"/#).map { String($0.output.1) }
    #expect(Set(links).subtracting(names) == [])
    #expect(Set(names).count == names.count)
    for link in ["list-error", "list-warning", "list-advice", "facts", "problems", "open"] {
      #expect(links.contains(link))
    }
    #expect((1...4).allSatisfy { links.contains("finding-\($0)") })
  }

  @Test func closesWhatItOpens() {
    let void: Set<Substring> = ["meta", "input", "br", "line", "circle", "rect"]
    var open: [Substring] = []
    for match in page.matches(of: #/<(/?)([a-z][a-z0-9]*)[^>]*>/#) {
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

  @Test func drawsTheDaysOfAWindow() {
    #expect(page.matches(of: #/<svg /#).count == 1)
    // Fourteen counted, the last one ringed, one left out, one day with a conversation.
    #expect(page.matches(of: #/<circle class="dot"/#).count == 13)
    #expect(page.matches(of: #/<circle class="end"/#).count == 1)
    #expect(page.matches(of: #/<circle class="ring"/#).count == 1)
    #expect(page.matches(of: #/<circle class="hollow"/#).count == 1)
    #expect(page.matches(of: #/<rect class="talk"/#).count == 1)
    #expect(page.matches(of: #/>talk</text>/#).count == 1)
    #expect(page.contains("<td>left out: did not connect</td>"))
    #expect(page.contains(">Wed 2026-04-08</td>"))
  }

  @Test func drawsNoWindowTooLongToRead() {
    var report = Sample.report
    report.findings[2].evidence.window?.last = CivilDay(number: 20_544 + 35)
    #expect(!ReportFormat.html.render(report, options: options).contains("<svg"))
    report.findings[2].evidence.window?.last = CivilDay(number: 20_544 + 34)
    #expect(ReportFormat.html.render(report, options: options).contains("<svg"))
  }

  @Test func totalsAreThoseOfTheReport() {
    #expect(page.contains(#"<b class="error">2</b> errors"#))
    #expect(page.contains(#"<b class="warning">1</b> warning<"#))
    #expect(page.contains("Facts (1)"))
    #expect(page.contains("Problems (1)"))
    #expect(page.contains("Not evaluable (1)"))
    #expect(page.contains("<strong>Incomplete.</strong>"))
  }

  @Test func listsAFewThousandFindingsClosed() {
    var report = Sample.report
    report.findings = Array(repeating: Sample.arrest, count: 2_000)
    let page = ReportFormat.html.render(report, options: options)
    #expect(page.matches(of: #/<article /#).count == 2_000)
    #expect(!page.contains("<details open>"))
    #expect(page.utf8.count < 4_000_000)
  }
}
