/// How a text that was read out of markup, a mail or a template lies in the file that its author
/// edits: findings stand there, in the file's own lines and columns.
struct SourceView: Sendable {
  /// The file's bytes, as UTF-8 where it is a text.
  let source: [UInt8]
  let map: OffsetMap

  /// Where read bytes lie.
  func locate(_ range: Range<Int>, in location: Location) -> Location {
    Self.locate(map.source(of: range), of: source, in: location)
  }

  /// A stretch of a file by line, column and offsets.
  static func locate(_ range: Range<Int>, of source: [UInt8], in location: Location) -> Location {
    var location = location
    let start = min(range.lowerBound, source.count)
    let before = source[..<start]
    let lineStart = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
    location.line = before.count { $0 == 10 } + 1
    location.column = source[lineStart..<start].count { $0 & 0xC0 != 0x80 } + 1
    location.start = start
    location.end = min(max(range.upperBound, start), source.count)
    return location
  }

  /// The line that an offset lies in, from 1.
  static func line(of offset: Int, in source: [UInt8]) -> Int {
    source[..<min(offset, source.count)].count { $0 == 10 } + 1
  }
}

/// One way in which a document may reach a reader: one choice of a template's branches, one of a
/// mail's alternative parts.
public struct Reading: Sendable, Hashable {
  /// What was chosen, in the order of the file.
  var choices: [Choice] = []

  struct Choice: Sendable, Hashable {
    /// Such as `where state == "CA"` or `in the text/plain part`.
    var label: String
    /// Where the choice stands in the file.
    var location: Location
  }

  /// How many readings of one document there can be: a mark notes its readings by bits.
  static let limit = 128
}

/// A set of readings of one document, by their numbers.
typealias ReadingSet = UInt128

extension ReadingSet {
  static func only(_ reading: Int) -> ReadingSet {
    1 << ReadingSet(Swift.min(reading, Reading.limit - 1))
  }
  func holds(_ reading: Int) -> Bool { self & .only(reading) != 0 }
}
