import Testing

@testable import FDCPALint

@Suite struct CallPatternCheckTests {
  private func pattern(
    _ count: Int, _ span: CallPattern.Span, _ same: CallPattern.Same,
    _ change: (inout CallPattern) -> Void = { _ in }
  ) throws -> CallPattern {
    var pattern = try CallPattern(count: count, span: span, same: same, counts: Sample.calls())
    change(&pattern)
    return pattern
  }

  private func result(_ pattern: CallPattern, _ ledger: Ledger) -> CheckResult {
    CallPatternCheck.evidence(pattern, in: ledger, clock: LedgerClock(ledger))
  }

  private func call(_ at: String, _ outcome: Outcome = .noAnswer, number: String? = "212-555-0101")
    -> Contact
  {
    Sample.call(at, outcome) { $0.to = number }
  }

  @Test func evidenceListsWhatCountedAndWhatDidNot() throws {
    let ledger = Sample.ledger([
      call("2026-06-01T10:00"), call("2026-06-01T10:01", .busy), call("2026-06-01T10:04"),
    ])
    let evidence = try #require(
      result(try pattern(2, .minutes(5), .number), ledger).evidence.first)
    #expect(evidence.entry == 2)
    #expect(evidence.counted == [0, 2])
    #expect(evidence.leftOut.map(\.entry) == [1])
    #expect(evidence.values["count"] == "2")
    #expect(evidence.values["days"] == "5")
    #expect(evidence.window == CivilDay("2026-06-01").map { DayRange(first: $0, last: $0) })
  }

  /// Without numbers nobody can say whether it was one; a single call does not raise the question.
  @Test func withoutNumbersItIsNotEvaluable() throws {
    let rule = try pattern(2, .minutes(5), .number)
    let two = Sample.ledger([
      call("2026-06-01T10:00", number: nil), call("2026-06-01T10:04", number: nil),
    ])
    #expect(result(rule, two).notEvaluable == [.init(entry: 1, what: "to")])
    #expect(result(rule, two).evidence.isEmpty)
    let apart = Sample.ledger([
      call("2026-06-01T10:00", number: nil), call("2026-06-01T10:06", number: nil),
    ])
    #expect(result(rule, apart).notEvaluable.isEmpty)
  }

  @Test func aRunIsFoundOnceAndTheNextRunAgain() throws {
    let ledger = Sample.ledger(
      ["10:00", "10:02", "10:04", "10:20", "10:21"].map { call("2026-06-01T\($0)") })
    let found = result(try pattern(2, .minutes(5), .number), ledger).evidence.map(\.entry)
    #expect(found == [1, 4])
  }

  /// The record that holds the words is no call after them.
  @Test func onlyCallsAfterThePersonsOwnWords() throws {
    let ledger = Sample.ledger([
      call("2026-06-01T10:00"),
      Sample.call("2026-06-02T10:00", .conversation) { $0.signals = ["refuses_to_pay"] },
      call("2026-06-03T10:00"), call("2026-06-04T10:00"),
    ])
    let rule = try pattern(2, .days(7), .person) { $0.afterFacts = ["refuses_to_pay"] }
    let evidence = try #require(result(rule, ledger).evidence.first)
    #expect(evidence.counted == [2, 3])
    #expect(evidence.facts.map(\.record) == ["r01"])
    #expect(evidence.values["fact"] == "refuses to pay")
    #expect(evidence.values["fact-day"] == "2026-06-02")
  }

  @Test func aMixNeedsSoManyOfEachSort() throws {
    let rows = [
      call("2026-06-01T10:00"), Sample.message("2026-06-01T11:00", .email),
      call("2026-06-01T12:00"), Sample.message("2026-06-01T13:00", .text),
    ]
    let rule = try pattern(3, .days(7), .person) {
      $0.counts.channels = [.call, .email, .text]
      $0.counts.outcomes = []
      $0.mix = [
        .init(channels: [.call], least: 1), .init(channels: [.email, .text], least: 2),
      ]
    }
    #expect(result(rule, Sample.ledger(rows)).evidence.map(\.entry) == [3])
  }

  @Test func aPatternNeedsACallAndASpan() {
    #expect(throws: RuleValueError.tooSmall(key: "count", value: 0, minimum: 1)) {
      try pattern(0, .minutes(5), .number)
    }
    #expect(throws: RuleValueError.tooSmall(key: "within", value: 0, minimum: 1)) {
      try pattern(2, .days(0), .number)
    }
  }
}
