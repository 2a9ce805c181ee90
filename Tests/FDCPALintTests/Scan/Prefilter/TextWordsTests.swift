import Testing

@testable import FDCPALint

/// The words of tables against a search that looks for every word at every place.
@Suite struct TextWordsTests {
  /// What the table says of a text: for each of its words, where it begins and which words of the
  /// table it is or begins with.
  private func found(_ text: String, _ words: [Word]) -> [String] {
    let tables = LiteralTables(
      sources: words.map { word in
        #"\b"# + word.shown.filter { $0 != "…" } + (word.isWhole ? #"\b"# : "")
      })
    var textWords = TextWords()
    textWords.find(in: Array(text.utf8), by: tables)
    let shown = tables.shownWords
    return textWords.hits.map { hit in "\(hit.start) \(shown[Int(hit.number)])" }
  }

  /// The same by comparing characters. Of several words the longest counts, and of two that are
  /// alike the one that ends there.
  private func expected(_ text: String, _ words: [Word]) -> [String] {
    let bytes = Array(text.utf8)
    var result: [String] = []
    for start in bytes.indices {
      guard isWord(bytes[start]), start == 0 || !isWord(bytes[start - 1]) else { continue }
      let run = bytes[start...].prefix(while: isWord).map(fold)
      let matching = words.filter { word in
        let literal = Array(word.shown.filter { $0 != "…" }.utf8)
        return word.isWhole ? run == literal : run.starts(with: literal)
      }
      let best = matching.max { ($0.length, $0.isWhole ? 1 : 0) < ($1.length, $1.isWhole ? 1 : 0) }
      if let best { result.append("\(start) \(best.shown)") }
    }
    return result
  }

  private func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private func fold(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt8(ascii: "0")
    default: byte
    }
  }

  private func word(_ text: String, isWhole: Bool) -> Word {
    var word = Word()
    for byte in text.utf8.prefix(Word.longest) { word.append(Word.folded[Int(byte)]) }
    if isWhole { word = word.closed }
    return word
  }

  /// Few letters, so that words begin alike and are each other's beginnings.
  @Test(arguments: 0..<60) func asACharacterByCharacterSearch(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func some(_ longest: Int) -> String {
      String((0...random.below(longest)).map { _ in random.pick(Array("abAB1_")) })
    }
    let words = Set(
      (0..<1 + random.below(80)).map { _ in word(some(9), isWhole: random.chance(50)) })
    let text = (0..<120).map { _ in some(11) + random.pick([" ", "-", "é", ".", "…", "\n"]) }
      .joined()
    let list = words.sorted { ($0.key, $0.isWhole ? 1 : 0) < ($1.key, $1.isWhole ? 1 : 0) }
    #expect(found(text, list) == expected(text, list))
  }

  @Test func nothingInNothing() {
    #expect(found("", [word("debt", isWhole: true)]) == [])
    #expect(found("debt", []) == [])
  }

  /// A text with characters that are an ASCII letter's other case, or digits of another script,
  /// cannot be told by its words.
  @Test(arguments: [
    ("plain", true), ("", true), ("naïve — 你好 🙂 ½", true), ("\u{17F}ue", false),
    ("\u{212A}ill", false), ("٣", false), ("𝟑", false),
  ])
  func textsThatCanBeToldByTheirWords(text: String, can: Bool) {
    #expect(FoldedText(Array(text.utf8)).canBeToldByWords == can)
  }
}
