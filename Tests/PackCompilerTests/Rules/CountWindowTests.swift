import Testing

@testable import PackCompiler

@Suite struct CountWindowTests {
  private static func limit(
    _ window: CountWindow, days: Int? = nil, weekStarts: Weekday = .sunday
  ) throws -> FrequencyLimit {
    try FrequencyLimit(
      limit: 1, days: days, window: window, weekStarts: weekStarts, per: [.consumer],
      counts: ContactFilter(), except: CountExceptions())
  }

  private static func window(
    _ limit: FrequencyLimit, of text: String
  ) throws -> (first: CivilDay?, last: CivilDay) {
    let day = try #require(CivilDay(text))
    return try #require(limit.window(of: day))
  }

  /// 5 April 2026 was a Sunday.
  @Test(arguments: [
    (CountWindow.calendarWeek, "2026-04-05", "2026-04-05", "2026-04-11"),
    (.calendarWeek, "2026-04-11", "2026-04-05", "2026-04-11"),
    (.calendarWeek, "2026-04-12", "2026-04-12", "2026-04-18"),
    (.calendarWeek, "2027-01-01", "2026-12-27", "2027-01-02"),
    (.businessWeek, "2026-04-06", "2026-04-06", "2026-04-10"),
    (.businessWeek, "2026-04-10", "2026-04-06", "2026-04-10"),
    (.calendarMonth, "2026-04-01", "2026-04-01", "2026-04-30"),
    (.calendarMonth, "2028-02-29", "2028-02-01", "2028-02-29"),
    (.calendarMonth, "2026-12-31", "2026-12-01", "2026-12-31"),
    (.calendarQuarter, "2026-01-01", "2026-01-01", "2026-03-31"),
    (.calendarQuarter, "2026-05-15", "2026-04-01", "2026-06-30"),
    (.calendarQuarter, "2026-12-31", "2026-10-01", "2026-12-31"),
    (.undefinedWeek, "2026-04-08", "2026-04-02", "2026-04-08"),
  ])
  func aDayLiesInItsWindow(window: CountWindow, day: String, first: String, last: String) throws {
    let found = try Self.window(try Self.limit(window), of: day)
    #expect(found.first?.description == first)
    #expect(found.last.description == last)
  }

  @Test(arguments: [
    ("2026-04-06", Weekday.monday, "2026-04-06"), ("2026-04-05", .monday, "2026-03-30"),
    ("2026-04-06", .saturday, "2026-04-04"), ("2026-04-04", .saturday, "2026-04-04"),
  ])
  func aWeekMayBeginOnAnotherDay(day: String, starts: Weekday, first: String) throws {
    let window = try Self.window(try Self.limit(.calendarWeek, weekStarts: starts), of: day)
    #expect(window.first?.description == first)
  }

  @Test(arguments: ["2026-04-04", "2026-04-05", "2026-04-11"])
  func aWeekendIsInNoBusinessWeek(day: String) throws {
    let window = try Self.limit(.businessWeek).window(of: try #require(CivilDay(day)))
    #expect(window.map(\.last) == nil)
  }

  @Test func rollingWindowsEndWithTheDay() throws {
    let seven = try Self.window(try Self.limit(.rolling, days: 7), of: "2026-04-08")
    #expect(seven.first?.description == "2026-04-02")
    #expect(seven.last.description == "2026-04-08")
    let ever = try Self.window(try Self.limit(.rolling), of: "2026-04-08")
    #expect(ever.first == nil)
  }

  @Test func onlyAnUndefinedWeekIsReadAsACalendarWeekToo() throws {
    #expect(try Self.limit(.undefinedWeek).inCalendarWeeks?.window == .calendarWeek)
    #expect(try Self.limit(.rolling, days: 7).inCalendarWeeks == nil)
  }
}
