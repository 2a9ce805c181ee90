import Testing

@testable import FDCPALint

/// Facts that bind by the form in which they came in, and for a time.
@Suite struct RequestFormsTests {
  private static func over(
    _ rows: [Contact], facts: [CompanionFact] = [], _ change: (inout AfterFact) -> Void
  ) -> [Int: [OpenQuestion]] {
    var rule = AfterFactCheckTests.rule("attorney", per: .consumer)
    change(&rule)
    let ledger = Sample.ledger(rows, Sample.consumer(facts: facts))
    let result = AfterFactCheck.evidence(rule, in: ledger, clock: LedgerClock(ledger))
    return Dictionary(
      uniqueKeysWithValues: result.evidence.map {
        (ledger.entries[$0.entry].order, $0.questions)
      })
  }

  private static func told(_ channel: Channel) -> Contact {
    AfterFactCheckTests.signal(
      Sample.message("2026-04-20T10:00", channel, .inbound), "attorney")
  }

  @Test(arguments: [
    (Channel.letter, true), (.email, true), (.text, true), (.social, true), (.web, true),
    (.call, false), (.inPerson, false),
  ])
  func aFormIsAskedFor(channel: Channel, isWritten: Bool) {
    let rows = [Self.told(channel), Sample.call("2026-04-21T10:00")]
    #expect(Self.over(rows) { $0.form = .written } == (isWritten ? [1: []] : [:]))
    #expect(Self.over(rows) { $0.form = .oral } == (isWritten ? [:] : [1: []]))
    #expect(Self.over(rows) { _ in } == [1: []])
  }

  @Test func aFormMayBeUnknown() {
    let rows = [Sample.call("2026-04-21T10:00")]
    let known = CompanionFact(
      fact: Fact(name: "attorney", source: "consumers"), knownFromEvent: nil)
    #expect(Self.over(rows, facts: [known]) { $0.form = .written } == [0: [.formUnclear]])
    #expect(Self.over(rows, facts: [known]) { _ in } == [0: []])
    let other = [Self.told(.other), Sample.call("2026-04-21T10:00")]
    #expect(Self.over(other) { $0.form = .written } == [1: [.formUnclear]])
  }

  @Test(arguments: [
    ("2026-04-20T23:00", true), ("2026-04-29T23:59", true), ("2026-04-30T00:01", false),
  ])
  func itMayLastForDays(at: String, isOver: Bool) {
    let rows = [Self.told(.call), Sample.call(at)]
    #expect(Self.over(rows) { $0.lasts = 10 } == (isOver ? [1: []] : [:]))
  }

  @Test(arguments: [
    ("2026-04-20T10:01", false), ("2026-04-23T09:59", false), ("2026-04-23T10:00", true),
  ])
  func itMayLeaveHours(at: String, isOver: Bool) {
    let rows = [Self.told(.letter), Sample.call(at)]
    #expect(Self.over(rows) { $0.graceHours = 72 } == (isOver ? [1: []] : [:]))
  }

  @Test func whatWasKnownBeforeTheLogNeverRunsOut() {
    let known = CompanionFact(
      fact: Fact(name: "attorney", source: "consumers"), knownFromEvent: nil)
    let over = Self.over([Sample.call("2026-04-21T10:00")], facts: [known]) {
      $0.lasts = 10
      $0.graceHours = 72
    }
    #expect(over == [0: []])
  }
}
