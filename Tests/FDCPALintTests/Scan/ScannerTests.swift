import PCRE2
import Testing

@testable import FDCPALint

@Suite struct ScannerTests {
  /// A rule base of one wording rule.
  private func base(_ change: (inout WordingSet) -> Void, applies: Applies = Applies()) -> RuleBase
  {
    var set = WordingSet(language: "en")
    change(&set)
    let rule = Rule(
      id: "house/rule", title: "t", basis: .prohibition, severity: .error, confidence: .high,
      citations: [], applies: applies, message: "m", why: "w", fix: "f",
      check: .wording([set]))
    return RuleBase(
      RulePacks(
        rules: [rule],
        lexicons: [
          "label-collector": ["en": ["agent"]], "label-consumer": ["en": ["cust"]],
        ]))
  }

  private func pattern(_ source: String) -> PatternText { PatternText(source: source, line: 1) }

  /// The marked words of a text.
  private func marks(_ base: RuleBase, _ text: String, _ kind: DocumentKind = .note) throws
    -> [String]
  {
    var scanner = try Scanner(base)
    let marks = scanner.scan(record(text, kind))
    #expect(scanner.problems == [])
    return marks.map(\.text)
  }

  private func record(_ text: String, _ kind: DocumentKind) -> Record {
    Record(
      contact: Contact(id: "r", consumer: "c"),
      texts: [RecordText(field: .text, kind: kind, bytes: Array(text.utf8))],
      origin: Location(path: "p"))
  }

