import Testing

@testable import FDCPALint

@Suite struct CandidatesTests {
  /// Where a pattern may match a text: `nil` nowhere, `[]` anywhere.
  private func starts(_ pattern: String, _ text: String) -> [Int]? {
    var set = WordingSet(language: "en")
    set.any = [PatternText(source: pattern, line: 1)]
    let sets = [ScanSet(set, applies: Applies(), purpose: .wording(rule: 0))]
    guard let prefilter = bound(sets) else { return nil }
    var candidates = Candidates(prefilter)
    candidates.find(in: Array(text.utf8), Concern([true], prefilter))
    return candidates.possible.first.map { $0.starts.map { Array(candidates.starts[$0]) } ?? [] }
  }

  private func bound(_ sets: [ScanSet]) -> Prefilter? {
    Prefilter(sets, in: LiteralTables(sources: sets.flatMap { $0.any.map(\.pattern.source) }))
  }

  private let gap = #"\btold\W+(?:\w+\W+){0,2}?mother\b"#

  @Test func groupsMustBeNear() {
    #expect(starts(gap, "told his old mother") == [0])
    #expect(starts(gap, "I told his very old mother") == nil)
    #expect(starts(gap, "mother told") == nil)
    #expect(starts(gap, "told, told, told x mother") == [6, 12])
  }

  /// What is no word to the pattern is none to the count: bullets, dashes, letters with accents.
  @Test func wordsAreNotOvercounted() {
    #expect(starts(gap, "told • naïveté … élan — 🙂 mother") == [0])
    #expect(starts(gap, "told éaéaéaéa bébé mother") == [0])
  }

  @Test func numbersAreTheirShape() {
    let pattern = #"\b\d{3}-\d\d-\d{4}\b"#
    #expect(starts(pattern, "no 123-45-6789") == [3])
    #expect(starts(pattern, "no 123-456-789") == nil)
  }

  @Test func aPatternWithoutWordsMayMatchAnywhere() {
    #expect(starts(#"\w+!"#, "x") == [])
  }

  @Test func setsThatDoNotConcernATextAreLeftOut() throws {
    var set = WordingSet(language: "en")
    set.any = [#"\bdebt\b"#, #"\w+!"#].map { PatternText(source: $0, line: 1) }
    let sets = [ScanSet(set, applies: Applies(), purpose: .wording(rule: 0))]
    let prefilter = try #require(bound(sets))
    var candidates = Candidates(prefilter)
    candidates.find(in: Array("debt!".utf8), Concern([false], prefilter))
    #expect(candidates.possible == [])
    candidates.find(in: Array("debt!".utf8), Concern([true], prefilter))
    #expect(candidates.possible.map(\.number) == [0, 1])
  }

  /// A pattern of two rules is looked for once, and stands for both.
  @Test func onePatternOfTwoSets() throws {
    var set = WordingSet(language: "en")
    set.any = [PatternText(source: #"\bdebt\b"#, line: 1)]
    let sets = (0..<2).map { ScanSet(set, applies: Applies(), purpose: .wording(rule: $0)) }
    let prefilter = try #require(bound(sets))
    #expect(prefilter.tables.plans.count == 1)
    #expect(
      Array(prefilter.uses(of: 0))
        == [PatternPlace(set: 0, place: 0), PatternPlace(set: 1, place: 0)])
  }

  @Test func tablesWithoutAPatternAreNotTaken() {
    var set = WordingSet(language: "en")
    set.any = [PatternText(source: #"\bdebt\b"#, line: 1)]
    let sets = [ScanSet(set, applies: Applies(), purpose: .wording(rule: 0))]
    #expect(Prefilter(sets, in: LiteralTables(sources: [#"\bloan\b"#])) == nil)
  }
}
