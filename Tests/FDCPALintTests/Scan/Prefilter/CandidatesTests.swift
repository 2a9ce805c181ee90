import Testing

@testable import FDCPALint

@Suite struct CandidatesTests {
  /// Where a pattern may match a text: `nil` nowhere, `[]` anywhere.
  private func starts(_ pattern: String, _ text: String) -> [Int]? {
    var set = WordingSet(language: "en")
    set.any = [PatternText(source: pattern, line: 1)]
    let sets = [ScanSet(set, applies: Applies(), purpose: .wording(rule: 0))]
    var candidates = Candidates(Prefilter(sets))
    let found = candidates.of(Array(text.utf8), isActive: [true])
    return found.first.map { $0.starts ?? [] }
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

  @Test func setsThatDoNotConcernATextAreLeftOut() {
    var set = WordingSet(language: "en")
    set.any = [#"\bdebt\b"#, #"\w+!"#].map { PatternText(source: $0, line: 1) }
    let sets = [ScanSet(set, applies: Applies(), purpose: .wording(rule: 0))]
    var candidates = Candidates(Prefilter(sets))
    #expect(candidates.of(Array("debt!".utf8), isActive: [false]) == [])
    #expect(candidates.of(Array("debt!".utf8), isActive: [true]).count == 2)
  }
}
