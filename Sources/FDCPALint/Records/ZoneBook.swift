import Foundation
import Synchronization

/// The IANA zones that were asked for, each with the table of its clock changes.
///
/// Tables are made once and shared; a book may be read from any thread.
public final class ZoneBook: Sendable {
  /// The book of the process.
  public static let shared = ZoneBook()

  private let known = Mutex<[String: Zone]>([:])

  public init() {}

  /// The zone of an IANA name, such as `America/New_York`; `nil` when there is none.
  ///
  /// Abbreviations and offsets, such as `EST` or `GMT-5`, name no place and are none.
  public func zone(_ name: String) -> Zone? {
    known.withLock { known in
      if let zone = known[name] { return zone }
      guard let zone = Zone(name) else { return nil }
      known[name] = zone
      return zone
    }
  }
}

/// A place's clock: its offsets from UTC and when they change.
public struct Zone: Sendable, Hashable {
  /// IANA name.
  public let name: String

  private let system: TimeZone
  /// Seconds since 1970 at which `offsets` of the same index begin; the first opens the table.
  private let changes: [Int]
  private let offsets: [Int]

  // The years that logs come from; outside of them the system's own, slower answer is taken.
  private static let opens = 946_684_800  // 2000-01-01T00:00:00Z
  private static let closes = 2_208_988_800  // 2040-01-01T00:00:00Z

  init?(_ name: String) {
    guard name.contains("/") || name == "UTC", let system = TimeZone(identifier: name) else {
      return nil
    }
    self.name = name
    self.system = system
    var changes = [Self.opens]
    var offsets = [system.secondsFromGMT(for: Self.date(Self.opens))]
    while let last = changes.last,
      let next = system.nextDaylightSavingTimeTransition(after: Self.date(last))
    {
      let seconds = Int(next.timeIntervalSince1970.rounded())
      guard seconds > last, seconds < Self.closes else { break }
      changes.append(seconds)
      offsets.append(system.secondsFromGMT(for: Self.date(seconds)))
    }
    self.changes = changes
    self.offsets = offsets
  }

  /// Seconds east of UTC.
  public func offset(at instant: Instant) -> Int {
    let seconds = instant.seconds
    guard seconds >= Self.opens, seconds < Self.closes else {
      return system.secondsFromGMT(for: Self.date(seconds))
    }
    return offsets[row(at: seconds)]
  }

  /// The row of the table that holds at a time within its years.
  private func row(at seconds: Int) -> Int {
    var low = 0
    var high = changes.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if changes[middle] <= seconds { low = middle } else { high = middle }
    }
    return low
  }

  /// Whether it shows the same time as another zone throughout a period; names alone decide where
  /// there is none, or where it reaches beyond the tables.
  func agrees(with other: Zone, during period: ClosedRange<Instant>?) -> Bool {
    if name == other.name { return true }
    guard let period, period.lowerBound.seconds >= Self.opens,
      period.upperBound.seconds < Self.closes
    else { return false }
    var own = row(at: period.lowerBound.seconds)
    var its = other.row(at: period.lowerBound.seconds)
    while offsets[own] == other.offsets[its] {
      let next = own + 1 < changes.count ? changes[own + 1] : .max
      let itsNext = its + 1 < other.changes.count ? other.changes[its + 1] : .max
      guard min(next, itsNext) <= period.upperBound.seconds else { return true }
      if next <= itsNext { own += 1 }
      if itsNext <= next { its += 1 }
    }
    return false
  }

  /// What clock and calendar show.
  public func local(_ instant: Instant) -> LocalTime {
    LocalTime(instant, offset: offset(at: instant))
  }

  public static func == (left: Zone, right: Zone) -> Bool { left.name == right.name }
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  private static func date(_ seconds: Int) -> Date {
    Date(timeIntervalSince1970: TimeInterval(seconds))
  }
}
