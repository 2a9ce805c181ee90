import Foundation
import Testing

@testable import FDCPALint

/// The checks against their slow twin, on ledgers at random: 20,000 of them, or as many as
/// `FDCPALINT_TWIN_LEDGERS` says.
@Suite struct TwinTests {
  static let share: UInt64 =
    (ProcessInfo.processInfo.environment["FDCPALINT_TWIN_LEDGERS"].flatMap { UInt64($0) } ?? 20_000)
    / 10
  static let starts: [UInt64] = (0..<10).map { $0 * share }

  @Test(arguments: starts) func frequencyAgrees(start: UInt64) throws {
    var over = 0
    for seed in start..<(start + Self.share) {
      let random = RandomLedger(seed: seed)
      let rule = try Sample.sevenInSeven(limit: random.limit)
      let clock = LedgerClock(random.ledger)
      let result = FrequencyCheck.evidence(
        rule, in: random.ledger, clock: clock, inForce: Sample.regulationF)
      let twin = CallTwin(random.ledger)
      let expected = twin.overLimit(random.limit)
      let found = Set(result.evidence.map { Self.found($0, twin) })
      over += expected.count
      guard found != expected else { continue }
      Issue.record("seed \(seed): \(Self.difference(found, expected))")
      return
    }
    #expect(over > 1000)
  }

  @Test(arguments: starts) func afterConversationAgrees(start: UInt64) throws {
    var over = 0
    for seed in start..<(start + Self.share) {
      let random = RandomLedger(seed: seed)
      let clock = LedgerClock(random.ledger)
      let result = AfterConversationCheck.evidence(
        try Sample.afterConversation(), in: random.ledger, clock: clock,
        inForce: Sample.regulationF)
      let twin = CallTwin(random.ledger)
      let expected = twin.afterConversation()
      let found = Set(result.evidence.map { Self.found($0, twin) })
      over += expected.count
      guard found != expected else { continue }
      Issue.record("seed \(seed): \(Self.difference(found, expected))")
      return
    }
    #expect(over > 1000)
  }

  private static func found(_ evidence: Evidence, _ twin: CallTwin) -> CallTwin.Found {
    let contact = twin.ledger.entries[evidence.entry].contact
    let name = evidence.debt
    let debt = twin.debts.firstIndex { members in
      members.contains { $0 == name || (name != nil && twin.ledger.debts[$0]?.group == name) }
    }
    return CallTwin.Found(
      entry: evidence.entry,
      debt: twin.candidates(contact) != nil ? -1 : debt ?? 0,
      questions: Set(evidence.questions), counted: evidence.counted,
      first: evidence.window?.first.number ?? 0, last: evidence.window?.last.number ?? 0)
  }

  private static func difference(
    _ found: Set<CallTwin.Found>, _ expected: Set<CallTwin.Found>
  ) -> String {
    "only the check: \(found.subtracting(expected)); only the twin: \(expected.subtracting(found))"
  }
}
