import FDCPALint

/// What a page needs to look up about a run, made once.
struct PageModel {
  /// A rule that found something, with how much of each severity.
  struct RuleCount {
    var index: Int
    var rule: RuleSummary
    var counts: [Severity: Int]
    var total: Int { counts.values.reduce(0, +) }
  }

  let rules: [RuleSummary]
  let ruleIndex: [String: Int]
  let chapters: [Chapter]
  /// Rules with findings: the gravest first, then those with the most, then by id.
  let ruleCounts: [RuleCount]
  /// Confirmed and false alarms of reviews, by rule.
  let verdicts: [String: RuleReviews]

  init(_ report: Report) {
    var rules = report.rules
    var index = Dictionary(
      rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    // A finding of a rule that a run does not list must not be lost.
    for finding in report.findings + report.setAside.map(\.finding)
      + (report.comparison?.closed ?? []) where index[finding.rule] == nil
    {
      index[finding.rule] = rules.count
      rules.append(RuleSummary(of: finding))
    }
    self.rules = rules
    ruleIndex = index
    chapters = rules.map(Chapter.init)
    var counts: [Int: [Severity: Int]] = [:]
    for finding in report.findings {
      if let rule = index[finding.rule] {
        counts[rule, default: [:]][finding.severity, default: 0] += 1
      }
    }
    ruleCounts = counts.map { RuleCount(index: $0.key, rule: rules[$0.key], counts: $0.value) }
      .sorted { left, right in
        let (first, second) = (left.counts.keys.max(), right.counts.keys.max())
        if first != second { return (first ?? .advice) > (second ?? .advice) }
        return (right.total, left.rule.id) < (left.total, right.rule.id)
      }
    verdicts = Dictionary(
      (report.reviews?.rules ?? []).map { ($0.rule, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func rules(in chapter: Chapter) -> [RuleCount] {
    ruleCounts.filter { chapters[$0.index] == chapter }
  }

  func ran(in chapter: Chapter) -> Int { chapters.count { $0 == chapter } }
}

extension RuleSummary {
  /// What a finding says of a rule that its run does not list.
  fileprivate init(of finding: Finding) {
    let rule = Rule(
      id: finding.rule, title: finding.title, basis: finding.basis, severity: finding.severity,
      confidence: finding.confidence, citations: finding.citations, inForce: .always,
      applies: Applies(), message: "", why: finding.why, fix: finding.fix, check: .wording([]),
      note: nil, seeds: [], stage: finding.stage, formerly: [])
    self.init(rule)
  }
}

extension Phrases {
  /// `3.4 %`, from a share of 0 to 1.
  static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10) %"
  }
}
