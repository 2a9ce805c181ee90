/// Which contacts a check looks at. An empty list puts no condition.
public struct ContactFilter: Codable, Sendable, Hashable {
  public var channels: [Channel] = []
  public var directions: [Direction] = []
  public var outcomes: [Outcome] = []
  public var parties: [Party] = []
  public var endpoints: [EndpointKind] = []
  /// Kinds of address that do not pass; where the kind is not known it is open whether a contact
  /// passes.
  public var notEndpoints: [EndpointKind] = []
  /// Whether the call must be known to have played a recording or an artificial voice, or not to.
  public var prerecorded: Bool?
  /// Outcomes of which the law leaves it open whether they pass.
  public var unclearOutcomes: [Outcome] = []

  public init() {}
}

/// What contacts must share to be counted together.
public enum CountKey: String, Codable, Sendable, CaseIterable {
  case person, debt
  /// The number or address that was reached.
  case number
  /// Everybody in the consumer's file, such as consumer and spouse together.
  case consumer
}

/// How something reached the collector.
public enum RequestForm: String, Codable, Sendable, CaseIterable { case written, oral }

/// Consent that takes contacts out of a count (12 CFR 1006.14(b)(3)(i), 1006.6(b)(4)(i)).
public struct ConsentTerms: Codable, Sendable, Hashable {
  /// The scope that the consent must have, such as `additional_calls`.
  public var scope: String
  /// To whom it must have been given: `collector`, for consent to anybody else is none.
  public var recipient: String
  /// How many consecutive days it holds, the day of receipt included; `nil` until it is withdrawn.
  public var days: Int?
  /// The form that it needs; `nil`: any.
  public var form: RequestForm?

  public init(scope: String, recipient: String, days: Int?, form: RequestForm? = nil) {
    self.scope = scope
    self.recipient = recipient
    self.days = days
    self.form = form
  }
}

/// What is left out of a count, and why.
public struct CountExceptions: Codable, Sendable, Hashable {
  public var parties: [Party] = []
  public var consent: ConsentTerms?
  /// Calls to a number later learned not to be this person's (comment 14(b)(2)(i)-3).
  public var wrongNumber = false
  /// One contact in the medium of each message from the person.
  public var reply = false
  /// Facts that lift the limit for contacts with the person after they became known.
  public var facts: [String] = []
  /// Words in the contact's own note or text that show a reason the law accepts.
  public var wording: [WordingSet] = []

  public init() {}
}

/// More than `limit` contacts in one window of the consumer's calendar.
public struct FrequencyLimit: Codable, Sendable, Hashable {
  public var limit: Int
  /// Consecutive days of a rolling window; `nil`: all days.
  public var days: Int?
  public var window: CountWindow
  /// The first day of a calendar week.
  public var weekStarts: Weekday
  public var per: [CountKey]
  public var counts: ContactFilter
  public var except: CountExceptions

  /// - Throws: ``RuleValueError`` for a negative limit or a window without a day.
  public init(
    limit: Int, days: Int?, window: CountWindow = .rolling, weekStarts: Weekday = .sunday,
    per: [CountKey], counts: ContactFilter, except: CountExceptions
  ) throws(RuleValueError) {
    guard limit >= 0 else { throw .tooSmall(key: "limit", value: limit, minimum: 0) }
    if let days, days < 1 { throw .tooSmall(key: "days", value: days, minimum: 1) }
    self.limit = limit
    self.days = days
    self.window = window
    self.weekStarts = weekStarts
    self.per = per
    self.counts = counts
    self.except = except
  }
}

/// A contact within `days` days of a conversation, whose own date is the first.
public struct AfterConversation: Codable, Sendable, Hashable {
  public var days: Int
  public var per: [CountKey]
  public var conversations: ContactFilter
  public var counts: ContactFilter
  public var except: CountExceptions

  /// - Throws: ``RuleValueError`` for a window without a day.
  public init(
    days: Int, per: [CountKey], conversations: ContactFilter, counts: ContactFilter,
    except: CountExceptions
  ) throws(RuleValueError) {
    guard days >= 1 else { throw .tooSmall(key: "days", value: days, minimum: 1) }
    self.days = days
    self.per = per
    self.conversations = conversations
    self.counts = counts
    self.except = except
  }
}

/// Contacts before `from` or after `to` on a clock.
public struct HoursLimit: Codable, Sendable, Hashable {
  public enum Clock: Codable, Sendable, Hashable {
    /// The consumer's, wherever everything known about the consumer points.
    case consumer
    /// That of the number's area code, unless more is known about where the consumer is.
    case areaCode
    /// One clock for everybody, by its IANA name.
    case zone(String)
  }
  public var from: ClockTime
  public var to: ClockTime
  public var clock: Clock
  public var contacts: ContactFilter
  public var consent: ConsentTerms?

  /// - Throws: ``RuleValueError`` when the hours do not run forward.
  public init(
    from: ClockTime, to: ClockTime, clock: Clock, contacts: ContactFilter, consent: ConsentTerms?
  ) throws(RuleValueError) {
    guard from < to else { throw .notBefore(key: "from", value: "\(from)", other: "to \(to)") }
    self.from = from
    self.to = to
    self.clock = clock
    self.contacts = contacts
    self.consent = consent
  }
}

/// A contact made after a fact became known.
public struct AfterFact: Codable, Sendable, Hashable {
  /// What contact and fact must share.
  public enum Reach: String, Codable, Sendable, CaseIterable {
    case debt, person, address, consumer
  }
  public var facts: [String]
  public var per: Reach
  public var contacts: ContactFilter
  /// One reply in the medium of each message from the person.
  public var reply = false
  public var consent: ConsentTerms?
  /// Words in the contact's own note or text that show a permitted purpose.
  public var wording: [WordingSet] = []
  /// How many contacts such words excuse after each fact; `nil`: all.
  public var mostExcused: Int?
  /// The consumer's field that holds the last day on which the fact still binds, such as the end
  /// of the validation period; while it is not known, a finding is a risk.
  public var knownBy: String?
  /// Facts that end the restriction, such as verification for a dispute.
  public var endedBy: [String] = []
  /// The form in which the fact must have come in; `nil`: any.
  public var form: RequestForm?
  /// How many consecutive days the restriction holds, the fact's own date included; `nil`: for good.
  public var lasts: Int?
  /// Hours after the fact in which contacts are still fine.
  public var graceHours: Int?

  public init(facts: [String], per: Reach, contacts: ContactFilter) {
    self.facts = facts
    self.per = per
    self.contacts = contacts
  }
}

/// A value in a rule that cannot be.
public enum RuleValueError: Error, Sendable, Hashable, CustomStringConvertible {
  case tooSmall(key: String, value: Int, minimum: Int)
  case notBefore(key: String, value: String, other: String)

  public var description: String {
    switch self {
    case .tooSmall(let key, let value, let minimum):
      "\(key): \(value) is too small; expected \(minimum) or more"
    case .notBefore(let key, let value, let other):
      "\(key): \(value) must come before \(other)"
    }
  }
}
