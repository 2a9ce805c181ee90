/// One text under the scanner: folded bytes, who speaks, what the scopes are, the way back.
struct Subject: Sendable {
  let folded: FoldedText
  let segmented: SegmentedText
  let units: TextUnits
  let text: RecordText
  let origin: Location
  let lines: LineStarts

  var bytes: [UInt8] { folded.bytes }
  var count: Int { folded.bytes.count }

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
      guard set.voices.holds(segment) else { break }
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
      words: MarkedWords(start..<end, of: text.bytes), details: details)
    if let reading = text.reading { mark.readings = .only(reading) }
    return mark
  }

  /// Where source bytes of the text lie in what the user gave.
  private func location(_ range: Range<Int>) -> Location {
    var location = origin
    location.field = text.field.rawValue
    if let view = text.view { return view.locate(range, in: location) }
    let (line, column) = lines.place(of: range.lowerBound, in: text.bytes)
    location.line = line + text.lineOffset
    location.column = column
    location.start = range.lowerBound + text.byteOffset
    location.end = range.upperBound + text.byteOffset
    return location
  }
}
