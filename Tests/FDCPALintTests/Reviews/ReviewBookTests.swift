import Testing

@testable import FDCPALint
@testable import PackCompiler

@Suite struct ReviewBookTests {
  private static let today = day("2026-04-01")

  private static func day(_ text: String) -> CivilDay { CivilDay(text) ?? CivilDay(number: 0) }

  private static func review(
    _ print: String, _ decision: Review.Decision, on when: String = "2026-03-01",
    until: String? = nil, rule: String = "r/a"
  ) -> Review {
    Review(
      fingerprint: print, rule: rule, record: "c1", decision: decision, who: "A. Kim",
      why: "listened to it", when: day(when), until: until.map(day))
  }

  private static func finding(_ print: String, row: Int? = 4, path: String = "log.csv") -> Finding {
    let rule = Rule(
      id: "r/a", title: "A", basis: .prohibition, severity: .error, confidence: .high,
      citations: [], message: "m", why: "w", fix: "f", check: .wording([]))
    return Finding(
      record: row == nil ? path : "c1", consumer: "k1", rule: rule.id, title: rule.title,
      severity: .error, confidence: .high, basis: .prohibition, stage: .stable, citations: [],
      message: "m", why: "w", fix: "f", location: Location(path: path, row: row, field: nil),
      excerpt: nil, matched: nil, speaker: nil, evidence: FindingEvidence(), questions: [],
      fingerprint: print, isAllegation: false, at: nil)
  }

  private func report(_ findings: [Finding]) -> Report {
    Report(
      command: "audit", findings: findings, facts: [], problems: [], notEvaluable: [], notices: [],
      records: 9, consumers: 3, inputs: [], rules: [], packs: [], keyedFingerprints: false,
      settings: ReportSettings())
  }

  @Test func theLatestDecisionHolds() {
    let book = ReviewBook([
      Self.review("f1", .falseAlarm, on: "2026-03-02"), Self.review("f1", .confirmed),
      Self.review("f2", .confirmed), Self.review("f2", .remediated),
    ])
    #expect(book["f1"]?.decision == .falseAlarm)
    #expect(book["f2"]?.decision == .remediated)
    #expect(book["f3"] == nil)
  }

  @Test(arguments: [
    (Review.Decision.confirmed, String?.none, Int?(4), true, ReviewState.Standing.holds),
    (.falseAlarm, nil, 4, false, .holds), (.falseAlarm, "2026-03-31", 4, true, .expired),
    (.acceptedRisk, "2026-04-01", 4, false, .holds), (.remediated, nil, 4, false, .holds),
    (.remediated, nil, nil, true, .foundAgain),
  ])
  func aDecisionSaysWhetherAFindingCounts(
    _ decision: Review.Decision, _ until: String?, _ row: Int?, _ counts: Bool,
    _ standing: ReviewState.Standing
  ) {
    var report = report([Self.finding("f1", row: row), Self.finding("f2")])
    report.apply(ReviewBook([Self.review("f1", decision, until: until)]), today: Self.today)
    let all = report.findings + report.setAside.map(\.finding)
    #expect(all.first { $0.fingerprint == "f1" }?.review?.standing == standing)
    #expect(report.findings.map(\.fingerprint) == (counts ? ["f1", "f2"] : ["f2"]))
    #expect(report.setAside.map(\.cause) == (counts ? [] : [.review]))
  }

  @Test func decisionsThatAreTakenBackLetFindingsCountAgain() {
    var report = report([Self.finding("f1"), Self.finding("f2")])
    report.apply(ReviewBook([Self.review("f1", .falseAlarm)]), today: Self.today)
    #expect(report.verdict == .found)
    report.apply(
      ReviewBook([Self.review("f1", .confirmed), Self.review("f2", .falseAlarm)]),
      today: Self.today)
    #expect(report.findings.map(\.fingerprint) == ["f1"])
    #expect(report.setAside.map(\.finding.fingerprint) == ["f2"])
    report.apply(ReviewBook([Self.review("f1", .falseAlarm)]), today: Self.today)
    report.apply(
      ReviewBook([Self.review("f1", .falseAlarm), Self.review("f2", .falseAlarm)]),
      today: Self.today)
    #expect(report.findings.isEmpty && report.setAside.count == 2)
    #expect(report.verdict == .clean)
  }

  @Test func precisionCountsEachFindingOnce() {
    let book = ReviewBook([
      Self.review("f1", .falseAlarm), Self.review("f1", .confirmed, on: "2026-03-05"),
      Self.review("f2", .acceptedRisk, until: "2026-03-02"), Self.review("f3", .falseAlarm),
      Self.review("f4", .falseAlarm, rule: "r/0"),
    ])
    #expect(
      book.tallies == [
        RuleReviews(rule: "r/0", right: 0, wrong: 1), RuleReviews(rule: "r/a", right: 2, wrong: 1),
      ])
  }

  /// Wilson's interval, against values worked out by hand.
  @Test(arguments: [
    (9, 1, 0.596, 0.982), (0, 5, 0.0, 0.434), (5, 0, 0.566, 1.0), (50, 50, 0.404, 0.596),
  ])
  func intervals(_ right: Int, _ wrong: Int, _ from: Double, _ to: Double) {
    let interval = RuleReviews(rule: "r", right: right, wrong: wrong).interval
    #expect(abs(interval.low - from) < 0.001 && abs(interval.high - to) < 0.001)
  }

  @Test func nothingReviewedSaysNothing() {
    let rule = RuleReviews(rule: "r")
    #expect(rule.precision == nil)
  }
}
