import Testing

@testable import FDCPALintReports

@Suite struct PhrasesTests {
  @Test(arguments: [
    (0, "0"), (7, "7"), (999, "999"), (1_000, "1,000"), (123_456, "123,456"),
    (1_234_567, "1,234,567"), (-1_000, "-1,000"),
  ])
  func groupsDigits(value: Int, expected: String) { #expect(Phrases.number(value) == expected) }

  @Test(arguments: [
    ("a\tb\nc\r\n", "a\tb c  "), ("\u{1B}[31m", "\u{241B}[31m"),
    ("\u{7F}\u{9B}", "\u{FFFD}\u{FFFD}"),
    ("a\u{202E}b\u{2066}", "a\u{FFFD}b\u{FFFD}"), ("\0", "\u{2400}"), ("é 漢 🙂", "é 漢 🙂"),
  ])
  func showsNothingThatCommandsATerminal(text: String, expected: String) {
    #expect(text.visible == expected)
  }

  @Test func saysWhatCameOfARun() {
    #expect(
      Sample.report.summaryLine
        == "2 errors, 1 warning, 1 advice in 412 records of 60 consumers; "
        + "1 problem; 1 not evaluable")
    var report = Sample.report
    report.command = "check"
    report.findings = [Sample.jail]
    report.problems = []
    #expect(report.summaryLine == "1 advice in 412 records; 0 problems; 1 not evaluable")
  }

  @Test func saysWhatACleanRunLookedAt() {
    var report = Sample.empty
    #expect(report.summaryLine == "no finding from 4 rules on 412 records; 0 not evaluable")
    report.problems = Sample.report.problems
    #expect(
      report.summaryLine == "no finding from 4 rules on 412 records; 1 problem; 0 not evaluable")
    report.records = 0
    #expect(report.summaryLine == "no record read from 1 input; 1 problem; 0 not evaluable")
  }
}
