/// A day as letters print it: `July 8, 2026`, `8 July 2026`, `7/8/2026`, `2026-07-08`, and in
/// Spanish `8 de julio del 2026`.
struct PrintedDay: Sendable, Hashable {
  private let month: Int
  private let day: Int
  private let year: Int?

  /// The first three letters, in English and Spanish.
  private static let months: [[String]] = [
    ["jan", "ene"], ["feb"], ["mar"], ["apr", "abr"], ["may"], ["jun"], ["jul"], ["aug", "ago"],
    ["sep"], ["oct"], ["nov"], ["dec", "dic"],
  ]

  /// `nil` for anything that names no day of a month.
  init?(_ text: String) {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let numbers = words.compactMap(Self.number)
    let named = words.lazy.compactMap { word in
      Self.months.firstIndex { $0.contains(String(word.prefix(3))) }
    }.first
    if let named {
      guard let day = numbers.first(where: { $0 <= 31 }) else { return nil }
      (month, self.day, year) = (named + 1, day, numbers.first { $0 > 1000 })
    } else {
      guard words.count == numbers.count, numbers.count == 3 else { return nil }
      let isYearFirst = numbers[0] > 1000
      month = isYearFirst ? numbers[1] : numbers[0]
      day = isYearFirst ? numbers[2] : numbers[1]
      let year = isYearFirst ? numbers[0] : numbers[2]
      self.year = year < 100 ? year + 2000 : year
    }
    guard CivilDay(year: year ?? 2024, month: month, day: day) != nil else { return nil }
  }

  /// A number, with or without `st`, `nd`, `rd`, `th`.
  private static func number(_ word: String) -> Int? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard word.count == digits.count || (word.count == digits.count + 2 && digits.count <= 2)
    else { return nil }
    return Int(digits)
  }

  /// The day; without a year, that of the year in which it lies nearest to another day.
  func day(nearest other: CivilDay?) -> CivilDay? {
    if let year { return CivilDay(year: year, month: month, day: day) }
    guard let other else { return nil }
    let near = other.components.year
    return (near - 1...near + 1).compactMap { CivilDay(year: $0, month: month, day: day) }
      .min { abs($0.distance(to: other)) < abs($1.distance(to: other)) }
  }
}
