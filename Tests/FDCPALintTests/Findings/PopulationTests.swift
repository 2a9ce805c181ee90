import Testing

@testable import FDCPALint

@Suite struct PopulationTests {
  private static let head = "id,at,consumer,debts,direction,channel,outcome\n"
  private static func row(_ id: String, _ hour: Int, _ more: String = "") -> String {
    "\(id),2026-04-01T\(hour):00-04:00,C,D,outbound,call,no_answer\(more)\n"
  }

  private static func report(_ text: String, _ name: String = "log.csv") async throws -> Report {
    let options = Linter.Options(today: try #require(CivilDay("2026-06-01")))
    return await Linter(rules: RuleBase(RulePacks()), options: options).audit(
      [Source(name: name, bytes: Array(text.utf8))])
  }

  @Test func everyRowIsAccountedFor() async throws {
    // Two rows say the same, one differs under an id, one has a field too many, one a bad time.
    let text =
      Self.head + Self.row("a", 10) + Self.row("a", 10) + Self.row("b", 11) + Self.row("b", 12)
      + Self.row("c", 13, ",x") + Self.row("d", 14).replacing("T14", with: "Tlate")
      + Self.row("e", 15)
    let report = try await Self.report(text)
    let population = try #require(report.population)
    #expect(population == Population(received: 7, unreadable: 1, repeated: 2))
    #expect(population.accepted == 4 && report.records == 4)
    #expect(Set(report.problems.map(\.code)) == ["duplicate-id", "bad-row", "bad-time"])
  }

  @Test func linesThatAreNoJSONAreUnreadable() async throws {
    let line =
      #"{"id":"a","at":"2026-04-01T10:00-04:00","consumer":"C","channel":"call","outcome":"busy"}"#
    let report = try await Self.report("\(line)\nnot json\n\n", "log.jsonl")
    #expect(report.population == Population(received: 2, unreadable: 1, repeated: 0))
  }

  @Test func anotherNumberThanExpectedIsAProblem() async throws {
    var report = try await Self.report(Self.head + Self.row("a", 10))
    report.reconcile(expected: 1)
    #expect(report.problems == [] && report.population?.expected == 1)
    report.reconcile(expected: 3)
    #expect(report.problems.map(\.code) == ["count-differs"])
    #expect(report.problems[0].found == "1" && report.problems[0].expected == "3 rows")
    #expect(report.verdict == .incomplete)
  }
}
