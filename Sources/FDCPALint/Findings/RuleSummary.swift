/// What a report says of a rule that ran, without the check that it made.
public struct RuleSummary: Sendable, Hashable {
  public var id: String
  public var title: String
  public var basis: Basis
  public var severity: Severity
  public var confidence: Confidence
  public var stage: Stage
  public var citations: [String]
  /// The check's key in a rule file, such as `wording`.
  public var check: String
  public var inForce: InForce
  public var why: String
  public var fix: String
  public var note: String?
  /// The chapter of a report that the rule's sections belong to, where they have one of their own.
  public var chapter: String?

  public init(_ rule: Rule) {
    self.init(
      id: rule.id, title: rule.title, basis: rule.basis, severity: rule.severity,
      confidence: rule.confidence, stage: rule.stage, citations: rule.citations,
      check: rule.check.name, inForce: rule.inForce, why: rule.why, fix: rule.fix, note: rule.note)
  }

  init(
    id: String, title: String, basis: Basis, severity: Severity, confidence: Confidence,
    stage: Stage, citations: [String], check: String, inForce: InForce, why: String, fix: String,
    note: String?
  ) {
    self.id = id
    self.title = title
    self.basis = basis
    self.severity = severity
    self.confidence = confidence
    self.stage = stage
    self.citations = citations
    self.check = check
    self.inForce = inForce
    self.why = why
    self.fix = fix
    self.note = note
  }

  /// The pack that the rule belongs to: the first part of its id.
  public var pack: String { String(id.prefix { $0 != "/" }) }
}
