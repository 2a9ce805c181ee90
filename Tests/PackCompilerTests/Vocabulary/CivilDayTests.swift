import Testing

@testable import PackCompiler

@Suite struct CivilDayTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2021-11-30", 18_961),
    ("2026-03-08", 20_520), ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
  ])
  func daysAreNumberedFromTheEpoch(text: String, number: Int) throws {
    let day = try #require(CivilDay(text))
    #expect(day.number == number)
    #expect(CivilDay(number: number).description == text)
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "26-04-01", "2026-4-1", "2026/04/01",
    "2026-04-01T10:00", "", "0000-01-01", "+026-01-01",
  ])
  func whatIsNoDateIsRefused(text: String) { #expect(CivilDay(text) == nil) }

  @Test func everyDayFollowsTheOneBefore() throws {
    var previous = CivilDay(number: -800_000)
    for number in -799_999..<800_000 where number % 97 == 0 {
      let day = CivilDay(number: number)
      let (year, month, date) = day.components
      #expect(previous < day)
      if (1...9999).contains(year) { #expect(CivilDay(year: year, month: month, day: date) == day) }
      previous = day
    }
  }

  @Test(arguments: [
    ("1970-01-01", Weekday.thursday), ("2026-04-06", .monday), ("1969-12-28", .sunday),
    ("2026-08-14", .friday),
  ])
  func weekdays(text: String, weekday: Weekday) { #expect(CivilDay(text)?.weekday == weekday) }
}

@Suite struct ClockTimeTests {
  @Test(arguments: [
    ("00:00", 0), ("08:00", 28_800), ("21:00", 75_600), ("20:59:59", 75_599), ("24:00", 86_400),
  ])
  func clockTimesAreRead(text: String, seconds: Int) {
    #expect(ClockTime(text)?.seconds == seconds)
    #expect(ClockTime(text)?.description == text)
  }

  @Test(arguments: ["8:00", "24:01", "12:60", "12:00:60", "noon", "", "12", "-1:00", "12:0a"])
  func whatIsNoClockTimeIsRefused(text: String) { #expect(ClockTime(text) == nil) }
}
