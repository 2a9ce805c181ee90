/// The readers of tables as benchmarks race them against others: bytes in, cells out.
package enum IntakeLane {
  /// How many rows a table in JSON Lines holds, and how many cells these hold together.
  package static func jsonLines(_ bytes: [UInt8]) -> (rows: Int, cells: Int) {
    var lines = JSONLines(bytes, path: "")
    var columns = ColumnNames()
    var (rows, cells) = (0, 0)
    while let row = lines.nextRow(&columns) {
      rows += 1
      cells += row.cells.count
    }
    return (rows, cells)
  }

  /// The same of one in CSV with a header.
  package static func csv(_ bytes: [UInt8]) -> (rows: Int, cells: Int) {
    var table = CSVTable(bytes, path: "")
    var (rows, cells) = (0, 0)
    while let row = table.nextRow() {
      rows += 1
      cells += row.cells.count
    }
    return (rows, cells)
  }

  /// How many contacts a log holds: read, checked, and turned into records.
  package static func records(_ source: Source) -> Int {
    LogReader().read(source).records.count
  }
}
