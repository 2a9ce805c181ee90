import PackCompiler
import Testing

@testable import FDCPALint

@Suite struct RuleReachTests {
  private static func reached(_ ledger: Ledger, role: Role = .thirdPartyCollector) throws
    -> Set<String>
  {
    let base = RuleBase(try RuleBase.shippedPacks())
    let today = try #require(CivilDay("2026-06-01"))
    let conditions = Conditions(
      role: role, today: today, whereabouts: LedgerClock(ledger).whereabouts)
    let binding = RuleReach(base).binding(in: ledger, conditions)
    return Set(zip(base.rules, binding).filter(\.1).map(\.0.id))
  }

  @Test func ofStatesOnlyTheConsumersOwn() throws {
    let call = Sample.call("2026-04-01T10:00")
    let ohio = try Self.reached(Sample.ledger([call], Sample.consumer(state: "OH")))
    #expect(ohio.contains("federal/call-frequency-seven"))
    #expect(!ohio.contains("us-dc/call-frequency"))
    let capital = try Self.reached(Sample.ledger([call], Sample.consumer(state: "DC")))
    #expect(capital.contains("us-dc/call-frequency"))
    #expect(!capital.contains("us-ma/frequency-personal-number"))
  }

  @Test func whereNothingTellsThePlaceEveryStateStaysOpen() throws {
    let ledger = Sample.ledger([Sample.call("2026-04-01T10:00")], Sample.consumer(zone: nil))
    #expect(try Self.reached(ledger).contains("us-dc/call-frequency"))
    let none = Sample.ledger([], Sample.consumer(zone: nil))
    #expect(try Self.reached(none).contains("us-dc/call-frequency"))
  }

  @Test func forbiddenWordsOnlyWhereTheyStand() throws {
    var ledger = Sample.ledger([Sample.call("2026-04-01T10:00")])
    #expect(try !Self.reached(ledger).contains("federal/threat-of-arrest"))
    let base = RuleBase(try RuleBase.shippedPacks())
    let rule = try #require(base.rules.firstIndex { $0.id == "federal/threat-of-arrest" })
    let set = try #require(base.sets.firstIndex { $0.purpose == .wording(rule: rule) })
    ledger.entries[0].marks = [
      Mark(
        set: set, pattern: 0, location: Location(path: "log"), kind: .note, speaker: .collector,
        mode: .direct, words: MarkedWords(0..<6, of: Array("arrest".utf8)), details: [:])
    ]
    #expect(try Self.reached(ledger).contains("federal/threat-of-arrest"))
  }

  @Test func onlyRulesForOurPart() throws {
    let ledger = Sample.ledger(
      [Sample.call("2026-04-01T10:00")], Sample.consumer(state: "OH"))
    #expect(try !Self.reached(ledger, role: .creditor).contains("federal/call-frequency-seven"))
  }
}
