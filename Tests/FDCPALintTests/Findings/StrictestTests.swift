import Testing

@testable import FDCPALint

@Suite struct StrictestTests {
  private static func linter(role: Role = .thirdPartyCollector) throws -> Linter {
    var options = Linter.Options(today: try #require(CivilDay("2026-06-01")))
    options.role = role
    return Linter(rules: RuleBase(try RuleBase.shippedPacks()), options: options)
  }

  /// Voicemails on these days of April 2026 at ten, one row for each.
  private static func log(_ days: [Int], _ more: String = "") -> Source {
    let lines = days.enumerated().map { index, day in
      """
      {"id":"r\(index)","at":"2026-04-\(day < 10 ? "0" : "")\(day)T1\(index):00","zone":\
      "America/New_York","consumer":"C","direction":"outbound","channel":"call",\
      "outcome":"voicemail","party":"consumer","endpoint_kind":"mobile","debts":["A"]\(more)}
      """
    }
    return Source(name: "log.jsonl", bytes: Array((lines.joined(separator: "\n") + "\n").utf8))
  }

  private static func consumer(_ state: String) -> Source {
    let line =
      #"{"consumer":"C","state":"\#(state)","time_zone":"America/New_York"}"# + "\n"
    return Source(name: "consumers.jsonl", bytes: Array(line.utf8))
  }

  private static func report(
    _ days: [Int], in state: String, role: Role = .thirdPartyCollector
  ) async throws -> [Finding] {
    let report = try await linter(role: role).audit(
      [log(days)], consumers: [consumer(state)])
    #expect(report.problems == [])
    return report.findings
  }

  @Test func theFederalLimitAloneWhereNoStateAdds() async throws {
    let findings = try await Self.report([1, 1, 2, 3, 4, 5, 6, 7], in: "OH")
    #expect(findings.map(\.rule) == ["federal/call-frequency-seven"])
    #expect(findings.map(\.record) == ["r7"])
  }

  @Test func whatAStateLeavesOutCitesNoFederalParagraph() async throws {
    let busy = try #require(String(bytes: Self.log([1]).bytes, encoding: .utf8))
      .replacing("\"r0\"", with: "\"busy\"").replacing("voicemail", with: "busy")
      .replacing("T10:", with: "T09:")
    var log = Self.log([1, 1, 2, 3, 4, 5, 6, 7])
    log.bytes += Array(busy.utf8)
    func reasons(in state: String) async throws -> [String] {
      let report = try await Self.linter().audit([log], consumers: [Self.consumer(state)])
      #expect(report.problems == [])
      return report.findings.last?.evidence.leftOut.map(\.reason) ?? []
    }
    #expect(
      try await reasons(in: "OH") == ["busy: not connected (12 CFR 1006.14(b)(3)(ii))"])
    #expect(try await reasons(in: "DC") == ["busy: not connected"])
  }

