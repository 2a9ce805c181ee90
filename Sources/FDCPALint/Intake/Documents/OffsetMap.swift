/// The way back from a text as it is read to the file that somebody edits.
struct OffsetMap: Sendable, Hashable {
  /// Bytes of the read text, up to the next run's, that came from one stretch of the file.
  struct Run: Sendable, Hashable {
    var read: Int
    var source: Int
    /// How many bytes of the file.
    var length: Int
    /// Whether the bytes are the file's own, one for one; otherwise all stand for the stretch.
    var isVerbatim: Bool
  }

  private(set) var runs: [Run] = []

  /// The map of a text that is a stretch of the file.
  init(of source: Range<Int>) {
    runs = [Run(read: 0, source: source.lowerBound, length: source.count, isVerbatim: true)]
  }

  init() {}

  /// Where read bytes lie in the file. An empty range lies where its next byte would.
  func source(of range: Range<Int>) -> Range<Int> {
    guard !runs.isEmpty else { return 0..<0 }
    let first = runs[index(at: range.lowerBound)]
    let start =
      first.isVerbatim
      ? first.source + min(range.lowerBound - first.read, first.length) : first.source
    guard !range.isEmpty else { return start..<start }
    let last = runs[index(at: range.upperBound - 1)]
    let end =
      last.isVerbatim
      ? last.source + min(range.upperBound - last.read, last.length) : last.source + last.length
    // Text that was moved, such as a tooltip's, may follow on what stands behind it in the file.
    return end >= start ? start..<end : start..<(first.source + first.length)
  }

  /// Adds bytes of the read text that come from a stretch of the file.
  mutating func append(at read: Int, source: Range<Int>, isVerbatim: Bool) {
    if isVerbatim, let last = runs.last, last.isVerbatim,
      last.source + last.length == source.lowerBound, last.read + last.length == read
    {
      runs[runs.count - 1].length += source.count
    } else {
      runs.append(
        Run(read: read, source: source.lowerBound, length: source.count, isVerbatim: isVerbatim))
    }
  }

  /// The run that a read byte belongs to.
  func index(at read: Int) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].read <= read { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }
}

/// A text under reading: what there is of it so far, and where each byte of that came from.
struct MappedText: Sendable {
  /// Valid UTF-8 once charsets are undone.
  var bytes: [UInt8]
  var map: OffsetMap

  init(bytes: [UInt8], map: OffsetMap) {
    self.bytes = bytes
    self.map = map
  }

  /// A stretch of the file as it stands.
  init(_ source: [UInt8], _ range: Range<Int>) {
    bytes = Array(source[range])
    map = OffsetMap(of: range)
  }

  var string: String { String(decoding: bytes, as: UTF8.self) }
}

/// Makes the next text of one under reading. Each reader copies what stays, and puts what stands
/// in the place of something; the way back to the file comes of itself.
struct TextBuilder {
  let input: MappedText
  private(set) var bytes: [UInt8] = []
  private var map = OffsetMap()

  init(_ input: MappedText) {
    self.input = input
    bytes.reserveCapacity(input.bytes.count)
  }

  var text: MappedText { MappedText(bytes: bytes, map: map) }

  /// Copies bytes of the input.
  mutating func copy(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let runs = input.map.runs
    var at = range.lowerBound
    var index = input.map.index(at: at)
    while at < range.upperBound {
      let next = index + 1 < runs.count ? runs[index + 1].read : input.bytes.count
      let end = min(max(next, at + 1), range.upperBound)
      let run = runs[index]
      if run.isVerbatim {
        let start = run.source + (at - run.read)
        map.append(at: bytes.count, source: start..<start + (end - at), isVerbatim: true)
      } else {
        map.append(
          at: bytes.count, source: run.source..<run.source + run.length, isVerbatim: false)
      }
      bytes += input.bytes[at..<end]
      at = end
      index += 1
    }
  }

  /// Puts bytes in the place of a stretch of the input.
  mutating func put(_ new: some Collection<UInt8>, for range: Range<Int>) {
    guard !new.isEmpty else { return }
    map.append(at: bytes.count, source: input.map.source(of: range), isVerbatim: false)
    bytes += new
  }

  mutating func put(_ new: String, for range: Range<Int>) { put(Array(new.utf8), for: range) }

  /// Adds another text behind this one.
  mutating func append(_ other: MappedText) {
    let runs = other.map.runs
    for (index, run) in runs.enumerated() {
      let end = index + 1 < runs.count ? runs[index + 1].read : other.bytes.count
      guard end > run.read else { continue }
      map.append(
        at: bytes.count, source: run.source..<run.source + run.length, isVerbatim: run.isVerbatim)
      bytes += other.bytes[run.read..<end]
    }
  }
}
