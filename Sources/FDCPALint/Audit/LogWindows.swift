/// Some rows of a log, whole ones, and what numbers they have.
struct LogWindow: Sendable {
  /// A part of the log's text.
  let bytes: [UInt8]
  /// Where it begins in the text.
  let base: Int
  /// The place of its first row, counted within the window.
  let place: CSVPlace
  /// Where its rows end; what stands behind belongs to the next window.
  let end: Int
  /// Whether nothing but white space stands behind them.
  let isLast: Bool
}

/// Cuts a log into windows between rows.
struct LogWindows {
  private let table: LogTable
  /// Reads the rows of a table in CSV; `nil`: JSON Lines.
  private let csv: CSVTable?
  private let size: Int
  private var place: CSVPlace

  /// - Parameters:
  ///   - csv: The table with its header read.
  ///   - size: The usual length of a window in bytes; a longer row gets a longer one.
  init(_ table: LogTable, csv: CSVTable?, size: Int) {
    self.table = table
    self.csv = csv
    self.size = size
    place = csv?.place ?? CSVPlace(at: 0, row: 0, line: 0)
  }

  /// The next window, `nil` at the end.
  mutating func next() -> LogWindow? {
    let base = place.at
    guard base < table.text.count else { return nil }
    var length = size
    while true {
      let bytes = table.text.bytes(base..<min(base + length, table.text.count))
      // A file that was cut short meanwhile.
      guard !bytes.isEmpty else { return nil }
      let isFinal = base + bytes.count >= table.text.count || bytes.count < length
      var from = place
      from.at = 0
      let next = csv.map { Self.cut($0, bytes, from, isFinal) } ?? Self.cut(bytes, from, isFinal)
      if let next {
        place = next
        place.at = isFinal ? table.text.count : base + next.at
        return LogWindow(
          bytes: bytes, base: base, place: from, end: next.at,
          isLast: base + next.at >= table.contentEnd)
      }
      length *= 2
    }
  }

  /// The end of the last line, and the number of lines before it.
  private static func cut(_ bytes: [UInt8], _ from: CSVPlace, _ isFinal: Bool) -> CSVPlace? {
    let newline = UInt8(ascii: "\n")
    guard let end = isFinal ? bytes.count : bytes.lastIndex(of: newline).map({ $0 + 1 }) else {
      return nil
    }
    let lines = ByteSearch.count(of: newline, in: bytes, from: 0, to: end)
    return CSVPlace(at: end, row: 0, line: from.line + lines)
  }

  /// The end of the last record that does not hang on what stands behind the bytes.
  private static func cut(
    _ table: CSVTable, _ bytes: [UInt8], _ from: CSVPlace, _ isFinal: Bool
  ) -> CSVPlace? {
    var table = table.over(bytes, from: from, to: bytes.count)
    var last: CSVPlace?
    while table.skip() {
      if table.touchesEnd, !isFinal { return last }
      last = table.place
    }
    return last
  }
}
