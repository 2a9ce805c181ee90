import Foundation
import Testing

@testable import PackCompiler

@Suite struct PackReaderTests {
  private static let pack = PackFile(
    path: "house/pack.yaml", text: "title: House\nversion: 1.0.0\ndescription: ours\n")
  private static let citations = PackFile(
    path: "lexicon/citations.yaml",
    text: "title: Sections\nsections:\n  15 USC 1692e(4): Arrest\n  12 CFR 1006.14(b)(2): Calls\n")
  private static let people = PackFile(
    path: "lexicon/people.yaml", text: "title: People\nwords:\n  en: [mother, 'room\\s?mate']\n")

  private static let sound = """
    title: Threat of arrest
    basis: prohibition
    severity: error
    confidence: high
    citations: [15 USC 1692e(4)]
    message: says “{text}”
    why: Nobody is jailed for a debt.
    fix: Take it out.
    check:
      wording:
        by-language:
          en:
            any: ['\\barrest\\b']
    examples:
      flags: ['we «arrest» you']
      passes: ['we call you']
    """

  private func read(_ rule: String, others: [PackFile] = []) throws(PackError) -> (
    RulePacks, [ExampleSet]
  ) {
    try PackReader().read(
      [Self.pack, Self.citations, Self.people, PackFile(path: "house/rule.yaml", text: rule)]
        + others)
  }

