import Testing

@testable import FDCPALint

/// What every rule that ships must have.
@Suite struct ShippedRulesTests {
  @Test func everyRuleHasThreeExamplesOfEachSort() throws {
    for set in try RuleBase.shippedExamples() {
      #expect(set.flags.count >= 3, "\(set.id) flags")
      #expect(set.passes.count >= 3, "\(set.id) passes")
    }
  }

  @Test func everyRuleOfLawCitesIt() throws {
    let packs = try RuleBase.shippedPacks()
    for rule in packs.rules where rule.basis != .practice {
      #expect(!rule.citations.isEmpty, "\(rule.id)")
      for citation in rule.citations { #expect(packs.citations[citation] != nil, "\(citation)") }
    }
    #expect(packs.rules.count { $0.pack == "federal" } >= 25)
    #expect(packs.rules.count { $0.pack == "practice" } >= 5)
  }

  @Test func theExamplesHold() async throws {
    let packs = try RuleBase.shippedPacks()
    let tester = RuleTester(packs)
    for set in try RuleBase.shippedExamples() {
      let outcome = try #require(await tester.test(set))
      #expect(outcome.failures == [], "\(set.id)")
    }
  }

  @Test func hostileTextIsMadeOfAPatternsOwnWords() throws {
    let texts = PatternTrial.texts(for: #"\btold\W+(?:\w+\W+){0,3}?mother\b"#, 20)
    #expect(
      texts.map { String(decoding: $0, as: UTF8.self) } == [
        "told the told the told the ", "told the told the told the ",
      ])
    #expect(
      PatternTrial.texts(for: #"\d+"#, 9).map { String(decoding: $0, as: UTF8.self) } == [
        "555 0 12/ the ", "555 the 555 the ",
      ])
  }
}
