import Testing

@testable import FDCPALint
@testable import FDCPALintReports

@Suite struct GitHubReportTests {
  private let redacted = RenderOptions(redactor: Sample.redactor)

  @Test func writesAnnotationsAsPromised() {
    #expect(
      ReportFormat.github.render(Sample.report, options: redacted) == """
        ::notice title=fdcpalint audit::2 errors, 1 warning, 1 advice in 412 records of 60 \
        consumers; 1 problem; 1 not evaluable
        ::error file=letters/june b.txt,line=3,col=21,endLine=3,endColumn=29,\
        title=Threat of arrest or jail::says that not paying leads to “arrested”\
        %0ALaw: 15 USC 1692e(4)%0AFix: Take the sentence out.%0ARule: federal/threat-of-arrest
        ::notice file=letters/june b.txt,line=3,col=17,endLine=3,endColumn=29,\
        title=Harsh tone::sounds harsh: “··· arrested”%0AFix: Take the sentence out.\
        %0ARule: practice/tone
        ::warning file=calls.csv,title=More than seven calls::row 15 (record c-14): is call 8 to \
        consumer about debt d-1 in 7 days%0ALaw: 12 CFR 1006.14(b)(2)(i)(A)\
        %0AFix: Take the sentence out.%0ARule: federal/call-frequency
        ::error file=calls.csv,title=Contact at an inconvenient time::row 30 (record c-29), field \
        note: says <b>“call “</b>%0AAllegation: a consumer’s own account of a collector: alleged, \
        not established%0APreview: a rule in preview: reported, never fails a run\
        %0ALaw: 15 USC 1692e(4)%0AFix: Take the sentence out.%0ARule: federal/hours
        ::error file=calls.csv,title=fdcpalint%3A bad-time::row 9, field at: the time cannot be \
        read; write it with its offset (found tomorrow, expected an instant such as \
        2026-04-01T10:00:00-04:00)
        ::notice title=fdcpalint%3A not evaluable::not evaluable: 1, missing a zone (federal/hours)

        """)
  }

  @Test func aRowOfJSONLinesIsALine() {
    var report = Sample.empty
    report.findings = [Sample.hours]
    report.findings[0].location.path = "calls.jsonl"
    let lines = ReportFormat.github.render(report, options: redacted).split(separator: "\n")
    #expect(lines[1].hasPrefix("::error file=calls.jsonl,line=30,title="))
  }

  @Test func saysWhatGitHubWillNotShow() {
    var report = Sample.empty
    report.findings = Array(repeating: Sample.arrest, count: 12)
    let lines = ReportFormat.github.render(report, options: redacted).split(separator: "\n")
    #expect(lines.count == 13)
    #expect(
      lines[0].hasSuffix("; GitHub shows 10 annotations of a level, 2 more are in the step's log"))
  }

  @Test func aCleanRunSaysSo() {
    #expect(
      ReportFormat.github.render(Sample.empty, options: redacted)
        == "::notice title=fdcpalint audit::no finding from 4 rules on 412 records; "
        + "0 not evaluable\n")
  }
}
