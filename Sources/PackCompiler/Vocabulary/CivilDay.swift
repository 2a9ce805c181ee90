/// A date on somebody's calendar, without a zone: the unit in which Regulation F counts.
public struct CivilDay: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
  /// Days since 1 January 1970.
  public let number: Int

  public init(number: Int) { self.number = number }

  /// The day of a Gregorian date, `nil` when there is no such date or the year is outside 1…9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.days(in: month, of: year)).contains(day)
    else { return nil }
    // Howard Hinnant's days_from_civil: years that begin in March make the leap day the last one.
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Reads `2026-04-01`; anything else is `nil`.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = decimal(bytes[0..<4]), let month = decimal(bytes[5..<7]),
      let day = decimal(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The year, the month from 1 and the day of the month from 1.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  public var weekday: Weekday {
    // 1 January 1970 was a Thursday.
    Weekday.allCases[((number + 3) % 7 + 7) % 7]
  }

  public func advanced(by days: Int) -> CivilDay { CivilDay(number: number + days) }
  public func distance(to other: CivilDay) -> Int { other.number - number }
  public static func < (left: CivilDay, right: CivilDay) -> Bool { left.number < right.number }

  public var description: String {
    let (year, month, day) = components
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  public init(from decoder: any Decoder) throws {
    number = try decoder.singleValueContainer().decode(Int.self)
  }
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(number)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}

/// A day of the week, Monday first as ISO 8601 has it.
public enum Weekday: String, Codable, Sendable, CaseIterable {
  case monday = "Mon"
  case tuesday = "Tue"
  case wednesday = "Wed"
  case thursday = "Thu"
  case friday = "Fri"
  case saturday = "Sat"
  case sunday = "Sun"
}

/// A time on a clock's face, in seconds from midnight, 0 to 86,400 (`24:00`, the end of the day).
public struct ClockTime: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
  public let seconds: Int

  public init?(seconds: Int) {
    guard (0...86_400).contains(seconds) else { return nil }
    self.seconds = seconds
  }

  /// A time from seconds that may lie on another day, such as -60 or 90,000.
  public init(ofDay seconds: Int) { self.seconds = (seconds % 86_400 + 86_400) % 86_400 }

  /// Reads `08:00` or `21:30:15`, up to `24:00`; anything else is `nil`.
  public init?(_ text: some StringProtocol) {
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, parts.allSatisfy({ $0.count == 2 }) else {
      return nil
    }
    let numbers = parts.compactMap { decimal(ArraySlice($0)) }
    guard numbers.count == parts.count, numbers[1] < 60, parts.count == 2 || numbers[2] < 60 else {
      return nil
    }
    self.init(seconds: numbers[0] * 3600 + numbers[1] * 60 + (parts.count == 3 ? numbers[2] : 0))
  }

  public static func < (left: ClockTime, right: ClockTime) -> Bool { left.seconds < right.seconds }

  public var description: String {
    let tail = seconds % 60 == 0 ? "" : ":" + padded(seconds % 60, 2)
    return padded(seconds / 3600, 2) + ":" + padded(seconds / 60 % 60, 2) + tail
  }
}

/// Reads unsigned decimal digits, `nil` for anything else; 18 digits at most, so it cannot overflow.
package func decimal(_ bytes: ArraySlice<UInt8>) -> Int? {
  guard (1...18).contains(bytes.count) else { return nil }
  var value = 0
  for byte in bytes {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
    value = value * 10 + Int(byte - UInt8(ascii: "0"))
  }
  return value
}

package func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
