import Testing

@testable import FDCPALint
@testable import FDCPALintReports

@Suite struct AudienceTests {
  @Test func theAgencyAndAnExaminerSeeTheWholeRun() {
    let whole = ReportFormat.jsonl.render(Sample.report)
    for audience in [Audience.internal, .examiner] {
      #expect(ReportFormat.jsonl.render(audience.view(of: Sample.report)) == whole)
    }
  }

  @Test func aClientSeesWhatRestsOnLaw() {
    var report = Sample.report
    report.notEvaluable.append(
      NotEvaluable(
        rule: "practice/tone", consumer: "k", record: "r", missing: "a kind", count: 1))
    let view = Audience.client.view(of: report)
    #expect(
      view.findings.map(\.rule) == ["federal/threat-of-arrest", "federal/call-frequency"])
    #expect(view.findings.allSatisfy { $0.excerpt == nil })
    #expect(view.notEvaluable.map(\.rule) == ["federal/hours"])
    #expect(view.facts.isEmpty && view.problems.count == 1)
    #expect(
      view.rules.map(\.id)
        == ["federal/threat-of-arrest", "federal/call-frequency", "federal/hours"])
    #expect(
      view.notices.last
        == "left out for this audience: 2 findings of advice or preview, 1 not evaluable for "
        + "them, 1 fact")
  }

  @Test func forAnExaminerNoListIsShortened() {
    var report = Sample.report
    report.findings = Array(repeating: Sample.jail, count: 60) + [Sample.eighthCall]
    var options = RenderOptions()
    let shortened = [ReportFormat.text, .markdown].map { $0.render(report, options: options) }
    #expect(shortened.allSatisfy { $0.contains("… and ") })
    options.audience = .examiner
    let whole = [ReportFormat.text, .markdown].map { $0.render(report, options: options) }
    #expect(whole.allSatisfy { !$0.contains("… and ") })
  }

  @Test func jsonSaysForWhomItIs() {
    var options = RenderOptions()
    #expect(!ReportFormat.json.render(Sample.empty, options: options).contains("\"audience\""))
    options.audience = .client
    #expect(
      ReportFormat.json.render(Sample.empty, options: options)
        .contains("\"redacted\":true,\"audience\":\"client\","))
  }
}
