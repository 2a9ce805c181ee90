/// A date as notes and speech write it, such as `6/15`, `6/15/26`, `2026-06-15`, `June 30th`, `15th`,
/// `fri`, `end of the month` or `June`.
struct MonthDay: Sendable, Hashable {
  private enum Form: Sendable, Hashable {
    case day(CivilDay)
    case month(Int, day: Int)
    /// A day of some month.
    case ordinal(Int)
    case weekday(Weekday)
    /// The day before a month begins: what "until June" surely reaches.
    case beforeMonth(Int)
    /// The last day of the month or year that it is said in.
    case endOfMonth, endOfYear
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
    if let named = Self.named(text) {
      form = named
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

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// A date that names its month, or the end of one.
  private static func named(_ text: String) -> Form? {
    let words = text.split { !$0.isLetter && !$0.isNumber }
    if words == ["eom"] || words.starts(with: ["end", "of"]) && words.last == "month"
      || words == ["next", "month"]
    {
      return .endOfMonth
    }
    if words == ["eoy"] || words.last == "year" && words.starts(with: ["end", "of"])
      || words == ["next", "year"]
    {
      return .endOfYear
    }
    if words.first == "the" { return named(words.dropFirst().joined(separator: " ")) }
    guard let first = words.first, let index = months.firstIndex(where: first.hasPrefix) else {
      return nil
    }
    guard words.count > 1 else { return .beforeMonth(index + 1) }
    let number = Int(words[1].prefix { $0.isASCII && $0.isNumber }) ?? 0
    guard (1...31).contains(number) else { return nil }
    return .month(index + 1, day: number)
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
    case .beforeMonth(let month):
      let now = day.components
      // In June itself "until June" is no day that anybody can be sure of.
      guard month != now.month else { return nil }
      let year = month > now.month ? now.year : now.year + 1
      return CivilDay(year: year, month: month, day: 1)?.advanced(by: -1)
    case .endOfMonth:
      let (year, month, _) = day.components
      return CivilDay(year: year + month / 12, month: month % 12 + 1, day: 1)?.advanced(by: -1)
    case .endOfYear: return CivilDay(year: day.components.year, month: 12, day: 31)
    case .weekday(let weekday):
      // "Friday", said on a Friday, is the next one.
      return (1...7).map { day.advanced(by: $0) }.first { $0.weekday == weekday }
    }
  }

  /// The day of any year that lies nearest to another one; `nil` for what names no day of
  /// a year.
  func day(nearest day: CivilDay) -> CivilDay? {
    switch form {
    case .day(let own): return own
    case .month(let month, day: let number):
      let year = day.components.year
      return (year - 1...year + 1).compactMap { CivilDay(year: $0, month: month, day: number) }
        .min { abs($0.distance(to: day)) < abs($1.distance(to: day)) }
    case .ordinal, .weekday, .beforeMonth, .endOfMonth, .endOfYear: return nil
    }
  }
}