  private func problems(_ rule: String, others: [PackFile] = []) -> [String] {
    do {
      _ = try read(rule, others: others)
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  @Test func aSoundRuleIsRead() throws {
    let (packs, examples) = try read(Self.sound)
    let rule = try #require(packs.rules.first)
    #expect(rule.id == "house/rule")
    #expect(rule.citations == ["15 USC 1692e(4)"])
    #expect(rule.applies.kinds.contains(.complaint) == false)
    #expect(rule.applies.speakers == [.collector, .unknown])
    #expect(examples.first?.flags.count == 1)
    guard case .wording(let sets) = rule.check else {
      Issue.record("expected wording")
      return
    }
    #expect(sets.first?.any.first?.source == #"\barrest\b"#)
  }

  /// YAML 1.1 would make a boolean of `NO`, 75,600 of `21:00` and a number of `02139`.
  @Test func plainWordsStayText() throws {
    let rule = Self.sound
      .replacingOccurrences(
        of: "examples:", with: "applies: {jurisdictions: [NO, US-MA]}\nexamples:"
      )
      .replacingOccurrences(
        of: "check:\n  wording:\n    by-language:\n      en:\n        any: ['\\barrest\\b']",
        with: "check:\n  hours: {from: 08:00, to: 21:00, contacts: {channels: [call]}}")
    let (packs, _) = try read(rule)
    #expect(packs.rules.first?.applies.jurisdictions == ["NO", "US-MA"])
    guard case .hours(let hours) = packs.rules.first?.check else {
      Issue.record("expected hours")
      return
    }
    #expect(hours.from.seconds == 8 * 3600)
    #expect(hours.to.seconds == 21 * 3600)
  }

  @Test func wordListsAreFilledIn() throws {
    let rule = Self.sound.replacingOccurrences(of: #"\barrest\b"#, with: #"\btold\s+{{people}}\b"#)
    let (packs, _) = try read(rule)
    guard case .wording(let sets) = packs.rules.first?.check else {
      Issue.record("expected wording")
      return
    }
    #expect(sets.first?.any.first?.source == #"\btold\s+(?:mother|room\s?mate)\b"#)
  }

  @Test(arguments: [
    (
      "severity: error", "severty: error",
      "house/rule.yaml:3:10: severty: unknown key 'severty'; did you mean 'severity'?"
    ),
    (
      "severity: error", "severity: eror",
      "house/rule.yaml:3:11: severity: unknown value 'eror'; did you mean 'error'?"
    ),
    (
      "15 USC 1692e(4)", "15 USC 1692e(44)",
      "house/rule.yaml:5:13: citations[1]: unknown citation '15 USC 1692e(44)'; did you mean '15 USC 1692e(4)'?"
    ),
    (
      "{text}", "{txt}",
      "house/rule.yaml:6:10: message: unknown placeholder 'txt'; did you mean 'text'?"
    ),
    ("basis: prohibition\n", "", "house/rule.yaml:1:1: 'basis' is missing"),
  ])
  func mistakesArePointedAt(right: String, wrong: String, message: String) {
    #expect(problems(Self.sound.replacingOccurrences(of: right, with: wrong)).contains(message))
  }

  @Test func aPatternThatDoesNotCompileIsRefused() {
    let found = problems(Self.sound.replacingOccurrences(of: #"\barrest\b"#, with: #"\barrest("#))
    #expect(found.count == 1)
    #expect(found.first?.split(separator: " ").first == "house/rule.yaml:13:15:")
    #expect(found.first?.contains("does not compile: missing closing parenthesis") == true)
  }

  @Test func aPatternThatMatchesNothingAtAllIsRefused() {
    let found = problems(Self.sound.replacingOccurrences(of: #"\barrest\b"#, with: #"(?:arrest)?"#))
    #expect(found.first?.contains("matches the empty text") == true)
  }

  @Test func aRuleWithoutExamplesIsRefused() {
    let cut = Self.sound.components(separatedBy: "examples:").first ?? ""
    #expect(problems(cut) == ["house/rule.yaml:1:1: 'examples' is missing"])
    let empty = Self.sound.replacingOccurrences(of: "passes: ['we call you']", with: "passes: []")
    #expect(
      problems(empty).contains { $0.contains("needs examples that flag and examples that pass") })
  }

  @Test func anUnknownWordListNamesTheNearest() {
    let found = problems(Self.sound.replacingOccurrences(of: #"\barrest\b"#, with: #"{{peeple}}"#))
    #expect(found.first?.contains("unknown word list 'peeple'; did you mean 'people'?") == true)
  }

  @Test func brokenYAMLAndDoubledKeysArePointedAt() {
    #expect(problems("title: [open").first?.hasPrefix("house/rule.yaml:") == true)
    #expect(problems(Self.sound + "\nseverity: error\n").contains { $0.contains("twice") })
  }

  @Test func everyProblemIsToldAtOnce() {
    let rule = Self.sound
      .replacingOccurrences(of: "severity: error", with: "severity: eror")
      .replacingOccurrences(of: "15 USC 1692e(4)", with: "15 USC 9999")
    #expect(problems(rule).count == 2)
  }

  @Test func sharedLegalNumbersNeedTheirLaw() throws {
    func file(_ text: String) -> PackFile {
      PackFile(path: "lexicon/parameters.yaml", text: "title: Numbers\nparameters:\n  \(text)\n")
    }
    let sound = file("age-of-majority: {value: 18, citation: 12 CFR 1006.6(a)(2)}")
    let (packs, _) = try read(Self.sound, others: [sound])
    #expect(packs.parameters == ["age-of-majority": 18])
    #expect(
      problems(Self.sound, others: [file("age-of-majority: {value: eighteen}")]) == [
        "lexicon/parameters.yaml:3:28: parameters.age-of-majority.value: expected a whole number,"
          + " found 'eighteen'"
      ])
    #expect(
      problems(Self.sound, others: [file("age-of-majority: {value: 18}")]) == [
        "lexicon/parameters.yaml:3:20: parameters.age-of-majority: 'citation' is missing"
      ])
  }

  @Test func chaptersGoBySection() throws {
    let file = PackFile(
      path: "lexicon/chapters.yaml",
      text: "title: Chapters\nchapters:\n  others: [12 CFR 1006.10, 15 USC 1692c(b)]\n")
    let (packs, _) = try read(Self.sound, others: [file])
    #expect(packs.chapters == ["others": ["12 CFR 1006.10", "15 USC 1692c(b)"]])
    #expect(packs.chapter(of: ["15 USC 1692e", "12 CFR 1006.10(b)(2)"]) == "others")
    #expect(packs.chapter(of: ["15 USC 1692c(b)"]) == "others")
    // Another section whose number begins with the same digits.
    #expect(packs.chapter(of: ["12 CFR 1006.100(a)", "15 USC 1692c(c)"]) == nil)
  }

  @Test func aPackNeedsItsName() {
    let files = [Self.citations, PackFile(path: "house/rule.yaml", text: Self.sound)]
    let error = #expect(throws: PackError.self) { try PackReader().read(files) }
    #expect(error?.description.contains("house/pack.yaml: is missing") == true)
  }

  @Test func practiceIsNeverAboveAdvice() {
    let rule = Self.sound.replacingOccurrences(of: "basis: prohibition", with: "basis: practice")
    #expect(problems(rule).contains { $0.contains("a practice rule is advice") })
  }

  @Test func packsSurviveTheWayIntoTheBinary() throws {
    let (packs, examples) = try read(Self.sound)
    let source = try EmbeddedPacks.source(packs: packs, examples: examples)
    #expect(source.contains(#"house/rule"#))
    #expect(!source.contains("\u{0}"))
  }
}
