/// A stretch of a text with one speaker.
struct Segment: Sendable, Hashable {
  /// Bytes of the folded text.
  var span: Range<Int>
  var speaker: Speaker
  var mode: SpeechMode
}

/// A text cut into segments, which cover it without gaps, and where its labelled turns begin.
struct SegmentedText: Sendable {
  var segments: [Segment]
  var turnStarts: [Int]

  /// The index of the segment that an offset lies in.
  func index(at offset: Int) -> Int {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].span.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return min(low, segments.count - 1)
  }
}
