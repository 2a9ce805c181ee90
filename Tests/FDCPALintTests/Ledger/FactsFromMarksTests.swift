import Testing

@testable import FDCPALint

@Suite struct FactsFromMarksTests {
  /// Facts of one note, as `name clock days until`.
  private func facts(_ note: String) async throws -> [String] {
    let log =
      "id,at,consumer,debts,direction,channel,outcome,note\n"
      + "r1,2026-04-01T10:00-04:00,c1,A,outbound,call,conversation,\"\(note)\"\n"
    let rules = RuleBase(try RuleBase.shippedPacks())
    let today = CivilDay("2026-04-02") ?? CivilDay(number: 0)
    let report = await Linter(rules: rules, options: Linter.Options(today: today)).audit([
      Source(name: "log.csv", bytes: Array(log.utf8))
    ])
    return report.facts.map(\.fact).map { fact in
      ([
        fact.name, fact.clock.map { "\($0.from)-\($0.to)" } ?? "", fact.place ?? "",
        fact.until?.description ?? "",
      ] + fact.days.map(\.rawValue)).filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  @Test func eachTimeThatARecordNamesIsAFact() async throws {
    #expect(
      try await facts("cons asked no calls before 10a, and do not call on Fridays until June 30")
        == ["inconvenient_time 00:00-10:00", "inconvenient_time 2026-06-30 Fri"])
  }

  @Test func whatIsSaidTwiceIsOneFact() async throws {
    #expect(
      try await facts("cons asked no calls before 10a. told cons ok. again: no calls before 10 am")
        == ["inconvenient_time 00:00-10:00"])
    #expect(
      try await facts("cons sts stop calling me. again: stop calling me") == ["stop_calls"])
  }
}
