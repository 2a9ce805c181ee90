/// Counts things worth saying that are no problems, so that each is said once a file.
struct NoticeTally: Sendable {
  enum Kind: Hashable, Sendable {
    case noID
    case noDirection
    case dayOnly
    case skippedTime
    case repeatedTime
  }

  private var counts: [Kind: (count: Int, first: Int)] = [:]

  mutating func add(_ kind: Kind, row: Int) {
    let (count, first) = counts[kind] ?? (0, row)
    counts[kind] = (count + 1, first)
  }

  /// Adds what was counted in later rows.
  mutating func add(_ later: NoticeTally) {
    counts.merge(later.counts) { ($0.count + $1.count, min($0.first, $1.first)) }
  }

  /// In an order of their own, whatever the order of rows.
  func notices(path: String) -> [String] {
    let order: [Kind] = [.noID, .noDirection, .dayOnly, .skippedTime, .repeatedTime]
    return order.compactMap { kind in
      counts[kind].map { count, first in
        "\(path): \(count == 1 ? "1 row" : "\(count) rows") \(Self.text(kind)) (first in row \(first))"
      }
    }
  }

  private static func text(_ kind: Kind) -> String {
    switch kind {
    case .noID: "without an id, named by path and row"
    case .noDirection: "without a direction, read as outbound"
    case .dayOnly: "of letters with a day and no time, read as noon"
    case .skippedTime: "with a local time that clocks skipped, read in the offset before"
    case .repeatedTime: "with a local time that clocks showed twice, read as the earlier"
    }
  }
}
