/// One record of a CSV file.
struct CSVRecord: Sendable {
  /// Its place in the file, blank lines counted, from 1.
  var row = 0
  /// The line that it begins in, from 1.
  var line = 0
  /// Where it begins, in bytes.
  var start = 0
  var fields: [Field] = []
  /// Whether it is a line without a character.
  var isBlank = false
  /// The first field, from 1, whose quotation marks are broken.
  var brokenField: Int?
  /// Whether the broken field's closing quotation mark never came, or had something behind it.
  var isUnterminated = false
  /// Whether the file ended without a line break behind it.
  var isCutOff = false

  /// Where a field's text stands.
  struct Field: Sendable {
    var range: Range<Int>
    /// Whether quotation marks in it are written twice.
    var isDoubled = false
  }
}

/// Cuts bytes into records and fields as RFC 4180 does.
///
/// A field with a broken quotation mark is read once more as ending in the line it began in, so
/// that it does not swallow the rows after it: there, a mark closes the field only before a
/// delimiter or the line's end. A mark inside a field without quotation marks is text.
struct CSVReader {
  private let bytes: [UInt8]
  private let delimiter: UInt8
  /// Old Macintosh files end lines with a carriage return alone.
  private let endsLinesWithReturn: Bool
  private(set) var place = CSVPlace()
  private var at: Int {
    get { place.at }
    set { place.at = newValue }
  }
  /// Where records that begin there or behind it are not read.
  private var end: Int
  /// Whether the last record hangs on what stands behind the bytes.
  private(set) var touchesEnd = false

  /// - Parameters:
  ///   - bytes: Valid UTF-8, without a byte order mark.
  ///   - hasNewline: Whether any line of the file ends in a newline, where these are not all of it.
  init(_ bytes: [UInt8], delimiter: UInt8, hasNewline: Bool? = nil) {
    self.bytes = bytes
    self.delimiter = delimiter
    endsLinesWithReturn = !(hasNewline ?? bytes.contains(newline))
    end = bytes.count
  }

  /// The same file, in other bytes of it.
  func over(_ window: [UInt8], from place: CSVPlace, to end: Int) -> CSVReader {
    var reader = CSVReader(window, delimiter: delimiter, hasNewline: !endsLinesWithReturn)
    reader.place = place
    reader.end = end
    return reader
  }

  /// A field's text.
  func text(_ field: CSVRecord.Field) -> String {
    text(field.range, doubled: field.isDoubled)
  }

  /// Goes to a record within the bytes.
  mutating func move(to place: CSVPlace) { self.place = place }

  /// Reads the next record into `record`; `false` at the end.
  mutating func next(_ record: inout CSVRecord) -> Bool {
    guard at < end else { return false }
    touchesEnd = false
    place.row += 1
    record.row = place.row
    record.line = place.line
    record.start = at
    record.fields.removeAll(keepingCapacity: true)
    record.brokenField = nil
    record.isCutOff = false
    let start = at
    while true {
      record.fields.append(at < bytes.count && bytes[at] == quote ? quoted(&record) : plain())
      guard at < bytes.count else {
        record.isCutOff = true
        touchesEnd = true
        break
      }
      if bytes[at] == delimiter {
        at += 1
        continue
      }
      skipLineEnd()
      break
    }
    record.isBlank =
      record.fields.count == 1 && record.fields[0].range.isEmpty && bytes[start] != quote
    return true
  }

  private mutating func plain() -> CSVRecord.Field {
    let start = at
    while true {
      at = ByteSearch.first(
        of: delimiter, newline, carriageReturn, in: bytes, from: at, to: bytes.count)
      if at < bytes.count, bytes[at] == carriageReturn, !isLineEnd(at) {
        at += 1
        continue
      }
      return CSVRecord.Field(range: start..<at)
    }
  }

  private mutating func quoted(_ record: inout CSVRecord) -> CSVRecord.Field {
    let start = at + 1
    var close = start
    var doubled = false
    while true {
      close = ByteSearch.first(of: quote, in: bytes, from: close, to: bytes.count)
      guard close < bytes.count else { break }
      guard close + 1 < bytes.count, bytes[close + 1] == quote else { break }
      doubled = true
      close += 2
    }
    // A carriage return is known for a line's end by what follows it.
    if close + 2 >= bytes.count { touchesEnd = true }
    if close < bytes.count, endsField(close + 1) {
      place.line += ByteSearch.count(of: newline, in: bytes, from: start, to: close)
      at = close + 1
      return CSVRecord.Field(range: start..<close, isDoubled: doubled)
    }
    if record.brokenField == nil {
      record.brokenField = record.fields.count + 1
      record.isUnterminated = close >= bytes.count
    }
    return brokenField(from: start)
  }

  /// Reads a field with broken quotation marks as ending in the line it began in.
  private mutating func brokenField(from start: Int) -> CSVRecord.Field {
    var lineEnd = start
    while lineEnd < bytes.count, !isLineEnd(lineEnd) { lineEnd += 1 }
    if lineEnd == bytes.count { touchesEnd = true }
    var close = start
    while close < lineEnd {
      close = ByteSearch.first(of: quote, in: bytes, from: close, to: lineEnd)
      if close < lineEnd, close + 1 == lineEnd || bytes[close + 1] == delimiter {
        at = close + 1
        return CSVRecord.Field(range: start..<close, isDoubled: true)
      }
      close += 1
    }
    at = lineEnd
    return CSVRecord.Field(range: start..<lineEnd, isDoubled: true)
  }

  private func text(_ range: Range<Int>, doubled: Bool) -> String {
    guard doubled else { return String(decoding: bytes[range], as: UTF8.self) }
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      result.append(bytes[index])
      let isPair =
        bytes[index] == quote && index + 1 < range.upperBound && bytes[index + 1] == quote
      index += isPair ? 2 : 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func endsField(_ index: Int) -> Bool {
    index == bytes.count || bytes[index] == delimiter || isLineEnd(index)
  }

  private func isLineEnd(_ index: Int) -> Bool {
    switch bytes[index] {
    case newline: true
    case carriageReturn:
      endsLinesWithReturn || (index + 1 < bytes.count && bytes[index + 1] == newline)
    default: false
    }
  }

  private mutating func skipLineEnd() {
    if bytes[at] == carriageReturn, at + 1 < bytes.count, bytes[at + 1] == newline { at += 1 }
    at += 1
    place.line += 1
  }
}

/// A place between records of a CSV file, and the numbers of what stands before it.
struct CSVPlace: Sendable {
  var at = 0
  /// Records before it.
  var row = 0
  /// Its line, from 1.
  var line = 1
}

private let quote = UInt8(ascii: "\"")
private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
