internal import PCRE2

extension Linter {
  /// What scanning made of records.
  struct Scanned: Sendable {
    var entries: [Entry] = []
    var problems: [Problem] = []
    /// For each problem the place of its record among all.
    var orders: [Int] = []
  }

  /// Bytes of text that one task scans: few enough to share a load out, enough to be worth a task.
  private static let batchBytes = 1 << 20

  /// Fewer bytes than this are scanned sooner than plans are made.
  static let leastForPrefilter = 16_384

  /// Fewer bytes than this the interpreter has searched sooner than patterns are compiled just in time.
  static let leastForJustInTime = 16_384

  /// Scans records in parallel. The result is in the records' order, whatever finishes first.
  func scan(_ records: [Record]) async -> Scanned {
    let batches = Self.batches(of: records)
    let bytes = records.reduce(0) { $0 + $1.texts.reduce(0) { $0 + $1.bytes.count } }
    let method: Scanner.Method =
      bytes < Self.leastForPrefilter && rules.readyPrefilter == nil ? .everyPattern : .prefiltered
    let parts = await inParallel(batches.count) { index in
      scan(records[batches[index]], method, justInTime: bytes >= Self.leastForJustInTime)
    }
    var scanned = Scanned()
    for part in parts {
      scanned.entries += part.entries
      scanned.problems += part.problems
    }
    return scanned
  }

  /// Scans records one after the other.
  func scan(
    _ records: ArraySlice<Record>, _ method: Scanner.Method, justInTime: Bool
  ) -> Scanned {
    var scanned = Scanned()
    do {
      var scanner = try Scanner(rules, method, justInTime: justInTime)
      for record in records {
        scanned.entries.append(Self.entry(record, scanner.scan(record)))
        while scanned.orders.count < scanner.problems.count { scanned.orders.append(record.order) }
      }
      scanned.problems = scanner.problems
    } catch {
      let path = records.first?.origin.path ?? ""
      scanned.entries = records.map { Self.entry($0, []) }
      scanned.problems = [
        Problem(
          code: "not-decided", path: path, message: "no memory to scan \(records.count) records")
      ]
      scanned.orders = [records.first?.order ?? 0]
    }
    return scanned
  }

  static func entry(_ record: Record, _ marks: [Mark]) -> Entry {
    var kinds: [TextField: DocumentKind] = [:]
    for text in record.texts where !text.bytes.isEmpty { kinds[text.field] = text.kind }
    var entry = Entry(
      contact: record.contact, marks: marks, kinds: kinds, origin: record.origin,
      context: record.context, order: record.order, isDocument: record.isDocument)
    entry.readings = record.readings
    return entry
  }

  private static func batches(of records: [Record]) -> [Range<Int>] {
    var batches: [Range<Int>] = []
    var start = 0
    var bytes = 0
    for (index, record) in records.enumerated() {
      bytes += record.texts.reduce(64) { $0 + $1.bytes.count }
      if bytes >= batchBytes {
        batches.append(start..<index + 1)
        start = index + 1
        bytes = 0
      }
    }
    if start < records.count { batches.append(start..<records.count) }
    return batches
  }

  /// Does pieces of work as they come, `options.jobs` at a time, and takes the results in order.
  ///
  /// - Parameters:
  ///   - next: Makes the next piece; `nil` at the end.
  ///   - take: Is given each result, in the order of the pieces. Few results wait for an earlier one.
  func inOrder<Work: Sendable, Value: Sendable>(
    _ next: () -> Work?, work: @escaping @Sendable (Work) -> Value, take: (Value) -> Void
  ) async {
    let jobs = max(1, options.jobs)
    await withTaskGroup(of: (Int, Value).self) { group in
      var (begun, taken, running) = (0, 0, 0)
      var waiting: [Int: Value] = [:]
      var isAtEnd = false
      while true {
        while !isAtEnd, running < jobs, begun - taken < jobs * 8 {
          guard let piece = next() else {
            isAtEnd = true
            break
          }
          let number = begun
          group.addTask { (number, work(piece)) }
          begun += 1
          running += 1
        }
        guard let (number, value) = await group.next() else { return }
        running -= 1
        waiting[number] = value
        while let value = waiting.removeValue(forKey: taken) {
          take(value)
          taken += 1
        }
      }
    }
  }

  /// Does numbered pieces of work, `options.jobs` at a time, and gives the results in order.
  func inParallel<Value: Sendable>(
    _ count: Int, _ work: @escaping @Sendable (Int) -> Value
  ) async -> [Value] {
    await withTaskGroup(of: (Int, Value).self) { group in
      var results: [Value?] = Array(repeating: nil, count: count)
      var next = 0
      while next < min(max(1, options.jobs), count) {
        let index = next
        group.addTask { (index, work(index)) }
        next += 1
      }
      for await (index, value) in group {
        results[index] = value
        if next < count {
          let index = next
          group.addTask { (index, work(index)) }
          next += 1
        }
      }
      return results.compactMap { $0 }
    }
  }
}
