import Testing

@testable import PCRE2

@Suite struct MatcherTests {
  /// Every match of a pattern in a text, as the words that it took.
  private func matches(_ pattern: String, _ text: String, options: Pattern.Options = [.caseless])
    throws -> [String]
  {
    let matcher = try Matcher()
    let compiled = Pattern(pattern, options: options)
    let bytes = Array(text.utf8)
    var words: [String] = []
    var position = 0
    while let match = try matcher.firstMatch(
      of: compiled, in: bytes.span, from: position, to: bytes.count)
    {
      words.append(String(decoding: bytes[match.start..<match.end], as: UTF8.self))
      position = max(match.end, match.start + 1)
    }
    return words
  }

  @Test func findsEveryMatchInOrder() throws {
    #expect(
      try matches(#"\barrest(?:s|ed)?\b"#, "Arrest her; ARRESTED, arrests, arresting")
        == ["Arrest", "ARRESTED", "arrests"])
    #expect(try matches("x", "") == [])
  }

  @Test func caseMattersOnlyWhenAsked() throws {
    #expect(try matches("STOP", "stop STOP", options: []) == ["STOP"])
  }

  @Test func wordsAreUnicodeWords() throws {
    // Without UCP "María" is two words and "naïve" holds the word "na".
    #expect(
      try matches(#"\btold\W+(?:\w+\W+){0,1}?mother\b"#, "told María mother")
        == ["told María mother"])
    #expect(try matches(#"\bna\b"#, "naïve na") == ["na"])
  }

  /// PCRE2 10.42 loses this match under its own handling of invalid UTF-8, which is not used here.
  @Test func aDashIsNoWordCharacter() throws {
    #expect(try matches(#"told\W+mother"#, "told — mother") == ["told — mother"])
  }

  @Test func lookBehindSeesWhatStandsBeforeTheStart() throws {
    let matcher = try Matcher()
    let bytes = Array("xfoo foo".utf8)
    let match = try matcher.firstMatch(
      of: Pattern(#"\bfoo"#), in: bytes.span, from: 1, to: bytes.count)
    #expect(match == Match(start: 5, end: 8))
  }

  @Test func theSubjectEndsWhereItIsSaidTo() throws {
    let matcher = try Matcher()
    let bytes = Array("told mother".utf8)
    let pattern = Pattern(#"told\s+mother"#)
    #expect(try matcher.firstMatch(of: pattern, in: bytes.span, from: 0, to: 8) == nil)
    #expect(
      try matcher.firstMatch(of: pattern, in: bytes.span, from: 0, to: 11)
        == Match(start: 0, end: 11))
  }

  @Test func groupsAreGivenByNumberAndName() throws {
    let matcher = try Matcher()
    let pattern = Pattern(#"pay (?<amount>\d+)(?: on (?<day>\w+))?"#)
    let bytes = Array("will pay 50 soon".utf8)
    _ = try matcher.firstMatch(of: pattern, in: bytes.span, from: 0, to: bytes.count)
    #expect(try pattern.groupNames() == [1: "amount", 2: "day"])
    #expect(matcher.group(1) == 9..<11)
    #expect(matcher.group(2) == nil)
    #expect(matcher.group(99) == nil)
  }

  @Test func aLimitIsAnErrorAndNeverNoMatch() throws {
    let matcher = try Matcher(limits: .init(steps: 1_000, depth: 100, heap: 1_000))
    let bytes = Array((String(repeating: "a", count: 40) + "!").utf8)
    #expect(throws: MatchError.self) {
      try matcher.firstMatch(
        of: Pattern(#"(?:a+)+\d"#), in: bytes.span, from: 0, to: bytes.count)
    }
  }

  /// What the just-in-time compiler's stack cannot hold the interpreter decides.
  @Test func aStackThatIsTooSmallIsNoFailure() throws {
    let matcher = try Matcher(limits: .init(steps: 100_000_000, depth: 10_000_000, heap: 1_000_000))
    let bytes = Array(String(repeating: "ab ", count: 100_000).utf8)
    let match = try matcher.firstMatch(
      of: Pattern(#"\A(?:(\w)\w+\W+)*+\z"#), in: bytes.span, from: 0, to: bytes.count)
    #expect(match == Match(start: 0, end: bytes.count))
    // Backwards through every round; the stack holds each.
    let back = try matcher.firstMatch(
      of: Pattern(#"\A(?:(\w)\w+\W+)*b\W\z"#), in: bytes.span, from: 0, to: bytes.count)
    #expect(back == nil)
  }

  /// The interpreter finds what the just-in-time compiler finds, and decides what that decides.
  @Test(arguments: [
    (#"\barrest(?:s|ed)?\b"#, "no ARRESTS, arrested"), (#"(?<=no )(\w+), \1"#, "no tea, tea"),
    (#"\bna\b"#, "naïve na"), ("x", ""), (#"(?:a+)+\d"#, String(repeating: "a", count: 24) + "!"),
    (#"\A(?:(\w)\w+\W+)*+\z"#, String(repeating: "ab ", count: 30_000)),
  ])
  func theInterpreterFindsTheSame(source: String, text: String) throws {
    let fast = try Matcher()
    let plain = try Matcher(justInTime: false)
    let pattern = Pattern(source)
    let bytes = Array(text.utf8)
    func found(_ matcher: borrowing Matcher) -> Result<Match?, MatchError> {
      do throws(MatchError) {
        return .success(
          try matcher.firstMatch(of: pattern, in: bytes.span, from: 0, to: bytes.count))
      } catch { return .failure(error) }
    }
    let expected = found(fast)
    #expect(found(plain) == expected)
    // Either code is there now, and neither is in the other's way.
    #expect(found(fast) == expected)
  }

  @Test func anAnchoredPatternMatchesOnlyWhereTheSearchBegins() throws {
    let matcher = try Matcher()
    let bytes = Array("so told, told".utf8)
    let pattern = Pattern(#"\bTOLD\b"#, options: [.caseless, .anchored])
    let found = try [0, 3, 4, 9].map {
      try matcher.firstMatch(of: pattern, in: bytes.span, from: $0, to: bytes.count)?.start
    }
    #expect(found == [nil, 3, nil, 9])
  }

  @Test(arguments: [("a(b", 3), ("[z-a]", 3), (#"(?<1x>a)"#, 3)])
  func aBrokenPatternTellsWhere(source: String, offset: Int) {
    let pattern = Pattern(source)
    let error = #expect(throws: PatternError.self) { try pattern.compile() }
    #expect(error?.offset == offset)
    #expect(error?.message.isEmpty == false)
    // The second call gives the same answer as the first.
    #expect(throws: PatternError.self) { try pattern.compile() }
  }

  @Test func onePatternServesManyThreads() async throws {
    let pattern = Pattern(#"\b\w+ing\b"#)
    let counts = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<16 {
        group.addTask { (try? self.count(pattern, "calling and writing, nothing else")) ?? -1 }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts == Array(repeating: 3, count: 16))
  }

  private func count(_ pattern: Pattern, _ text: String) throws -> Int {
    let matcher = try Matcher()
    let bytes = Array(text.utf8)
    var count = 0
    var position = 0
    while let match = try matcher.firstMatch(
      of: pattern, in: bytes.span, from: position, to: bytes.count)
    {
      count += 1
      position = match.end
    }
    return count
  }
}
