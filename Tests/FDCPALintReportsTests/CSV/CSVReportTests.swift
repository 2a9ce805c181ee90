import Testing

@testable import FDCPALint
@testable import FDCPALintReports

@Suite struct CSVReportTests {
  private let redacted = RenderOptions(redactor: Sample.redactor)

  private func lines(_ report: Report) -> [String] {
    ReportFormat.csv.render(report, options: redacted).components(separatedBy: "\r\n")
  }

  @Test func writesRowsAsPromised() {
    var report = Sample.report
    report.findings = [Sample.arrest]
    #expect(
      lines(report) == [
        "type,severity,confidence,basis,stage,rule,title,message,citations,excerpt,record,consumer,"
          + "person,debt,path,row,field,line,column,end_line,end_column,first_day,last_day,count,"
          + "counted,left_out,zones,jurisdictions,facts,questions,allegation,missing,code,found,"
          + "expected,why,fix,fingerprint,cause,reason,by,until,"
          + "review,reviewed,standing,local,collector,agent,campaign,keep_until",
        "finding,error,high,prohibition,stable,federal/threat-of-arrest,Threat of arrest or jail,"
          + "says that not paying leads to “arrested”,15 USC 1692e(4),"
          + "\"····, ·· ···· ···· ··· arrested ·· • ···.\",letters/june b.txt,k-1,,,"
          + "letters/june b.txt,,,3,21,3,29,,,0,,,,,,,,,,,,Nobody is jailed for a debt.,"
          + "Take the sentence out.,f-letters/june b.txt,,,,,,,,,,,,",
        "problem,,,,,,,the time cannot be read; write it with its offset,,,,,,,calls.csv,9,at"
          + ",,,,,,,,,,,,,,,,bad-time,tomorrow,"
          + "an instant such as 2026-04-01T10:00:00-04:00,,,,,,,,,,,,,,,",
        "not-evaluable,,,,,federal/hours,,,,,c-20,k-2,,,,,,,,,,,,4,,,,,,,,a zone,,,,,,,,,,,,,,,,,,",
        total("records", 412), total("consumers", 60), total("rules", 4), total("error", 1),
        total("warning", 0), total("advice", 0), total("problems", 1), total("not_evaluable", 1),
        total("exit", 3), "",
      ])
  }

  private func total(_ name: String, _ count: Int) -> String {
    "total,,,,,,\(name),,,,,,,,,,,,,,,,,\(count),,,,,,,,,,,,,,,,,,,,,,,,,,"
  }

  @Test func letsACountBeRecounted() throws {
    var report = Sample.report
    report.findings = [Sample.eighthCall]
    let row = try #require(
      CSVCells.rows(ReportFormat.csv.render(report, options: redacted)).first)
    #expect(row["first_day"] == "2026-04-01" && row["last_day"] == "2026-04-08")
    #expect(row["count"] == "14")
    let counted = try #require(row["counted"]).components(separatedBy: "; ")
    #expect(counted.count == 14)
    #expect(counted.first == "c-1 2026-04-01 10:00" && counted.last == "c-14 2026-04-08 23:00")
    #expect(row["left_out"] == "c-90 2026-04-03 12:00 did not connect")
    #expect(row["zones"] == "America/New_York (time_zone of the consumers table)")
    #expect(row["facts"] == "cease_request from c-2" && row["questions"] == "several-attributed")
  }

  @Test func readsBackThroughTheStrictReader() throws {
    var report = Sample.report
    report.findings[0].record = "=cmd|'/c calc'!A0"
    report.findings[1].consumer = "a,\"b\"\r\nc"
    report.findings[2].message = "-1"
    let rows = try CSVCells.rows(ReportFormat.csv.render(report, options: redacted))
    #expect(
      rows.compactMap { $0["type"] }
        == Array(repeating: "finding", count: 4) + ["problem", "not-evaluable"]
        + Array(repeating: "total", count: 9))
    #expect(rows[0]["record"] == "=cmd|'/c calc'!A0")
    #expect(Array((rows[1]["consumer"] ?? "").utf8) == Array("a,\"b\"\r\nc".utf8))
    #expect(rows[2]["message"] == "-1")
    #expect(rows[3]["allegation"] == "yes" && rows[3]["stage"] == "preview")
  }

  @Test func listsWhatWasSetAside() throws {
    var report = Sample.report
    var exception = RuleException(
      rule: "practice/tone", reach: .records(id: nil, paths: nil), place: Location(path: "e.yaml"))
    exception.reason = "=agreed"
    exception.by = "Compliance"
    exception.until = CivilDay("2026-12-31")
    report.setAside = [
      SetAside(finding: report.findings.remove(at: 1), cause: .exception(exception)),
      SetAside(finding: report.findings.remove(at: 0), cause: .baseline),
    ]
    let rows = try CSVCells.rows(ReportFormat.csv.render(report, options: redacted))
    let aside = rows.filter { $0["type"] == "set-aside" }
    #expect(aside.map { $0["rule"] } == ["practice/tone", "federal/threat-of-arrest"])
    #expect(aside.map { $0["cause"] } == ["exception", "baseline"])
    #expect(aside[0]["reason"] == "=agreed" && aside[0]["by"] == "Compliance")
    #expect(aside[0]["until"] == "2026-12-31" && aside[1]["until"] == "")
    #expect(rows.first { $0["title"] == "set_aside" }?["count"] == "2")
    #expect(ReportFormat.csv.render(report).contains("'=agreed"))
  }

  @Test func showsTextsOnlyWhenAsked() {
    let shown = ReportFormat.csv.render(Sample.report, options: RenderOptions(showText: true))
    #expect(shown.contains("\"Jane, we will have you arrested on 5 May.\""))
    #expect(!ReportFormat.csv.render(Sample.report, options: redacted).contains("Jane"))
  }
}
