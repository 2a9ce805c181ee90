import Testing

@testable import FDCPALint

/// Exceptions as a run applies them.
@Suite struct ExceptionBookTests {
  private static let rule = "federal/threat-of-arrest"
  private static let good = "allow \(rule) reason=\"a\" by=\"b\" until=2026-12-31"

  private func check(
    _ text: String, name: String = "a.letter.md", beside exceptions: [RuleException] = [],
    today: String = "2026-12-31"
  ) async throws -> Report {
    var packs = try RuleBase.shippedPacks()
    packs.rules.removeAll { $0.id != Self.rule }
    var options = Linter.Options(today: try #require(CivilDay(today)))
    options.exceptions = exceptions
    options.otherRules = ["federal/call-frequency-seven"]
    let source = Source(name: name, bytes: Array(text.utf8))
    return await Linter(rules: RuleBase(packs), options: options).check([source])
  }

  private func rules(_ report: Report) -> [String] { report.findings.map(\.rule) }

  @Test func anExceptionSetsItsParagraphAside() async throws {
    let report = try await check(
      "<!-- fdcpalint: \(Self.good) -->\nYou will be arrested.\n\nYou will be arrested.\n")
    #expect(report.findings.map(\.location.line) == [4])
    #expect(report.setAside.map(\.finding.location.line) == [2])
    #expect(report.verdict == .found)
  }

  @Test func whatIsSetAsideFailsNothing() async throws {
    let report = try await check("You will be arrested. {# fdcpalint: \(Self.good) #}\n")
    #expect(rules(report) == [])
    #expect(report.setAside.count == 1)
    #expect(report.verdict == .clean)
  }

  /// The last day counts; the day after, the finding is back and so says the exception.
  @Test func itEndsBehindItsLastDay() async throws {
    let report = try await check(
      "You will be arrested. {# fdcpalint: \(Self.good) #}\n", today: "2027-01-01")
    #expect(Set(rules(report)) == [Self.rule, "exceptions/expired"])
    #expect(report.setAside.isEmpty)
  }

  @Test(arguments: [
    ("<!-- fdcpalint: \(good) -->\nGood day.", ["exceptions/unused"]),
    (
      "<!-- fdcpalint: allow federal/threat-of-arrest -->\nYou will be arrested.",
      ["exceptions/unexplained", "federal/threat-of-arrest"]
    ),
    (
      "<!-- fdcpalint: allow federal/threat reason=a by=b until=2027-01-01 -->\nGood day.",
      ["exceptions/unknown-rule"]
    ),
    ("fdcpalint: \(good)\nYou will be arrested.", ["exceptions/misplaced", rule]),
    // A rule that exists and did not run: nobody can say whether the exception is used.
    (
      "<!-- fdcpalint: allow federal/call-frequency-seven reason=a by=b until=2027-01-01 -->\nHi.",
      []
    ),
  ])
  func whatIsWrongWithAnExceptionIsAFinding(text: String, expected: [String]) async throws {
    let report = try await check(text)
    #expect(rules(report) == expected)
    #expect(report.verdict == (expected.isEmpty ? .clean : .found))
  }

  /// A record is evidence: an exception in it holds nothing and hides none of its words.
  @Test func aRecordHoldsNoException() async throws {
    let report = try await check(
      "told cust she will be arrested <!-- fdcpalint: \(Self.good) you will go to jail -->",
      name: "a.note.txt")
    #expect(rules(report).filter { $0 == Self.rule }.count == 2)
    #expect(rules(report).contains("exceptions/misplaced"))
    #expect(report.setAside.isEmpty)
  }

  @Test func aReasonIsNoWordingOfTheLetter() async throws {
    let report = try await check(
      "<!-- fdcpalint: allow federal/threat-of-arrest reason=\"you will be arrested\" by=b "
        + "until=2026-12-31 -->\nGood day.\n")
    #expect(rules(report) == ["exceptions/unused"])
  }

  private func beside(_ reach: RuleException.Reach) -> RuleException {
    var exception = RuleException(
      rule: Self.rule, reach: reach, place: Location(path: "e.yaml"))
    (exception.reason, exception.by) = ("a", "b")
    exception.until = CivilDay("2026-12-31")
    return exception
  }

  @Test func aRecordIsExceptedFromBeside() async throws {
    let note = "told cust she will be arrested"
    for reach in [
      RuleException.Reach.records(id: "a.note.txt", paths: nil),
      .records(id: nil, paths: PathPattern("*.note.txt")),
    ] {
      let report = try await check(note, name: "a.note.txt", beside: [beside(reach)])
      #expect(rules(report) == [])
      #expect(report.setAside.count == 1)
    }
    // One for a record that was not read says nothing about this run.
    let other = beside(.records(id: "other", paths: nil))
    #expect(try await rules(check(note, name: "a.note.txt", beside: [other])) == [Self.rule])
    let unused = beside(.records(id: "a.note.txt", paths: nil))
    #expect(
      try await rules(check("good day", name: "a.note.txt", beside: [unused]))
        == ["exceptions/unused"])
  }

  /// Fingerprints of what stays do not move when something is set aside.
  @Test func fingerprintsStay() async throws {
    let text = "You will be arrested.\n\nYou will be arrested.\n"
    let bare = try await check(text)
    let excepted = try await check(
      "You will be arrested. {# fdcpalint: \(Self.good) #}\n\nYou will be arrested.\n")
    #expect(excepted.findings.map(\.fingerprint) == [bare.findings[1].fingerprint])
    #expect(excepted.setAside.map(\.finding.fingerprint) == [bare.findings[0].fingerprint])
  }
}
