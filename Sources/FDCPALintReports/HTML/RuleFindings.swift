import FDCPALint

/// The findings of one rule, as a page lists them.
struct RuleFindings {
  /// A finding and the name that links lead to.
  struct Item {
    var finding: Finding
    var anchor: String
  }
  var rule: String
  var title: String
  var citations: [String]
  var anchor: String
  var findings: [Item]

  /// Severities that occur, the gravest first, in words.
  var grades: String {
    Severity.allCases.filter { severity in
      findings.contains { $0.finding.severity == severity }
    }.map(\.rawValue).joined(separator: ", ")
  }

  private var gravest: Severity { findings.map(\.finding.severity).max() ?? .advice }

  static func groups(of report: Report) -> [RuleFindings] {
    let items = report.findings.enumerated().map {
      Item(finding: $1, anchor: "finding-\($0 + 1)")
    }
    // One finding may cite more, for others that matched with it.
    let laws = Dictionary(
      report.rules.map { ($0.id, $0.citations) }, uniquingKeysWith: { first, _ in first })
    let sorted = Dictionary(grouping: items, by: \.finding.rule).values
      .compactMap { items in
        items.first.map {
          RuleFindings(
            rule: $0.finding.rule, title: $0.finding.title,
            citations: laws[$0.finding.rule] ?? $0.finding.citations,
            anchor: "", findings: items)
        }
      }
      .sorted {
        ($1.gravest, $1.findings.count, $0.rule) < ($0.gravest, $0.findings.count, $1.rule)
      }
    return sorted.enumerated().map { index, group in
      var group = group
      group.anchor = "rule-\(index + 1)"
      return group
    }
  }
}
