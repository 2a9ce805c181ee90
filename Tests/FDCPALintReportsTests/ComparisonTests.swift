import Testing

@testable import FDCPALint
@testable import FDCPALintReports

@Suite struct ComparisonTests {
  private let options = RenderOptions(redactor: Sample.redactor)

  private func saved(_ report: Report) throws -> SavedRun {
    try SavedRun(
      Source(
        name: "may.json", bytes: Array(ReportFormat.json.render(report, options: options).utf8)))
  }

  /// Before: the threat, the tone, one of a rule that is gone. Now: the threat and the count.
  private func compared() throws -> Report {
    var before = Sample.report
    before.findings = [Sample.arrest, Sample.jail, Sample.hours]
    var now = Sample.report
    now.findings = [Sample.arrest, Sample.eighthCall]
    // Findings of one rule and record differ by their fingerprints alone.
    before.findings[1].fingerprint = "f-2"
    now.rules.removeAll { $0.id == "federal/hours" }
    now.compare(with: try saved(before))
    return now
  }

  @Test func tellsNewPersistingAndClosedByFingerprint() throws {
    let now = try compared()
    #expect(now.findings.map(\.trend) == [.persisting, .new])
    #expect(now.comparison?.closed.map(\.rule) == ["practice/tone"])
    #expect(now.comparison?.notJudged == 1)
    #expect(now.comparison?.digest.count == 64)
    #expect(
      now.comparisonLine
        == "since may.json: 1 new, 1 persisting, 1 closed, 1 of rules that did not run again")
  }

  @Test func aRunAgainstItselfClosesNothing() throws {
    var report = Sample.report
    report.compare(with: try saved(report))
    #expect(report.comparison?.closed.isEmpty == true && report.count(of: .new) == 0)
    #expect(report.count(of: .persisting) == 4)
  }

  /// Whoever sets a finding aside has not mended it.
  @Test func whatIsSetAsideIsNotClosed() throws {
    var now = Sample.report
    now.setAside = [SetAside(finding: now.findings.remove(at: 0), cause: .baseline)]
    let earlier = now
    now.compare(with: try saved(Sample.report))
    #expect(now.comparison?.closed.isEmpty == true)
    // And when it counts again, it is not new.
    var later = Sample.report
    later.compare(with: try saved(earlier))
    #expect(later.count(of: .new) == 0)
  }

  @Test func isShownForPeople() throws {
    let now = try compared()
    func lines(_ format: ReportFormat) -> [Substring] {
      format.render(now, options: options).split(separator: "\n")
    }
    #expect(lines(.text).contains("closed: letters/june b.txt:3:17: practice/tone: Harsh tone"))
    #expect(lines(.text).count { $0 == "  new since the earlier run" } == 1)
    #expect(
      lines(.markdown)
        .contains("| advice\\[medium\\] | `letters/june b.txt:3:17` | Harsh tone |"))
    #expect(lines(.markdown).count { $0.hasSuffix("in 7 days (new) |") } == 1)
    let page = try PageText(ReportFormat.html.render(now, options: options))
    #expect(try page.findings.count { $0["t"] as? String == "new" } == 1)
    #expect(try page.list("closed").count == 1)
    #expect(page.markup.contains("data-show=\"rule=1&amp;trend=new\">1</a>") == true)
    #expect(lines(.html).contains("<li><a href=\"#compared\">Since the earlier run</a></li>"))
  }

  @Test func aRunWithoutComparisonSaysNothingOfIt() throws {
    for format in ReportFormat.allCases {
      var text = format.render(Sample.report, options: options)
      if format == .html {
        // The script knows of trends in every page.
        let page = try PageText(text)
        #expect(try page.findings.allSatisfy { $0["t"] == nil })
        text = page.markup
      }
      #expect(!text.contains("earlier run") && !text.contains("trend"))
    }
  }

  @Test func comesBackFromJSON() throws {
    let now = try compared()
    let json = ReportFormat.json.render(now, options: options)
    #expect(json.contains("\"new\":1,\"persisting\":1,\"notJudged\":1,\"closed\":["))
    var again = options
    again.wasRedacted = true
    let run = try saved(now)
    #expect(ReportFormat.json.render(run.report, options: again) == json)
    let client = Audience.client.view(of: run.report)
    #expect(client.comparison?.closed.isEmpty == true)
  }
}
