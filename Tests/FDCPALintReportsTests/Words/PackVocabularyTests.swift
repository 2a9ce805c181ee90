import Testing

@testable import FDCPALintReports

@Suite struct PackVocabularyTests {
  @Test(arguments: [
    (#"\barrest(?:s|ed|ing)?\b"#, ["arrest", "ed", "ing", "s"]),
    (#"don['’]?t\s+Pay"#, ["don", "pay", "t"]),
    (#"(?<amount>\$\d{2,5}) owed"#, ["owed"]),
    (#"(?i)jail|(?-i:Jail)"#, ["jail"]),
    (#"(?<!not\s)\p{L}+\x{2019}s\k<amount>"#, ["not", "s"]),
    (#"\"#, []), (#"(?<open"#, []), (#"\p{L"#, []), ("", []),
    ("cárcel", ["cárcel"]),
  ])
  func readsTheWordsOfAPattern(pattern: String, expected: [String]) {
    #expect(patternWords(pattern).sorted() == expected)
  }
}
