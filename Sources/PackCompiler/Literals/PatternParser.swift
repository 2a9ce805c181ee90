/// Reads PCRE2 patterns as far as the prefilter must.
///
/// Whatever is not known here is an error, and the pattern then runs over every text: a wrong
/// reading would lose matches.
struct PatternParser {
  /// Something that this parser does not know; the pattern may be perfectly good.
  struct Unknown: Error {
    let offset: Int
  }

  private let bytes: [UInt8]
  private var index = 0
  /// With letters of one case alone, no set is exact: sets are read as caseless throughout.
  private let isCaseSensitive: Bool

  static func node(of source: String) throws(Unknown) -> PatternNode {
    // These two match "s" and "k" when case does not count.
    guard !source.unicodeScalars.contains(where: { $0 == "\u{17F}" || $0 == "\u{212A}" }) else {
      throw Unknown(offset: 0)
    }
    var parser = PatternParser(bytes: Array(source.utf8), isCaseSensitive: source.contains("(?-"))
    let node = try parser.choice()
    guard parser.index == parser.bytes.count else { throw Unknown(offset: parser.index) }
    return node
  }

  private init(bytes: [UInt8], isCaseSensitive: Bool) {
    self.bytes = bytes
    self.isCaseSensitive = isCaseSensitive
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }
  private var unknown: Unknown { Unknown(offset: index) }

  private mutating func take(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard index + count <= bytes.count else { return false }
    for offset in 0..<count where bytes[index + offset] != text.utf8Start[offset] { return false }
    index += count
    return true
  }

