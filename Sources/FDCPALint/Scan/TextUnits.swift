/// The stretches of one text that scopes speak of: where each ends, as byte offsets.
struct TextUnits: Sendable {
  /// Ends of sentences, in order; the last one is the text's end.
  let sentences: [Int]
  let clauses: [Int]
  let lines: [Int]
  let turns: [Int]

  /// - Parameters:
  ///   - bytes: Folded text.
  ///   - turnStarts: Where labelled turns begin.
  ///   - abbreviations: Lower-case words that a full stop may follow within a sentence.
  init(_ bytes: [UInt8], turnStarts: [Int], abbreviations: Set<[UInt8]>) {
    var sentences: [Int] = []
    var clauses: [Int] = []
    var lines: [Int] = []
    var index = 0
    var turn = turnStarts.makeIterator()
    var nextTurn = turn.next()
    while index < bytes.count {
      if index == nextTurn {
        if index > 0 {
          sentences.append(index)
          clauses.append(index)
        }
        nextTurn = turn.next()
      }
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\n"):
        lines.append(index + 1)
        if Self.opensBlock(bytes, index + 1) {
          sentences.append(index + 1)
        }
        clauses.append(index + 1)
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
        let end = Self.pastClosers(bytes, index + 1)
        let closes = end == bytes.count || Self.isSpace(bytes[end])
        if closes && !(byte == UInt8(ascii: ".") && Self.isAbbreviated(bytes, index, abbreviations))
        {
          sentences.append(end)
          clauses.append(end)
        }
      case UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "/"),
        UInt8(ascii: "-"):
        // A slash or dash parts facts only between spaces: "w/ cust" and "check-in" are words.
        let spaced = index + 1 < bytes.count && Self.isSpace(bytes[index + 1])
        let isJoiner = byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-")
        let before = index == 0 || Self.isSpace(bytes[index - 1])
        if spaced && (!isJoiner || before) { clauses.append(index + 1) }
      default: break
      }
      index += 1
    }
    self.sentences = Self.closed(sentences, bytes.count)
    self.clauses = Self.closed(clauses, bytes.count)
    self.lines = Self.closed(lines, bytes.count)
    turns = Self.closed(turnStarts.filter { $0 > 0 }, bytes.count)
  }

  /// The unit of a scope that an offset lies in.
  func unit(_ scope: TextScope, at offset: Int, count: Int) -> Range<Int> {
    let ends: [Int]
    switch scope {
    case .document, .words: return 0..<count
    case .sentence: ends = sentences
    case .clause: ends = clauses
    case .line: ends = lines
    case .turn: ends = turns
    }
    var low = 0
    var high = ends.count
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    let start = low == 0 ? 0 : ends[low - 1]
    return start..<(low < ends.count ? max(start, ends[low]) : count)
  }

  private static func closed(_ ends: [Int], _ count: Int) -> [Int] {
    var ends = ends.filter { $0 < count }
    ends.append(count)
    return ends
  }

  /// Whether a line opens a paragraph or a list item, which ends the sentence before it.
  private static func opensBlock(_ bytes: [UInt8], _ start: Int) -> Bool {
    var index = start
    while index < bytes.count,
      bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t")
        || bytes[index] == UInt8(ascii: "\r")
    {
      index += 1
    }
    guard index < bytes.count else { return true }
    switch bytes[index] {
    case UInt8(ascii: "\n"), UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: "|"): return true
    case UInt8(ascii: "-"): return index + 1 < bytes.count && isSpace(bytes[index + 1])
    default: break
    }
    var digits = index
    while digits < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[digits]) {
      digits += 1
    }
    guard digits > index, digits - index <= 2, digits + 1 < bytes.count else { return false }
    let mark = bytes[digits]
    return (mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")")) && isSpace(bytes[digits + 1])
  }

  private static func pastClosers(_ bytes: [UInt8], _ start: Int) -> Int {
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\""),
        UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"):
        index += 1
      default: return index
      }
    }
    return index
  }

  /// Whether the word before a full stop is one that is written with it, or an initial.
  private static func isAbbreviated(
    _ bytes: [UInt8], _ stop: Int, _ abbreviations: Set<[UInt8]>
  ) -> Bool {
    var start = stop
    while start > 0, isLetter(bytes[start - 1]) || bytes[start - 1] == UInt8(ascii: ".") {
      start -= 1
    }
    let word = bytes[start..<stop].map { (65...90).contains($0) ? $0 + 32 : $0 }
    if word.count == 1, start < stop, (65...90).contains(bytes[start]), word != [UInt8(ascii: "i")]
    {
      return true
    }
    return abbreviations.contains(word)
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
  static func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte) || byte >= 0x80
  }
}
