/// One rule: its law, its words and its check. Data, read from one YAML file.
public struct Rule: Codable, Sendable {
  /// Path below `Patterns/` without its ending, such as `federal/threat-of-arrest`.
  public var id: String
  public var title: String
  public var basis: Basis
  public var severity: Severity
  public var confidence: Confidence
  /// Sections of law, each to the letter as the index has it; empty for practice only.
  public var citations: [String]
  /// The days on which the rule binds, both included, compared with each contact's own day.
  public var inForce: InForce
  public var applies: Applies
  /// What a finding says, with placeholders such as `{text}` and `{count}`.
  public var message: String
  public var why: String
  public var fix: String
  public var check: Check
  /// Where sources disagree or the law is unclear: what is read, and on the cautious side.
  public var note: String?
  /// Items of the seed guide that the rule answers.
  public var seeds: [String]
  public var stage: Stage
  /// Ids that the rule had before; fingerprints keep the oldest.
  public var formerly: [String]
  /// What the rule limits: of the rules of one axis that a contact breaks, the strictest is told.
  public var axis: Axis?

  public init(
    id: String, title: String, basis: Basis, severity: Severity, confidence: Confidence,
    citations: [String], inForce: InForce = .always, applies: Applies = Applies(),
    message: String, why: String, fix: String, check: Check, note: String? = nil,
    seeds: [String] = [], stage: Stage = .stable, formerly: [String] = [], axis: Axis? = nil
  ) {
    self.id = id
    self.title = title
    self.basis = basis
    self.severity = severity
    self.confidence = confidence
    self.citations = citations
    self.inForce = inForce
    self.applies = applies
    self.message = message
    self.why = why
    self.fix = fix
    self.check = check
    self.note = note
    self.seeds = seeds
    self.stage = stage
    self.formerly = formerly
    self.axis = axis
  }

  /// The pack that the rule belongs to: the first part of its id.
  public var pack: String { String(id.prefix { $0 != "/" }) }
}

/// A file that establishes a fact from wording: as a rule, without a finding of its own.
public struct FactSource: Codable, Sendable {
  public var id: String
  public var title: String
  public var confidence: Confidence
  public var citations: [String]
  public var applies: Applies
  /// The name that checks use; several files may establish one fact.
  public var fact: String
  public var wording: [WordingSet]
  public var note: String?
}

/// First and last day on which a rule binds; `nil` is open.
public struct InForce: Codable, Sendable, Hashable {
  public var from: CivilDay?
  public var until: CivilDay?

  public static let always = InForce(from: nil, until: nil)

  public init(from: CivilDay?, until: CivilDay?) {
    self.from = from
    self.until = until
  }

  public func holds(_ day: CivilDay) -> Bool {
    from.map { $0 <= day } ?? true && until.map { day <= $0 } ?? true
  }
}

/// When a rule applies. An empty list puts no condition.
public struct Applies: Codable, Sendable {
  public var kinds: [DocumentKind] = DocumentKind.allCases.filter { $0 != .complaint }
  public var speakers: [Speaker] = [.collector, .unknown]
  public var modes: [SpeechMode] = [.direct]
  public var channels: [Channel] = []
  public var directions: [Direction] = []
  public var outcomes: [Outcome] = []
  public var parties: [Party] = []
  /// Values of the contact's field of the same name; where a list is given, the field must be there.
  public var formats: [String] = []
  public var visibilities: [String] = []
  public var senders: [String] = []
  public var profiles: [String] = []
  public var jurisdictions: [String] = []
  public var roles: [Role] = [.thirdPartyCollector, .debtBuyer]
  /// What no text shows: known and different clears, known and equal confirms, unknown is a risk.
  public var context: [String: String] = [:]
  /// As ``context``, but while it is unknown the rule is not evaluable.
  public var contextKnown: [String: String] = [:]

  public init() {}
}

/// A way of being wrong.
public enum Check: Codable, Sendable {
  case wording([WordingSet])
  case require(Requirement)
  case frequency(FrequencyLimit)
  case afterConversation(AfterConversation)
  case hours(HoursLimit)
  case afterFact(AfterFact)
  case deadline(Deadline)
  case contradiction(Contradiction)
  case callPattern(CallPattern)
  case printedDate(PrintedDate)

  /// Whether it counts, times or orders contacts, rather than reading words.
  public var isAboutContacts: Bool {
    switch self {
    case .wording, .require, .printedDate: false
    case .frequency, .afterConversation, .hours, .afterFact: true
    case .deadline, .contradiction, .callPattern: true
    }
  }

  /// Whether it can forbid one more contact: a deadline forbids none, and a pattern only weighs.
  public var bindsProposals: Bool {
    switch self {
    case .wording, .require, .deadline, .contradiction, .callPattern, .printedDate: false
    case .frequency, .afterConversation, .hours, .afterFact: true
    }
  }

  /// The key in a rule file.
  public var name: String {
    switch self {
    case .wording: "wording"
    case .require: "require"
    case .frequency: "frequency"
    case .afterConversation: "after-conversation"
    case .hours: "hours"
    case .afterFact: "after-fact"
    case .deadline: "deadline"
    case .contradiction: "contradiction"
    case .callPattern: "call-pattern"
    case .printedDate: "printed-date"
    }
  }
}
