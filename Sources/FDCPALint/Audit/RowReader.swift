/// Reads rows of logs once more, whichever are asked for.
struct RowReader: Sendable {
  /// One log, and what its rows are read with.
  struct Log: Sendable {
    var table: LogTable
    var csv: CSVTable?
    var columns: ColumnNames
    var reader: ContactReader
  }

  /// `nil` for a log without rows.
  let logs: [Log?]

  /// Bytes that are read although no row asked for stands in them, to save a call.
  private static let gap = 4096
  /// Bytes that are read at once, unless one row is longer.
  private static let most = 1 << 20

  /// The records of some rows, in the order of logs.
  ///
  /// - Parameter rows: In rising order.
  func records(_ rows: some Collection<UInt32>, in index: LogIndex) -> [Record] {
    var records: [Record] = []
    records.reserveCapacity(rows.count)
    var readers = logs.map { $0?.reader }
    var waiting: [(row: Int, range: Range<Int>)] = []
    var log = -1
    func read() {
      guard let first = waiting.first, let last = waiting.last, let its = logs[log] else { return }
      let base = first.range.lowerBound
      let bytes = its.table.text.bytes(base..<last.range.upperBound)
      var csv = its.csv?.over(bytes, from: CSVPlace(), to: bytes.count)
      for (row, range) in waiting {
        let number = Int(index.numbers[row])
        let local = range.lowerBound - base..<min(range.upperBound - base, bytes.count)
        guard local.lowerBound < local.upperBound,
          var record = record(its, number, bytes, local, &csv, &readers[log])
        else { continue }
        record.order = row
        records.append(record)
      }
      waiting.removeAll(keepingCapacity: true)
    }
    for row in rows {
      let range = index.range(of: Int(row))
      let its = index.log(of: Int(row))
      if let first = waiting.first, let last = waiting.last,
        its != log || range.lowerBound - last.range.upperBound > Self.gap
          || range.upperBound - first.range.lowerBound > Self.most
      {
        read()
      }
      log = its
      waiting.append((Int(row), range))
    }
    read()
    return records
  }

  private func record(
    _ log: Log, _ number: Int, _ bytes: [UInt8], _ range: Range<Int>,
    _ csv: inout CSVTable?, _ reader: inout ContactReader?
  ) -> Record? {
    if csv != nil {
      csv?.move(to: CSVPlace(at: range.lowerBound, row: number - 1))
      guard let row = csv?.nextRow(), let columns = csv?.columns else { return nil }
      return reader?.read(row, columns: columns)
    }
    var columns = log.columns
    var lines = JSONLines(
      bytes, path: log.table.path, in: range, line: number - 1, isLast: true)
    return lines.nextRow(&columns).flatMap { reader?.read($0, columns: columns) }
  }
}
