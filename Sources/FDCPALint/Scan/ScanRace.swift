/// The prefiltered scan against running every pattern over every text, in turn, for benchmarks.
package struct ScanRace: Sendable {
  package struct Round: Sendable {
    package var prefiltered: Duration
    package var everyPattern: Duration
  }

  private let base: RuleBase
  private let records: [Record]

  /// - Parameters:
  ///   - texts: Valid UTF-8, each a record of its own.
  ///   - kind: What all of them are.
  package init(_ packs: RulePacks, texts: [[UInt8]], kind: DocumentKind) {
    base = RuleBase(packs)
    records = texts.enumerated().map { index, text in
      Record(
        contact: Contact(id: "\(index)", consumer: "c"),
        texts: [RecordText(field: .text, kind: kind, bytes: text)], origin: Location(path: ""))
    }
  }

  /// How many patterns there are, and how many of them run over every text.
  package var patterns: (all: Int, unplanned: Int) {
    (base.sets.reduce(0) { $0 + $1.any.count }, base.prefilter?.unplanned.count ?? 0)
  }

  /// How long the tables take to make.
  package static func preparation(_ packs: RulePacks) -> Duration {
    let base = RuleBase(packs)
    return ContinuousClock().measure { _ = base.prefilter }
  }

  /// One scan each way.
  package func round() throws -> Round {
    var (fast, slow): ([[Mark]], [[Mark]]) = ([], [])
    let clock = ContinuousClock()
    let round = Round(
      prefiltered: try clock.measure { fast = try marks(.prefiltered) },
      everyPattern: try clock.measure { slow = try marks(.everyPattern) })
    guard fast == slow else { throw Difference() }
    return round
  }

  /// The prefiltered scan alone, for profiles.
  package func prefiltered() throws -> Int {
    try marks(.prefiltered).reduce(0) { $0 + $1.count }
  }

  /// Both ways must find the same marks.
  package struct Difference: Error {}

  private func marks(_ method: Scanner.Method) throws -> [[Mark]] {
    var scanner = try Scanner(base, method)
    return records.map { scanner.scan($0) }
  }
}
