/// The words of a Markdown text as its reader sees them.
///
/// Folds emphasis, links, images, headings, quotes, code marks, rules, comments and tags away and
/// keeps the rest byte for byte, lists and tables among it: a rule then finds "will be **arrested**"
/// where its author wrote it. A small reader of our own, for the way back to line and column that
/// CommonMark libraries keep for blocks alone.
struct MarkdownText {
  private let bytes: [UInt8]
  private var builder: TextBuilder
  /// What is left out, or stands for something else, by its offset.
  private var folds: [(range: Range<Int>, with: [UInt8])] = []

  /// - Returns: The text without its marks, with the way back.
  static func read(_ input: MappedText) -> MappedText {
    var reader = MarkdownText(input)
    reader.readLines()
    return reader.folded()
  }

  private init(_ input: MappedText) {
    bytes = input.bytes
    builder = TextBuilder(input)
  }

  private mutating func fold(_ range: Range<Int>, _ with: String = "") {
    folds.append((range, Array(with.utf8)))
  }

  private mutating func folded() -> MappedText {
    folds.sort {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    }
    var at = 0
    for (range, with) in folds where range.lowerBound >= at {
      builder.copy(at..<range.lowerBound)
      builder.put(with, for: range)
      at = range.upperBound
    }
    builder.copy(at..<bytes.count)
    return builder.text
  }

  // MARK: Lines

  private mutating func readLines() {
    var start = 0
    var fence: UInt8?
    var paragraph: Int?
    var previousIsText = false
    while start < bytes.count {
      let newline = ByteSearch.first(of: 10, in: bytes, from: start, to: bytes.count)
      let next = min(newline + 1, bytes.count)
      defer { start = next }
      var at = start
      while at < newline, bytes[at] == 32 || bytes[at] == 9 { at += 1 }
      let line = trimmed(at..<newline)
      if let mark = bytes[line].first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~"),
        run(of: mark, from: line.lowerBound) >= 3, fence == nil || fence == mark
      {
        inline(&paragraph, to: start)
        fence = fence == nil ? mark : nil
        fold(line)
        previousIsText = false
        continue
      }
      if fence != nil { continue }
      if line.isEmpty || isRule(line) || isTableRule(line) || isReference(line) {
        inline(&paragraph, to: start)
        if isUnderline(line), previousIsText {
          fold(line)
        } else if !line.isEmpty {
          fold(line)
        }
        previousIsText = false
        continue
      }
      if previousIsText, isUnderline(line) {
        inline(&paragraph, to: start)
        fold(line)
        previousIsText = false
        continue
      }
      previousIsText = true
      let content = prefix(line, start)
      if paragraph == nil || content.isBlock {
        inline(&paragraph, to: start)
        paragraph = content.start
      }
      if content.isHeading {
        inline(&paragraph, to: newline)
        // A heading is a sentence of its own.
        if next < bytes.count { fold(next..<next, "\n") }
        previousIsText = false
      }
    }
    inline(&paragraph, to: bytes.count)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, TextUnits.isSpace(bytes[end - 1]) { end -= 1 }
    return range.lowerBound..<end
  }

  private func run(of byte: UInt8, from start: Int) -> Int {
    var at = start
    while at < bytes.count, bytes[at] == byte { at += 1 }
    return at - start
  }

  private func consists(_ line: Range<Int>, of allowed: String, least: Int) -> Bool {
    line.count >= least && bytes[line].allSatisfy { allowed.utf8.contains($0) }
  }

  /// `---`, `* * *`; a line of underscores is a blank to fill in, and stays.
  private func isRule(_ line: Range<Int>) -> Bool {
    ["- ", "* "].contains {
      consists(line, of: $0, least: 3) && bytes[line].count { $0 != 32 } >= 3
    }
  }

  private func isUnderline(_ line: Range<Int>) -> Bool {
    consists(line, of: "=", least: 2) || consists(line, of: "-", least: 2)
  }

  private func isTableRule(_ line: Range<Int>) -> Bool {
    consists(line, of: "|-: ", least: 3) && bytes[line].contains(UInt8(ascii: "-"))
      && bytes[line].contains(UInt8(ascii: "|"))
  }

  /// `[name]: address`, which no reader sees.
  private func isReference(_ line: Range<Int>) -> Bool {
    guard line.count > 4, bytes[line.lowerBound] == UInt8(ascii: "["),
      let close = bytes[line].firstIndex(of: UInt8(ascii: "]")), close + 2 < line.upperBound,
      bytes[close + 1] == UInt8(ascii: ":")
    else { return false }
    let address = bytes[(close + 2)..<line.upperBound].drop { $0 == 32 }
    return ["http", "mailto:", "tel:", "/", "#", "<"].contains {
      address.starts(with: Array($0.utf8))
    }
  }

  /// Folds what opens a line, and says where its own words begin.
  private mutating func prefix(_ line: Range<Int>, _ start: Int) -> (
    start: Int, isBlock: Bool, isHeading: Bool
  ) {
    var at = line.lowerBound
    var isBlock = false
    while at < line.upperBound, bytes[at] == UInt8(ascii: ">") {
      let end = at + 1 < line.upperBound && bytes[at + 1] == 32 ? at + 2 : at + 1
      fold(at..<end)
      at = end
    }
    let hashes = run(of: UInt8(ascii: "#"), from: at)
    if (1...6).contains(hashes), at + hashes < line.upperBound, bytes[at + hashes] == 32 {
      fold(at..<at + hashes + 1)
      var end = line.upperBound
      while end > at + hashes + 1, bytes[end - 1] == UInt8(ascii: "#") { end -= 1 }
      if end < line.upperBound, bytes[end - 1] == 32 { fold(end - 1..<line.upperBound) }
      return (at + hashes + 1, true, true)
    }
    if at + 1 < line.upperBound, bytes[at + 1] == 32, "-*+".utf8.contains(bytes[at]) {
      // One bullet for all, so that none is taken for emphasis.
      if bytes[at] != UInt8(ascii: "-") { fold(at..<at + 1, "-") }
      isBlock = true
      at += 2
    }
    return (at, isBlock, false)
  }

  private mutating func inline(_ paragraph: inout Int?, to end: Int) {
    if let start = paragraph, start < end {
      var inline = MarkdownInline(bytes, start..<end)
      inline.read()
      folds += inline.folds
    }
    paragraph = nil
  }
}
