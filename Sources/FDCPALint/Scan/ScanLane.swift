/// The scanner as benchmarks race it against other engines: which patterns, over which bytes, and
/// what each text held.
package struct ScanLane: Sendable {
  /// That a set left at least one mark on a text; both count from 0.
  package struct Pair: Sendable, Hashable {
    package let text: Int
    package let set: Int
  }

  private let base: RuleBase
  private let records: [Record]

  /// - Parameters:
  ///   - texts: Valid UTF-8, each a record of its own.
  ///   - kind: What all of them are.
  package init(_ packs: RulePacks, texts: [[UInt8]], kind: DocumentKind) {
    base = RuleBase(packs)
    records = texts.map { Self.record($0, kind) }
  }

  /// Makes what is made once for all texts.
  package func prepare() { _ = base.prefilter }

  /// Scans some of the texts; one scanner for each call.
  package func scan(_ texts: Range<Int>) throws -> [Pair] {
    var scanner = try Scanner(base)
    var pairs: [Pair] = []
    for text in texts {
      var last = -1
      // Marks of one set stand together.
      for mark in scanner.scan(records[text]) where mark.set != last {
        last = mark.set
        pairs.append(Pair(text: text, set: mark.set))
      }
    }
    guard scanner.problems.isEmpty else { throw Undecided() }
    return pairs
  }

  /// A text that some pattern could not decide makes counts worthless.
  package struct Undecided: Error {}

  /// A text as patterns see it, so that other engines get the same bytes.
  package static func folded(_ text: [UInt8]) -> [UInt8] { FoldedText(text).bytes }

  private static func record(_ text: [UInt8], _ kind: DocumentKind) -> Record {
    Record(
      contact: Contact(id: "", consumer: "c"),
      texts: [RecordText(field: .text, kind: kind, bytes: text)], origin: Location(path: ""))
  }
}

extension RuleBase {
  /// The marking patterns that concern a text of some kind, lexicons filled in, and the rules or
  /// facts that they belong to.
  package func markingPatterns(
    over kind: DocumentKind
  ) -> [(owner: String, source: String)] {
    sets.indices.filter { sets[$0].kinds.contains(kind) && sets[$0].fields.contains(.text) }
      .flatMap { index in sets[index].any.map { (owner(of: index), $0.pattern.source) } }
  }
}
