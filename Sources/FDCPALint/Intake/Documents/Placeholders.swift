/// Makes an opaque word of each place that a template leaves for a value.
///
/// A rule then sees that something stands there, and never reads the field's name as a word of the
/// letter: `{{attorney.name}}` names no attorney. Each style becomes `{{_name_}}`, one word to a
/// pattern, in the form that rules take for "filled".
enum Placeholders {
  /// A style: what opens and closes it, and which insides are a name rather than words.
  private struct Style {
    let open: [UInt8]
    let close: [UInt8]
    let holds: @Sendable (ArraySlice<UInt8>) -> Bool

    init(_ open: String, _ close: String, _ holds: @escaping @Sendable (ArraySlice<UInt8>) -> Bool)
    {
      self.open = Array(open.utf8)
      self.close = Array(close.utf8)
      self.holds = holds
    }
  }

  /// Longer openings first.
  private static let styles = [
    Style("{{{", "}}}") { $0.count <= 400 },
    Style("{{", "}}") { $0.count <= 400 },
    Style("{!", "}") { isName($0, words: 1) },
    Style("${", "}") { $0.count <= 200 },
    Style("#{", "}") { isName($0, words: 1) },
    Style("{", "}") { isName($0, words: 1) || isMergeField($0) },
    Style("<%=", "%>") { $0.count <= 400 },
    Style("<<", ">>") { isName($0, words: 6) },
    Style("«", "»") { isName($0, words: 3) },
    Style("[[", "]]") { isName($0, words: 6) },
    Style("[", "]") { isBracketed($0) },
    Style("*|", "|*") { isName($0, words: 3) },
    Style("%%", "%%") { isName($0, words: 1) },
    Style("%", "%") { isName($0, words: 1) && !isNumber($0) },
    Style("@@", "@@") { isName($0, words: 1) },
  ]

  /// Whether a byte may open one.
  private static let opens: [Bool] = {
    var table = Array(repeating: false, count: 256)
    for style in styles { table[Int(style.open[0])] = true }
    return table
  }()

  /// The longest name that a rule's patterns take for one.
  private static let longestName = 34

  /// The text with its placeholders made opaque; `nil` where it holds none.
  static func opaque(_ text: MappedText) -> MappedText? {
    let bytes = text.bytes
    var builder: TextBuilder?
    var copied = 0
    var index = 0
    while index < bytes.count {
      guard opens[Int(bytes[index])], let (range, inside) = placeholder(bytes, index) else {
        index += 1
        continue
      }
      var made = builder ?? TextBuilder(text)
      made.copy(copied..<range.lowerBound)
      made.put(word(bytes[inside]), for: range)
      builder = made
      copied = range.upperBound
      index = range.upperBound
    }
    guard var builder else { return nil }
    builder.copy(copied..<bytes.count)
    return builder.text
  }

  /// The placeholder that begins at an offset, and what it holds.
  static func placeholder(_ bytes: [UInt8], _ start: Int) -> (
    range: Range<Int>, inside: Range<Int>
  )? {
    for style in styles where bytes[start...].starts(with: style.open) {
      let from = start + style.open.count
      let reach = min(bytes.count, from + 400)
      guard let end = find(style.close, in: bytes, from: from, to: reach), end > from,
        style.holds(bytes[from..<end])
      else { continue }
      // `[text](link)` and `[text][name]` are Markdown's.
      let after = end + style.close.count
      if style.open == [UInt8(ascii: "[")], after < bytes.count,
        bytes[after] == UInt8(ascii: "(") || bytes[after] == UInt8(ascii: "[")
          || bytes[after] == UInt8(ascii: ":")
      {
        continue
      }
      return (start..<after, from..<end)
    }
    return nil
  }

  static func find(_ wanted: [UInt8], in bytes: [UInt8], from: Int, to: Int) -> Int? {
    guard let head = wanted.first, from < to else { return nil }
    var at = from
    while true {
      at = ByteSearch.first(of: head, in: bytes, from: at, to: to)
      guard at + wanted.count <= to else { return nil }
      if bytes[at..<at + wanted.count].elementsEqual(wanted) { return at }
      at += 1
    }
  }

  /// A word that no pattern's words match: the name between underscores, `plus` for a sum's sign.
  private static func word(_ name: ArraySlice<UInt8>) -> [UInt8] {
    var word: [UInt8] = []
    for byte in name where word.count < longestName {
      if isWordByte(byte) {
        word.append(byte)
      } else if byte == UInt8(ascii: "+") {
        word += Array((word.last == UInt8(ascii: "_") ? "plus_" : "_plus_").utf8)
      } else if byte < 0x80, word.last != UInt8(ascii: "_"), !word.isEmpty {
        word.append(UInt8(ascii: "_"))
      }
    }
    while word.last == UInt8(ascii: "_") { word.removeLast() }
    return Array("{{_".utf8) + word + Array("_}}".utf8)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
      || byte == UInt8(ascii: "_")
  }

  /// Letters, digits and joiners in so many words, on one line.
  private static func isName(_ inside: ArraySlice<UInt8>, words: Int) -> Bool {
    guard (1...60).contains(inside.count), let first = inside.first(where: { $0 != 32 }),
      isWordByte(first) || first >= 0x80
    else { return false }
    var count = 0
    var inWord = false
    for byte in inside {
      let joins = isWordByte(byte) || byte >= 0x80 || [45, 46, 58].contains(byte)
      guard joins || byte == 32 else { return false }
      if joins && !inWord { count += 1 }
      inWord = joins
    }
    return count <= words
  }

  private static func isNumber(_ inside: ArraySlice<UInt8>) -> Bool {
    inside.allSatisfy { (48...57).contains($0) || $0 == 46 || $0 == 32 }
  }

  private static func isMergeField(_ inside: ArraySlice<UInt8>) -> Bool {
    inside.drop(while: { $0 == 32 }).starts(with: Array("MERGEFIELD ".utf8))
  }

  /// `[NAME]`, `[Account Number]`, `[amount_due]`: capitals or few words; a bracketed sentence is
  /// the letter's own.
  private static func isBracketed(_ inside: ArraySlice<UInt8>) -> Bool {
    guard isName(inside, words: 5), inside.count > 1, !isNumber(inside) else { return false }
    let hasSmall = inside.contains { (97...122).contains($0) }
    return !hasSmall || inside.contains(UInt8(ascii: "_")) || isName(inside, words: 3)
  }
}
