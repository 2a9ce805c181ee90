import FDCPALint

/// Wording that several formats share.
enum Phrases {
  /// `1,234`.
  static func number(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var grouped = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    return grouped
  }

  /// `1 record`, `2 records`.
  static func count(_ value: Int, _ one: String) -> String {
    "\(number(value)) \(one)\(value == 1 ? "" : "s")"
  }

  static func count(_ value: Int, of severity: Severity) -> String {
    switch severity {
    case .error: count(value, "error")
    case .warning: count(value, "warning")
    case .advice: "\(number(value)) advice"
    }
  }

  /// `call outbound no_answer`.
  static func contact(_ record: CountedRecord) -> String {
    [record.channel.rawValue, record.direction.rawValue, record.outcome?.rawValue]
      .compactMap(\.self).joined(separator: " ")
  }

  /// `not evaluable: 12, missing a zone (federal/hours and 1 other)`.
  static func open(_ open: (missing: String, count: Int, rules: [String])) -> String {
    let others = open.rules.count - 1
    let named = (open.rules.first ?? "") + (others > 0 ? " and \(count(others, "other"))" : "")
    return "not evaluable: \(number(open.count)), missing \(open.missing) (\(named))"
  }

  static let allegation = "a consumer’s own account of a collector: alleged, not established"
  static let preview = "a rule in preview: reported, never fails a run"
}

extension Report {
  func count(of severity: Severity) -> Int {
    findings.reduce(streamed.findings[severity] ?? 0) { $0 + ($1.severity == severity ? 1 : 0) }
  }

  /// One line that says what was looked at and what came of it; a clean run says so with the
  /// number of rules and records, for silence alone proves nothing.
  var summaryLine: String {
    let open = "\(Phrases.number(notEvaluable.count)) not evaluable" + setAsideClause
    let unread = Phrases.count(problems.count, "problem")
    if records == 0, findings.isEmpty {
      return "no record read from \(Phrases.count(inputs.count, "input")); \(unread); \(open)"
    }
    if findings.isEmpty {
      let looked =
        "no finding from \(Phrases.count(rules.count, "rule")) on "
        + Phrases.count(records, "record")
      return problems.isEmpty ? "\(looked); \(open)" : "\(looked); \(unread); \(open)"
    }
    let totals = Severity.allCases
      .map { (severity: $0, count: count(of: $0)) }
      .filter { $0.count > 0 }
      .map { Phrases.count($0.count, of: $0.severity) }
      .joined(separator: ", ")
    // A document is its own consumer unless it names one: a number of them says nothing there.
    let whose = command == "check" ? "" : " of \(Phrases.count(consumers, "consumer"))"
    return "\(totals) in \(Phrases.count(records, "record"))\(whose); \(unread); \(open)"
  }

  /// `since run.json: 2 new, 5 persisting, 1 closed`; `nil` where nothing was compared.
  var comparisonLine: String? {
    guard let comparison else { return nil }
    var line =
      "since \(comparison.run): \(Phrases.number(count(of: .new))) new, "
      + "\(Phrases.number(count(of: .persisting))) persisting, "
      + "\(Phrases.number(comparison.closed.count)) closed"
    if comparison.notJudged > 0 {
      line += ", \(Phrases.number(comparison.notJudged)) of rules that did not run again"
    }
    return line
  }

  /// What could not be decided, by what was missing, the most frequent first.
  var notEvaluableByMissing: [(missing: String, count: Int, rules: [String])] {
    Dictionary(grouping: notEvaluable, by: \.missing)
      .map { ($0.key, $0.value.count, Set($0.value.map(\.rule)).sorted()) }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }
}
