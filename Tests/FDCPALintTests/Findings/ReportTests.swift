import Testing

@testable import FDCPALint

@Suite struct ReportTests {
  private static func report(_ note: String, exitZero: Bool) async throws -> Report {
    var options = Linter.Options(today: CivilDay(number: 20_000))
    options.settings.exitZero = exitZero
    let linter = Linter(rules: RuleBase(try RuleBase.shippedPacks()), options: options)
    return await linter.check([Source(name: "call.note.txt", bytes: Array(note.utf8))])
  }

  /// Leaving with 0 is for scripts: the report itself still says what was found.
  @Test func exitZeroMasksTheCodeAndNotTheVerdict() async throws {
    let masked = try await Self.report("told cust she will be arrested", exitZero: true)
    #expect(masked.verdict == .found)
    #expect(masked.exitCode == 0)
    let plain = try await Self.report("told cust she will be arrested", exitZero: false)
    #expect(plain.verdict == .found)
    #expect(plain.exitCode == 1)
    #expect(try await Self.report("cust will call back", exitZero: true).exitCode == 0)
  }

  /// It masks 1 and nothing else.
  @Test func exitZeroLeavesAnIncompleteRunIncomplete() async throws {
    var options = Linter.Options(today: CivilDay(number: 20_000))
    options.settings.exitZero = true
    let linter = Linter(rules: RuleBase(try RuleBase.shippedPacks()), options: options)
    let report = await linter.check([])
    #expect(report.verdict == .incomplete)
    #expect(report.exitCode == 3)
  }
}
