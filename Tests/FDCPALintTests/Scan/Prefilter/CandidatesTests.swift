import Testing

@testable import FDCPALint

@Suite struct CandidatesTests {
  /// Where a pattern may match a text: `nil` nowhere, `[]` anywhere.
  private func starts(_ pattern: String, _ text: String) -> [Int]? {
    var set = WordingSet(language: "en")
    set.any = [PatternText(source: pattern, line: 1)]
    let sets = [ScanSet(set, applies: Applies(), purpose: .wording(rule: 0))]
    guard let prefilter = bound(sets) else { return nil }
    let candidates = Candidates(prefilter)
    let found = candidates.find(in: Array(text.utf8), Concern([true], prefilter))
    return found.first.map { candidate in
      candidate.possible.flatMap(candidates.places)?.map(candidates.start) ?? []
    }
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
    #expect(starts(#"\w+\s"#, "x") == [])
  }

  /// Where no word is sure to be there, a mark may be.
  @Test func marksAreLookedForToo() {
    let placeholder = #"[\[{<$%]{1,3}[^\]}>%\n]{0,20}(?:phone|tel)"#
    #expect(starts(placeholder, "call {{office_phone}}") == [5, 6])
    #expect(starts(placeholder, "call office_phone") == nil)
    #expect(starts(#"(?:[\x{370}-\x{1FFF}]{2,}\W+){2}"#, "a é b") == [2])
    #expect(starts(#"(?:[\x{370}-\x{1FFF}]{2,}\W+){2}"#, "a e b") == nil)
    #expect(starts(#"(?<![\w*])[x*]{2}\d"#, "ax1 (xx1 **2") == [5, 9, 10])
  }

  /// A mark is no word: what is near it is told by the words before and behind it.
  @Test func wordsAreNearMarks() {
    let pattern = #"#\s?(?:\w+\s){0,2}\w+@"#
    #expect(starts(pattern, "# a b c@d") == [0])
    #expect(starts(pattern, "@ #") == nil)
  }

  @Test func setsThatDoNotConcernATextAreLeftOut() throws {
    var set = WordingSet(language: "en")
    set.any = [#"\bdebt\b"#, #"\w+!"#].map { PatternText(source: $0, line: 1) }
    let sets = [ScanSet(set, applies: Applies(), purpose: .wording(rule: 0))]
    let prefilter = try #require(bound(sets))
    let candidates = Candidates(prefilter)
    let text = Array("debt!".utf8)
    #expect(candidates.find(in: text, Concern([false], prefilter)) == [])
    #expect(candidates.find(in: text, Concern([true], prefilter)).map(\.place) == [0, 1])
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
