import Testing

@testable import FDCPALint

/// Rules of a state or a city, from a log to the report.
@Suite struct ConditionsTests {
  private static func rule(_ jurisdictions: String) -> String {
    """
    title: Fruit in a note
    basis: prohibition
    severity: error
    confidence: high
    citations: [15 USC 1692d]
    message: names fruit
    applies: {jurisdictions: [\(jurisdictions)]}
    why: House rule.
    fix: Leave it out.
    check: {wording: {by-language: {en: {any: ['\\bbanana\\b']}}}}
    examples: {flags: ['a «banana»', 'two «banana»', 'no «banana»'], passes: [fig, kiwi, plum]}
    """
  }

  private func linter() throws -> Linter {
    let shipped = try RuleBase.shippedPacks()
    let files = [
      PackFile(path: "house/pack.yaml", text: "title: House\nversion: 1.0.0\n"),
      PackFile(path: "house/state.yaml", text: Self.rule("US-NY")),
      PackFile(path: "house/city.yaml", text: Self.rule("US-NY-NYC")),
      PackFile(path: "house/other.yaml", text: Self.rule("US-MA")),
    ]
    var packs = try PackReader(base: shipped).read(files).0
    packs.facts = []
    let today = try #require(CivilDay("2026-04-10"))
    return Linter(rules: RuleBase(packs), options: Linter.Options(today: today))
  }

  private func report(_ contacts: String, _ consumers: String) async throws -> Report {
    func table(_ name: String, _ text: String) -> Source {
      Source(name: name, bytes: Array(text.utf8))
    }
    return try await linter().audit(
      [
        table(
          "log.csv",
          "id,consumer,at,channel,outcome,direction,to,note\n" + contacts)
      ], consumers: [table("consumers.csv", "consumer,state,zip\n" + consumers)])
  }

  private static let call = "2026-04-06T10:00-04:00,call,no_answer,outbound"

  @Test func aCityAndItsStateBothApply() async throws {
    let report = try await report("r1,c1,\(Self.call),,banana\n", "c1,NY,10019\n")
    #expect(report.findings.map(\.rule) == ["house/city", "house/state"])
    #expect(report.findings.map(\.severity) == [.error, .error])
    let finding = try #require(report.findings.first)
    #expect(
      finding.evidence.jurisdictions == [
        RegionUse(
          region: "US-NY-NYC", evidence: "state NY and ZIP code 100 of the consumers table")
      ])
    #expect(report.notEvaluable.isEmpty)
  }

  @Test func aDocumentMayNameItsCity() async throws {
    let note = Source(
      name: "a.note.md", bytes: Array("---\njurisdiction: US-NY-NYC\n---\nbanana\n".utf8))
    let report = try await linter().check([note])
    #expect(report.findings.map(\.rule) == ["house/city", "house/state"])
    #expect(
      report.findings.first?.evidence.jurisdictions == [
        RegionUse(region: "US-NY-NYC", evidence: "state US-NY-NYC of the record")
      ])
  }

  @Test func whatNothingProvesIsListed() async throws {
    let report = try await report(
      "r1,c1,\(Self.call),,banana\nr2,c1,\(Self.call),,banana\nr3,c2,\(Self.call),,apple\n", "")
    #expect(report.findings.isEmpty)
    #expect(
      report.notEvaluable.map { "\($0.rule) \($0.record) \($0.missing) \($0.count)" } == [
        "house/city r1 jurisdiction 2", "house/other r1 jurisdiction 2",
        "house/state r1 jurisdiction 2",
      ])
  }

  @Test func anAreaCodeMakesARisk() async throws {
    let report = try await report("r1,c1,\(Self.call),212-555-0101,banana\n", "")
    #expect(report.findings.map(\.rule) == ["house/state"])
    #expect(report.findings.map(\.severity) == [.warning])
    #expect(
      report.findings.first?.message
        == "names fruit; a risk if the consumer is in US-NY, to which a number that begins with 212 "
        + "points, which nothing here says")
    #expect(report.notEvaluable.map(\.rule) == ["house/city"])
  }
}
