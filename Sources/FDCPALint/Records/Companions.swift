/// What the companion table of consumers says of one.
public struct Consumer: Sendable, Hashable, Codable {
  public var id: String
  /// An IANA zone that the consumer is known to be in.
  public var timeZone: String?
  /// Zones that evidence points to, when none is known.
  public var possibleTimeZones: [String] = []
  public var state: String?
  public var zip: String?
  /// Facts that the table states: inconvenient times and places, an attorney, an employer's rule.
  public var facts: [CompanionFact] = []
  /// Everything else, by column: `intends_suit`, `validation_period_end`, ...
  public var context: [String: String] = [:]

  public init(id: String) { self.id = id }
}

/// A fact from a companion table, known from one of the consumer's records on.
public struct CompanionFact: Sendable, Hashable, Codable {
  public var fact: Fact
  /// Index of that record among the consumer's, in the log's order from 0; `nil`: known before.
  public var knownFromEvent: Int?

  public init(fact: Fact, knownFromEvent: Int?) {
    self.fact = fact
    self.knownFromEvent = knownFromEvent
  }
}

/// What the companion table of debts says of one.
public struct Debt: Sendable, Hashable, Codable {
  public var id: String
  public var consumer: String
  public var status: String?
  /// Loans under one account number are one debt (12 CFR 1006.14(b)(4)).
  public var group: String?
  public var balance: String?
  public var context: [String: String] = [:]

  public init(id: String, consumer: String) {
    self.id = id
    self.consumer = consumer
  }
}
