/// A point in time, in whole seconds since 1 January 1970 UTC.
public struct Instant: Sendable, Hashable, Comparable, Codable {
  public let seconds: Int

  public init(seconds: Int) { self.seconds = seconds }

  public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }

  public func advanced(by seconds: Int) -> Instant { Instant(seconds: self.seconds + seconds) }
}

/// What a clock and a calendar show at one place.
public struct LocalTime: Sendable, Hashable, Codable, CustomStringConvertible {
  public let day: CivilDay
  /// Below 24:00.
  public let clock: ClockTime

  /// The wall clock, `offset` seconds east of UTC.
  public init(_ instant: Instant, offset: Int) {
    let shifted = instant.seconds + offset
    let number = shifted >= 0 ? shifted / 86_400 : (shifted - 86_399) / 86_400
    day = CivilDay(number: number)
    clock = ClockTime(ofDay: shifted - number * 86_400)
  }

  public var description: String { "\(day) \(clock)" }

  /// Reads what ``description`` writes.
  package init?(written text: String) {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let day = CivilDay(parts[0]), let clock = ClockTime(parts[1]) else {
      return nil
    }
    self.init(Instant(seconds: day.number * 86_400 + clock.seconds), offset: 0)
  }
}
