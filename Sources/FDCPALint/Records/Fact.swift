/// What a record establishes about a consumer, the same whether a text, a signal or a table said so.
public struct Fact: Sendable, Hashable, Codable {
  /// Such as `cease_request`, `attorney`, `inconvenient_time`.
  public var name: String
  /// The record that established it, or the companion table's name.
  public var source: String
  /// Where the words stood, for facts from text.
  public var location: Location?
  public var person: String?
  /// The debts it holds for; empty: all of the consumer's.
  public var debts: [String] = []
  public var channel: Channel?
  /// The number or address that it is about.
  public var to: String?
  public var from: CivilDay?
  public var until: CivilDay?
  /// Weekdays on which it holds; empty: all.
  public var days: [Weekday] = []
  /// Clock times between which it holds, on the consumer's clock: from <= time < to.
  public var clock: ClockRange?
  public var place: String?
  public var amount: String?
  /// Other details by name, from named groups of patterns.
  public var details: [String: String] = [:]
  public var confidence: Confidence = .high
  /// From when it is known; `nil`: from before the first record.
  public var since: Moment?

  public init(name: String, source: String) {
    self.name = name
    self.source = source
  }
}

extension Fact {
  /// Whether it was known when a contact was made; one from a table without a date always was.
  func isKnown(before contact: Contact) -> Bool {
    guard let since else { return true }
    guard let instant = contact.at else { return false }
    return since < Moment(instant: instant, record: contact.id)
  }
}

/// A stretch of a clock's face. `to` may be 24:00.
public struct ClockRange: Sendable, Hashable, Codable {
  public var from: ClockTime
  public var to: ClockTime

  public init(from: ClockTime, to: ClockTime) {
    self.from = from
    self.to = to
  }
}

/// A place in a ledger's order: by instant, then by the record's id, so that the order of a
/// file's lines changes nothing.
public struct Moment: Sendable, Hashable, Comparable, Codable {
  public var instant: Instant
  public var record: String

  public init(instant: Instant, record: String) {
    self.instant = instant
    self.record = record
  }

  public static func < (left: Moment, right: Moment) -> Bool {
    (left.instant, left.record) < (right.instant, right.record)
  }
}
