import Testing

@testable import FDCPALint

/// What the rule files' own examples cannot show: what is missing, risks, and how a finding is told.
@Suite struct DeadlineCheckTests {
  private static let notice = "federal/validation-notice-late"
  private static let reporting = "federal/credit-reporting-before-contact"
  private static let records = "federal/records-deleted-early"
  private static let recording = "federal/recording-deleted-early"

  private func rule(_ id: String) throws -> Deadline {
    let rule = try RuleBase.shippedPacks().rules.first { $0.id == id }
    guard case .deadline(let deadline)? = rule?.check else { throw Missing() }
    return deadline
  }
  private struct Missing: Error {}

  private func result(_ id: String, _ ledger: Ledger, log: LogExtent? = nil) throws -> CheckResult {
    DeadlineCheck.evidence(try rule(id), in: ledger, clock: LedgerClock(ledger), log: log)
  }

  private static let talk = Sample.call("2026-05-28T10:00", .conversation)

  private static func letter(
    _ at: String, _ outcome: Outcome = .sent, _ signal: String? = nil
  ) -> Contact {
    Sample.message(at, .letter) {
      $0.outcome = outcome
      $0.signals = signal.map { [$0] } ?? []
    }
  }

  private static func act(_ at: String, _ outcome: Outcome) -> Contact {
    Sample.call(at, outcome) { $0.channel = .other }
  }

  @Test func aLateNoticeIsARiskUntilATableSaysThatTheLogHoldsTheFirstContact() throws {
    let rows = [Self.talk, Self.letter("2026-06-03T10:00", .sent, "validation_notice")]
    let unknown = try result(Self.notice, Sample.ledger(rows))
    #expect(unknown.evidence.map(\.entry) == [1])
    #expect(unknown.evidence.map(\.conditions) == [["this log holds the first communication"]])
    let known = try result(
      Self.notice,
      Sample.ledger(rows, Sample.consumer(context: ["initial_communication": "true"])))
    #expect(known.evidence.map(\.conditions) == [[]])
    #expect(known.evidence[0].counted == [0, 1])
    #expect(known.evidence[0].values["first"] == "2026-05-28")
    #expect(known.evidence[0].values["last"] == "2026-06-02")
    #expect(known.evidence[0].values["missing"] == "came on 2026-06-03")
    #expect(known.evidence[0].values["count"] == "6")
  }

  /// What is missing for an answer, where no notice is in the log.
  @Test func whatTheLogCannotShowIsNotEvaluable() throws {
    let later = Sample.call("2026-06-20T10:00", debts: ["B"])
    let oldCommunication = Sample.consumer(context: ["initial_communication": "2026-05-26"])
    let cases: [(String, Ledger, [String])] = [
      (
        "nothing says that the log holds it",
        Sample.ledger([Self.talk, later, Self.letter("2026-05-01T10:00", .undeliverable, nil)]), []
      ),
      ("unknown start", Sample.ledger([Self.talk, later]), ["first_communication"]),
      ("clock still runs", Sample.ledger([Self.talk, Sample.call("2026-06-02T10:00")]), []),
      (
        "no letters at all",
        Sample.ledger(
          [Self.talk, later], Sample.consumer(context: ["initial_communication": "true"])),
        ["records of letter and email"]
      ),
      (
        "a letter without text",
        Sample.ledger([Self.talk, Self.letter("2026-06-01T10:00"), later]), ["what was sent"]
      ),
      (
        "first communication before the log, its clock still running",
        Sample.ledger([Self.talk, later], oldCommunication), ["records before the log"]
      ),
      (
        "no debt named, several debts",
        Sample.ledger(
          [Sample.call("2026-05-28T10:00", .conversation, debts: []), later], debts: ["A", "B"]),
        ["debts", "debts"]
      ),
    ]
    for (name, ledger, missing) in cases where !missing.isEmpty {
      let result = try result(Self.notice, ledger)
      #expect(result.evidence.isEmpty, "\(name)")
      #expect(result.notEvaluable.map(\.what) == missing, "\(name)")
    }
    #expect(try result(Self.notice, cases[2].1).notEvaluable.isEmpty)
  }

  @Test func theUsersDayEndsTheLog() throws {
    let ledger = Sample.ledger(
      [Self.talk, Self.letter("2026-05-20T10:00", .sent, nil)].map {
        var contact = $0
        if contact.channel == .letter {
          contact.direction = .outbound
          contact.debts = ["B"]
        }
        return contact
      }, Sample.consumer(context: ["initial_communication": "true"]))
    for (day, expected) in [("2026-06-02", 0), ("2026-06-03", 1)] {
      let log = LogExtent([ledger], asOf: CivilDay(day))
      let found = try result(Self.notice, ledger, log: log).evidence.filter { $0.entry == 1 }
      #expect(found.count == expected, "\(day)")
    }
  }

