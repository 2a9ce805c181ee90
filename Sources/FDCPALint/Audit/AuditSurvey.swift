/// The first reading of all that an audit was given: problems, notices and totals, where each row
/// stands, and what all rows together show.
struct AuditSurvey {
  let linter: Linter
  let mapping: Mapping?
  /// Bytes that one task reads.
  var windowBytes = 2 << 20
  private(set) var index = LogIndex()
  /// How the rows of each log are read once more; `nil` for a log that could not be read.
  private(set) var logs: [RowReader.Log?] = []
  private var files: [(path: String, file: LogFile)] = []
  var extent = ExtentGathering()
  private(set) var problems: [Problem] = []
  private(set) var notices: [String] = []
  private(set) var inputs: [InputSummary] = []
  private(set) var consumers: [Consumer] = []
  private(set) var debts: [Debt] = []
  /// Rows of which nothing could be read.
  private var unreadable = 0
  /// Bytes of texts in all rows.
  private(set) var textBytes = 0
  /// Overlaps of conversations no longer than this, in seconds, are of no rule's concern; `nil`: none
  /// are.
  let slack: Int?

  init(linter: Linter, mapping: Mapping?) {
    self.linter = linter
    self.mapping = mapping
    slack = linter.rules.rules.compactMap {
      if case .contradiction(let check) = $0.check { check.overlapAbove } else { nil }
    }.min()
  }

  /// Reads contact logs as if they were one.
  mutating func read(_ sources: [Source]) async {
    var passes: [LogPass?] = []
    for source in sources {
      if let file = source.file { files.append((source.name, file)) }
      let (opened, digest) = LogTable.opened(source)
      inputs.append(InputSummary(path: source.name, records: 0, digest: digest))
      switch opened {
      case .success(let table): passes.append(await read(table))
      case .failure(let problem):
        problems.append(problem)
        passes.append(nil)
        logs.append(nil)
        index.close(textEnd: 0)
      }
    }
    if dropDuplicates() { await gatherExtentAgain(passes) }
    for place in inputs.indices {
      inputs[place].records = inputs.indices.reduce(0) {
        $0 + (inputs[$1].path == inputs[place].path ? index.kept(inLog: $1) : 0)
      }
    }
  }

  /// Reads the companion tables.
  mutating func readTables(consumers sources: [Source], debts others: [Source]) {
    let tables = Intake(
      logs: [], consumers: sources, debts: others, mapping: nil,
      contextKeys: linter.rules.contextKeys)
    consumers = tables.consumers
    debts = tables.debts
    problems += tables.problems
    notices += tables.notices
    inputs += tables.inputs
  }

  var rowReader: RowReader { RowReader(logs: logs) }

  /// Files with a row that counts.
  var pathsRead: [String] { inputs.filter { $0.records > 0 }.map(\.path) }

  /// What became of all rows.
  var population: Population {
    Population(
      received: index.count + unreadable, unreadable: unreadable, repeated: index.dropped.count)
  }

  /// Problems with files that somebody wrote to meanwhile.
  var changedSince: [Problem] {
    files.filter(\.file.hasChanged).map { path, _ in
      Problem(
        code: "changed-file", path: path, found: "a file that somebody wrote to",
        expected: "a file that stays as it is",
        message: "changed while it was read, so what was found may not hold; audit it again, or a "
          + "copy of it")
    }
  }

  /// Whose rows are whose, and what all of them show. To be asked once.
  mutating func sorted() -> (rows: RowsByConsumer, extent: LogExtent) {
    index.orderConsumers()
    let index = index
    let reader = rowReader
    let extent = extent.extent(
      asOf: linter.options.asOf, without: index.dropped, rank: index.rank, slack: slack ?? 0
    ) { rows in
      let sorted = Set(rows).sorted()
      let keys = Dictionary(
        reader.records(sorted, in: index).map {
          ($0.order, LogExtent.Key(consumer: $0.contact.consumer, record: $0.contact.id))
        }, uniquingKeysWith: { first, _ in first })
      return rows.map { keys[Int($0)] ?? LogExtent.Key(consumer: "", record: "") }
    }
    return (self.index.byConsumer(), extent)
  }

  // MARK: One log

  private mutating func read(_ table: LogTable) async -> LogPass {
    guard mapping == nil else { return await read(table, mapping ?? Mapping(), isGuess: false) }
    // The header of a CSV file is known before its rows; keys of JSON Lines only after them.
    guard table.isJSONLines else {
      let names = LogPass.header(of: table, delimiter: nil, windowBytes).columns.names
      guard let guess = MappingGuess.mapping(for: names) else {
        return await read(table, Mapping(), isGuess: false)
      }
      return await read(table, guess, isGuess: true)
    }
    let before = self
    let pass = await read(table, Mapping(), isGuess: false)
    guard let columns = logs.last??.columns, let guess = MappingGuess.mapping(for: columns.names)
    else { return pass }
    self = before
    return await read(table, guess, isGuess: true)
  }

  private mutating func read(
    _ table: LogTable, _ mapping: Mapping, isGuess: Bool
  ) async -> LogPass {
    let pass = LogPass(
      table, mapping: mapping, contextKeys: linter.rules.contextKeys, windowBytes: windowBytes)
    let wantsTalks = slack != nil
    var reader = pass.reader
    var columns = pass.csv?.columns ?? ColumnNames()
    var ofTable = pass.csv?.problems ?? []
    var windows = pass.windows
    await linter.inOrder {
      windows?.next()
    } work: {
      pass.read($0, talks: wantsTalks)
    } take: { part in
      extent.add(part.extent, from: index.count)
      index.add(part.rows)
      reader.add(part.reader)
      columns.add(part.columns)
      ofTable += part.problems
      unreadable += part.unreadable
    }
    index.close(textEnd: table.text.count)
    logs.append(
      RowReader.Log(
        table: table, csv: pass.csv, columns: columns, reader: pass.reader.fresh(keepsTexts: true)))
    textBytes += reader.textBytes
    notices += table.notices
    if isGuess { notices.append(LogReader.notice(of: mapping, reader, table.path)) }
    notices += reader.notices
    problems += table.problems + LogReader.inOrderOfRows(ofTable + reader.problems)
    return pass
  }

  // MARK: All logs

  /// Takes out rows that stand for one record; whether any of them says something else than the one
  /// that stays.
  private mutating func dropDuplicates() -> Bool {
    var found: [(id: String, problem: Problem)] = []
    for group in index.groupsOfIDs() {
      let records = rowReader.records(group.map { UInt32($0) }, in: index)
      for (id, same) in Dictionary(grouping: records, by: \.contact.id) where same.count > 1 {
        let (kept, problems) = Duplicates.removed(from: same)
        index.drop(Set(same.map(\.order)).subtracting(kept.map(\.order)))
        found += problems.map { (id, $0) }
      }
    }
    problems += found.sorted { $0.id < $1.id }.map(\.problem)
    return !found.isEmpty
  }

  /// What rows show that do not count must be forgotten.
  private mutating func gatherExtentAgain(_ passes: [LogPass?]) async {
    extent = ExtentGathering()
    let wantsTalks = slack != nil
    for (log, pass) in passes.enumerated() {
      guard let pass, var windows = pass.windows else { continue }
      let dropped = index.droppedPlaces(inLog: log)
      var row = index.opens[log]
      await linter.inOrder {
        windows.next()
      } work: {
        pass.read($0, talks: wantsTalks, without: dropped)
      } take: { part in
        extent.add(part.extent, from: row)
        row += part.rows.numbers.count
      }
    }
  }
}
