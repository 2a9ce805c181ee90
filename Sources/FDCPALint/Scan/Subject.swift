/// One text under the scanner: folded bytes, who speaks, what the scopes are, the way back.
struct Subject: Sendable {
  let folded: FoldedText
  let segmented: SegmentedText
  let units: TextUnits
  let text: RecordText
  let origin: Location

  var bytes: [UInt8] { folded.bytes }
  var count: Int { folded.bytes.count }

  /// How much of a line an excerpt shows on either side of the marked words, in bytes.
  private static let excerptReach = 90

  func unit(_ scope: TextScope, at offset: Int) -> Range<Int> {
    units.unit(scope, at: offset, count: count)
  }

  /// How far a match that begins at an offset may reach: to the end of its scope, or of the
  /// words of speakers and modes that the set is about. The offset itself if it is not about these.
  func limit(at offset: Int, _ set: ScanSet) -> Int {
    let scope = unit(set.within, at: offset)
    var index = segmented.index(at: offset)
    var end = offset
    while index < segmented.segments.count {
      let segment = segmented.segments[index]
      guard set.speakers.contains(segment.speaker), set.modes.contains(segment.mode) else { break }
      end = segment.span.upperBound
      if end >= scope.upperBound { break }
      index += 1
    }
    return min(end, scope.upperBound)
  }

  func endOfSegment(at offset: Int) -> Int {
    segmented.segments[segmented.index(at: offset)].span.upperBound
  }

  /// The offset of the character behind the one at an offset.
  func next(after offset: Int) -> Int {
    offset < count ? offset + FoldedText.length(of: bytes[offset]) : offset + 1
  }

  /// Runs of letters and digits.
  func words(in range: Range<Int>) -> Int {
    var count = 0
    var inWord = false
    for byte in bytes[range.clamped(to: 0..<bytes.count)] {
      let isWord =
        TextUnits.isLetter(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "'")
      if isWord && !inWord { count += 1 }
      inWord = isWord
    }
    return count
  }

  /// Where the first `number` words of the collector, or of whoever is not known, end.
  func endOfFirstCollectorWords(_ number: Int) -> Int {
    var left = number
    for segment in segmented.segments
    where segment.speaker == .collector || segment.speaker == .unknown {
      var inWord = false
      for index in segment.span {
        let byte = bytes[index]
        let isWord =
          TextUnits.isLetter(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "'")
        if isWord && !inWord {
          if left == 0 { return index }
          left -= 1
        }
        inWord = isWord
      }
    }
    return count
  }

  func sourceText(_ range: Range<Int>) -> String {
    let source = folded.sourceOffset(range.lowerBound)..<folded.sourceOffset(range.upperBound)
    return String(decoding: text.bytes[source.clamped(to: 0..<text.bytes.count)], as: UTF8.self)
  }

  func mark(_ hit: Range<Int>, set: Int, pattern: Int, details: [String: String]) -> Mark {
    let segment = segmented.segments[segmented.index(at: hit.lowerBound)]
    let start = folded.sourceOffset(hit.lowerBound)
    let end = max(start, folded.sourceOffset(hit.upperBound))
    var mark = Mark(
      set: set, pattern: pattern, location: location(start..<end), kind: text.kind,
      speaker: segment.speaker, mode: segment.mode,
      text: String(decoding: text.bytes[start..<end], as: UTF8.self),
      excerpt: excerpt(start..<end), details: details)
    if let reading = text.reading { mark.readings = .only(reading) }
    return mark
  }

  /// Where source bytes of the text lie in what the user gave.
  private func location(_ range: Range<Int>) -> Location {
    var location = origin
    location.field = text.field.rawValue
    if let view = text.view { return view.locate(range, in: location) }
    let before = text.bytes[..<range.lowerBound]
    let lineStart = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
    location.line = before.count { $0 == 10 } + 1 + text.lineOffset
    location.column = text.bytes[lineStart..<range.lowerBound].count { $0 & 0xC0 != 0x80 } + 1
    location.start = range.lowerBound + text.byteOffset
    location.end = range.upperBound + text.byteOffset
    return location
  }

  private func excerpt(_ range: Range<Int>) -> Excerpt {
    let bytes = text.bytes
    var start = bytes[..<range.lowerBound].lastIndex(of: 10).map { $0 + 1 } ?? 0
    var end = bytes[range.upperBound...].firstIndex(of: 10) ?? bytes.count
    let (lineStart, lineEnd) = (start, end)
    if range.lowerBound - start > Self.excerptReach {
      start = range.lowerBound - Self.excerptReach
      while start < range.lowerBound, bytes[start] & 0xC0 == 0x80 || bytes[start - 1] != 32 {
        start += 1
      }
    }
    if end - range.upperBound > Self.excerptReach {
      end = range.upperBound + Self.excerptReach
      while end > range.upperBound, bytes[end] & 0xC0 == 0x80 || bytes[end] != 32 { end -= 1 }
    }
    if end > start, bytes[end - 1] == 13, end > range.upperBound { end -= 1 }
    return Excerpt(
      text: String(decoding: bytes[start..<end], as: UTF8.self),
      marked: range.lowerBound - start..<range.upperBound - start,
      cutBefore: start > lineStart, cutAfter: end < lineEnd - 1)
  }
}
