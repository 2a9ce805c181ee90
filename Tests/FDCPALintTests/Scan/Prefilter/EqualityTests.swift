import Foundation
import Testing

@testable import FDCPALint

/// What the prefiltered scan finds is what running every pattern over every text finds: marks to the
/// byte, problems, and which patterns and exceptions were used.
@Suite struct EqualityTests {
  private let base: RuleBase
  private let examples: [String]

  init() throws {
    base = RuleBase(try RuleBase.shippedPacks())
    examples = try RuleBase.shippedExamples().flatMap { set in
      (set.flags + set.passes).flatMap(Self.texts)
    }
  }

  private static func texts(of example: Example) -> [String] {
    switch example.material {
    case .text(let marked, _): [String(marked.filter { $0 != "«" && $0 != "»" })]
    case .contacts(let rows):
      rows.flatMap(\.fields.values).compactMap {
        if case .text(let text) = $0, text.contains(" ") { text } else { nil }
      }
    }
  }

  private func record(_ text: String, _ kind: DocumentKind, _ id: Int) -> Record {
    Record(
      contact: Contact(id: "\(id)", consumer: "c"),
      texts: [RecordText(field: .text, kind: kind, bytes: Array(text.utf8))],
      origin: Location(path: "p"))
  }

  /// Compares both ways over texts, and tells how many marks there were.
  ///
  /// - Parameter everyMark: Also those that sets asked for presence alone need not leave.
  private func marks(
    in texts: [(text: String, kind: DocumentKind)], everyMark: Bool = false
  ) throws -> Int {
    var fast = try Scanner(base, everyMark: everyMark)
    var slow = try Scanner(base, .everyPattern, everyMark: everyMark)
    var count = 0
    for (index, item) in texts.enumerated() {
      let record = record(item.text, item.kind, index)
      let expected = slow.scan(record)
      let found = fast.scan(record)
      count += expected.count
      #expect(found == expected, "\(item.kind): \(item.text)")
    }
    #expect(fast.problems == slow.problems)
    #expect(fast.usedPatterns == slow.usedPatterns)
    #expect(fast.usedExceptions == slow.usedExceptions)
    return count
  }

  @Test func onEveryExampleOfEveryRule() throws {
    var random = SplitMix64(seed: 11)
    let texts = examples.map { ($0, random.pick(DocumentKind.allCases)) }
    #expect(texts.count > 1500)
    #expect(try marks(in: texts, everyMark: true) > 1000)
    #expect(try marks(in: texts) > 1000)
  }

  /// Examples taken apart and put together, with what prefilters and scanners trip over.
  @Test func onMutatedExamples() throws {
    var random = SplitMix64(seed: 12)
    let texts = (0..<1500).map { _ in
      (Mutation.text(from: examples, &random), random.pick(DocumentKind.allCases))
    }
    #expect(try marks(in: texts, everyMark: true) > 500)
  }

  /// Words of the plans themselves in any order.
  @Test func onShuffledLiterals() throws {
    var random = SplitMix64(seed: 13)
    let words = try #require(base.prefilter).tables.shownWords.map { $0.filter { $0 != "…" } }
    #expect(words.count > 1000)
    let texts = (0..<500).map { _ in
      let run = (0..<random.below(60)).map { _ in Mutation.mutated(random.pick(words), &random) }
      return (run.joined(separator: " "), random.pick(DocumentKind.allCases))
    }
    _ = try marks(in: texts)
  }

  @Test func onTheCompliantTexts() throws {
    let file = URL(filePath: #filePath).appending(path: "../../../Corpus/clean.jsonl").standardized
    struct Line: Decodable { var kind: String, text: String? }
    let lines = try String(decoding: Data(contentsOf: file), as: UTF8.self).split(separator: "\n")
    let texts = try lines.map { line in
      let line = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
      return (line.text ?? "", DocumentKind(rawValue: line.kind) ?? .note)
    }
    #expect(texts.count > 200)
    _ = try marks(in: texts)
  }

  /// Tables that were made elsewhere, of packs alone, name the same candidates.
  @Test func withTablesThatWereMadeBefore() throws {
    let packs = try RuleBase.shippedPacks()
    let tables = LiteralTables(packs)
    let read = try #require(LiteralTables(bytes: tables.bytes))
    let given = RuleBase(packs, literals: read)
    #expect(given.readyPrefilter != nil)
    #expect(RuleBase(packs, literals: nil).readyPrefilter == nil)
    var fast = try Scanner(given)
    var slow = try Scanner(base, .everyPattern)
    for (index, text) in examples.prefix(300).enumerated() {
      let record = record(text, .note, index)
      #expect(fast.scan(record) == slow.scan(record))
    }
    withExtendedLifetime(tables) {}
  }

  /// The program carries the tables of all that it ships.
  @Test func withTheTablesOfTheProgram() {
    #expect(base.readyPrefilter != nil)
  }

  /// Texts of real people, where they lie beside the project.
  @Test func onRealTexts() throws {
    var random = SplitMix64(seed: 14)
    let texts = RealTexts.some(300, &random).map { ($0, random.pick(DocumentKind.allCases)) }
    _ = try marks(in: texts)
  }
}
