/// A finding that somebody decided to let stand: which rule, why, who says so, and until when.
public struct RuleException: Sendable, Hashable {
  /// What it reaches.
  public enum Reach: Sendable, Hashable {
    /// Words that begin or end in these lines of one document, and what the document lacks.
    case lines(path: String, ClosedRange<Int>)
    /// Records with this id, in files that the pattern means; one of the two is there.
    case records(id: String?, paths: PathPattern?)
  }

  public var rule: String
  public var reason: String?
  public var by: String?
  /// The last day on which it holds.
  public var until: CivilDay?
  public var reach: Reach
  /// Where it is written.
  public var place: Location
  /// Why it cannot hold, in words that go behind "this exception".
  public var flaws: [String] = []

  public init(rule: String, reach: Reach, place: Location) {
    self.rule = rule
    self.reach = reach
    self.place = place
  }

  /// What it lacks of reason, name and date.
  var missing: [String] {
    var missing: [String] = []
    if (reason ?? "").allSatisfy(\.isWhitespace) { missing.append("a reason") }
    if (by ?? "").allSatisfy(\.isWhitespace) { missing.append("who allows it (by)") }
    if until == nil { missing.append("its last day (until)") }
    return missing
  }

  /// Whether it is written in the document itself.
  public var isInline: Bool {
    if case .lines = reach { true } else { false }
  }
}

/// A finding that an exception, a baseline or a decision keeps from counting. It stays in every
/// report.
public struct SetAside: Sendable {
  public enum Cause: Sendable, Hashable {
    case exception(RuleException)
    case baseline
    /// The decision that the finding carries.
    case review
  }

  public var finding: Finding
  public var cause: Cause

  public init(finding: Finding, cause: Cause) {
    self.finding = finding
    self.cause = cause
  }
}
