import Testing

@testable import FDCPALint

@Suite struct MonthDayTests {
  @Test(arguments: [
    ("6/15", "2026-06-01", "2026-06-15"), ("6/1", "2026-06-01", "2026-06-01"),
    ("1/4", "2026-12-28", "2027-01-04"), ("6/15/26", "2026-06-01", "2026-06-15"),
    ("2026-06-15", "2026-06-01", "2026-06-15"), ("15th", "2026-06-16", "2026-07-15"),
    ("1st", "2026-12-02", "2027-01-01"), ("31st", "2026-06-01", "2026-07-31"),
    ("fri", "2026-06-05", "2026-06-12"), ("Friday", "2026-06-04", "2026-06-05"),
    ("2/29", "2028-02-01", "2028-02-29"),
  ]) func theNextSuchDay(text: String, from: String, expected: String) throws {
    let day = try #require(CivilDay(from))
    #expect(MonthDay(text)?.day(onOrAfter: day)?.description == expected)
  }

  @Test(arguments: [
    ("6/1", "2026-06-03"), ("12/30", "2026-01-02"), ("5/1/25", "2026-06-01"),
    ("2026-05-31", "2026-06-01"),
  ]) func aDayInThePastIsNone(text: String, from: String) throws {
    let day = try #require(CivilDay(from))
    #expect(MonthDay(text)?.day(onOrAfter: day) == nil)
  }

  @Test(arguments: ["", "today", "eom", "13/1", "6/32", "0/5", "6/", "/6", "1/2/3/4", "15", "32nd"])
  func whatNamesNoDayIsNone(text: String) { #expect(MonthDay(text) == nil) }

  @Test(arguments: [
    ("5/12", "2026-05-14", "2026-05-12"), ("12/30", "2026-01-02", "2025-12-30"),
    ("1/2", "2026-12-30", "2027-01-02"), ("5/12/24", "2026-05-14", "2024-05-12"),
  ]) func theNearestDay(text: String, to: String, expected: String) throws {
    let day = try #require(CivilDay(to))
    #expect(MonthDay(text)?.day(nearest: day)?.description == expected)
  }
}
