/// Which days of the consumer's calendar count together.
public enum CountWindow: String, Codable, Sendable, CaseIterable {
  /// Consecutive days that end with the contact's own date.
  case rolling
  case calendarWeek = "calendar-week"
  /// Monday to Friday; what lies on a weekend counts in no window.
  case businessWeek = "business-week"
  case calendarMonth = "calendar-month"
  case calendarQuarter = "calendar-quarter"
  /// A week that the law does not define: seven consecutive days, and it is open whether those
  /// that lie in two calendar weeks count together.
  case undefinedWeek = "undefined-week"
}

extension FrequencyLimit {
  /// The most days of a window, `nil` when it has no end.
  public var span: Int? {
    switch window {
    case .rolling: days
    case .calendarWeek, .undefinedWeek: 7
    case .businessWeek: 5
    case .calendarMonth: 31
    case .calendarQuarter: 92
    }
  }

  /// First and last day of the window that a contact on a day is counted in: the first is `nil`
  /// when all earlier days count, the whole is `nil` when the day lies in no window.
  public func window(of day: CivilDay) -> (first: CivilDay?, last: CivilDay)? {
    switch window {
    case .rolling, .undefinedWeek: return (span.map { day.advanced(by: 1 - $0) }, day)
    case .calendarWeek:
      let first = day.advanced(by: -day.weekday.days(after: weekStarts))
      return (first, first.advanced(by: 6))
    case .businessWeek:
      let past = day.weekday.days(after: .monday)
      guard past < 5 else { return nil }
      return (day.advanced(by: -past), day.advanced(by: 4 - past))
    case .calendarMonth: return Self.months(1, around: day)
    case .calendarQuarter: return Self.months(3, around: day)
    }
  }

  /// The same limit in calendar weeks, where the law only says that it is one of a week.
  public var inCalendarWeeks: FrequencyLimit? {
    guard window == .undefinedWeek else { return nil }
    var limit = self
    limit.window = .calendarWeek
    return limit
  }

  private static func months(
    _ count: Int, around day: CivilDay
  ) -> (first: CivilDay?, last: CivilDay)? {
    let (year, month, _) = day.components
    let opening = month - (month - 1) % count
    let next = opening + count
    guard let first = CivilDay(year: year, month: opening, day: 1),
      let end = CivilDay(year: next > 12 ? year + 1 : year, month: (next - 1) % 12 + 1, day: 1)
    else { return (day, day) }
    return (first, end.advanced(by: -1))
  }
}

extension Weekday {
  /// How many days lie between the last day of that name and this one, 0 to 6.
  func days(after other: Weekday) -> Int {
    let all = Weekday.allCases
    let own = all.firstIndex(of: self) ?? 0
    let start = all.firstIndex(of: other) ?? 0
    return (own - start + all.count) % all.count
  }
}
