import Testing

@testable import FDCPALint

@Suite struct TextUnitsTests {
  /// The units of a text, as texts.
  private func parts(_ text: String, _ scope: TextScope, turns: [Int] = []) -> [String] {
    let bytes = Array(text.utf8)
    let units = TextUnits(
      bytes, turnStarts: turns,
      abbreviations: [Array("mr".utf8), Array("acct".utf8), Array("p.m".utf8)])
    var parts: [String] = []
    var position = 0
    while position < bytes.count {
      let unit = units.unit(scope, at: position, count: bytes.count)
      parts.append(String(decoding: bytes[unit], as: UTF8.self))
      position = max(unit.upperBound, position + 1)
    }
    return parts
  }

  @Test func sentencesEndAtStops() {
    #expect(
      parts("Pay now. We sue! Why? ok", .sentence) == ["Pay now.", " We sue!", " Why?", " ok"])
  }

  @Test func abbreviationsAndNumbersDoNotEndSentences() {
    #expect(
      parts("Mr. Kim owes 1.50 on acct. 7 at 9 p.m. today. Next", .sentence)
        == ["Mr. Kim owes 1.50 on acct. 7 at 9 p.m. today.", " Next"])
    #expect(parts("J. Doe called. Done", .sentence) == ["J. Doe called.", " Done"])
  }

  @Test func aWrappedLineIsOneSentenceAndAParagraphIsNot() {
    #expect(parts("we will\nsue you", .sentence) == ["we will\nsue you"])
    #expect(parts("Dear Pat\n\nPay", .sentence) == ["Dear Pat\n", "\nPay"])
    #expect(parts("never:\n- say jail\n- sue", .sentence) == ["never:\n", "- say jail\n", "- sue"])
  }

  @Test func clausesEndAtCommasAndSpacedDashes() {
    #expect(
      parts("lm w/ cust, adv bal - cb fri / na", .clause)
        == ["lm w/ cust,", " adv bal -", " cb fri /", " na"])
  }

  @Test func linesAndDocument() {
    #expect(parts("a\nb", .line) == ["a\n", "b"])
    #expect(parts("a. b\n\nc", .document) == ["a. b\n\nc"])
  }

  @Test func aTurnEndsTheSentenceBeforeIt() {
    let text = "Agent: pay\nCust: no"
    #expect(parts(text, .sentence, turns: [0, 11]) == ["Agent: pay\n", "Cust: no"])
    #expect(parts(text, .turn, turns: [0, 11]) == ["Agent: pay\n", "Cust: no"])
  }

  @Test func anEmptyTextHasNoUnits() { #expect(parts("", .sentence) == []) }
}
