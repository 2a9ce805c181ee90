import Testing

@testable import PackCompiler

@Suite struct DayCountTests {
  // 5 USC 6103(a)
  private static let holidays = [
    "Jan 1", "3rd Mon Jan", "3rd Mon Feb", "last Mon May", "Jun 19", "Jul 4", "1st Mon Sep",
    "2nd Mon Oct", "Nov 11", "4th Thu Nov", "Dec 25",
  ]
  private static let period = DayCount(
    workingDays: 5, days: 30, holidays: holidays.compactMap { Holiday($0) })

  @Test(arguments: [
    ("2026-06-01", "2026-07-08", "2026-07-08"), ("2026-06-06", "2026-07-12", "2026-07-12"),
    ("2026-06-12", "2026-07-22", "2026-07-22"), ("2026-01-15", "2026-02-22", "2026-02-22"),
    ("2026-05-21", "2026-06-28", "2026-06-28"), ("2026-06-29", "2026-08-05", "2026-08-06"),
    ("2026-11-06", "2026-12-16", "2026-12-16"), ("2026-11-20", "2026-12-30", "2026-12-30"),
    ("2026-12-23", "2027-01-30", "2027-01-30"), ("2027-12-20", "2028-01-26", "2028-01-27"),
    ("2028-01-24", "2028-03-01", "2028-03-01"),
  ]) func theEndOfThePeriod(sent: String, end: String, observed: String) throws {
    let day = try #require(CivilDay(sent))
    #expect(Self.period.end(from: day).description == end)
    #expect(Self.period.end(from: day, observed: true).description == observed)
  }

  @Test func withoutWorkingDaysEveryDayCounts() throws {
    let day = try #require(CivilDay("2026-04-06"))
    let count = DayCount(workingDays: 0, days: 35, holidays: [])
    #expect(count.end(from: day).description == "2026-05-11")
    #expect(count.lengths == (35, 35))
  }

  @Test func howLongItTakes() { #expect(Self.period.lengths == (37, 41)) }

  @Test func theSlowWayFindsTheSame() throws {
    let names = Self.holidays
    // 2019 to 2043; 23 turns through every weekday and month.
    for number in stride(from: 18_000, to: 27_000, by: 23) {
      let start = CivilDay(number: number)
      #expect(Self.period.end(from: start) == slow(start, names), "from \(start)")
    }
  }

  /// Lists a year's holidays by going through its days, and counts on the fingers.
  private func slow(_ start: CivilDay, _ names: [String]) -> CivilDay {
    let year = start.components.year
    var closed: Set<CivilDay> = []
    for year in year...year + 1 {
      guard let first = CivilDay(year: year, month: 1, day: 1) else { continue }
      let days = (0..<366).map { first.advanced(by: $0) }.filter { $0.components.year == year }
      for name in names {
        let parts = name.split(separator: " ").map(String.init)
        let months = [
          "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        let month = (months.firstIndex(of: parts[parts.count == 2 ? 0 : 2]) ?? 0) + 1
        let inMonth = days.filter { $0.components.month == month }
        if parts.count == 2 {
          closed.formUnion(inMonth.filter { String($0.components.day) == parts[1] })
        } else {
          let named = inMonth.filter { $0.weekday.rawValue == parts[1] }
          let index = parts[0] == "last" ? named.count - 1 : (Int(parts[0].prefix(1)) ?? 1) - 1
          closed.insert(named[index])
        }
      }
    }
    var counted: [CivilDay] = []
    for step in 1...30 where counted.count < 5 {
      let day = start.advanced(by: step)
      if !["Sat", "Sun"].contains(day.weekday.rawValue), !closed.contains(day) {
        counted.append(day)
      }
    }
    return counted[4].advanced(by: 30)
  }

  @Test(arguments: [
    "", "Jun", "Jun 31", "19 Jun", "5th Mon Jan", "last May", "3rd Mon January", "x",
  ])
  func whatIsNoHoliday(text: String) { #expect(Holiday(text) == nil) }
}
