import Foundation
import Testing

@testable import FDCPALint

@Suite struct FoldedTextTests {
  @Test(arguments: [
    ("plain text", "plain text"),
    ("don’t — “pay”", "don't - \"pay\""),
    ("a\u{A0}b\u{202F}c", "a b c"),
    ("ar\u{AD}rest\u{200B}ed", "arrested"),
    ("María naïve 😀", "María naïve 😀"),
    ("", ""),
  ])
  func quotesDashesAndSpacesAreFolded(source: String, folded: String) {
    #expect(String(decoding: FoldedText(Array(source.utf8)).bytes, as: UTF8.self) == folded)
  }

  @Test func offsetsLeadBackToTheSource() throws {
    let source = "“don’t” pay — now"
    let folded = FoldedText(Array(source.utf8))
    let text = String(decoding: folded.bytes, as: UTF8.self)
    for word in ["pay", "now", "t"] {
      let range = try #require(text.range(of: word))
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      let back = folded.sourceOffset(start)..<folded.sourceOffset(start + word.utf8.count)
      #expect(String(decoding: Array(source.utf8)[back], as: UTF8.self) == word)
    }
  }

  /// Eight bytes at a time, and those that are left over.
  @Test func asciiIsToldWhereverAnotherCharacterStands() {
    for count in 0...20 {
      let plain = [UInt8](repeating: 0x7F, count: count)
      #expect(FoldedText.isASCII(plain))
      for place in 0..<count {
        var text = plain
        text[place] = 0x80
        #expect(!FoldedText.isASCII(text))
      }
    }
  }
}
