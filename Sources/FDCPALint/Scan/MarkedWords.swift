/// Words of a text, which they share with it: most marks are counted and never shown, so strings are
/// made when somebody asks.
struct MarkedWords: Sendable, Hashable {
  private enum Form: Hashable, Sendable {
    /// Bytes of a source in valid UTF-8.
    case part(Range<Int>, of: [UInt8])
    /// As an earlier run kept them, whose source is not at hand.
    case kept(String, Excerpt)

    func hash(into hasher: inout Hasher) {
      switch self {
      case .part(let range, of: _): hasher.combine(range)
      case .kept(let text, _): hasher.combine(text)
      }
    }
  }
  private let form: Form

  /// How much of a line an excerpt shows on either side of the marked words, in bytes.
  private static let excerptReach = 90

  /// - Parameter range: Bytes of `source`.
  init(_ range: Range<Int>, of source: [UInt8]) {
    form = .part(range, of: source)
  }

  init(_ text: String, in excerpt: Excerpt) { form = .kept(text, excerpt) }

  var text: String {
    switch form {
    case .part(let range, of: let source): String(decoding: source[range], as: UTF8.self)
    case .kept(let text, _): text
    }
  }

  var excerpt: Excerpt {
    switch form {
    case .part(let range, of: let source): Self.excerpt(range, of: source)
    case .kept(_, let excerpt): excerpt
    }
  }

  private static func excerpt(_ range: Range<Int>, of source: [UInt8]) -> Excerpt {
    var start = source[..<range.lowerBound].lastIndex(of: 10).map { $0 + 1 } ?? 0
    var end = source[range.upperBound...].firstIndex(of: 10) ?? source.count
    let (lineStart, lineEnd) = (start, end)
    if range.lowerBound - start > excerptReach {
      start = range.lowerBound - excerptReach
      while start < range.lowerBound, source[start] & 0xC0 == 0x80 || source[start - 1] != 32 {
        start += 1
      }
    }
    if end - range.upperBound > excerptReach {
      end = range.upperBound + excerptReach
      while end > range.upperBound, source[end] & 0xC0 == 0x80 || source[end] != 32 { end -= 1 }
    }
    if end > start, source[end - 1] == 13, end > range.upperBound { end -= 1 }
    return Excerpt(
      text: String(decoding: source[start..<end], as: UTF8.self),
      marked: range.lowerBound - start..<range.upperBound - start,
      cutBefore: start > lineStart, cutAfter: end < lineEnd - 1)
  }
}
