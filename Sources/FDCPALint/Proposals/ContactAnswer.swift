/// Whether a proposed contact is allowed by the rules on contacts, and if not, from when on.
public struct ContactAnswer: Sendable {
  public enum Decision: String, Sendable, CaseIterable {
    /// No rule above advice finds anything on it.
    case allowed
    /// A rule certainly finds something: a prohibition, or a presumption of the law.
    case notAllowed = "not-allowed"
    /// It hangs on an open question of law, or on something that nothing here says.
    case undetermined
  }
  /// A rule that stands against the contact.
  public struct Binding: Sendable {
    /// As an audit would report it of the contact.
    public var finding: Finding
    /// Whether it hangs on nothing that is open.
    public var isCertain: Bool
    /// The first minute at which this rule, taken alone, has nothing against the contact; `nil`
    /// where there is none within ``ContactAnswer/daysAhead`` days.
    public var until: Instant?
  }

  /// How far ahead a permitted time is looked for.
  public static let daysAhead = 60

  public var question: ContactQuestion
  public var decision: Decision
  /// The certain first, then by rule.
  public var bindings: [Binding]
  /// What is missing for a certain answer: a field, or the name of an open question of law.
  public var missing: [String]
  /// The first later minute at which the contact is allowed; `nil` where it is allowed as asked,
  /// and where there is none within ``daysAhead`` days.
  public var next: Instant?
  /// Zones in which ``next`` and ``Binding/until`` are told: the consumer's, the first one first.
  public var zones: [ZoneUse]
  /// The asked instant; `nil` where it could not be told.
  public var at: Instant?
  /// Seconds east of UTC at the instants that the answer names.
  var offsets: [Instant: Int] = [:]

  /// Seconds east of UTC on the consumer's clock at an instant that the answer names.
  public func offset(at instant: Instant) -> Int { offsets[instant] ?? 0 }
}

/// The answers to a batch of questions.
public struct ContactAnswers: Sendable {
  /// One for each question, in their order.
  public var answers: [ContactAnswer]
  /// What of the log and its tables could not be read.
  public var problems: [Problem]
  public var notices: [String]

  /// The process's exit code: the worst answer's. Undetermined outranks not allowed.
  public var exitCode: Int32 {
    let decisions = answers.map(\.decision)
    if decisions.contains(.undetermined) { return 3 }
    return decisions.contains(.notAllowed) ? 1 : 0
  }
}
