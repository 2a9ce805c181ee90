/// A rule and the evidence for it: what a person is shown and a script reads.
public struct Finding: Sendable, Codable {
  /// The record's id; `debt:<consumer>/<debt>` where no contact exists.
  public var record: String
  public var consumer: String
  public var rule: String
  public var title: String
  public var severity: Severity
  public var confidence: Confidence
  public var basis: Basis
  public var stage: Stage
  public var citations: [String]
  public var message: String
  public var why: String
  public var fix: String
  public var location: Location
  public var excerpt: Excerpt?
  /// The matched words, for wording.
  public var matched: String?
  public var speaker: Speaker?
  public var evidence: FindingEvidence
  /// Open questions of law that it hangs on.
  public var questions: [OpenQuestion]
  public var fingerprint: String
  /// Whether it tells of what a consumer alleges, rather than of what a collector wrote or did.
  public var isAllegation: Bool
  /// The instant of the record, for order.
  public var at: Instant?
  /// Known where the run was compared with an earlier one.
  public var trend: Trend?
  /// What a person decided on it, where the run knows of decisions.
  public var review: ReviewState?
  /// The record's time on the consumer's clock.
  public var local: LocalTime?
  /// Who made the contact, as far as the log says.
  public var handling = Handling()
  /// The day up to which the evidence must be kept if the log's last activity on the debt stays the
  /// last (12 CFR 1006.100(a)).
  public var keepUntil: CivilDay?

  /// Whether it can fail a run at a threshold.
  public func counts(atOrAbove severity: Severity, confidence least: Confidence) -> Bool {
    stage == .stable && self.severity >= severity && confidence >= least
  }
}

/// Who made a contact: the agency, the employee, the campaign.
public struct Handling: Sendable, Hashable, Codable {
  public var collector: String?
  public var agent: String?
  public var campaign: String?

  public init(collector: String? = nil, agent: String? = nil, campaign: String? = nil) {
    self.collector = collector
    self.agent = agent
    self.campaign = campaign
  }
}

/// Evidence with names in place of indices: enough for somebody with the raw log to recount it.
public struct FindingEvidence: Sendable, Hashable, Codable {
  /// How many records counted, whatever the number listed.
  public var count: Int
  /// All that counted, or the first and the last where there are more than 1,000.
  public var counted: [CountedRecord]
  public var leftOut: [LeftOutRecord]
  public var window: DayRange?
  public var debt: String?
  public var person: String?
  public var zones: [ZoneUse]
  /// States and cities whose law the rule is of, where the contact is under it.
  public var jurisdictions: [RegionUse]
  public var facts: [Evidence.FactUse]

  public init() {
    count = 0
    counted = []
    leftOut = []
    zones = []
    jurisdictions = []
    facts = []
  }
}

/// A record that counted, with its time on the consumer's calendar.
public struct CountedRecord: Sendable, Hashable, Codable {
  public var record: String
  public var local: LocalTime?
  public var row: Int?
  public var channel: Channel
  public var direction: Direction
  public var outcome: Outcome?
}

/// A record that did not count, and why.
public struct LeftOutRecord: Sendable, Hashable, Codable {
  public var record: String
  public var reason: String
  public var local: LocalTime?
}
