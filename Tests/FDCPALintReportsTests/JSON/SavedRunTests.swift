import Testing

@testable import FDCPALint
@testable import FDCPALintReports

@Suite struct SavedRunTests {
  private func source(_ text: String) -> Source {
    Source(name: "run.json", bytes: Array(text.utf8))
  }

  private func options(showText: Bool) -> RenderOptions {
    RenderOptions(showText: showText, redactor: Sample.redactor, toolVersion: "1.2.3")
  }

  /// Why and fix are the rule's, as in every real run.
  private func withRulesWords(_ report: Report) -> Report {
    var report = report
    for index in report.findings.indices {
      let rule = report.rules.first { $0.id == report.findings[index].rule }
      report.findings[index].why = rule?.why ?? ""
      report.findings[index].fix = rule?.fix ?? ""
    }
    for index in report.setAside.indices {
      let rule = report.rules.first { $0.id == report.setAside[index].finding.rule }
      report.setAside[index].finding.why = rule?.why ?? ""
      report.setAside[index].finding.fix = rule?.fix ?? ""
    }
    return report
  }

  private func expectSame(_ report: Report, showText: Bool) throws {
    let options = options(showText: showText)
    let run = try SavedRun(source(ReportFormat.json.render(report, options: options)))
    #expect(run.isRedacted == !showText && run.toolVersion == "1.2.3" && run.audience == nil)
    var again = options
    again.wasRedacted = run.isRedacted
    // A redactor that keeps nothing shows when something is masked a second time.
    if run.isRedacted { again.redactor = Redactor(vocabulary: []) }
    for format in ReportFormat.allCases where showText || !format.alwaysShowsText {
      #expect(
        format.render(run.report, options: again) == format.render(report, options: options),
        "\(format)")
    }
  }

  @Test(arguments: [false, true])
  func drawsTheSampleAgainInTheSameBytes(showText: Bool) throws {
    try expectSame(withRulesWords(Sample.report), showText: showText)
    try expectSame(Sample.empty, showText: showText)
    try expectSame(withRulesWords(Sample.whole), showText: showText)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func drawsAnyRunAgainInTheSameBytes(seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    let report = withRulesWords(RandomReport.make(using: &random))
    try expectSame(report, showText: seed % 2 == 0)
  }

  @Test(arguments: [false, true])
  func keepsWhatWasSetAside(showText: Bool) throws {
    var report = withRulesWords(Sample.report)
    var inline = RuleException(
      rule: "practice/tone", reach: .lines(path: "letters/june b.txt", 3...3),
      place: Location(path: "letters/june b.txt"))
    inline.reason = "agreed"
    inline.by = "Compliance"
    inline.until = CivilDay("2026-12-31")
    let beside = RuleException(
      rule: "federal/hours", reach: .records(id: "c-29", paths: nil),
      place: Location(path: "exceptions.yaml", row: 2))
    report.setAside = [
      SetAside(finding: report.findings.remove(at: 1), cause: .exception(inline)),
      SetAside(finding: report.findings.remove(at: 0), cause: .baseline),
      SetAside(finding: report.findings.removeLast(), cause: .exception(beside)),
    ]
    try expectSame(report, showText: showText)
    #expect(Audience.client.view(of: report).setAside.count == 1)
  }

  /// Whom an agency trusts to decide, and why, is not its client's affair.
  @Test func hidesWhoDecidedFromAClient() {
    var report = withRulesWords(Sample.report)
    let review = Review(
      fingerprint: "f", rule: "r", record: "c", decision: .confirmed, who: "A. Kim",
      why: "heard the call", when: CivilDay("2026-03-01") ?? CivilDay(number: 0))
    for index in report.findings.indices {
      report.findings[index].review = ReviewState(review: review, standing: .holds)
    }
    var options = options(showText: false)
    #expect(ReportFormat.json.render(report, options: options).contains("A. Kim"))
    options.audience = .client
    let text = ReportFormat.json.render(Audience.client.view(of: report), options: options)
    #expect(text.contains(#""decision":"confirmed""#))
    #expect(!text.contains("A. Kim") && !text.contains("heard the call"))
  }

  /// A run that shows texts can be masked later, as if it had been so from the start.
  @Test func masksAnOpenRunLater() throws {
    let report = withRulesWords(Sample.report)
    let open = ReportFormat.json.render(report, options: options(showText: true))
    let run = try SavedRun(source(open))
    for format in ReportFormat.allCases {
      #expect(
        format.render(run.report, options: options(showText: false))
          == format.render(report, options: options(showText: false)), "\(format)")
    }
  }

  @Test(
    arguments: [
      ("{", "no-run", nil), ("[]", "no-run", nil),
      ("{\"schema\":\"fdcpalint-report/9\"}", "no-run", nil),
      ("{\"type\":\"finding\"}\n{\"type\":\"summary\"}\n", "no-run", nil),
      ("{\"schema\":\"fdcpalint-report/1\",\"settings\":{}}", "bad-run", "redacted"),
    ] as [(String, String, String?)])
  func saysWhatIsNoRun(text: String, code: String, field: String?) throws {
    let problem = try #require(throws: Problem.self) { try SavedRun(source(text)) }
    #expect(problem.code == code && problem.field == field)
  }

  @Test(arguments: [
    ("\"line\":3", "\"line\":\"3\"", "findings[0].location.line"),
    (
      "\"severity\":\"advice\",\"confidence\":\"medium\"", "\"severity\":\"grave\"",
      "findings[1].severity"
    ),
    ("\"records\":412,\"sha256\"", "\"records\":4.5,\"sha256\"", "inputs[0].records"),
    ("\"several-attributed\"", "\"new-question\"", "findings[2].questions"),
    ("\"fact\":\"promise_to_pay\"", "\"fact\":null", "facts[0].fact"),
  ])
  func namesThePlaceThatDoesNotHold(found: String, instead: String, place: String) throws {
    let text = ReportFormat.json.render(Sample.report, options: options(showText: false))
    try #require(text.contains(found))
    let broken = text.replacing(found, with: instead, maxReplacements: 1)
    let problem = try #require(throws: Problem.self) { try SavedRun(source(broken)) }
    #expect(problem.field == place)
  }
}
