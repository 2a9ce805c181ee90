/// When contacts were made, on the consumers' clocks.
public struct HoursOverview: Sendable, Hashable {
  /// Contacts by weekday from Monday and hour: 7 times 24, in the first zone that is possible.
  public var grid = [Int](repeating: 0, count: 168)
  /// Contacts of which nothing says what the consumer's clock showed.
  public var unplaced = 0
  /// How many contacts were read in each zone, with what pointed to it.
  public var zones: [ZoneUse: Int] = [:]
  /// Contacts for which more than one zone was possible.
  public var severalZones = 0
  /// What each rule permits, by its id.
  public var limits: [String: ClockRange] = [:]
  /// Contacts within hours and close to their beginning or end, the closest first.
  public var near = Shortlist<NearHour>(limit: Self.mostNear)

  static let mostNear = 500

  mutating func merge(_ other: HoursOverview) {
    for index in grid.indices { grid[index] += other.grid[index] }
    unplaced += other.unplaced
    zones.merge(other.zones, uniquingKeysWith: +)
    severalZones += other.severalZones
    limits.merge(other.limits) { first, _ in first }
    near.merge(other.near)
  }

  /// Contacts whose hour is known.
  public var placed: Int { grid.reduce(0, +) }
}

/// A contact within hours, but only just.
public struct NearHour: Sendable, Hashable, Comparable {
  public var rule: String
  public var consumer: String
  public var contact: CountedRecord
  /// The zone whose clock was closest.
  public var zone: String
  /// What that clock showed.
  public var local: LocalTime
  /// Whole minutes to the end of the permitted hours, or from their beginning.
  public var minutes: Int
  /// Whether it was close to their end, not to their beginning.
  public var isLate: Bool
  /// The next permitted minute after the end; `nil` in the morning.
  public var next: LocalTime?

  public static func < (left: NearHour, right: NearHour) -> Bool {
    (left.minutes, left.consumer, left.contact.record, left.rule)
      < (right.minutes, right.consumer, right.contact.record, right.rule)
  }
}

/// Consent that is about to end.
public struct ConsentEnding: Sendable, Hashable, Comparable {
  public var rule: String
  public var consumer: String
  public var person: String
  /// The record that received it.
  public var record: String
  public var scope: String
  /// The last day on which it holds, if no conversation ends it before.
  public var last: CivilDay

  public static func < (left: ConsentEnding, right: ConsentEnding) -> Bool {
    (left.last, left.consumer, left.person, left.record, left.rule)
      < (right.last, right.consumer, right.person, right.record, right.rule)
  }
}
