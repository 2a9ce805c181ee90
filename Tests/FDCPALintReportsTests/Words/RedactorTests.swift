import FDCPALint
import Testing

@testable import FDCPALintReports

@Suite struct RedactorTests {
  let redactor = Redactor(vocabulary: ["arrest", "pay", "jail", "café", "don", "t"])

  @Test(arguments: [
    ("", ""),
    ("Jane owes $1,234.50!", "···· ···· $•,•••.••!"),
    ("Pay or JAIL.", "Pay ·· JAIL."),
    // Outside a mark only the word itself stays.
    ("arrested", "········"),
    ("don't don’t can't", "don't don’t ···'t"),
    // A word with a digit is a number of somebody's.
    ("pay4 4pay pay 4", "···• •··· pay •"),
    ("½ Ⅷ ٣ 一", "• · • ·"),
    // A combining accent belongs to its letter, whether the word stays or not.
    ("cafe\u{301} E\u{301}va", "cafe\u{301} ····"),
    ("\u{301} 🙂\u{FE0F} <b>", "\u{301} 🙂\u{FE0F} <·>"),
    ("pay\u{AD}ment", "pay\u{AD}····"),
  ])
  func masksWhatNoRuleLooksFor(text: String, expected: String) {
    #expect(redactor.redact(text) == expected)
    #expect(redactor.redact(text).unicodeScalars.count == text.unicodeScalars.count)
  }

  @Test(arguments: [
    ("arrest", "arrest"), ("arrested", "arrested"), ("Arresting", "Arresting"),
    // Four letters more than the stem, a stem of three letters, a stem inside.
    ("arrestable", "··········"), ("pays", "····"), ("rearrest", "········"),
    ("jailers", "jailers"), ("jailbird", "········"),
  ])
  func keepsInflectionsInsideAMark(word: String, expected: String) {
    #expect(redactor.redact(word, isMatched: true) == expected)
  }

  @Test func movesTheMarkOfAnExcerpt() {
    let excerpt = Excerpt(
      text: "Zoë was arrested, arrested", marked: 9..<17, cutBefore: true, cutAfter: true)
    let redacted = redactor.redact(excerpt)
    #expect(redacted.text == "··· ··· arrested, ········")
    #expect(redacted.parts.marked == "arrested")
    #expect(redacted.cutBefore && redacted.cutAfter)
  }

  @Test(arguments: [-5..<3, 2..<90, 50..<60, 4..<4])
  func cutsAMarkOutsideTheText(marked: Range<Int>) {
    let parts = Excerpt(text: "jail", marked: marked).parts
    #expect(parts.before + parts.marked + parts.behind == "jail")
  }

  @Test(arguments: [
    ("says “Jane arrested” to Jane", "Jane arrested", "says “···· arrested” to Jane"),
    ("says “Jane” to Jane", "Jane", "says “····” to ····"),
    ("says “Jane Roe”", "Jane\n  Roe", "says “···· ···”"),
    ("is call 8", nil, "is call 8"),
    ("is call 8", "", "is call 8"),
    ("names nothing", "Jane", "names nothing"),
    ("says “Jane…” and “jailed” now", "Jane Roe", "says “····…” and “jailed” now"),
    ("says “Jane", "Jane Roe", "says “····"),
    ("", "Jane", ""), ("says a", " \n", "says a"),
  ])
  func masksOnlyMatchedWordsOfAMessage(message: String, matched: String?, expected: String) {
    #expect(redactor.redact(message: message, matched: matched) == expected)
  }
}
