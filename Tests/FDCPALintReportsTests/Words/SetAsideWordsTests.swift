import Foundation
import Testing

@testable import FDCPALint
@testable import FDCPALintReports

/// What exceptions and a baseline keep from counting stays in every report.
@Suite struct SetAsideWordsTests {
  private var report: Report {
    var report = Sample.report
    var exception = RuleException(
      rule: "federal/threat-of-arrest", reach: .lines(path: "letters/june b.txt", 3...3),
      place: Location(path: "letters/june b.txt"))
    (exception.reason, exception.by) = ("quoted", "R. Lind")
    exception.until = CivilDay(year: 2026, month: 12, day: 31)
    report.setAside = [
      SetAside(finding: report.findings[0], cause: .exception(exception)),
      SetAside(finding: report.findings[1], cause: .baseline),
    ]
    report.findings.removeFirst(2)
    return report
  }

  private func render(_ format: ReportFormat) -> String {
    format.render(report, options: RenderOptions(redactor: Sample.redactor))
  }

  @Test func theSummaryCountsThem() {
    let clause = "; 1 finding set aside by exception; 1 finding set aside by the baseline"
    #expect(render(.text).hasSuffix(clause + "\n"))
    #expect(render(.html).contains("1 finding set aside by exception"))
    #expect(Sample.report.setAsideClause == "")
  }

  @Test func linesNameWhoAndUntilWhen() throws {
    let lines = render(.jsonl).split(separator: "\n")
    let aside = lines.filter { $0.hasPrefix(#"{"type":"set-aside""#) }
    #expect(aside.count == 2)
    #expect(
      aside.first?.hasPrefix(
        #"{"type":"set-aside","cause":"exception","reason":"quoted","by":"R. Lind","#
          + #""until":"2026-12-31","exception":{"path":"letters/june b.txt""#) == true)
    #expect(lines.last?.contains(#""set_aside":{"exception":1,"baseline":1,"review":0}"#) == true)
    #expect(render(.json).contains(#""setAside":["#))
  }

  @Test func sarifSuppressesThem() throws {
    let log = try JSONSerialization.jsonObject(with: Data(render(.sarif).utf8)) as? [String: Any]
    let run = try #require((log?["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    let suppressions = results.map { ($0["suppressions"] as? [[String: Any]])?.first }
    #expect(suppressions.map { $0?["kind"] as? String } == [nil, nil, "inSource", "external"])
    #expect(suppressions[2]?["justification"] as? String == "quoted")
    let bag = suppressions[2]?["properties"] as? [String: String]
    #expect(bag == ["by": "R. Lind", "until": "2026-12-31"])
  }
}
