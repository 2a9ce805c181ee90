/// The first reading of one contact log: everything that is wrong with it, what all of its rows
/// show, and where its rows stand. Windows are read in parallel; what they give is put together in
/// the order of the log.
struct LogPass {
  let table: LogTable
  /// With its header read; `nil`: JSON Lines.
  let csv: CSVTable?
  /// What rows are read with, and what was wrong with the header.
  let reader: ContactReader
  private let hasColumns: Bool

  private let windowBytes: Int

  /// - Parameter windowBytes: Bytes that one task reads.
  init(_ table: LogTable, mapping: Mapping, contextKeys: Set<String>, windowBytes: Int) {
    self.table = table
    self.windowBytes = windowBytes
    var reader = ContactReader(
      path: table.path, mapping: mapping, contextKeys: contextKeys,
      splitsLists: !table.isJSONLines, keepsTexts: false)
    if table.isJSONLines {
      csv = nil
      hasColumns = true
    } else {
      let csv = Self.header(of: table, delimiter: mapping.delimiter, windowBytes)
      hasColumns = reader.readHeader(csv.columns.names)
      self.csv = csv
    }
    self.reader = reader
  }

  /// A table whose header is read, from as much of the log as that takes.
  static func header(
    of table: LogTable, delimiter: UInt8?, _ windowBytes: Int
  ) -> CSVTable {
    var length = windowBytes
    while true {
      let bytes = table.text.bytes(0..<min(length, table.text.count))
      let csv = CSVTable(
        bytes, path: table.path, delimiter: delimiter, hasNewline: table.hasNewline)
      if !csv.touchesEnd || bytes.count < length { return csv }
      length *= 2
    }
  }

  /// What one window gave.
  struct Part: Sendable {
    var rows = LogRows()
    var reader: ContactReader
    var columns = ColumnNames()
    /// What was wrong with the table itself.
    var problems: [Problem] = []
    var extent = LogExtent.Part()

    /// Rows that are problems and became no record; the header is none of a log's rows.
    var unreadable: Int {
      let read = Set(rows.numbers)
      return Set(problems.compactMap(\.row)).count { !read.contains(UInt32(clamping: $0)) }
    }
  }

  var windows: LogWindows? {
    hasColumns ? LogWindows(table, csv: csv, size: windowBytes) : nil
  }

  /// Reads a window.
  ///
  /// - Parameters:
  ///   - talks: Whether conversations are wanted.
  ///   - dropped: Places of rows that show nothing of the log's extent.
  func read(_ window: LogWindow, talks: Bool, without dropped: Set<Int> = []) -> Part {
    var part = Part(reader: reader.fresh())
    func add(_ row: Row, _ columns: ColumnNames) {
      let contact = part.reader.read(row, columns: columns).contact
      part.rows.offsets.append(window.base + row.start)
      part.rows.numbers.append(UInt32(clamping: row.number))
      part.rows.ids.append(contact.id.hashValue)
      part.rows.consumers.append(contact.consumer)
      guard !dropped.contains(window.base + row.start) else { return }
      part.extent.add(contact, row: part.rows.numbers.count - 1, talks: talks)
    }
    if let csv {
      var rows = csv.over(window.bytes, from: window.place, to: window.end)
      while let row = rows.nextRow() { add(row, rows.columns) }
      part.problems = rows.problems
    } else {
      var lines = JSONLines(
        window.bytes, path: table.path, in: 0..<window.end, line: window.place.line,
        isLast: window.isLast)
      while let row = lines.nextRow(&part.columns) { add(row, part.columns) }
      part.problems = lines.problems
    }
    return part
  }
}
