/// The words of a Word document: its paragraphs, tables, text boxes, notes, headers and footers.
///
/// Read from the document's own XML by a few dozen lines, because the converters at hand leave out
/// what a letter's reader sees: pandoc drops headers, footers and text boxes, where a collector's
/// disclosure often stands.
struct WordText {
  private let bytes: [UInt8]
  private(set) var text: [UInt8] = []
  private var gap = TextGap.none
  private var rowHasWords = false
  /// Whether a cell has begun and holds no word yet.
  private var opensCell = false
  /// Text boxes, which would tear the paragraph apart that they hang on.
  private var boxes: [Range<Int>] = []
  /// Fields that are open, the outer ones first.
  private var fields: [Field] = []
  /// Texts that a field would put in under some condition.
  private var asides: [[UInt8]] = []

  private struct Field {
    var instruction: [UInt8] = []
    var isRead = false
    /// Whether its result is somebody's value rather than the letter's words.
    var isValue = false
  }

  /// - Parameter parts: The XML of the document's parts, one after the other in any order.
  /// - Returns: Blocks of text, parted by empty lines; the body comes first.
  static func read(_ parts: [UInt8]) -> [UInt8] {
    var reader = WordText(parts)
    let ranges = reader.parts()
    let isBody = ranges.map { reader.find("<w:document", in: $0) != nil }
    for (range, _) in zip(ranges, isBody).filter(\.1) + zip(ranges, isBody).filter({ !$0.1 }) {
      reader.read(range)
      while !reader.boxes.isEmpty {
        let box = reader.boxes.removeFirst()
        reader.gap = .paragraph
        reader.read(box)
      }
      reader.fields = []
      while !reader.asides.isEmpty {
        let aside = reader.asides.removeFirst()
        reader.gap = .paragraph
        reader.put(aside)
      }
      reader.gap = .paragraph
    }
    return reader.text
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  private func parts() -> [Range<Int>] {
    var starts: [Int] = []
    var at = 0
    while let next = find("<?xml", in: at..<bytes.count) {
      starts.append(next)
      at = next + 5
    }
    return zip(starts, starts.dropFirst() + [bytes.count]).map { $0..<$1 }
  }

  private func find(_ wanted: String, in range: Range<Int>) -> Int? {
    Placeholders.find(Array(wanted.utf8), in: bytes, from: range.lowerBound, to: range.upperBound)
  }

  private mutating func read(_ range: Range<Int>) {
    var at = range.lowerBound
    while at < range.upperBound {
      let open = ByteSearch.first(of: UInt8(ascii: "<"), in: bytes, from: at, to: range.upperBound)
      let close = ByteSearch.first(
        of: UInt8(ascii: ">"), in: bytes, from: open, to: range.upperBound)
      guard close < range.upperBound else { return }
      at = element(open + 1..<close, in: range)
    }
  }

  /// Reads what a tag begins and gives the offset behind it.
  private mutating func element(_ tag: Range<Int>, in range: Range<Int>) -> Int {
    let isEnd = bytes[tag].first == UInt8(ascii: "/")
    let isWhole = bytes[tag].last == UInt8(ascii: "/")
    let full = bytes[tag].drop { $0 == UInt8(ascii: "/") }
      .prefix { !TextUnits.isSpace($0) && $0 != UInt8(ascii: "/") }
    let name = full.split(separator: UInt8(ascii: ":")).last ?? full
    let behind = tag.upperBound + 1
    func end() -> Int {
      let mark = "</" + String(decoding: full, as: UTF8.self) + ">"
      return find(mark, in: behind..<range.upperBound) ?? range.upperBound
    }
    switch String(decoding: name, as: UTF8.self) {
    case "t" where !isEnd && !isWhole:
      if !fields.contains(where: \.isValue) { words(behind..<end()) }
      return end()
    case "instrText" where !isEnd && !isWhole:
      let range = behind..<end()
      if !fields.isEmpty { fields[fields.count - 1].instruction += bytes[range] }
      return range.upperBound
    case "fldChar" where !isEnd: field(bytes[tag])
    case "txbxContent" where !isEnd && !isWhole:
      boxes.append(behind..<end())
      return end()
    // Older programs' copy of what stands beside it.
    case "Fallback" where !isEnd && !isWhole: return end()
    case "p":
      if !opensCell { gap = max(gap, .paragraph) }
    case "tr":
      gap = max(gap, .paragraph)
      rowHasWords = false
      opensCell = false
    case "tc":
      // What a row says stays on one line, whatever paragraphs its cells hold.
      if rowHasWords { gap = .cell }
      opensCell = !isEnd
    case "tab": gap = max(gap, .space)
    case "br", "cr": gap = max(gap, .line)
    case "noBreakHyphen": put([UInt8(ascii: "-")])
    default: break
    }
    return behind
  }

  // MARK: Fields

  /// Reads a mark of a field: its beginning, where its result begins, its end.
  private mutating func field(_ tag: ArraySlice<UInt8>) {
    let tag = String(decoding: tag, as: UTF8.self)
    if tag.contains("\"begin\"") {
      fields.append(Field())
    } else if tag.contains("\"separate\"") {
      readInstruction()
    } else if tag.contains("\"end\""), !fields.isEmpty {
      readInstruction()
      fields.removeLast()
    }
  }

  /// A merge field is a place left for a value. Where a field chooses among texts, all of them are
  /// read, because any may reach somebody.
  private mutating func readInstruction() {
    guard let field = fields.last, !field.isRead else { return }
    fields[fields.count - 1].isRead = true
    let instruction = String(decoding: field.instruction, as: UTF8.self)
      .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
    let words = instruction.split(whereSeparator: \.isWhitespace)
    if words.first == "MERGEFIELD", words.count > 1 {
      fields[fields.count - 1].isValue = true
      if fields.count == 1 {
        put(Array("«\(words[1].filter { $0 != "\"" })»".utf8))
      }
      return
    }
    let quoted = instruction.split(separator: "\"", omittingEmptySubsequences: false)
    for (index, text) in quoted.enumerated() where index % 2 == 1 && text.contains(" ") {
      asides.append(Array(text.utf8))
    }
  }

  private mutating func put(_ words: some Collection<UInt8>) {
    if !text.isEmpty { text += gap.bytes }
    gap = .none
    rowHasWords = true
    opensCell = false
    text += words
  }

  private mutating func words(_ range: Range<Int>) {
    var at = range.lowerBound
    while at < range.upperBound {
      if TextUnits.isSpace(bytes[at]) {
        gap = max(gap, .space)
        at += 1
      } else if bytes[at] == UInt8(ascii: "&") {
        let end = ByteSearch.first(
          of: UInt8(ascii: ";"), in: bytes, from: at, to: range.upperBound)
        let name = String(decoding: bytes[at + 1..<end], as: UTF8.self)
        if let scalar = HTMLEntities.scalar(name) { put(Array(String(scalar).utf8)) }
        at = end + 1
      } else {
        var end = at
        while end < range.upperBound, !TextUnits.isSpace(bytes[end]),
          bytes[end] != UInt8(ascii: "&")
        {
          end += 1
        }
        put(bytes[at..<end])
        at = end
      }
    }
  }
}
