@testable import FDCPALint
@testable import FDCPALintReports

/// Reports with anything in them, hostile words among it.
enum RandomReport {
  private static let words = [
    "arrest", "=1+1", "a,b", "\"q\"", "| x |", "<b>", "&amp;", "::error ::x", "%0A", "line\nbreak",
    "\r\n", "`code`", "@all", "\u{202E}", "\u{1B}[1m", "]]>", "Ünïcödé", "😀", "'", "",
  ]

  static func text(using random: inout SplitMix64) -> String {
    (0..<Int.random(in: 0...3, using: &random))
      .map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
  }

  static func make(using random: inout SplitMix64) -> Report {
    var report = Sample.empty
    report.command = Bool.random(using: &random) ? "check" : "audit"
    report.records = Int.random(in: 0...2_000, using: &random)
    report.consumers = Int.random(in: 0...2_000, using: &random)
    report.findings = (0..<Int.random(in: 0...40, using: &random)).map { number in
      finding(number, using: &random)
    }
    report.problems = (0..<Int.random(in: 0...3, using: &random)).map { number in
      Problem(
        code: "bad-\(number)", path: "p\(number % 2).csv",
        row: Bool.random(using: &random) ? 7 : nil,
        found: text(using: &random), message: text(using: &random))
    }
    report.notEvaluable = (0..<Int.random(in: 0...30, using: &random)).map { number in
      NotEvaluable(
        rule: "r/\(number % 3)", consumer: text(using: &random), record: text(using: &random),
        missing: ["a zone", text(using: &random)][number % 2], count: 1)
    }
    report.setAside = report.findings.filter { !($0.review?.counts ?? true) }
      .map { SetAside(finding: $0, cause: .review) }
    report.findings.removeAll { !($0.review?.counts ?? true) }
    if Bool.random(using: &random) {
      report.reviews = ReviewSummary(
        today: CivilDay("2026-04-01") ?? CivilDay(number: 0),
        rules: [RuleReviews(rule: "r/1", right: 3, wrong: Int.random(in: 0...3, using: &random))])
    }
    report.settings = ReportSettings(
      failOn: (Severity.allCases + [nil]).randomElement(using: &random) ?? nil,
      minConfidence: Confidence.allCases.randomElement(using: &random) ?? .high,
      requireEvaluable: Bool.random(using: &random), allowEmpty: Bool.random(using: &random),
      exitZero: Bool.random(using: &random))
    return report
  }

  private static func finding(_ number: Int, using random: inout SplitMix64) -> Finding {
    var location = Location(path: "p\(number % 3).md")
    if Bool.random(using: &random) {
      location.row = number + 1
      location.field = "note"
    } else {
      (location.line, location.column) = (number + 1, 2)
      (location.start, location.end) = (0, 6)
    }
    var finding = Sample.finding(
      "r/\(number % 5)", "Title", record: "r-\(number)",
      severity: Severity.allCases.randomElement(using: &random) ?? .error,
      message: "says “arrest” \(text(using: &random))", location: location)
    finding.confidence = .high
    finding.matched = "arrest"
    finding.consumer = text(using: &random)
    finding.stage = Bool.random(using: &random) ? .stable : .preview
    finding.isAllegation = Bool.random(using: &random)
    finding.excerpt = Excerpt(text: "x arrest \(text(using: &random))", marked: 2..<8)
    finding.evidence.count = Int.random(in: 0...3, using: &random)
    if Bool.random(using: &random) { finding.review = review(of: finding, using: &random) }
    return finding
  }

  private static func review(
    of finding: Finding, using random: inout SplitMix64
  ) -> ReviewState {
    ReviewState(
      review: Review(
        fingerprint: finding.fingerprint, rule: finding.rule, record: finding.record,
        decision: Review.Decision.allCases.randomElement(using: &random) ?? .confirmed,
        who: "A. Kim", why: text(using: &random), when: CivilDay("2026-03-01") ?? .init(number: 0),
        until: Bool.random(using: &random) ? CivilDay("2026-06-30") : nil),
      standing: ReviewState.Standing.allCases.randomElement(using: &random) ?? .holds)
  }
}
