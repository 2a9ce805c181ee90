import Testing

@testable import FDCPALint

@Suite struct MonthDayTests {
  @Test(arguments: [
    ("6/15", "2026-06-01", "2026-06-15"), ("6/1", "2026-06-01", "2026-06-01"),
    ("1/4", "2026-12-28", "2027-01-04"), ("6/15/26", "2026-06-01", "2026-06-15"),
    ("2026-06-15", "2026-06-01", "2026-06-15"), ("15th", "2026-06-16", "2026-07-15"),
    ("1st", "2026-12-02", "2027-01-01"), ("31st", "2026-06-01", "2026-07-31"),
    ("fri", "2026-06-05", "2026-06-12"), ("Friday", "2026-06-04", "2026-06-05"),
    ("2/29", "2028-02-01", "2028-02-29"), ("June 30", "2026-04-02", "2026-06-30"),
    ("jun. 30th", "2026-06-30", "2026-06-30"), ("sept 5", "2026-08-01", "2026-09-05"),
    ("June", "2026-04-02", "2026-05-31"), ("january", "2026-11-02", "2026-12-31"),
    ("end of the month", "2026-12-02", "2026-12-31"),
    ("the end of month", "2026-02-02", "2026-02-28"),
    ("eom", "2028-02-02", "2028-02-29"), ("next month", "2026-04-02", "2026-04-30"),
    ("eoy", "2026-04-02", "2026-12-31"), ("the end of the year", "2026-04-02", "2026-12-31"),
  ]) func theNextSuchDay(text: String, from: String, expected: String) throws {
    let day = try #require(CivilDay(from))
    #expect(MonthDay(text)?.day(onOrAfter: day)?.description == expected)
  }

  @Test(arguments: [
    ("6/1", "2026-06-03"), ("12/30", "2026-01-02"), ("5/1/25", "2026-06-01"),
    ("2026-05-31", "2026-06-01"), ("June", "2026-06-03"), ("may 30", "2026-06-01"),
  ]) func aDayInThePastIsNone(text: String, from: String) throws {
    let day = try #require(CivilDay(from))
    #expect(MonthDay(text)?.day(onOrAfter: day) == nil)
  }

  @Test(arguments: [
    "", "today", "june 32", "end of summer", "13/1", "6/32", "0/5", "6/", "/6", "1/2/3/4", "15",
    "32nd",
  ])
  func whatNamesNoDayIsNone(text: String) { #expect(MonthDay(text) == nil) }

  @Test(arguments: [
    ("5/12", "2026-05-14", "2026-05-12"), ("12/30", "2026-01-02", "2025-12-30"),
    ("1/2", "2026-12-30", "2027-01-02"), ("5/12/24", "2026-05-14", "2024-05-12"),
  ]) func theNearestDay(text: String, to: String, expected: String) throws {
    let day = try #require(CivilDay(to))
    #expect(MonthDay(text)?.day(nearest: day)?.description == expected)
  }
}