  @Test func aMatchThatLeavesItsScopeIsDiscarded() throws {
    let rule = base { $0.any = [pattern(#"\btold\W+(?:\w+\W+){0,5}?mother\b"#)] }
    #expect(try marks(rule, "told her mother") == ["told her mother"])
    #expect(try marks(rule, "I told her. Mother called.") == [])
    #expect(try marks(rule, "told\nher mother") == ["told\nher mother"])
  }

  /// A long alternative crosses the scope, a short one at the same place does not.
  @Test func aShorterMatchAtTheSamePlaceStands() throws {
    let rule = base { $0.any = [pattern(#"\bpay\b(?:\W+\w+){0,4}"#)] }
    #expect(try marks(rule, "pay now. Or later") == ["pay now"])
  }

  @Test func aLaterMatchIsFoundBehindADiscardedOne() throws {
    let rule = base { $0.any = [pattern(#"\bwill\W+(?:\w+\W+){0,3}?sue\b"#)] }
    #expect(try marks(rule, "We will. You will see, we sue.") == ["will see, we sue"])
  }

  @Test func onlySpeakersOfTheRuleCount() throws {
    let rule = base { $0.any = [pattern(#"\bsue\b"#)] }
    #expect(try marks(rule, "Agent: we sue\nCust: I sue", .transcript) == ["sue"])
  }

  @Test func anExceptionDropsOnlyWhatItOverlaps() throws {
    let rule = base {
      $0.any = [pattern(#"\barrested\b"#)]
      $0.unless = [pattern(#"\bnobody\W+(?:\w+\W+){0,3}?arrested\b"#)]
    }
    #expect(try marks(rule, "nobody is arrested, but you will be arrested") == ["arrested"])
    #expect(try marks(rule, "nobody is arrested") == [])
  }

  @Test func aWiderExceptionDropsInItsWholeScope() throws {
    let rule = base {
      $0.any = [pattern(#"\barrested\b"#)]
      $0.unless = [pattern(#"\btraining\b"#)]
      $0.unlessWithin = .sentence
    }
    #expect(try marks(rule, "training: never say arrested") == [])
    #expect(try marks(rule, "training is over. You get arrested") == ["arrested"])
  }

  @Test func everythingInAllMustStandInTheScope() throws {
    let rule = base {
      $0.any = [pattern(#"\bcall\b"#)]
      $0.all = [pattern(#"\bdebt\b"#)]
    }
    #expect(try marks(rule, "call about a debt. Please call.") == ["call"])
  }

  @Test func aMarkMayCountOnlyBehindOtherWords() throws {
    let rule = base {
      $0.any = [pattern(#"\bpay\b"#)]
      var request = EarlierWords()
      request.speakers = [.consumer]
      request.any = [pattern(#"\bstop\b"#)]
      $0.after = request
    }
    #expect(try marks(rule, "Agent: pay stop\nCust: stop\nAgent: pay", .transcript) == ["pay"])
    #expect(try marks(rule, "Agent: stop, pay\nCust: pay", .transcript) == [])
  }

  @Test func aMarkMayCountOnlyBeforeOtherWords() throws {
    let rule = base {
      $0.any = [pattern(#"\bdebt\b"#)]
      var verified = EarlierWords()
      verified.any = [pattern(#"\bbirthday\b"#)]
      $0.notAfter = verified
    }
    #expect(try marks(rule, "a debt. Your birthday? a debt") == ["debt"])
    #expect(try marks(rule, "Your birthday? a debt") == [])
  }

  @Test func withoutAnyTheFirstOfAllIsTheMark() throws {
    let rule = base { $0.all = [pattern(#"\bcall\b"#), pattern(#"\bdebt\b"#)] }
    #expect(try marks(rule, "a debt, so call") == ["call"])
    #expect(try marks(rule, "so call") == [])
  }

  @Test func wordsBoundTheDistance() throws {
    let rule = base {
      $0.within = .words(4)
      $0.any = [pattern(#"\bcall\b"#)]
      $0.all = [pattern(#"\bdebt\b"#)]
    }
    #expect(try marks(rule, "call about the debt") == ["call"])
    #expect(try marks(rule, "call me about the old debt") == [])
  }

  @Test func overlappingMatchesOfOneRuleAreOneMark() throws {
    let rule = base { $0.any = [pattern(#"\bgo\W+to\b"#), pattern(#"\bto\W+jail\b"#)] }
    #expect(try marks(rule, "you go to jail") == ["go to jail"])
  }

  @Test func kindsThatTheRuleIsNotAboutAreNotRead() throws {
    var applies = Applies()
    applies.kinds = [.letter]
    let rule = base({ $0.any = [pattern(#"\bsue\b"#)] }, applies: applies)
    #expect(try marks(rule, "we sue", .note) == [])
    #expect(try marks(rule, "we sue", .letter) == ["sue"])
  }

  @Test func placesAreThoseOfTheSource() throws {
    let rule = base { $0.any = [pattern(#"\barrested\b"#)] }
    var scanner = try Scanner(rule)
    let text = "first\n“don’t” be ar\u{AD}rested now"
    let mark = try #require(scanner.scan(record(text, .note)).first)
    #expect(mark.text == "ar\u{AD}rested")
    #expect(mark.location.line == 2)
    #expect(mark.location.column == 12)
    let bytes = Array(text.utf8)
    let range = try #require(mark.location.start)..<(try #require(mark.location.end))
    #expect(String(decoding: bytes[range], as: UTF8.self) == "ar\u{AD}rested")
    #expect(mark.excerpt.text == "“don’t” be ar\u{AD}rested now")
  }

  @Test func aLimitThatIsReachedIsAProblem() throws {
    let rule = base { $0.any = [pattern(#"(?:\w+\W?)*\d\d\d"#)] }
    var scanner = try Scanner(rule)
    _ = scanner.scan(record(String(repeating: "a", count: 60), .note))
    let problem = try #require(scanner.problems.first)
    #expect(problem.code == "not-decided")
    #expect(problem.message.contains("house/rule"))
    #expect(!problem.message.contains("aaaa"))
  }

  /// A limit is told for the record, both ways, whether words of the pattern are there or not.
  @Test(arguments: [Scanner.Method.prefiltered, .everyPattern])
  func whatCannotBeDecidedIsAProblem(method: Scanner.Method) throws {
    let rule = base { $0.any = [pattern(#"\bdebt(?:\w+\W?)*\d\d!"#), pattern(#"\bsue\b"#)] }
    var scanner = try Scanner(rule, method)
    let text = "we sue, debt" + String(repeating: "a", count: 60) + "!"
    #expect(scanner.scan(record(text, .note)) == [])
    #expect(scanner.problems.map(\.code) == ["not-decided"])
  }

  @Test func curlyQuotesAndDashesArePlain() throws {
    let rule = base { $0.any = [pattern(#"\bdon't\W+pay\b"#)] }
    #expect(try marks(rule, "we don\u{2019}t \u{2014} pay") == ["don\u{2019}t \u{2014} pay"])
  }

  /// The other cases of "s" and "k" beyond ASCII match as letters do.
  @Test func lettersWhoseOtherCaseIsASCII() throws {
    let rule = base { $0.any = [pattern(#"\bask\b"#)] }
    #expect(try marks(rule, "a\u{17F}k A\u{17F}\u{212A}") == ["a\u{17F}k", "A\u{17F}\u{212A}"])
  }

  @Test func aTextOfFiftyMegabytes() throws {
    let rule = base { $0.any = [pattern(#"\btold\W+mother\b"#)] }
    var bytes = [UInt8](repeating: UInt8(ascii: "."), count: 50_000_000)
    bytes.replaceSubrange(0..<4, with: Array("told".utf8))
    var long = record("", .letter)
    long.texts[0].bytes = bytes
    var scanner = try Scanner(rule)
    #expect(scanner.scan(long) == [])
    #expect(scanner.problems == [])
  }
}
