import FDCPALint
import Testing

@testable import FDCPALintReports

@Suite struct TextReportTests {
  @Test func writesEverythingAPersonNeeds() {
    #expect(
      ReportFormat.text.render(Sample.report) == """
        letters/june b.txt:3:21: error federal/threat-of-arrest: says that not paying leads to “arrested”
            …Jane, we will have you arrested on 5 May.
                                    ^^^^^^^^
          also: advice[medium] practice/tone: sounds harsh: “you arrested”
          why: Nobody is jailed for a debt.
          law: 15 USC 1692e(4)
          fix: Take the sentence out.
          explain: f-letters/ju f-letters/ju

        calls.csv row 15 (record c-14): warning[medium] federal/call-frequency: is call 8 to \
        consumer about debt d-1 in 7 days
          counted 14, 2026-04-01 to 2026-04-08, person consumer, debt d-1:
            2026-04-01 10:00  c-1  call outbound no_answer
            2026-04-02 11:00  c-2  call outbound no_answer
            2026-04-02 12:00  c-3  call outbound no_answer
            2026-04-03 13:00  c-4  call outbound no_answer
            2026-04-03 14:00  c-5  call outbound conversation
            2026-04-04 15:00  c-6  call outbound no_answer
            2026-04-04 16:00  c-7  call outbound no_answer
            2026-04-05 17:00  c-8  call outbound no_answer
            2026-04-05 18:00  c-9  call outbound no_answer
            2026-04-06 19:00  c-10  call outbound no_answer
            2026-04-06 20:00  c-11  call outbound no_answer
            2026-04-07 21:00  c-12  call outbound no_answer
            … and 2 more
          left out 1:
            2026-04-03 12:00  c-90  did not connect
          zone: America/New_York (time_zone of the consumers table)
          rests on: cease_request from c-2
          open question: several-attributed
          why: Nobody is jailed for a debt.
          law: 12 CFR 1006.14(b)(2)(i)(A)
          fix: Take the sentence out.
          explain: f-c-14

        calls.csv row 30 (record c-29), field note, 1:9: error federal/hours: says <b>“call “</b>
            \tTT␛[31m call me…
            \t        ^^^^^
          allegation: a consumer’s own account of a collector: alleged, not established
          preview: a rule in preview: reported, never fails a run
          why: Nobody is jailed for a debt.
          law: 15 USC 1692e(4)
          fix: Take the sentence out.
          explain: f-c-29

        not evaluable: 1, missing a zone (federal/hours)
        2 errors, 1 warning, 1 advice in 412 records of 60 consumers; 1 problem; 1 not evaluable

        """)
  }

  @Test func writesOneLineAFinding() {
    #expect(
      ReportFormat.concise.render(Sample.report) == """
        letters/june b.txt:3:21: error federal/threat-of-arrest: says that not paying leads to “arrested”
        letters/june b.txt:3:17: advice[medium] practice/tone: sounds harsh: “you arrested”
        calls.csv row 15 (record c-14): warning[medium] federal/call-frequency: is call 8 to \
        consumer about debt d-1 in 7 days
        calls.csv row 30 (record c-29), field note, 1:9: error federal/hours: says <b>“call “</b>

        """)
    #expect(ReportFormat.concise.render(Sample.empty) == "")
  }

  @Test func saysOfACleanRunWhatWasLookedAt() {
    #expect(
      ReportFormat.text.render(Sample.empty)
        == "no finding from 4 rules on 412 records; 0 not evaluable\n")
  }

  @Test func writesColoursOnlyWhenAsked() {
    let plain = ReportFormat.text.render(Sample.report)
    let colored = ReportFormat.text.render(Sample.report, options: RenderOptions(color: true))
    #expect(!plain.contains("\u{1B}"))
    #expect(colored.contains(": \u{1B}[31merror\u{1B}[0m federal/threat-of-arrest: "))
    #expect(colored.contains(": \u{1B}[33mwarning[medium]\u{1B}[0m federal/call-frequency: "))
    #expect(colored.contains("  also: \u{1B}[36madvice[medium]\u{1B}[0m practice/tone: "))
    #expect(colored.contains(" \u{1B}[1m^^^^^^^^\u{1B}[0m\n"))
    var stripped = colored
    for code in ["0", "1", "2", "31", "33", "36"] {
      stripped = stripped.replacing("\u{1B}[\(code)m", with: "")
    }
    #expect(stripped == plain)
  }

  @Test func pointsAtARecordThatHasNoPlace() {
    let debt = Sample.finding(
      "federal/notice", "No notice", record: "debt:k-1/d-1", severity: .error, message: "has none",
      location: Location(path: "calls.csv"))
    #expect(place(of: debt) == "calls.csv (record debt:k-1/d-1)")
    let whole = Sample.finding(
      "federal/notice", "No notice", record: "a.txt", severity: .error, message: "has none",
      location: Location(path: "a.txt"))
    #expect(place(of: whole) == "a.txt")
  }

  @Test func listsProblemsForStandardError() {
    var report = Sample.report
    report.problems.append(Problem(code: "empty", path: "b.txt", message: "holds\nnothing"))
    #expect(
      problemLines(report) == [
        "calls.csv:9: at: the time cannot be read; write it with its offset "
          + "(found tomorrow, expected an instant such as 2026-04-01T10:00:00-04:00)",
        "b.txt: holds nothing",
      ])
  }
}
