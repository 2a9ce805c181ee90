/// Words of a text, which they share with it: most marks are counted and never shown, so strings are
/// made when somebody asks.
struct MarkedWords: Sendable, Hashable {
  /// Valid UTF-8.
  private let source: [UInt8]
  /// Bytes of the source.
  private let range: Range<Int>

  /// How much of a line an excerpt shows on either side of the marked words, in bytes.
  private static let excerptReach = 90

  /// - Parameter range: Bytes of `source`.
  init(_ range: Range<Int>, of source: [UInt8]) {
    self.source = source
    self.range = range
  }

  func hash(into hasher: inout Hasher) { hasher.combine(range) }

  var text: String { String(decoding: source[range], as: UTF8.self) }

  var excerpt: Excerpt {
    var start = source[..<range.lowerBound].lastIndex(of: 10).map { $0 + 1 } ?? 0
    var end = source[range.upperBound...].firstIndex(of: 10) ?? source.count
    let (lineStart, lineEnd) = (start, end)
    if range.lowerBound - start > Self.excerptReach {
      start = range.lowerBound - Self.excerptReach
      while start < range.lowerBound, source[start] & 0xC0 == 0x80 || source[start - 1] != 32 {
        start += 1
      }
    }
    if end - range.upperBound > Self.excerptReach {
      end = range.upperBound + Self.excerptReach
      while end > range.upperBound, source[end] & 0xC0 == 0x80 || source[end] != 32 { end -= 1 }
    }
    if end > start, source[end - 1] == 13, end > range.upperBound { end -= 1 }
    return Excerpt(
      text: String(decoding: source[start..<end], as: UTF8.self),
      marked: range.lowerBound - start..<range.upperBound - start,
      cutBefore: start > lineStart, cutAfter: end < lineEnd - 1)
  }
}
