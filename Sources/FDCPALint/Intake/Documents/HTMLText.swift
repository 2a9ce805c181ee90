/// The words of an HTML page as its reader sees them.
///
/// A small reader of our own, because findings must point at the author's line and column: the
/// parsers at hand build a tree and forget where its text stood (libxml2 keeps a line number for
/// an element, none for the words in it). It reads tags, attributes, comments and references as
/// browsers do, and judges nothing else about the page.
///
/// - Blocks end paragraphs, `br` ends a line, the cells of a row stay on one line.
/// - `script` and `style` are dropped, comments too. Hidden text is read: what one program hides,
///   another shows.
/// - The words of `alt`, buttons' `value` and `placeholder` stand where they are; those of `title`
///   are told at the end, because they would tear the sentence apart.
struct HTMLText {
  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hr", "html", "legend", "li", "main", "nav", "ol", "option", "p", "pre",
    "section", "select", "summary", "table", "tbody", "tfoot", "thead", "title", "tr", "ul",
  ]

  private let input: MappedText
  private let bytes: [UInt8]
  private var builder: TextBuilder
  private var gap = TextGap.none
  private var titles: [Range<Int>] = []
  private var isPreformatted = false
  private var rowHasWords = false
  /// Whether a cell has begun and holds no word yet.
  private var opensCell = false

  /// - Returns: The page's text, with the way back to its markup.
  static func read(_ input: MappedText) -> MappedText {
    var reader = HTMLText(input)
    reader.read()
    return reader.builder.text
  }

  private init(_ input: MappedText) {
    self.input = input
    bytes = input.bytes
    builder = TextBuilder(input)
  }

  private mutating func read() {
    var at = 0
    while at < bytes.count {
      let next = ByteSearch.first(of: UInt8(ascii: "<"), in: bytes, from: at, to: bytes.count)
      text(at..<next)
      guard next < bytes.count else { break }
      at = markup(next)
    }
    for title in titles {
      gap = .paragraph
      text(title)
    }
  }

  private mutating func need(_ wanted: TextGap) { gap = max(gap, wanted) }

  /// Puts the gap that is due before words, none at the beginning.
  private mutating func separate(at offset: Int) {
    if !builder.bytes.isEmpty { builder.put(gap.bytes, for: offset..<offset) }
    gap = .none
    rowHasWords = true
    opensCell = false
  }

  // MARK: Words

  private mutating func text(_ range: Range<Int>) {
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = bytes[at]
      if TextUnits.isSpace(byte) {
        need(isPreformatted && byte == 10 ? .line : .space)
        at += 1
      } else if byte == UInt8(ascii: "&"), let (scalar, end) = reference(at, range.upperBound) {
        separate(at: at)
        builder.put(Array(String(scalar).utf8), for: at..<end)
        at = end
      } else {
        separate(at: at)
        var end = at + 1
        while end < range.upperBound, !TextUnits.isSpace(bytes[end]),
          bytes[end] != UInt8(ascii: "&")
        {
          end += 1
        }
        builder.copy(at..<end)
        at = end
      }
    }
  }

  private func reference(_ start: Int, _ limit: Int) -> (Unicode.Scalar, Int)? {
    let reach = min(limit, start + 32)
    var end = start + 1
    while end < reach, bytes[end] == UInt8(ascii: "#") || TextUnits.isWordByte(bytes[end]) {
      end += 1
    }
    let name = String(decoding: bytes[start + 1..<end], as: UTF8.self)
    guard let scalar = HTMLEntities.scalar(name) else { return nil }
    return (scalar, end < limit && bytes[end] == UInt8(ascii: ";") ? end + 1 : end)
  }

  // MARK: Markup

  /// Reads what a `<` begins and gives the offset behind it.
  private mutating func markup(_ start: Int) -> Int {
    let rest = bytes[start...]
    if rest.starts(with: Array("<!--".utf8)) {
      return find("-->", from: start + 4).map { $0 + 3 } ?? bytes.count
    }
    // `<<name>>` and `<%= name %>` are templates' own.
    if let (range, _) = Placeholders.placeholder(bytes, start) {
      separate(at: start)
      builder.copy(range)
      return range.upperBound
    }
    guard start + 1 < bytes.count else {
      text(start..<bytes.count)
      return bytes.count
    }
    let next = bytes[start + 1]
    if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
      return find(">", from: start + 2).map { $0 + 1 } ?? bytes.count
    }
    let isEnd = next == UInt8(ascii: "/")
    let nameStart = start + (isEnd ? 2 : 1)
    guard nameStart < bytes.count, TextUnits.isLetter(bytes[nameStart]), bytes[nameStart] < 0x80
    else {
      separate(at: start)
      builder.copy(start..<start + 1)
      return start + 1
    }
    var at = nameStart
    while at < bytes.count, !TextUnits.isSpace(bytes[at]), bytes[at] != UInt8(ascii: ">"),
      bytes[at] != UInt8(ascii: "/")
    {
      at += 1
    }
    let name = String(decoding: bytes[nameStart..<at], as: UTF8.self).lowercased()
    let (attributes, end) = attributes(from: at)
    element(name, isEnd, attributes, at: start)
    if !isEnd, name == "script" || name == "style" {
      return endOfRaw(name, from: end)
    }
    return end
  }

  private mutating func element(
    _ name: String, _ isEnd: Bool, _ attributes: [String: Range<Int>], at offset: Int
  ) {
    switch name {
    case "br": need(.line)
    case "td", "th":
      // What a row says stays on one line, whatever paragraphs its cells hold.
      if rowHasWords { gap = .cell }
      opensCell = !isEnd
    case "tr":
      need(.paragraph)
      rowHasWords = false
      opensCell = false
    case let block where Self.blocks.contains(block):
      if opensCell { break }
      need(.paragraph)
      if name == "pre" { isPreformatted = !isEnd }
    default: break
    }
    guard !isEnd else { return }
    if let title = attributes["title"] { titles.append(title) }
    var shown = [attributes["alt"], attributes["placeholder"], attributes["aria-label"]]
    if name == "input" || name == "button", attributes["value"] != nil {
      let type = attributes["type"].map { String(decoding: bytes[$0], as: UTF8.self).lowercased() }
      if type != "hidden" { shown.append(attributes["value"]) }
    }
    for case let range? in shown where !range.isEmpty {
      need(.space)
      text(range)
      need(.space)
    }
  }

  /// Values of the attributes that hold words, and the offset behind the tag.
  private func attributes(from start: Int) -> ([String: Range<Int>], Int) {
    var found: [String: Range<Int>] = [:]
    var at = start
    while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
      let nameStart = at
      while at < bytes.count, !TextUnits.isSpace(bytes[at]), !"=>/".utf8.contains(bytes[at]) {
        at += 1
      }
      let nameEnd = at
      while at < bytes.count, TextUnits.isSpace(bytes[at]) { at += 1 }
      guard at < bytes.count, bytes[at] == UInt8(ascii: "="), nameEnd > nameStart else {
        if at == nameStart { at += 1 }
        continue
      }
      at += 1
      while at < bytes.count, TextUnits.isSpace(bytes[at]) { at += 1 }
      guard at < bytes.count else { break }
      let value: Range<Int>
      if bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") {
        let close = ByteSearch.first(of: bytes[at], in: bytes, from: at + 1, to: bytes.count)
        value = at + 1..<close
        at = min(close + 1, bytes.count)
      } else {
        let from = at
        while at < bytes.count, !TextUnits.isSpace(bytes[at]), bytes[at] != UInt8(ascii: ">") {
          at += 1
        }
        value = from..<at
      }
      found[String(decoding: bytes[nameStart..<nameEnd], as: UTF8.self).lowercased()] = value
    }
    return (found, min(at + 1, bytes.count))
  }

  private func endOfRaw(_ name: String, from start: Int) -> Int {
    var at = start
    while let close = find("</", from: at) {
      let tail = bytes[(close + 2)...].prefix(name.utf8.count)
      if String(decoding: tail, as: UTF8.self).lowercased() == name {
        return find(">", from: close).map { $0 + 1 } ?? bytes.count
      }
      at = close + 2
    }
    return bytes.count
  }

  private func find(_ text: String, from: Int) -> Int? {
    Placeholders.find(Array(text.utf8), in: bytes, from: from, to: bytes.count)
  }
}

extension TextUnits {
  static func isWordByte(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
      || byte == UInt8(ascii: "_")
  }
}
