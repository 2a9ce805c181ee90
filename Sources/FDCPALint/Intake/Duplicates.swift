/// Rows that stand more than once in a log.
enum Duplicates {
  /// Leaves one record for each id.
  ///
  /// Rows that say the same count once. Of rows that differ, the first by instant, then by what
  /// they say, counts, and a Problem tells so; which it is does not hang on their order.
  static func removed(
    from records: [Record]
  ) -> (records: [Record], problems: [Problem]) {
    var groups: [String: [Int]] = [:]
    var first: [String: Int] = Dictionary(minimumCapacity: records.count)
    // By index, because copying every record would cost more than comparing the ids.
    for index in records.indices {
      let id = records[index].contact.id
      if let other = first[id] {
        groups[id, default: [other]].append(index)
      } else {
        first[id] = index
      }
    }
    guard !groups.isEmpty else { return (records, []) }

    var dropped: Set<Int> = []
    var problems: [Problem] = []
    for (id, indices) in groups.sorted(by: { $0.key < $1.key }) {
      let contents = indices.map { (index: $0, content: RecordContent(records[$0])) }
      // Of equal rows the first in the file stays, for its place in the order.
      guard let kept = contents.min(by: { ($0.content, $0.index) < ($1.content, $1.index) }) else {
        continue
      }
      dropped.formUnion(indices.filter { $0 != kept.index })
      guard contents.contains(where: { $0.content != kept.content }) else { continue }
      problems.append(problem(id, indices.map { records[$0].origin }, records[kept.index].origin))
    }
    let kept = records.indices.filter { !dropped.contains($0) }.map { records[$0] }
    return (kept, problems)
  }

  static func problem(_ id: String, _ places: [Location], _ kept: Location) -> Problem {
    func name(_ place: Location) -> String {
      place.path == kept.path
        ? "row \(place.row ?? 0)" : "row \(place.row ?? 0) of \(place.path)"
    }
    let others = places.filter { $0 != kept }.map(name).joined(separator: ", ")
    return Problem(
      code: "duplicate-id", path: kept.path, row: kept.row, field: LogField.id.rawValue,
      found: Shown.short(id), expected: "each id once",
      message: "'\(Shown.short(id))' stands in \(name(kept)) and differently in \(others); the "
        + "first by time counts, give each record its own id")
  }
}

/// What a record says, without where it stood, in an order that is the same on every machine.
struct RecordContent: Comparable {
  let instant: Int
  let text: String

  init(_ record: Record) {
    // A row without a time sorts last.
    instant = record.contact.at?.seconds ?? Int.max
    var parts = [String(describing: record.contact)]
    parts += record.texts.map { text in
      "\(text.field) \(text.kind) \(String(decoding: text.bytes, as: UTF8.self))"
    }
    parts += record.context.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    text = parts.joined(separator: "\u{0}")
  }

  static func < (left: Self, right: Self) -> Bool {
    (left.instant, left.text) < (right.instant, right.text)
  }
}
