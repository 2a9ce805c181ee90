import Testing

@testable import FDCPALint

@Suite struct PathPatternTests {
  @Test(arguments: [
    ("letters/**", "letters/a.md", true), ("letters/**", "letters/ma/a.md", true),
    ("letters/**", "letters", false), ("letters/**", "old/letters/a.md", false),
    ("letters", "letters/ma/a.md", true), ("letters/", "x/letters/a.md", true),
    ("/letters", "x/letters/a.md", false), ("/letters", "letters/a.md", true),
    ("**/ma/*.md", "letters/ma/a.md", true), ("**/ma/*.md", "ma/a.md", true),
    ("**/ma/*.md", "letters/ma/x/a.md", false),
    ("letters/*.md", "letters/a.md", true), ("letters/*.md", "letters/ma/a.md", false),
    ("*.letter.md", "x/first.letter.md", true), ("*.letter.md", "x/letter.md", false),
    ("letters/*.{md,html}", "letters/a.html", true),
    ("letters/*.{md,html}", "letters/a.txt", false),
    ("a?c.md", "abc.md", true), ("a?c.md", "ac.md", false), ("a*b*c", "axxbyyc", true),
    ("a*b*c", "axxbyy", false), ("Letters/**", "letters/a.md", false), ("**", "a/b", true),
    ("letters/**", "./letters/a.md", true), ("letters/a b/*", "letters/a b/c d.md", true),
  ])
  func meansPathsAsGitignoreDoes(pattern: String, path: String, isMeant: Bool) {
    #expect(PathPattern(pattern).matches(path) == isMeant, "\(pattern) \(path)")
  }

  /// What a slow matcher takes exponential time for.
  @Test func manyStarsEnd() {
    let pattern = PathPattern(String(repeating: "*a", count: 20) + "b")
    #expect(!pattern.matches(String(repeating: "a", count: 200)))
  }
}
