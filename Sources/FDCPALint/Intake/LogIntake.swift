/// What intake made of one contact log.
public struct LogContents: Sendable {
  public var records: [Record] = []
  public var problems: [Problem] = []
  /// Worth saying, no problem: unknown columns, an encoding guessed, a mapping guessed.
  public var notices: [String] = []
  /// Rows that became a record before those with an id in common were sorted out.
  public var read = 0
  /// Rows of which nothing could be read.
  public var unreadable = 0

  public init() {}
}

/// Reads contact logs: CSV in all its dialects, and JSON Lines.
///
/// A file named `.jsonl`, `.ndjson` or `.json`, or that begins with `{`, is JSON Lines; anything
/// else is CSV.
public struct LogReader: Sendable {
  private let mapping: Mapping?
  private let contextKeys: Set<String>

  /// - Parameters:
  ///   - mapping: What the log's columns and codes mean; `nil` to guess where the contract's own
  ///     names are missing.
  ///   - contextKeys: Columns beyond the contract's that some rule asks for; others are noted.
  public init(mapping: Mapping? = nil, contextKeys: Set<String> = []) {
    self.mapping = mapping
    self.contextKeys = contextKeys
  }

  /// Reads one log.
  public func read(_ source: Source) -> LogContents { read([source]) }

  /// Reads logs as if they were one: ids are compared and records counted across all of them.
  public func read(_ sources: [Source]) -> LogContents {
    var whole = LogContents()
    for (index, source) in sources.enumerated() {
      var contents = readAlone(source)
      if index == 0 {
        whole = contents
        continue
      }
      let order = (whole.records.last?.order ?? -1) + 1
      for place in contents.records.indices { contents.records[place].order += order }
      whole.records += contents.records
      whole.problems += contents.problems
      whole.unreadable += contents.unreadable
      whole.notices += contents.notices
    }
    whole.read = whole.records.count
    let (records, problems) = Duplicates.removed(from: whole.records)
    whole.records = records
    whole.problems += problems
    return whole
  }

  private func readAlone(_ source: Source) -> LogContents {
    let table: TableSource
    switch TableSource.opened(source) {
    case .success(let opened): table = opened
    case .failure(let problem):
      var contents = LogContents()
      contents.problems = [problem]
      return contents
    }
    var pass = Pass(table, mapping ?? Mapping(), contextKeys)
    if mapping == nil {
      // The header of a CSV file is known before its rows; keys of JSON Lines only after them.
      let columns = table.isJSONLines ? pass.run().names : table.csv(delimiter: nil).columns.names
      if let guess = MappingGuess.mapping(for: columns) {
        pass = Pass(table, guess, contextKeys)
        pass.run()
        pass.contents.notices.insert(Self.notice(of: guess, pass.reader, source.name), at: 0)
        return pass.finished()
      }
    }
    if !pass.hasRun { pass.run() }
    return pass.finished()
  }

  static func notice(
    of guess: Mapping, _ reader: ContactReader, _ path: String
  ) -> String {
    var shown = guess
    shown.values = guess.values.compactMapValues { _ in nil }
    for (field, codes) in reader.usedCodes {
      for code in codes {
        shown.values[field, default: [:]][code] = guess.assignments(for: code, of: field)
      }
    }
    return "\(path): guessed what its columns mean; check this, save it as mapping.yaml and "
      + "hand it in with --mapping:\n\(shown.yaml)"
      + "# zone: America/New_York   # for local times without a zone\n"
      + "# at: {format: us}         # where 10/06/2026 is 6 October\n"
  }

  /// One reading of one table.
  private struct Pass {
    let table: TableSource
    var reader: ContactReader
    var contents = LogContents()
    var hasRun = false

    init(_ table: TableSource, _ mapping: Mapping, _ contextKeys: Set<String>) {
      self.table = table
      reader = ContactReader(
        path: table.path, mapping: mapping, contextKeys: contextKeys,
        splitsLists: !table.isJSONLines)
    }

    @discardableResult
    mutating func run() -> ColumnNames {
      hasRun = true
      // Records are large: growing their array by steps would copy each several times.
      contents.records.reserveCapacity(ByteSearch.lineCount(of: table.text.bytes))
      if table.isJSONLines {
        var lines = JSONLines(table.text.bytes, path: table.path)
        var columns = ColumnNames()
        while let row = lines.nextRow(&columns) {
          contents.records.append(reader.read(row, columns: columns))
        }
        contents.problems = lines.problems
        return columns
      }
      var csv = table.csv(delimiter: reader.mapping.delimiter)
      if reader.readHeader(csv.columns.names) {
        while let row = csv.nextRow() {
          contents.records.append(reader.read(row, columns: csv.columns))
        }
      }
      contents.problems = csv.problems
      return csv.columns
    }

    /// Everything in the order of rows.
    func finished() -> LogContents {
      var result = contents
      result.notices = table.text.notices + result.notices + reader.notices
      var unread = Set(contents.problems.compactMap(\.row))
      if !table.isJSONLines { unread.remove(1) }
      if !unread.isEmpty {
        // A row that was read in part became a record all the same.
        for record in result.records { if let row = record.origin.row { unread.remove(row) } }
      }
      result.unreadable = unread.count
      result.problems =
        table.text.problems + LogReader.inOrderOfRows(contents.problems + reader.problems)
      return result
    }
  }

  static func inOrderOfRows(_ problems: [Problem]) -> [Problem] {
    let sorted = problems.enumerated().sorted {
      ($0.element.row ?? 0, $0.offset) < ($1.element.row ?? 0, $1.offset)
    }
    return sorted.map(\.element)
  }
}