  private mutating func choice() throws(Unknown) -> PatternNode {
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(Unknown) -> PatternNode {
    var nodes: [PatternNode] = []
    while let byte = next, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
      nodes.append(try quantified(try atom()))
    }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  private mutating func quantified(_ atom: PatternNode) throws(Unknown) -> PatternNode {
    let least: Int
    let most: Int?
    if take("?") {
      (least, most) = (0, 1)
    } else if take("*") {
      (least, most) = (0, nil)
    } else if take("+") {
      (least, most) = (1, nil)
    } else if next == UInt8(ascii: "{"), let bounds = bounds() {
      (least, most) = bounds
    } else {
      return atom
    }
    if !take("?") { _ = take("+") }
    // A second quantifier is an error in PCRE2, or a meaning that is not known here.
    if let byte = next, byte == UInt8(ascii: "*") || byte == UInt8(ascii: "+") { throw unknown }
    return .repeated(atom, least: least, most: most)
  }

  /// `{n}`, `{n,}`, `{n,m}`; anything else in braces stands for itself.
  private mutating func bounds() -> (Int, Int?)? {
    let start = index
    index += 1
    if let least = number() {
      if take("}") { return (least, least) }
      if take(",") {
        if take("}") { return (least, nil) }
        if let most = number(), take("}") { return (least, most) }
      }
    }
    index = start
    return nil
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let byte = next, (0x30...0x39).contains(byte), value ?? 0 < 100_000 {
      value = (value ?? 0) * 10 + Int(byte - 0x30)
      index += 1
    }
    return value
  }

  private mutating func atom() throws(Unknown) -> PatternNode {
    guard let byte = next else { throw unknown }
    switch byte {
    case UInt8(ascii: "("): return try group()
    case UInt8(ascii: "["): return .one(try bracketed())
    case UInt8(ascii: "\\"): return try escape()
    case UInt8(ascii: "."):
      index += 1
      return .one(.all)
    case UInt8(ascii: "^"):
      index += 1
      return .wordStart
    case UInt8(ascii: "$"):
      index += 1
      return .wordEnd
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"): throw unknown
    case UInt8(ascii: "{"):
      // `{,3}` is a quantifier to later versions of PCRE2.
      guard index + 1 < bytes.count, bytes[index + 1] != UInt8(ascii: ",") else { throw unknown }
      return .one(character())
    default: return .one(character())
    }
  }

  /// A character that stands for itself.
  private mutating func character() -> ByteSet {
    let byte = bytes[index]
    index += 1
    guard byte < 0x80 else {
      while let more = next, more & 0xC0 == 0x80 { index += 1 }
      return ByteSet(others: true, isExact: false)
    }
    var set = ByteSet(isExact: !isCaseSensitive)
    set.insertCaseless(byte)
    return set
  }

  private mutating func group() throws(Unknown) -> PatternNode {
    index += 1
    var look: ((PatternNode) -> PatternNode)?
    if take("?") {
      if take(":") || take(">") {
      } else if take("=") {
        look = { Self.endsWord($0) ? .wordEnd : .nothing }
      } else if take("!") {
        look = { Self.takesAnyWordCharacter($0) ? .wordEnd : .nothing }
      } else if take("<=") {
        look = { $0.beginsWord(behind: false) ? .wordStart : .nothing }
      } else if take("<!") {
        look = { Self.takesAnyWordCharacter($0) ? .wordStart : .nothing }
      } else if take("P<") || take("<") || take("'") {
        while let byte = next, Word.folded[Int(byte)] != 0 { index += 1 }
        guard take(">") || take("'") else { throw unknown }
      } else {
        // Case is never told apart here, a dot takes all, and lines begin and end as texts do.
        let start = index
        while take("i") || take("m") || take("s") || take("-") {}
        guard index > start else { throw unknown }
        if take(")") { return .nothing }
        guard take(":") else { throw unknown }
      }
    } else if next == UInt8(ascii: "*") {
      throw unknown
    }
    let inner = try choice()
    guard take(")") else { throw unknown }
    return look.map { $0(inner) } ?? inner
  }

  /// Whether a look-ahead for this leaves no word's character to follow.
  private static func endsWord(_ node: PatternNode) -> Bool {
    switch node {
    case .one(let set): !set.hasWord
    case .wordEnd: true
    case .sequence(let nodes): nodes.first.map(endsWord) ?? false
    case .choice(let nodes): nodes.allSatisfy(endsWord)
    case .repeated(let body, let least, _): least > 0 && endsWord(body)
    case .edge, .wordStart, .nothing, .anything: false
    }
  }

  /// Whether one character, any that a word may have, is among what this matches.
  private static func takesAnyWordCharacter(_ node: PatternNode) -> Bool {
    switch node {
    case .one(let set): set.coversWord
    case .choice(let nodes): nodes.contains(where: takesAnyWordCharacter)
    default: false
    }
  }

  private mutating func escape() throws(Unknown) -> PatternNode {
    guard index + 1 < bytes.count else { throw unknown }
    switch bytes[index + 1] {
    case UInt8(ascii: "b"):
      index += 2
      return .edge
    case UInt8(ascii: "B"):
      index += 2
      return .nothing
    case UInt8(ascii: "A"):
      index += 2
      return .wordStart
    case UInt8(ascii: "z"), UInt8(ascii: "Z"):
      index += 2
      return .wordEnd
    case UInt8(ascii: "1")...UInt8(ascii: "9"):
      index += 2
      while let byte = next, (0x30...0x39).contains(byte) { index += 1 }
      return .anything
    default: return .one(try escapedSet())
    }
  }

  /// An escape that takes one character, within brackets or outside.
  private mutating func escapedSet() throws(Unknown) -> ByteSet {
    guard index + 1 < bytes.count else { throw unknown }
    let byte = bytes[index + 1]
    index += 2
    switch byte {
    case UInt8(ascii: "w"): return .word
    case UInt8(ascii: "W"): return ByteSet.word.inverted
    case UInt8(ascii: "s"): return .space
    case UInt8(ascii: "S"): return ByteSet.space.inverted
    case UInt8(ascii: "d"): return .digit
    case UInt8(ascii: "D"): return ByteSet.digit.inverted
    case UInt8(ascii: "h"): return ByteSet([9...9, 32...32], others: true)
    case UInt8(ascii: "x"): return try numbered()
    case UInt8(ascii: "n"): return ByteSet([10...10])
    case UInt8(ascii: "r"): return ByteSet([13...13])
    case UInt8(ascii: "t"): return ByteSet([9...9])
    case UInt8(ascii: "p"):
      // Letters of some kind; every other property is unknown.
      guard take("{L") else { throw unknown }
      _ = take("u") || take("l")
      guard take("}") else { throw unknown }
      return .letter
    default:
      guard byte < 0x80, Word.folded[Int(byte)] == 0 else { throw unknown }
      return ByteSet([byte...byte])
    }
  }

  /// A character by its number, `\x41` or `\x{370}`, behind the `x`; in brackets also a range of those
  /// beyond ASCII.
  private mutating func numbered() throws(Unknown) -> ByteSet {
    let first = try hexadecimal()
    guard first >= 0x80 else {
      // A range that begins in ASCII is not known here.
      guard next != UInt8(ascii: "-") else { throw unknown }
      var set = ByteSet(isExact: !isCaseSensitive)
      set.insertCaseless(UInt8(first))
      return set
    }
    var last = first
    if take("-\\x") { last = try hexadecimal() }
    // These two match "s" and "k" when case does not count.
    guard first <= last, !(first...last).contains(0x17F), !(first...last).contains(0x212A) else {
      throw unknown
    }
    return ByteSet(others: true, isExact: false)
  }

  private mutating func hexadecimal() throws(Unknown) -> UInt32 {
    let isBraced = take("{")
    let start = index
    while let byte = next, isBraced || index < start + 2, Character(Unicode.Scalar(byte)).isHexDigit
    {
      index += 1
    }
    let value = UInt32(String(decoding: bytes[start..<index], as: UTF8.self), radix: 16)
    guard let value, !isBraced || take("}") else { throw unknown }
    return value
  }

  private mutating func bracketed() throws(Unknown) -> ByteSet {
    index += 1
    let isInverted = take("^")
    var set = ByteSet(isExact: !isCaseSensitive)
    var isFirst = true
    while let byte = next, byte != UInt8(ascii: "]") || isFirst {
      isFirst = false
      if byte == UInt8(ascii: "[") {
        guard index + 1 < bytes.count,
          ![UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "=")].contains(bytes[index + 1])
        else { throw unknown }
      }
      let start = index
      let item = byte == UInt8(ascii: "\\") ? try escapedSet() : character()
      let isRange =
        next == UInt8(ascii: "-") && index + 1 < bytes.count
        && bytes[index + 1] != UInt8(ascii: "]")
      guard isRange else {
        set.formUnion(item)
        continue
      }
      index += 1
      // A range: both ends must be plain ASCII characters.
      guard let last = next, byte < 0x80, byte != UInt8(ascii: "\\"), last < 0x80,
        last != UInt8(ascii: "\\"), last != UInt8(ascii: "["), byte <= last
      else { throw Unknown(offset: start) }
      index += 1
      for member in byte...last { set.insertCaseless(member) }
    }
    guard take("]") else { throw unknown }
    if isInverted { return isCaseSensitive ? .all : set.inverted }
    return set
  }
}