  /// A debt whose table dates the first communication, and of which the log shows nothing.
  @Test func aDebtWithoutAnyContactIsFoundByItsName() async throws {
    let log = Source(
      name: "log.jsonl",
      bytes: Array(
        """
        {"id":"1","consumer":"c","at":"2026-05-01T10:00:00-04:00","channel":"letter","direction":"outbound","party":"consumer","outcome":"sent","debts":["B"],"note":"validation notice"}
        {"id":"2","consumer":"c","at":"2026-06-20T10:00:00-04:00","channel":"call","direction":"outbound","party":"consumer","outcome":"no_answer","debts":["B"]}

        """.utf8))
    let debts = Source(
      name: "debts.csv",
      bytes: Array("consumer,debt,first_communication\nc,A,2026-05-10\nc,B,2026-05-01\n".utf8))
    let report = await (try Seeds.linter()).audit([log], debts: [debts])
    let finding = try #require(report.findings.first { $0.rule == Self.notice })
    #expect(finding.record == "debt:c/A")
    #expect(finding.severity == .warning)
    #expect(finding.evidence.window?.last == CivilDay("2026-05-15"))
    #expect(finding.location.row == nil)
    #expect(report.findings.filter { $0.rule == Self.notice }.count == 1)
  }

  /// The fifth day may be over in one zone and not in the other.
  @Test func zonesThatDisagreeOnTheDateMakeItOpen() throws {
    let consumer = Sample.consumer(
      zone: nil, possible: ["America/New_York", "America/Los_Angeles"],
      context: ["initial_communication": "true"])
    let rows = [Self.talk, Self.letter("2026-06-03T01:00", .sent, "validation_notice")]
    let evidence = try result(Self.notice, Sample.ledger(rows, consumer)).evidence
    #expect(evidence.map(\.entry) == [1])
    #expect(evidence.map(\.questions) == [[.zoneDate]])
  }

  @Test func creditReportingSaysWhyWhatCameBeforeDoesNotCount() throws {
    let consumer = Sample.consumer(context: ["initial_communication": "true"])
    let rows = [
      Self.letter("2026-05-01T10:00"), Self.letter("2026-05-14T10:00", .undeliverable),
      Self.letter("2026-05-15T10:00"), Self.act("2026-05-28T10:00", .furnished),
    ]
    let evidence = try #require(
      try result(Self.reporting, Sample.ledger(rows, consumer)).evidence.first)
    #expect(evidence.entry == 3)
    #expect(evidence.isRisk)
    #expect(evidence.leftOut.map(\.entry) == [0, 2])
    #expect(
      evidence.leftOut.map(\.reason) == [
        "came back on 2026-05-14", "13 days before, with 14 to wait",
      ])
    #expect(evidence.conditions == [])
  }

  @Test(arguments: [("true", 1, []), ("false", 0, ["records before the log"])])
  func whatCameBeforeTheLog(known: String, found: Int, missing: [String]) throws {
    let ledger = Sample.ledger(
      [Self.act("2026-05-28T10:00", .furnished)],
      Sample.consumer(context: ["initial_communication": known]))
    let result = try result(Self.reporting, ledger)
    #expect(result.evidence.count == found)
    #expect(result.notEvaluable.map(\.what) == missing)
  }

  @Test func deletionsWithoutAnythingBeforeThemAreNotEvaluable() throws {
    let alone = try result(
      Self.records, Sample.ledger([Self.act("2026-05-28T10:00", .recordsDeleted)]))
    #expect(alone.evidence.isEmpty)
    #expect(alone.notEvaluable.map(\.what) == ["what came before it"])
    let mixed = try result(
      Self.recording,
      Sample.ledger([
        Sample.call("2022-05-28T10:00", .conversation), Self.talk,
        Self.act("2026-06-28T10:00", .recordingDeleted),
      ]))
    #expect(mixed.evidence.isEmpty)
    #expect(mixed.notEvaluable.map(\.what) == ["which of the contacts it is about"])
  }

  @Test(arguments: [
    ("2024-02-29", 3, "2027-03-01"), ("2024-02-29", 4, "2028-02-29"),
    ("2026-12-31", 1, "2027-12-31"),
  ]) func yearsOnTheCalendar(from: String, years: Int, to: String) throws {
    let day = try #require(CivilDay(from))
    #expect(day.advanced(by: Deadline.Period.years(years)).description == to)
  }
}
