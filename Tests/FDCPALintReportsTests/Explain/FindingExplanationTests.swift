import FDCPALint
import Testing

@testable import FDCPALintReports

@Suite struct FindingExplanationTests {
  private static let first = CivilDay(number: 20_544)  // Wednesday, 1 April 2026

  private static func listed(
    _ record: String, _ day: Int, _ hour: Int, _ reason: String? = nil
  ) -> FindingAccount.Listed {
    let seconds = (first.number + day - 1) * 86_400 + hour * 3600
    return FindingAccount.Listed(
      record: record, local: LocalTime(Instant(seconds: seconds), offset: 0), reason: reason)
  }

  private static var account: FindingAccount {
    var account = FindingAccount(Sample.report.findings[0])
    account.record = "r9"
    account.count = 3
    account.counted = [listed("r1", 1, 10), listed("r2", 5, 9), listed("r9", 7, 18)]
    account.leftOut = [
      listed("b1", 5, 8, "busy"), listed("i1", 7, 20, "inbound"), listed("b2", 7, 9, "busy"),
    ]
    account.window = DayRange(first: first, last: first.advanced(by: 6))
    account.person = "consumer"
    account.debt = "D1"
    account.zones = [ZoneUse(zone: "America/New_York", evidence: "time_zone of the table")]
    return account
  }

  @Test func aCalendarShowsWhatCountedAndWhatDidNot() throws {
    let calendar = try #require(FindingCalendar(Self.account, opensWithTalk: false))
    #expect(
      calendar.lines.joined(separator: "\n") == """
        3 counted, person consumer, debt D1, 2026-04-01 to 2026-04-07
        on the calendar of America/New_York (time_zone of the table)

         Mon       Tue       Wed       Thu       Fri       Sat       Sun
         03-30     03-31    [04-01     04-02     04-03     04-04     04-05
                             10:00                                   08:00 a
                                                                     09:00
         04-06     04-07]    04-08     04-09     04-10     04-11     04-12
                   09:00 a
                   18:00 *
                   20:00 b

        [ ]  first and last day of the window
        *    this finding's record, r9
        a    left out: busy: b1, b2
        b    left out: inbound: i1
        """)
  }

  @Test func theConversationThatOpensTheWindowIsMarked() throws {
    let calendar = try #require(FindingCalendar(Self.account, opensWithTalk: true))
    #expect(calendar.lines.contains { $0.contains("10:00 T") })
    #expect(calendar.lines.contains("T    the conversation: its date is the first day"))
  }

  @Test func whatCountsNothingHasNoCalendar() {
    var account = Self.account
    account.window = nil
    #expect(FindingCalendar(account, opensWithTalk: false) == nil)
  }

  @Test func onlyTheFirstAndTheLastOfManyAreListed() throws {
    var account = Self.account
    account.count = 1_500
    let calendar = try #require(FindingCalendar(account, opensWithTalk: false))
    #expect(
      calendar.lines.contains("     only the first and the last of 1,500 are listed"))
  }

  @Test(arguments: [ReportFormat.json, .jsonl])
  func aReportTellsTheSameAsTheRun(format: ReportFormat) throws {
    let text = format.render(Sample.report, options: RenderOptions(showText: true))
    let read = try FindingAccount.findings(
      in: Source(name: "report.\(format.rawValue)", bytes: Array(text.utf8)))
    let told = Sample.report.findings.map { FindingAccount($0) }
    #expect(read.map(\.fingerprint) == told.map(\.fingerprint))
    #expect(
      read.map(\.counted).filter { !$0.isEmpty } == told.map(\.counted).filter { !$0.isEmpty })
    #expect(read.map(\.leftOut) == told.map(\.leftOut))
    #expect(read.map(\.window) == told.map(\.window))
    #expect(read.map(\.zones) == told.map(\.zones))
    #expect(read.map(\.facts) == told.map(\.facts))
  }

  @Test func whatIsNoReportIsSaidToBeNone() {
    #expect(throws: Problem.self) {
      try FindingAccount.findings(in: Source(name: "a.csv", bytes: Array("id,at\n1,2\n".utf8)))
    }
  }
}
