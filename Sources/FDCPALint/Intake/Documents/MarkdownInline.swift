/// Finds what marks up the words within one paragraph of Markdown.
struct MarkdownInline {
  private let bytes: [UInt8]
  private let range: Range<Int>
  private(set) var folds: [(range: Range<Int>, with: [UInt8])] = []
  /// Marks of emphasis that may open one.
  private var openers: [(byte: UInt8, range: Range<Int>)] = []

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    self.range = range
  }

  private mutating func fold(_ range: Range<Int>, _ with: [UInt8] = []) {
    folds.append((range, with))
  }

  mutating func read() {
    var at = range.lowerBound
    while at < range.upperBound {
      switch bytes[at] {
      case UInt8(ascii: "\\"): at = escape(at)
      case UInt8(ascii: "`"): at = code(at)
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): at = emphasis(at)
      case UInt8(ascii: "!"), UInt8(ascii: "["): at = link(at)
      case UInt8(ascii: "]"): at = linkEnd(at)
      case UInt8(ascii: "<"): at = tag(at)
      case UInt8(ascii: "&"): at = reference(at)
      case UInt8(ascii: "{"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "@"), 0xC2:
        at = placeholder(at) ?? at + 1
      default: at += 1
      }
    }
  }

  /// A template's own marks are none of Markdown's.
  private func placeholder(_ at: Int) -> Int? {
    guard let end = Placeholders.placeholder(bytes, at)?.range.upperBound, end <= range.upperBound
    else { return nil }
    return end
  }

  private mutating func escape(_ at: Int) -> Int {
    let next = at + 1
    guard next < range.upperBound else { return next }
    if bytes[next] == 10 {
      fold(at..<next)
    } else if bytes[next] < 0x80, !TextUnits.isWordByte(bytes[next]) || bytes[next] == 95,
      !TextUnits.isSpace(bytes[next])
    {
      fold(at..<next)
      return next + 1
    }
    return next
  }

  private mutating func code(_ at: Int) -> Int {
    var end = at
    while end < range.upperBound, bytes[end] == bytes[at] { end += 1 }
    fold(at..<end)
    return end
  }

  private mutating func emphasis(_ at: Int) -> Int {
    if bytes[at] == UInt8(ascii: "*"), let end = placeholder(at) { return end }
    var end = at
    while end < range.upperBound, bytes[end] == bytes[at] { end += 1 }
    let count = end - at
    // Lines of underscores are blanks to fill in; one tilde is a tilde.
    if bytes[at] != UInt8(ascii: "*"), count > 2 || (bytes[at] == UInt8(ascii: "~") && count != 2) {
      return end
    }
    let before = at > range.lowerBound ? bytes[at - 1] : 32
    let after = end < range.upperBound ? bytes[end] : 32
    let isWithinWord =
      bytes[at] == UInt8(ascii: "_") && isWord(before) && isWord(after)
    guard !isWithinWord else { return end }
    let closes = !TextUnits.isSpace(before)
    let opens = !TextUnits.isSpace(after)
    if closes,
      let opener = openers.lastIndex(where: { $0.byte == bytes[at] && $0.range.count == count })
    {
      fold(openers[opener].range)
      fold(at..<end)
      openers.removeSubrange(opener...)
    } else if opens {
      openers.append((bytes[at], at..<end))
    }
    return end
  }

  private func isWord(_ byte: UInt8) -> Bool { TextUnits.isWordByte(byte) || byte >= 0x80 }

  /// Where links begin that have words and an address: the words stay.
  private var links: [(open: Range<Int>, close: Int, end: Int)] = []

  private mutating func link(_ at: Int) -> Int {
    let isImage = bytes[at] == UInt8(ascii: "!")
    let open = isImage ? at + 1 : at
    guard open < range.upperBound, bytes[open] == UInt8(ascii: "[") else { return at + 1 }
    var depth = 0
    var close = open
    while close < range.upperBound {
      if bytes[close] == UInt8(ascii: "[") { depth += 1 }
      if bytes[close] == UInt8(ascii: "]") {
        depth -= 1
        if depth == 0 { break }
      }
      close += 1
    }
    guard close + 1 < range.upperBound else { return open + 1 }
    let end: Int
    switch bytes[close + 1] {
    case UInt8(ascii: "("):
      guard let paren = endOfAddress(close + 1) else { return open + 1 }
      end = paren
    case UInt8(ascii: "["):
      let last = ByteSearch.first(
        of: UInt8(ascii: "]"), in: bytes, from: close, to: range.upperBound)
      let second = ByteSearch.first(
        of: UInt8(ascii: "]"), in: bytes, from: min(last + 1, range.upperBound),
        to: range.upperBound)
      guard second < range.upperBound else { return open + 1 }
      end = second + 1
    default: return open + 1
    }
    fold(at..<open + 1)
    links.append((at..<open + 1, close, end))
    return open + 1
  }

  private func endOfAddress(_ open: Int) -> Int? {
    var depth = 0
    var at = open
    while at < range.upperBound {
      if bytes[at] == UInt8(ascii: "(") { depth += 1 }
      if bytes[at] == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { return at + 1 }
      }
      at += 1
    }
    return nil
  }

  private mutating func linkEnd(_ at: Int) -> Int {
    guard let link = links.last(where: { $0.close == at }) else { return at + 1 }
    fold(at..<link.end)
    return link.end
  }

  private mutating func tag(_ at: Int) -> Int {
    if let end = placeholder(at) { return end }
    let rest = bytes[at..<range.upperBound]
    if rest.starts(with: Array("<!--".utf8)) {
      // A comment may go on through blank lines.
      let close = Placeholders.find(Array("-->".utf8), in: bytes, from: at, to: bytes.count)
      let end = close.map { $0 + 3 } ?? range.upperBound
      fold(at..<end)
      return min(end, range.upperBound)
    }
    let close = ByteSearch.first(of: UInt8(ascii: ">"), in: bytes, from: at, to: range.upperBound)
    guard close < range.upperBound, at + 1 < close else { return at + 1 }
    let inside = bytes[at + 1..<close]
    let isAddress =
      inside.contains(UInt8(ascii: "@")) || inside.starts(with: Array("http".utf8))
    if isAddress, !inside.contains(32) {
      fold(at..<at + 1)
      fold(close..<close + 1)
      return close + 1
    }
    guard let first = inside.first,
      first == UInt8(ascii: "/") || (TextUnits.isLetter(first) && first < 0x80)
    else { return at + 1 }
    let name = String(decoding: inside.prefix { $0 != 32 }, as: UTF8.self).lowercased()
    fold(at..<close + 1, name.hasPrefix("br") ? [10] : [])
    return close + 1
  }

  private mutating func reference(_ at: Int) -> Int {
    var end = at + 1
    while end < min(range.upperBound, at + 32),
      bytes[end] == UInt8(ascii: "#") || TextUnits.isWordByte(bytes[end])
    {
      end += 1
    }
    guard end < range.upperBound, bytes[end] == UInt8(ascii: ";"),
      let scalar = HTMLEntities.scalar(String(decoding: bytes[at + 1..<end], as: UTF8.self))
    else { return at + 1 }
    fold(at..<end + 1, Array(String(scalar).utf8))
    return end + 1
  }
}
