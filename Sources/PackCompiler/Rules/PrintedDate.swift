/// A day that a text names and that must not lie too early, or be another than one beside it: the
/// end of the validation period, the last day to opt out.
public struct PrintedDate: Codable, Sendable, Hashable {
  /// What the day is measured by.
  public enum Bound: Codable, Sendable, Hashable {
    /// At least so many days after the text was sent.
    case sending(DayCount)
    /// No earlier than another day in the same text, which these words name (group `date`).
    case named([WordingSet])
    /// The very day that these words name.
    case same([WordingSet])
  }
  /// Words that name the day (group `date`), or that let a template add so many days to that of
  /// sending (group `plus`).
  public var wording: [WordingSet]
  public var bound: Bound
  /// Words that name the day which the text bears (group `date`): where no record says when it was
  /// sent, it was not sent before that.
  public var bears: [WordingSet] = []

  public init(wording: [WordingSet], bound: Bound) {
    self.wording = wording
    self.bound = bound
  }

  /// Every set, with its place: 0 for ``bears``, 1 for the other day.
  public var others: [(place: Int, set: WordingSet)] {
    var sets = bears.map { (place: 0, set: $0) }
    switch bound {
    case .sending: break
    case .named(let other), .same(let other): sets += other.map { (place: 1, set: $0) }
    }
    return sets
  }
}

/// A span that begins with days on which offices are open and goes on with days of any sort.
public struct DayCount: Codable, Sendable, Hashable {
  /// Counted days that are no Saturday, Sunday or holiday; the first is the day after the start.
  public var workingDays: Int
  /// Consecutive days behind them.
  public var days: Int
  public var holidays: [Holiday]

  public init(workingDays: Int, days: Int, holidays: [Holiday]) {
    self.workingDays = workingDays
    self.days = days
    self.holidays = holidays
  }

  /// The first day that is long enough after another one.
  ///
  /// - Parameter observed: Whether a holiday that falls on a Saturday is kept on the Friday before,
  ///   and one that falls on a Sunday on the Monday after.
  public func end(from start: CivilDay, observed: Bool = false) -> CivilDay {
    var day = start
    var left = workingDays
    while left > 0 {
      day = day.advanced(by: 1)
      if isWorking(day, observed) { left -= 1 }
    }
    return day.advanced(by: days)
  }

  /// How many days the span takes in the calendar: from a working day without any holiday, and at
  /// worst. 28 years hold every turn of weekdays and leap years.
  public var lengths: (usual: Int, longest: Int) {
    guard workingDays > 0, let first = CivilDay(year: 2022, month: 1, day: 1) else {
      return (days, days)
    }
    var usual = Int.max
    var longest = 0
    for number in 0..<(28 * 366) {
      let day = first.advanced(by: number)
      let length = day.distance(to: end(from: day))
      longest = max(longest, length)
      if isWorking(day, false) { usual = min(usual, length) }
    }
    return (usual, longest)
  }

  private func isWorking(_ day: CivilDay, _ observed: Bool) -> Bool {
    if day.weekday == .saturday || day.weekday == .sunday { return false }
    return !holidays.contains { holiday in
      holiday.falls(on: day)
        || observed
          && (day.weekday == .friday && holiday.falls(on: day.advanced(by: 1))
            || day.weekday == .monday && holiday.falls(on: day.advanced(by: -1)))
    }
  }
}

/// A day that comes every year.
public enum Holiday: Codable, Sendable, Hashable {
  case date(month: Int, day: Int)
  /// The first, second, … such weekday of a month.
  case weekday(Weekday, number: Int, month: Int)
  case lastWeekday(Weekday, month: Int)

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Reads `Jun 19`, `3rd Mon Jan`, `last Mon May`; anything else is `nil`.
  public init?(_ text: String) {
    let parts = text.split(separator: " ").map(String.init)
    func month(_ name: String) -> Int? { Self.months.firstIndex(of: name).map { $0 + 1 } }
    switch parts.count {
    case 2:
      guard let month = month(parts[0]), let day = Int(parts[1]),
        // 2024 was a leap year.
        CivilDay(year: 2024, month: month, day: day) != nil
      else { return nil }
      self = .date(month: month, day: day)
    case 3:
      guard let weekday = Weekday(rawValue: parts[1]), let month = month(parts[2]) else {
        return nil
      }
      if parts[0] == "last" {
        self = .lastWeekday(weekday, month: month)
      } else if let number = ["1st", "2nd", "3rd", "4th"].firstIndex(of: parts[0]) {
        self = .weekday(weekday, number: number + 1, month: month)
      } else {
        return nil
      }
    default: return nil
    }
  }

  public func falls(on day: CivilDay) -> Bool {
    let (_, month, number) = day.components
    switch self {
    case .date(let own, let date): return own == month && date == number
    case .weekday(let weekday, let which, let own):
      return own == month && day.weekday == weekday && (number - 1) / 7 + 1 == which
    case .lastWeekday(let weekday, let own):
      return own == month && day.weekday == weekday
        && day.advanced(by: 7).components.month != month
    }
  }
}
