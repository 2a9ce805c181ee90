import Testing

@testable import PackCompiler

/// Which words a pattern must hold. A plan may say less than is true, never more.
@Suite struct LiteralPlanTests {
  /// A plan as `told|advised 6 boss`: groups, and between them how far apart they may be. `^` before
  /// it where the first group begins every match; `-` where there is none.
  private func shown(_ pattern: String) -> String {
    guard let plan = LiteralPlan(pattern) else { return "-" }
    var text = plan.startsMatch ? "^" : ""
    for (index, group) in plan.groups.enumerated() {
      text += group.words.map(\.shown).sorted().joined(separator: "|")
      if index + 1 < plan.groups.count { text += " \(group.toNext) " }
    }
    return text
  }

  @Test(arguments: [
    (#"\bdebt\b"#, "^debt"),
    (#"\bgarnish"#, "^garnish…"),
    (#"\bgarnish\w*"#, "^garnish|garnish…"),
    (#"\bcall(?:ed|ing)?\b"#, "^call|called|calling"),
    // Eight characters and no more are told apart.
    (#"\brepresentative\b"#, "^represen…"),
    (#"\btold\W+(?:\w+\W+){0,5}?mother\b"#, "^told 6 mother"),
    (#"\b(?:told|advised)\s+(?:her|his)\s+boss\b"#, "^advised|told 1 her|his 1 boss"),
    (#"\b(?:the\W+)?debt\b"#, "^debt|the 1 debt"),
    (#"\bdon'?t\b"#, "^don|dont"),
    (#"\bdo\W?n'?t\b"#, "^do|don|dont"),
    (#"\d{3}-\d\d-\d{4}(?!\w)"#, "00 1 0000"),
    (#"\b\d{3}-\d\d\b"#, "^000 1 00"),
    (#"(?<!\w)xx"#, "^xx…"),
    (#"(?<![\w-])pay(?!\w)"#, "^pay"),
    (#"^pay$"#, "^pay"),
    (#"(?-i:\bIRS\b)"#, "^irs"),
    (#"(?i)\bIRS\b"#, "^irs"),
    (#"\b(?<who>mom|dad)\b"#, "^dad|mom"),
    // What is behind an accented letter begins a word as the prefilter reads words.
    (#"\bp[aá]gar\b"#, "^p|pagar"),
    (#"\bdeb\x74\b"#, "^debt"),
    (#"(?m)^\h*(?:date\s)?may\b"#, "date|may 1 may"),
    // Where no word is sure to be there, marks are.
    (#"[{<]\s?\w+"#, "^<|{"),
    (#"\w+@\w+"#, "@"),
    (#"(?:\bdebt\b|\$)\W"#, "$|debt"),
    (#"[\x{370}-\x{1FFF}]{2}"#, "^é 1 é"),
    // The branches of a choice need not begin with the word that tells most.
    (#"\b(?:the\s+garnishment|a\s+levy)\b"#, "^a|the 1 garnishm…|levy"),
  ])
  func wordsThatMustBeThere(pattern: String, plan: String) {
    #expect(shown(pattern) == plan)
  }

  @Test(arguments: [
    // Nothing shows where a word begins.
    "debt", #"\w+debt"#, #"s?debt\b"#,
    // No word at all, or none in some branch.
    #"\w+\W+\w+"#, #"(?:debt|\W)"#, #"(?:\bdebt)?"#, #"(?=\bdebt\b)\w+"#, #"(?!\bdebt\b)\w+"#,
    // What the parser does not know.
    #"\bdebt\p{N}"#, #"\bdebt\R"#, #"[\x{100}-\x{200}]debt"#, #"\bdebt\x{212A}"#, #"(?x)\bdebt"#,
    #"\bdebt(?(1)a|b)"#, #"\Qdebt\E"#, #"(?|\bdebt)"#,
    #"(*UTF)\bdebt"#, #"\bdebt[[:alpha:]]"#, #"\b\N{U+64}ebt"#, #"\bdebt\K"#, #"\bdebt(?1)"#,
    // These letters are others' other case.
    "\\b\u{17F}ue", "\\b\u{212A}ill",
    // It may run into its limits where it does not match.
    #"\bdebt(?:\w+\s?)*!"#, #"\bdebt(?:a\W*\W*)*!"#, #"\bdebt(?:\W+a\W+)*!"#,
    #"\bdebt(?:[\w ]+b)*!"#,
  ])
  func patternsWithoutAPlan(pattern: String) {
    #expect(shown(pattern) == "-")
  }

  /// Gaps without a bound part groups; only those near the rarest are looked for.
  @Test func aGapWithoutBoundCutsTheChain() {
    #expect(shown(#"\byou[^;]*\bgarnishment\b"#) == "garnishm…")
    #expect(shown(#"\bgarnish\b.*\byou\b"#) == "^garnish")
  }

  /// Where each round takes words of its own a pattern cannot run away.
  @Test func repetitionOfFixedWordsIsPlain() {
    #expect(shown(#"\bpay(?:\s+(?:very|so))*\s+soon\b"#) == "soon")
    #expect(shown(#"\bpay\s+(?:(?:very|so)\s+)*soon\b"#) == "soon")
    // Not seen to be plain, though it is.
    #expect(shown(#"\bpay\W+(?:very\s+|(?:so\s+){1,2})*soon\b"#) == "-")
  }

  /// A repeated word is counted at most as often as it is repeated.
  @Test(arguments: [
    (#"\bpay\W+(?:\w+\W+){2,4}debt\b"#, "^pay 5 debt"),
    (#"\bpay\W+(?:very\s+very\s+){0,3}debt\b"#, "^pay 1 debt|very 6 debt"),
    (#"\bpay[^.\n]{0,10}\bdebt\b"#, "^pay|pay… 11 debt"),
    (#"\bpay\s*[,;]?\s*debt\b"#, "^pay|paydebt"),
  ])
  func wordsBetweenAreCounted(pattern: String, plan: String) {
    #expect(shown(pattern) == plan)
  }
}
