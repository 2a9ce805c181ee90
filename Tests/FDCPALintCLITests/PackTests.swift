import Foundation
import Testing

/// House packs: they add to the shipped ones, and what is wrong in them is pointed at.
@Suite struct PackTests {
  private static let pack = "title: House\nversion: 1.0.0\n"

  private static func rule(
    pattern: String = "\\bbanana\\b", citations: String = "[15 USC 1692d]",
    flags: String = "['a «banana» call']"
  ) -> String {
    """
    title: Fruit in a note
    basis: prohibition
    severity: error
    confidence: high
    citations: \(citations)
    message: says “{text}”
    why: House rule.
    fix: Leave it out.
    check: {wording: {by-language: {en: {any: ['\(pattern)']}}}}
    examples:
      flags: \(flags)
      passes: ['an apple']
    """
  }

  @Test func aPackAddsItsRules() throws {
    try Tool.withFiles(["house/pack.yaml": Self.pack, "house/fruit.yaml": Self.rule()]) { folder in
      let result = try Tool.run(
        ["check", "-", "--kind", "note", "--pack", "house", "--format", "concise"],
        input: "banana for cust", in: folder)
      #expect(result.code == 1)
      #expect(result.output.contains("house/fruit"))
      let test = try Tool.run(["rules", "test", "--pack", "house", "house/"], in: folder)
      #expect(test.code == 0)
    }
  }

  @Test(arguments: [
    (PackTests.rule(pattern: "\\bbanana("), "does not compile"),
    (PackTests.rule(citations: "[15 USC 1692zz]"), "unknown citation '15 USC 1692zz'"),
    (PackTests.rule(flags: "[]"), "needs examples that flag"),
    (PackTests.rule().replacingOccurrences(of: "fix:", with: "fixx:"), "did you mean 'fix'?"),
  ])
  func whatIsWrongIsPointedAt(rule: String, message: String) throws {
    try Tool.withFiles(["house/pack.yaml": Self.pack, "house/fruit.yaml": rule]) { folder in
      let result = try Tool.run(["rules", "list", "--pack", "house"], in: folder)
      #expect(result.code == 2)
      #expect(result.errors.contains("house/fruit.yaml:"))
      #expect(result.errors.contains(message))
    }
  }

  @Test func aBrokenExampleFailsTheTest() throws {
    let rule = Self.rule(flags: "['a «banana call»']")
    try Tool.withFiles(["house/pack.yaml": Self.pack, "house/fruit.yaml": rule]) { folder in
      let result = try Tool.run(["rules", "test", "--pack", "house", "house/fruit"], in: folder)
      #expect(result.code == 1)
      #expect(result.output.contains("house/fruit.yaml:11: expected «banana call», found «banana»"))
    }
  }

  @Test func aPatternThatNoExampleNeedsFailsTheTest() throws {
    let rule = Self.rule().replacingOccurrences(
      of: "any: ['\\bbanana\\b']", with: "any: ['\\bbanana\\b', '\\bplum\\b']")
    try Tool.withFiles(["house/pack.yaml": Self.pack, "house/fruit.yaml": rule]) { folder in
      let result = try Tool.run(["rules", "test", "--pack", "house", "house/fruit"], in: folder)
      #expect(result.code == 1)
      #expect(result.output.contains("plum"))
    }
  }
}
