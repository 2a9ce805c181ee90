/// What a person decided on one finding.
public struct Review: Sendable, Hashable, Codable {
  public enum Decision: String, Sendable, CaseIterable, Codable {
    /// The finding is right.
    case confirmed
    /// The finding is wrong.
    case falseAlarm = "false-alarm"
    /// The finding is right, and somebody answers for leaving things as they are until a day.
    case acceptedRisk = "accepted-risk"
    /// The finding is right, and what led to it was mended.
    case remediated

    /// Whether the decision says that the rule was right.
    public var isRight: Bool { self != .falseAlarm }
  }

  /// The finding's, which holds no line number and so stays while the text around moves.
  public var fingerprint: String
  public var rule: String
  public var record: String
  public var decision: Decision
  public var who: String
  public var why: String
  public var when: CivilDay
  /// The last day on which it holds; `nil`: without end.
  public var until: CivilDay?

  public init(
    fingerprint: String, rule: String, record: String, decision: Decision, who: String,
    why: String, when: CivilDay, until: CivilDay? = nil
  ) {
    self.fingerprint = fingerprint
    self.rule = rule
    self.record = record
    self.decision = decision
    self.who = who
    self.why = why
    self.when = when
    self.until = until
  }
}

/// The decision on a finding as it stands on a day.
public struct ReviewState: Sendable, Hashable, Codable {
  public enum Standing: String, Sendable, CaseIterable, Codable {
    case holds
    /// Its last day is over.
    case expired
    /// It says that a document was mended, and the words are still there.
    case foundAgain = "found-again"
  }

  public var review: Review
  public var standing: Standing

  /// Whether the finding still counts. A confirmed one does; one that is told to be wrong, accepted
  /// or mended does not while the decision holds.
  public var counts: Bool { standing != .holds || review.decision == .confirmed }
}

extension Review {
  /// How it stands for a finding of today.
  ///
  /// What happened cannot be undone, so a finding on a record is as mended as it can be. A document
  /// can be mended, and one in which the words still stand was not.
  func state(for finding: Finding, today: CivilDay) -> ReviewState {
    if let until, until < today { return ReviewState(review: self, standing: .expired) }
    let isDocument = finding.location.row == nil && finding.record == finding.location.path
    let again = decision == .remediated && isDocument
    return ReviewState(review: self, standing: again ? .foundAgain : .holds)
  }
}
