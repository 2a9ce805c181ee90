/// Where the rows of contact logs stand and whose they are: all that is kept of a row between the
/// two times that it is read. 24 bytes a row, and while they are gathered 16 more for ids.
struct LogIndex: Sendable {
  /// The place of each row in its log's text, in the order of logs and rows.
  private(set) var offsets: [Int] = []
  /// The number of each row in its log.
  private(set) var numbers: [UInt32] = []
  /// The consumer of each row.
  private(set) var consumers: [UInt32] = []
  /// Hashes of ids, until rows that stand twice are taken out.
  private var ids: [Int] = []
  /// The first row of each log, and the number of rows at the end.
  private(set) var opens: [Int] = [0]
  /// Ends of the logs' texts.
  private var ends: [Int] = []
  private var names = NameTable()
  /// Places of consumers in the order of their names.
  private var ranks: [UInt32] = []
  /// Rows that do not count, because another stands for them.
  private(set) var dropped: Set<Int> = []

  var count: Int { numbers.count }

  mutating func add(_ rows: LogRows) {
    offsets += rows.offsets
    numbers += rows.numbers
    ids += rows.ids
    for name in rows.consumers { consumers.append(names.number(of: name)) }
  }

  /// Ends one log.
  ///
  /// - Parameter textEnd: Where its text ends.
  mutating func close(textEnd: Int) {
    opens.append(count)
    ends.append(textEnd)
  }

  /// How many rows of a log count.
  func kept(inLog log: Int) -> Int {
    let rows = opens[log]..<opens[log + 1]
    return rows.count - dropped.count(where: rows.contains)
  }

  /// The log that a row stands in.
  func log(of row: Int) -> Int {
    var (low, high) = (0, opens.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if opens[middle] <= row { low = middle } else { high = middle }
    }
    return low
  }

  /// The part of its log's text in which a row stands, with what was not read behind it.
  func range(of row: Int) -> Range<Int> {
    let log = log(of: row)
    return offsets[row]..<(row + 1 < opens[log + 1] ? offsets[row + 1] : ends[log])
  }

  /// Rows whose ids seem to be the same, in groups; some may only have the same hash.
  mutating func groupsOfIDs() -> [[Int]] {
    var sorted = ids
    sorted.sort()
    var repeated: Set<Int> = []
    for (one, next) in zip(sorted, sorted.dropFirst()) where one == next { repeated.insert(one) }
    sorted = []
    defer { ids = [] }
    guard !repeated.isEmpty else { return [] }
    var groups: [Int: [Int]] = [:]
    for (row, id) in ids.enumerated() where repeated.contains(id) {
      groups[id, default: []].append(row)
    }
    return groups.values.sorted { $0[0] < $1[0] }
  }

  /// Where the rows of a log stand that do not count.
  func droppedPlaces(inLog log: Int) -> Set<Int> {
    let rows = opens[log]..<opens[log + 1]
    return Set(dropped.lazy.filter(rows.contains).map { offsets[$0] })
  }

  mutating func drop(_ rows: Set<Int>) { dropped.formUnion(rows) }

  /// Puts consumers into the order of their names, behind the last row.
  mutating func orderConsumers() {
    let order = names.sorted()
    ranks = [UInt32](repeating: 0, count: order.count)
    for (place, number) in order.enumerated() { ranks[Int(number)] = UInt32(place) }
    names = NameTable()
  }

  /// The place of a row's consumer in the order of names.
  func rank(of row: UInt32) -> UInt32 { ranks[Int(consumers[Int(row)])] }

  /// Rows by consumer: consumers in the order of their names, rows in the order of logs.
  ///
  /// The index forgets whose rows are then.
  mutating func byConsumer() -> RowsByConsumer {
    var starts = [UInt32](repeating: 0, count: ranks.count + 1)
    for row in consumers.indices where dropped.isEmpty || !dropped.contains(row) {
      starts[Int(ranks[Int(consumers[row])]) + 1] += 1
    }
    for place in ranks.indices { starts[place + 1] += starts[place] }
    var next = starts
    var rows = [UInt32](repeating: 0, count: count - dropped.count)
    for row in consumers.indices where dropped.isEmpty || !dropped.contains(row) {
      let place = Int(ranks[Int(consumers[row])])
      rows[Int(next[place])] = UInt32(row)
      next[place] += 1
    }
    (consumers, ranks) = ([], [])
    return RowsByConsumer(starts: starts, rows: rows)
  }
}

/// What one part of a log shows of its rows.
struct LogRows: Sendable {
  var offsets: [Int] = []
  var numbers: [UInt32] = []
  var ids: [Int] = []
  var consumers: [String] = []
}

/// The rows of each consumer.
struct RowsByConsumer: Sendable {
  /// Where the rows of each consumer begin, and the end of all.
  let starts: [UInt32]
  let rows: [UInt32]

  /// Consumers, in the order of their names.
  var count: Int { starts.count - 1 }

  /// How many consumers have a row that counts.
  var kept: Int { (0..<count).count { starts[$0] < starts[$0 + 1] } }

  func rows(of consumer: Int) -> ArraySlice<UInt32> {
    rows[Int(starts[consumer])..<Int(starts[consumer + 1])]
  }
}
