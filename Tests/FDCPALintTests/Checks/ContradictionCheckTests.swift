import Testing

@testable import FDCPALint

@Suite struct ContradictionCheckTests {
  private func findings(_ lines: String..., rule: String) async throws -> [Finding] {
    let log = Source(name: "log.jsonl", bytes: Array(lines.joined(separator: "\n").utf8))
    return await (try Seeds.linter()).audit([log]).findings.filter { $0.rule == rule }
  }

  private func row(_ id: String, _ at: String, _ rest: String) -> String {
    #"{"id":"\#(id)","consumer":"c","at":"\#(at)-04:00","channel":"call","direction":"outbound","#
      + #""party":"consumer","debts":["A"],\#(rest)}"#
  }

  @Test func theFindingShowsTheWordsInTheNote() async throws {
    let found = try await findings(
      row("1", "2026-06-01T10:00:00", #""outcome":"busy","note":"RPC vfd, asked for pmt""#),
      rule: "federal/unanswered-result-with-talk")
    let finding = try #require(found.first)
    #expect(finding.matched == "RPC")
    #expect(finding.location.field == "note")
    #expect(finding.message.contains("busy"))
    #expect(finding.severity == .warning)
  }

  @Test func anOverlapNamesTheOtherRecord() async throws {
    let found = try await findings(
      row(
        "1", "2026-06-01T10:00:00",
        #""outcome":"conversation","agent":"V","duration":600,"to":"555-0101555""#),
      row(
        "2", "2026-06-01T10:05:00",
        #""outcome":"conversation","agent":"V","duration":100,"to":"555-0102555""#),
      rule: "practice/agent-in-two-conversations")
    #expect(found.map(\.record) == ["2"])
    #expect(found.first?.evidence.facts.map(\.record) == ["1"])
    #expect(found.first?.message.contains("100 seconds") == true)
    #expect(found.first?.severity == .advice)
  }

  /// A row without a result contradicts nothing.
  @Test func aRowWithoutAResultIsSilent() async throws {
    let found = try await findings(
      row("1", "2026-06-01T10:00:00", #""note":"TT cons, disc bal""#),
      rule: "federal/unanswered-result-with-talk")
    #expect(found.isEmpty)
  }
}
