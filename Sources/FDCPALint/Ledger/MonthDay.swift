/// A date as notes write it, such as `6/15`, `6/15/26`, `2026-06-15`, `15th` or `fri`.
struct MonthDay: Sendable, Hashable {
  private enum Form: Sendable, Hashable {
    case day(CivilDay)
    case month(Int, day: Int)
    /// A day of some month.
    case ordinal(Int)
    case weekday(Weekday)
  }
  private let form: Form

  /// `nil` for anything that names no single day.
  init?(_ text: String) {
    let text = text.lowercased()
    if let day = CivilDay(text) {
      form = .day(day)
      return
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2 || parts.count == 3 {
      let numbers = parts.compactMap { Int($0) }
      guard numbers.count == parts.count, (1...12).contains(numbers[0]),
        (1...31).contains(numbers[1])
      else { return nil }
      if numbers.count == 2 {
        form = .month(numbers[0], day: numbers[1])
        return
      }
      let year = numbers[2] < 100 ? numbers[2] + 2000 : numbers[2]
      guard let day = CivilDay(year: year, month: numbers[0], day: numbers[1]) else { return nil }
      form = .day(day)
      return
    }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    if let number = Int(digits), (1...31).contains(number), text.count == digits.count + 2 {
      form = .ordinal(number)
      return
    }
    guard digits.isEmpty,
      let weekday = Weekday.allCases.first(where: { text.hasPrefix($0.rawValue.lowercased()) })
    else { return nil }
    form = .weekday(weekday)
  }

  /// The first such day on or after another one, when that is certain: a date without a year that
  /// is nearer in the past is none.
  func day(onOrAfter day: CivilDay) -> CivilDay? {
    switch form {
    case .day(let own): return own >= day ? own : nil
    case .month:
      guard let nearest = self.day(nearest: day), nearest >= day else { return nil }
      return nearest
    case .ordinal(let number):
      let (year, month, _) = day.components
      return (0...2).compactMap { later in
        CivilDay(
          year: year + (month - 1 + later) / 12, month: (month - 1 + later) % 12 + 1, day: number)
      }.first { $0 >= day }
    case .weekday(let weekday):
      // "Friday", said on a Friday, is the next one.
      return (1...7).map { day.advanced(by: $0) }.first { $0.weekday == weekday }
    }
  }

  /// The day of any year that lies nearest to another one; `nil` for a weekday or a bare number.
  func day(nearest day: CivilDay) -> CivilDay? {
    switch form {
    case .day(let own): return own
    case .month(let month, day: let number):
      let year = day.components.year
      return (year - 1...year + 1).compactMap { CivilDay(year: $0, month: month, day: number) }
        .min { abs($0.distance(to: day)) < abs($1.distance(to: day)) }
    case .ordinal, .weekday: return nil
    }
  }
}
