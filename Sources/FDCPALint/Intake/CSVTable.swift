/// A table in CSV: its header, then its rows.
///
/// The delimiter is a tab in a file named `.tsv`; otherwise the first of comma, tab, semicolon and
/// bar that stands in the header. A first line `sep=;`, as Excel writes it, says it outright.
///
/// A row with fewer or more fields than the header may have shifted, so nothing in it is trusted:
/// it is a Problem and left out. Empty fields too many at its end are passed over.
package struct CSVTable {
  package private(set) var columns = ColumnNames()
  package private(set) var problems: [Problem] = []
  private let path: String
  private var reader: CSVReader
  private var record = CSVRecord()
  /// For each field of a row its column, `nil` for one that has no name or stands twice.
  private var header: [Int?] = []

  /// - Parameters:
  ///   - bytes: Valid UTF-8, as ``DecodedText`` makes it.
  ///   - delimiter: `nil` to find out.
  package init(_ bytes: [UInt8], path: String, delimiter: UInt8? = nil) {
    self.init(bytes, path: path, delimiter: delimiter, hasNewline: nil)
  }

  /// - Parameter hasNewline: Whether any line of the file ends in a newline, where the bytes are
  ///   only its beginning.
  init(_ bytes: [UInt8], path: String, delimiter: UInt8?, hasNewline: Bool?) {
    self.path = path
    let stated = Self.statedDelimiter(bytes)
    reader = CSVReader(
      bytes, delimiter: delimiter ?? stated ?? Self.delimiter(of: bytes, path: path),
      hasNewline: hasNewline)
    if stated != nil { _ = reader.next(&record) }
    readHeader()
  }

  /// Whether the header hangs on what stands behind the bytes.
  var touchesEnd: Bool { reader.touchesEnd }
  /// The place behind the last row that was read.
  var place: CSVPlace { reader.place }

  /// A table of the same columns over other bytes of the file, without problems of its own yet.
  ///
  /// - Parameter end: Rows that begin there or behind it are not read.
  func over(_ window: [UInt8], from place: CSVPlace, to end: Int) -> CSVTable {
    var table = self
    table.reader = reader.over(window, from: place, to: end)
    table.problems = []
    return table
  }

  /// Goes to a row within the bytes.
  mutating func move(to place: CSVPlace) { reader.move(to: place) }

  /// Passes over the next record; `false` at the end.
  mutating func skip() -> Bool { reader.next(&record) }

  private mutating func readHeader() {
    repeat {
      guard reader.next(&record) else { return }
    } while record.isBlank
    reportBrokenQuote()
    var seen: Set<String> = []
    for (index, field) in record.fields.enumerated() {
      let name = trimmed(reader.text(field))
      if name.isEmpty {
        header.append(nil)
      } else if seen.insert(name).inserted {
        header.append(columns.index(of: name))
      } else {
        header.append(nil)
        problems.append(
          Problem(
            code: "duplicate-column", path: path, row: record.row, field: name, found: name,
            expected: "each column once",
            message: "column '\(Shown.short(name))' stands twice in the header; "
              + "column \(index + 1) was not read, rename it"))
      }
    }
  }

  /// The next row, `nil` at the end.
  package mutating func nextRow() -> Row? {
    while reader.next(&record) {
      if record.isBlank { continue }
      reportBrokenQuote()
      let damaged = record.brokenField != nil
      guard hasRightCount() || damaged else { continue }
      var row = Row(number: record.row, line: record.line, start: record.start)
      row.isDamaged = damaged
      row.cells.reserveCapacity(header.count)
      for (column, field) in zip(header, record.fields) {
        if let column, !field.range.isEmpty {
          row.cells.append(Row.Cell(column: column, value: .string(reader.text(field))))
        }
      }
      return row
    }
    return nil
  }

  private mutating func hasRightCount() -> Bool {
    let count = record.fields.count
    if count == header.count { return true }
    if count > header.count, record.fields[header.count...].allSatisfy(\.range.isEmpty) {
      return true
    }
    if record.brokenField != nil { return false }
    if count < header.count, record.isCutOff {
      problems.append(
        Problem(
          code: "truncated", path: path, row: record.row, found: "\(count) fields",
          expected: "\(header.count) fields",
          message: "the last row stops after \(count) of \(header.count) fields\(lineIfOther); "
            + "hand in the whole file"))
      return false
    }
    problems.append(
      Problem(
        code: "bad-row", path: path, row: record.row, found: "\(count) fields",
        expected: "\(header.count) fields",
        message: "has \(count) fields where the header has \(header.count)\(lineIfOther); "
          + "the row was not read, put fields that hold the delimiter in quotation marks"))
    return false
  }

  private mutating func reportBrokenQuote() {
    guard let field = record.brokenField else { return }
    let name =
      header.indices.contains(field - 1) ? header[field - 1].map { columns.names[$0] } : nil
    let what =
      record.isUnterminated
      ? "opens a quotation mark that nothing closes"
      : "has something behind its closing quotation mark"
    problems.append(
      Problem(
        code: "broken-quote", path: path, row: record.row, field: name,
        expected: "quotation marks within a field written twice",
        message: "field \(field) \(what)\(lineIfOther); it was read to the end of its line, "
          + "write quotation marks within a field twice"))
  }

  private var lineIfOther: String { record.line == record.row ? "" : " (line \(record.line))" }

  private static func statedDelimiter(_ bytes: [UInt8]) -> UInt8? {
    guard bytes.count >= 6, bytes[..<4].elementsEqual("sep=".utf8),
      bytes[5] == UInt8(ascii: "\n") || bytes[5] == UInt8(ascii: "\r")
    else { return nil }
    return bytes[4]
  }

  private static func delimiter(of bytes: [UInt8], path: String) -> UInt8 {
    if TableSource.unpacked(path).hasSuffix(".tsv") { return UInt8(ascii: "\t") }
    let candidates = [",", "\t", ";", "|"].map { (mark: Unicode.Scalar) in UInt8(ascii: mark) }
    var found: Set<UInt8> = []
    var isQuoted = false
    for byte in bytes.drop(while: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
      if candidates.contains(byte) { found.insert(byte) }
    }
    return candidates.first(where: found.contains) ?? UInt8(ascii: ",")
  }
}

/// A text without spaces around it.
func trimmed(_ text: String) -> String {
  func isSpace(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return byte == 0x20 || (0x09...0x0D).contains(byte)
  }
  guard isSpace(text.utf8.first) || isSpace(text.utf8.last) else { return text }
  let bytes = Array(text.utf8)
  let start = bytes.firstIndex { !isSpace($0) } ?? bytes.endIndex
  let end = bytes.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? start
  return String(decoding: bytes[start..<end], as: UTF8.self)
}
