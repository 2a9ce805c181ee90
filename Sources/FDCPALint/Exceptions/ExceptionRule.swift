/// What can be wrong with an exception itself. The ids are stable.
public enum ExceptionRule: String, Sendable, CaseIterable {
  case expired, unused, unexplained
  case unknownRule = "unknown-rule"
  case misplaced

  public var id: String { "exceptions/\(rawValue)" }

  /// The rule as reports declare it. It has no law: it keeps exceptions from hiding any. A habit
  /// would be advice; this is a warning, so that a forgotten exception stops a commit.
  public var rule: Rule {
    Rule(
      id: id, title: title, basis: .practice, severity: .warning, confidence: .high, citations: [],
      message: "", why: why, fix: fix, check: .wording([]))
  }

  private var title: String {
    switch self {
    case .expired: "Exception past its last day"
    case .unused: "Exception that excepts nothing"
    case .unexplained: "Exception without reason, name or date"
    case .unknownRule: "Exception to a rule that does not exist"
    case .misplaced: "Exception where none can be"
    }
  }

  private var why: String {
    switch self {
    case .expired: "Its last day has gone by, so what it let stand is found again."
    case .unused:
      "The text was mended or the rule changed; left there, it would hide the next case."
    case .unexplained:
      "Whoever reads it later must see why, who decided and until when; until then it hides nothing."
    case .unknownRule: "It can hide nothing; the rule it was meant for is found as ever."
    case .misplaced:
      "Records are evidence and are never edited, and a reader must not see an exception."
    }
  }

  private var fix: String {
    switch self {
    case .expired: "Mend the text, or have somebody decide again and give a new last day."
    case .unused: "Take the exception out."
    case .unexplained: #"Write: fdcpalint: allow RULE reason="…" by="…" until=2027-01-31"#
    case .unknownRule: "Name a rule as `fdcpalint rules list` shows it."
    case .misplaced:
      "In a draft put it into a comment; for a record use the file that `exceptions` names."
    }
  }

  /// A finding on an exception.
  func finding(_ message: String, at exception: RuleException) -> Finding {
    let rule = rule
    let place = exception.place
    return Finding(
      record: place.path, consumer: place.path, rule: rule.id, title: rule.title,
      severity: rule.severity, confidence: rule.confidence, basis: rule.basis, stage: rule.stage,
      citations: [], message: message, why: rule.why, fix: rule.fix, location: place, excerpt: nil,
      matched: exception.rule, speaker: nil, evidence: FindingEvidence(), questions: [],
      fingerprint: "", isAllegation: false, at: nil)
  }
}