  @Test func theStricterStateIsToldAndTheFederalLawCited() async throws {
    let findings = try await Self.report([1, 1, 2, 3, 4, 5, 6, 7], in: "DC")
    #expect(findings.map(\.record) == ["r4", "r5", "r6", "r7"])
    #expect(Set(findings.map(\.rule)) == ["us-dc/call-frequency"])
    #expect(findings.first?.citations == ["DC Code 28-3814(d)(4)(A)(i)"])
    let last = try #require(findings.last)
    #expect(
      last.citations == [
        "DC Code 28-3814(d)(4)(A)(i)", "12 CFR 1006.14(b)(2)(i)(A)", "12 CFR 1006.14(b)(2)(ii)(A)",
        "15 USC 1692d(5)",
      ])
    #expect(
      last.message.hasSuffix(
        "; also: 12 CFR 1006.14(b)(2)(i)(A), 12 CFR 1006.14(b)(2)(ii)(A), 15 USC 1692d(5)"))
    #expect(!(findings.first?.message.contains("also") ?? true))
  }

  /// A graver federal finding stands before a state's presumption with a smaller limit.
  @Test func theGraverStandsBeforeTheSmallerLimit() async throws {
    let findings = try await Self.report([5, 5, 6, 7, 8, 9, 10, 11], in: "WA")
    #expect(findings.map(\.record) == ["r3", "r4", "r5", "r6", "r7"])
    #expect(findings.map(\.rule).dropLast().allSatisfy { $0 == "us-wa/frequency-week" })
    #expect(findings.last?.rule == "federal/call-frequency-seven")
    #expect(findings.last?.citations.last == "RCW 19.16.250(13)(a)")
  }

  @Test func rulesOfOneStateAreToldOnceToo() async throws {
    let findings = try await Self.report([1, 2, 3], in: "MA")
    #expect(findings.map(\.rule) == ["us-ma/frequency-personal-number"])
    #expect(findings.first?.citations == ["940 CMR 7.04(1)(f)", "209 CMR 18.16(1)(d)"])
  }

  @Test func creditorsAreBoundWhereTheLawSaysSo() async throws {
    let massachusetts = try await Self.report([1, 2, 3], in: "MA", role: .creditor)
    #expect(massachusetts.map(\.citations) == [["940 CMR 7.04(1)(f)"]])
    let washington = try await Self.report([5, 6, 7, 8], in: "WA", role: .creditor)
    #expect(washington.isEmpty)
  }

  @Test func eachContactIsJudgedByItsOwnDay() async throws {
    let lines = ["2022-12-30", "2023-01-02"].flatMap { first in
      (0..<5).map { number in
        """
        {"id":"\(first)-\(number)","at":"\(first)T1\(number):00","zone":"America/New_York",\
        "consumer":"C","direction":"outbound","channel":"call","outcome":"voicemail",\
        "debts":["\(first)"]}
        """
      }
    }
    let log = Source(
      name: "log.jsonl", bytes: Array((lines.joined(separator: "\n") + "\n").utf8))
    let report = try await Self.linter().audit([log], consumers: [Self.consumer("DC")])
    #expect(report.findings.map(\.record) == ["2023-01-02-4"])
  }

  // MARK: Order

  private static func rule(
    _ id: String, limit: Int, days: Int?, severity: Severity = .error, stage: Stage = .stable,
    axis: Axis? = .frequency, jurisdictions: [String] = ["US-XX"], basis: Basis = .prohibition
  ) throws -> Rule {
    var applies = Applies()
    applies.jurisdictions = jurisdictions
    return Rule(
      id: id, title: id, basis: basis, severity: severity, confidence: .high,
      citations: ["law of \(id)"], applies: applies, message: "m", why: "w", fix: "f",
      check: .frequency(
        try FrequencyLimit(
          limit: limit, days: days, per: [.person, .debt], counts: ContactFilter(),
          except: CountExceptions())), stage: stage, axis: axis)
  }

  private static func finding(
    _ rule: Rule, _ record: String = "r", debt: String? = "A", severity: Severity? = nil
  ) -> Finding {
    var evidence = FindingEvidence()
    evidence.debt = debt
    evidence.person = "consumer"
    return Finding(
      record: record, consumer: "C", rule: rule.id, title: rule.title,
      severity: severity ?? rule.severity, confidence: rule.confidence, basis: rule.basis,
      stage: rule.stage, citations: rule.citations, message: rule.message, why: rule.why,
      fix: rule.fix, location: Location(path: "log"), excerpt: nil, matched: nil, speaker: nil,
      evidence: evidence, questions: [], fingerprint: "", isAllegation: false, at: nil)
  }

  /// The stricter first.
  @Test func theOrder() throws {
    let pairs = [
      (
        "the smaller limit", try Self.rule("z", limit: 2, days: 7),
        try Self.rule("a", limit: 3, days: 7)
      ),
      (
        "the longer window", try Self.rule("z", limit: 2, days: 30),
        try Self.rule("a", limit: 2, days: 7)
      ),
      (
        "no window at all", try Self.rule("z", limit: 2, days: nil),
        try Self.rule("a", limit: 2, days: 30)
      ),
      (
        "the graver before the smaller limit", try Self.rule("z", limit: 7, days: 7),
        try Self.rule("a", limit: 2, days: 7, severity: .warning)
      ),
      (
        "what forbids before what presumes", try Self.rule("z", limit: 2, days: 7),
        try Self.rule("a", limit: 2, days: 7, jurisdictions: [], basis: .presumption)
      ),
      (
        "the federal one", try Self.rule("z", limit: 2, days: 7, jurisdictions: []),
        try Self.rule("a", limit: 2, days: 7)
      ),
      (
        "the first by id", try Self.rule("a", limit: 2, days: 7),
        try Self.rule("b", limit: 2, days: 7)
      ),
    ]
    for (name, strict, lax) in pairs {
      for findings in [
        [Self.finding(strict), Self.finding(lax)], [Self.finding(lax), Self.finding(strict)],
      ] {
        let told = Strictest([strict, lax]).told(findings)
        #expect(told.map(\.rule) == [strict.id], "\(name)")
        #expect(told.first?.citations == ["law of \(strict.id)", "law of \(lax.id)"], "\(name)")
        #expect(told.first?.message == "m; also: law of \(lax.id)", "\(name)")
      }
    }
  }

  @Test func whatStandsApartIsToldApart() throws {
    let one = try Self.rule("a", limit: 2, days: 7)
    let two = try Self.rule("b", limit: 3, days: 7)
    let none = try Self.rule("c", limit: 3, days: 7, axis: nil)
    let hours = try Self.rule("d", limit: 3, days: 7, axis: .hours)
    let preview = try Self.rule("e", limit: 3, days: 7, stage: .preview)
    let strictest = Strictest([one, two, none, hours, preview])
    for other in [
      Self.finding(two, "s"), Self.finding(two, debt: "B"), Self.finding(one, debt: nil),
      Self.finding(none), Self.finding(hours), Self.finding(preview),
    ] {
      #expect(strictest.told([Self.finding(one), other]).count == 2)
    }
  }

  /// A finding about the consumer as a whole belongs to each debt.
  @Test func aFindingWithoutADebtBelongsToAll() throws {
    let debts = try Self.rule("a", limit: 2, days: 7)
    let whole = try Self.rule("b", limit: 3, days: 7)
    let findings = [
      Self.finding(debts, debt: "A"), Self.finding(debts, debt: "B"),
      Self.finding(whole, debt: nil),
    ]
    let told = Strictest([debts, whole]).told(findings)
    #expect(told.map(\.evidence.debt) == ["A", "B"])
    #expect(told.map(\.citations) == [["law of a", "law of b"], ["law of a", "law of b"]])
  }

  @Test func theStrictestKeepsItsPlaceInOrder() throws {
    let lax = try Self.rule("a", limit: 3, days: 7)
    let strict = try Self.rule("b", limit: 2, days: 7)
    let told = Strictest([lax, strict]).told([
      Self.finding(lax, "r1"), Self.finding(lax, "r2"), Self.finding(strict, "r2"),
      Self.finding(lax, "r3"),
    ])
    #expect(told.map(\.record) == ["r1", "r2", "r3"])
    #expect(told.map(\.rule) == ["a", "b", "a"])
  }
}
