/// Reads a text that holds one JSON object a line.
///
/// A line that is none becomes a Problem, and the lines after it are read. Blank lines are skipped.
package struct JSONLines {
  private let bytes: [UInt8]
  private let path: String
  private var at = 0
  private var line = 0
  /// Where lines that begin there or behind it are not read.
  private let end: Int
  /// Whether nothing but white space stands behind the end.
  private let isLast: Bool
  /// What could not be read so far.
  package private(set) var problems: [Problem] = []

  /// - Parameter bytes: Valid UTF-8, as ``DecodedText`` makes it.
  package init(_ bytes: [UInt8], path: String) {
    self.bytes = bytes
    self.path = path
    end = bytes.count
    isLast = true
  }

  /// Reads some lines of a text.
  ///
  /// - Parameters:
  ///   - range: Where they stand in the bytes.
  ///   - line: How many lines stand before them in the text.
  ///   - isLast: Whether nothing but white space stands behind them in the text.
  init(_ bytes: [UInt8], path: String, in range: Range<Int>, line: Int, isLast: Bool) {
    self.bytes = bytes
    self.path = path
    self.line = line
    self.isLast = isLast
    at = range.lowerBound
    end = range.upperBound
  }

  /// The next object and its line, `nil` at the end.
  package mutating func nextObject() -> (row: Int, object: JSONObject)? {
    while let range = nextLine() {
      do {
        if case .object(let object) = try JSONParser.parse(bytes, in: range) {
          return (line, object)
        }
        report(
          JSONError(reason: .unexpectedByte, offset: 0, message: Self.expectation), range)
      } catch {
        report(error, range)
      }
    }
    return nil
  }

  /// The next object as a row of a table, `nil` at the end.
  package mutating func nextRow(_ columns: inout ColumnNames) -> Row? {
    while let range = nextLine() {
      do {
        var row = Row(number: line, line: line, start: range.lowerBound)
        try Self.read(range, of: bytes, into: &row, &columns)
        return row
      } catch {
        report(error, range)
      }
    }
    return nil
  }

  private static let expectation = "expected an object, '{…}'"

  private static func read(
    _ range: Range<Int>, of bytes: [UInt8], into row: inout Row, _ columns: inout ColumnNames
  ) throws(JSONError) {
    var parser = JSONParser(bytes, in: range)
    parser.skipSpace()
    guard parser.at < range.upperBound, bytes[parser.at] == UInt8(ascii: "{") else {
      throw parser.unexpected(Self.expectation)
    }
    row.cells.reserveCapacity(columns.count)
    var next = try parser.enterObject()
    var expected = 0
    while next {
      let keyStart = parser.at
      let column = try key(&parser, expected, &columns)
      guard !row.cells.contains(where: { $0.column == column }) else {
        throw parser.duplicate(columns.names[column], at: keyStart)
      }
      expected = column + 1
      try parser.colon()
      row.cells.append(Row.Cell(column: column, value: try parser.value()))
      next = try parser.afterMember()
    }
    try parser.expectEnd()
  }

  private static func key(
    _ parser: inout JSONParser, _ expected: Int, _ columns: inout ColumnNames
  ) throws(JSONError) -> Int {
    let end = ByteSearch.endOfPlainJSON(in: parser.bytes, from: parser.at, to: parser.end)
    guard end < parser.end, parser.bytes[end] == UInt8(ascii: "\"") else {
      return columns.index(of: try parser.string())
    }
    let name = parser.bytes[parser.at..<end]
    parser.at = end + 1
    return columns.index(of: name, expected: expected)
  }

  /// The next line that is not blank, without its line break.
  private mutating func nextLine() -> Range<Int>? {
    while at < end {
      let start = at
      let stop = ByteSearch.first(of: UInt8(ascii: "\n"), in: bytes, from: at, to: end)
      at = stop + 1
      line += 1
      if bytes[start..<stop].contains(where: { $0 > UInt8(ascii: " ") }) { return start..<stop }
    }
    return nil
  }

  private var isAtEnd: Bool {
    isLast && (at >= end || bytes[at..<end].allSatisfy { $0 <= UInt8(ascii: " ") })
  }

  private mutating func report(_ error: JSONError, _ range: Range<Int>) {
    if error.reason == .unexpectedEnd, isAtEnd {
      problems.append(
        Problem(
          code: "truncated", path: path, row: line,
          message: "the last line stops in the middle of an object; hand in the whole file"))
      return
    }
    let column = error.offset + 1
    problems.append(
      Problem(
        code: "bad-json", path: path, row: line,
        found: found(range.lowerBound + error.offset, range), expected: "one JSON object a line",
        message: "byte \(column) of the line: \(error.message); the line was not read, mend it"))
  }

  /// The byte that was wrong. One byte gives no text away.
  private func found(_ place: Int, _ range: Range<Int>) -> String {
    guard range.contains(place), bytes[place] != UInt8(ascii: "\r") else { return "end of line" }
    let byte = bytes[place]
    return (0x21..<0x7F).contains(byte)
      ? String(UnicodeScalar(byte)) : "byte 0x" + String(byte, radix: 16, uppercase: true)
  }
}
