import PackCompiler
import Testing

@testable import FDCPALint

/// The words of the shipped rules' plans, found through the tables and by an Aho-Corasick automaton.
@Suite struct LiteralTwinTests {
  private let tables: LiteralTables
  /// Words of the tables in the folded form, and whether they end where they end.
  private let words: [(bytes: [UInt8], isWhole: Bool)]
  private let automaton: AhoCorasick

  init() throws {
    tables = LiteralTables(try RuleBase.shippedPacks())
    words = tables.shownWords.map { shown in
      (shown.filter { $0 != "…" }.utf8.map { fold($0) }, !shown.hasSuffix("…"))
    }
    automaton = AhoCorasick(words.map(\.bytes))
  }

  @Test(arguments: 0..<20) func ofShuffledWords(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let text = (0..<200).map { _ in
      var word = String(decoding: random.pick(words).bytes, as: UTF8.self)
      if random.chance(30) { word = Mutation.mutated(word, &random) }
      if random.chance(20) { word += random.pick(["s", "0", "_", "'", "é", "-x"]) }
      return word + random.pick([" ", "  ", ", ", "\n", "/", "—", ""])
    }.joined()
    let bytes = FoldedText(Array(text.utf8)).bytes
    #expect(found(bytes) == expected(bytes))
  }

  /// Where which words begin: of several at one place the longest, and of two alike the whole one.
  private func found(_ text: [UInt8]) -> [Int: String] {
    var textWords = TextWords()
    textWords.find(in: text, by: tables)
    let shown = tables.shownWords
    return Dictionary(
      textWords.hits.map { (Int($0.start), shown[Int($0.number)]) }, uniquingKeysWith: { $1 })
  }

  private func expected(_ text: [UInt8]) -> [Int: String] {
    let folded = text.map(fold)
    func isWord(_ index: Int) -> Bool {
      folded.indices.contains(index) && Word.folded[Int(folded[index])] != 0
    }
    var best: [Int: Int] = [:]
    func rank(_ word: Int) -> (Int, Int) { (words[word].bytes.count, words[word].isWhole ? 1 : 0) }
    for (word, start) in automaton.places(in: folded) {
      let end = start + words[word].bytes.count
      if isWord(start) {
        guard !isWord(start - 1), !words[word].isWhole || !isWord(end) else { continue }
      }
      if let known = best[start], rank(known) >= rank(word) { continue }
      best[start] = word
    }
    let shown = tables.shownWords
    var result = best.mapValues { shown[$0] }
    // Every character beyond ASCII is one mark, which the tables show as one of them.
    if shown.contains("é") {
      for index in text.indices where text[index] >= 0xC0 { result[index] = "é" }
    }
    return result
  }
}

/// Capitals as small letters and digits as one of them.
private func fold(_ byte: UInt8) -> UInt8 {
  switch byte {
  case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
  case UInt8(ascii: "1")...UInt8(ascii: "9"): UInt8(ascii: "0")
  default: byte
  }
}
