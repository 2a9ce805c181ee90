/// What a check found in a ledger, before any rule gives it a name. Entries are indices into the
/// ledger, never copies.
public struct Evidence: Sendable {
  /// The entry that the finding lies on.
  public var entry: Int
  /// The words that were found, for checks of wording.
  public var mark: Mark?
  /// The text that lacks something, for checks of required wording.
  public var field: TextField?
  /// Where that text lacks it, if not everywhere.
  var place: Location?
  public var debt: String?
  public var person: String?
  /// Entries that counted, in time order, the finding's own among them; above 1,000 only the
  /// first and the last, and ``total`` says how many there were.
  public var counted: [Int] = []
  public var total: Int?
  /// Entries that did not count, and the law's reason for each.
  public var leftOut: [LeftOut] = []
  /// First and last day of the window, on the consumer's calendar.
  public var window: DayRange?
  /// Zones that local times were read in, and what each was derived from.
  public var zones: [ZoneUse] = []
  public var facts: [FactUse] = []
  /// Values for the placeholders of a rule's message.
  public var values: [String: String] = [:]
  /// Open questions of law that it hangs on; then it is at most a warning.
  public var questions: [OpenQuestion] = []
  /// What is not known and would make it certain, in words; then it is at most a warning.
  public var conditions: [String] = []
  /// True only of some of what is possible, as with zones that disagree: at most a warning.
  public var isRisk = false
  /// Zones in which it would be fine, where the consumer may be as well.
  public var fineZones: [String] = []
  /// Whether it is about the debt alone, of which no contact shows anything.
  public var isAboutDebt = false

  public init(entry: Int) { self.entry = entry }

  public struct LeftOut: Sendable, Hashable {
    public var entry: Int
    public var reason: String
    public init(entry: Int, reason: String) {
      self.entry = entry
      self.reason = reason
    }
  }
  public struct FactUse: Sendable, Hashable, Codable {
    public var name: String
    /// The record that established it, or the companion table's name.
    public var record: String
    public var confidence: Confidence
    public init(name: String, record: String, confidence: Confidence) {
      self.name = name
      self.record = record
      self.confidence = confidence
    }
  }
}

/// Days on a calendar, both included.
public struct DayRange: Sendable, Hashable, Codable {
  public var first: CivilDay
  public var last: CivilDay
  public init(first: CivilDay, last: CivilDay) {
    self.first = first
    self.last = last
  }
}

/// A zone and why it is taken to be the consumer's.
public struct ZoneUse: Sendable, Hashable, Codable {
  /// IANA name, or an offset such as `UTC-04:00`.
  public var zone: String
  /// Such as `time_zone of the consumers table`.
  public var evidence: String
  public init(zone: String, evidence: String) {
    self.zone = zone
    self.evidence = evidence
  }
}

/// A state or city and why a contact is taken to be under its law.
public struct RegionUse: Sendable, Hashable, Codable {
  /// ISO 3166-2 code, such as `US-NY`; with a city, such as `US-NY-NYC`.
  public var region: String
  /// Such as `state NY of the consumers table`.
  public var evidence: String
  public init(region: String, evidence: String) {
    self.region = region
    self.evidence = evidence
  }
}

/// A question that the law leaves open, by the name under which the README explains it.
public enum OpenQuestion: String, Sendable, CaseIterable, Codable {
  case zoneDate = "zone-date"
  case exactMinute = "exact-minute"
  case statuteOnly = "statute-only"
  case earlyEvents = "early-events"
  case consentDebts = "consent-debts"
  case consentLater = "consent-later"
  case consentUnclear = "consent-unclear"
  case debtNotDiscussed = "debt-not-discussed"
  case raisedDebt = "raised-debt"
  case severalAttributed = "several-attributed"
  case attribution
  case wrongNumberReach = "wrong-number-reach"
  case messageWithPerson = "message-with-person"
  case outcomeMissing = "outcome-missing"
  case sameInstant = "same-instant"
  case collectors
  case locationEvidence = "location-evidence"
  case noZone = "no-zone"
  case replyDefaultBand = "reply-default-band"
  case replyLaterStretch = "reply-later-stretch"
  case timeConsent = "time-consent"
  case designationOthers = "designation-others"
  case partyUnclear = "party-unclear"
  case otherChannels = "other-channels"
  case outcomeUnclear = "outcome-unclear"
  case endpointUnclear = "endpoint-unclear"
  case weekUnclear = "week-unclear"
  case formUnclear = "form-unclear"
  case holidayObserved = "holiday-observed"
}

/// A rule on a record that could be neither flagged nor cleared, and what was missing.
public struct NotEvaluable: Sendable, Hashable, Codable {
  public var rule: String
  public var consumer: String
  /// The first record concerned.
  public var record: String
  public var missing: String
  /// How many records of the consumer.
  public var count: Int
}
