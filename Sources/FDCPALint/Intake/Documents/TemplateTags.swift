/// Finds the tags of Liquid, Jinja, Handlebars and Mustache in a text.
///
/// A small reader of our own: engines render one branch, and what is needed here is every branch
/// with the bytes it came from.
struct TemplateTags {
  private let bytes: [UInt8]
  private(set) var tags: [TemplateTag] = []
  /// Offsets of tags that do not end.
  private(set) var unended: [Int] = []

  /// Whether a text may hold any tag; most hold none, and need no more than this look.
  static func mayBegin(in bytes: [UInt8]) -> Bool {
    var at = 0
    while true {
      at = ByteSearch.first(of: UInt8(ascii: "{"), in: bytes, from: at, to: bytes.count)
      guard at + 1 < bytes.count else { return false }
      let next = bytes[at + 1]
      if next == UInt8(ascii: "%") || next == UInt8(ascii: "{") || next == UInt8(ascii: "#") {
        return true
      }
      at += 1
    }
  }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var at = 0
    while true {
      at = ByteSearch.first(of: UInt8(ascii: "{"), in: bytes, from: at, to: bytes.count)
      guard at + 1 < bytes.count else { break }
      switch bytes[at + 1] {
      case UInt8(ascii: "%"): at = liquid(at)
      case UInt8(ascii: "#"): at = comment(at)
      case UInt8(ascii: "{"): at = handlebars(at)
      default: at += 1
      }
    }
    // A tag such as `{% block x %}` opens something only if its end follows.
    let closed = Set(
      tags.compactMap { tag -> String? in
        if case .close(let name) = tag.meaning { return name }
        return nil
      })
    tags = tags.map { tag in
      var tag = tag
      if case .open(.plain, _) = tag.meaning, !closed.contains(tag.name) { tag.meaning = .nothing }
      return tag
    }
  }

  private func end(of close: String, from start: Int) -> Int? {
    Placeholders.find(Array(close.utf8), in: bytes, from: start, to: bytes.count)
  }

  private func text(_ range: Range<Int>) -> String {
    var text = Substring(String(decoding: bytes[range], as: UTF8.self))
    for mark in ["-", "~", "+"] {
      if text.hasPrefix(mark) { text = text.dropFirst() }
      if text.hasSuffix(mark) { text = text.dropLast() }
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private mutating func add(
    _ range: Range<Int>, _ meaning: TemplateTag.Meaning, name: String = "", close: String = ""
  ) {
    tags.append(TemplateTag(range: range, meaning: meaning, name: name, close: close))
  }

  /// `{# … #}`, which Jinja leaves out.
  private mutating func comment(_ start: Int) -> Int {
    guard let close = end(of: "#}", from: start + 2) else { return start + 2 }
    add(start..<close + 2, .nothing)
    return close + 2
  }

  // MARK: Liquid and Jinja

  private mutating func liquid(_ start: Int) -> Int {
    guard let close = end(of: "%}", from: start + 2) else {
      unended.append(start)
      return bytes.count
    }
    let range = start..<close + 2
    let content = text(start + 2..<close)
    let name = String(content.prefix { $0 != " " })
    let rest = String(content.dropFirst(name.count).drop { $0 == " " })
    func open(_ block: TemplateTag.Block, _ condition: TemplateCondition) {
      add(range, .open(block, condition), name: name, close: "{% end\(name) %}")
    }
    switch name {
    case "if", "ifchanged": open(.conditional, TemplateCondition(rest))
    case "unless": open(.unless, TemplateCondition(rest))
    case "case": open(.cases, TemplateCondition(subject: rest, values: []))
    case "elsif", "elif", "elseif": add(range, .arm(TemplateCondition(rest)))
    case "else":
      let also = rest.hasPrefix("if ") ? String(rest.dropFirst(3)) : nil
      add(range, .arm(also.map { TemplateCondition($0) }))
    case "when":
      let values = rest.replacing(" or ", with: ",").split(separator: ",").map {
        let value = $0.drop { $0 == " " }
        return TemplateCondition.literal(String(value)) ?? String(value)
      }
      add(range, .arm(TemplateCondition(subject: "", values: values)))
    case "for", "tablerow":
      open(.loop, TemplateCondition("any \(rest.split(separator: " ").dropFirst(2).first ?? "")"))
    case "comment": add(range, .skip(until: ["endcomment"], isShown: false), name: name)
    case "raw", "verbatim": add(range, .skip(until: ["end\(name)"], isShown: true), name: name)
    case "include", "render", "import", "extends", "layout", "section":
      add(range, .include(TemplateCondition.literal(String(rest.prefix { $0 != " " })) ?? rest))
    case let other where other.hasPrefix("end"):
      add(range, .close(String(other.dropFirst(3))))
    default:
      add(
        range, .open(.plain, TemplateCondition("")), name: name, close: "{% end\(name) %}")
    }
    return range.upperBound
  }

  // MARK: Handlebars and Mustache

  private mutating func handlebars(_ start: Int) -> Int {
    guard start + 2 < bytes.count, bytes[start + 2] != UInt8(ascii: "{") else { return start + 3 }
    var at = start + 2
    if bytes[at] == UInt8(ascii: "~"), at + 1 < bytes.count { at += 1 }
    let isLongComment = bytes[at...].starts(with: Array("!--".utf8))
    guard let close = end(of: isLongComment ? "--}}" : "}}", from: at) else {
      if "#/^!".utf8.contains(bytes[at]) { unended.append(start) }
      return isLongComment ? bytes.count : start + 2
    }
    let range = start..<close + (isLongComment ? 4 : 2)
    let content = text(start + 2..<close)
    let body = String(content.dropFirst().drop { $0 == " " })
    switch content.first {
    case "!": add(range, .nothing)
    case ">": add(range, .include(body))
    case "#": open(body, range)
    case "/": add(range, .close(String(body.prefix { $0 != " " })))
    case "^":
      if body.isEmpty {
        add(range, .arm(nil))
      } else {
        add(
          range, .open(.unless, TemplateCondition(body)), name: body, close: "{{/\(body)}}")
      }
    default:
      if content == "else" {
        add(range, .arm(nil))
      } else if content.hasPrefix("else if ") {
        add(range, .arm(TemplateCondition(String(content.dropFirst(8)))))
      }
    }
    return range.upperBound
  }

  private mutating func open(_ body: String, _ range: Range<Int>) {
    let name = String(body.prefix { $0 != " " })
    let rest = String(body.dropFirst(name.count).drop { $0 == " " })
    let close = "{{/\(name)}}"
    switch name {
    case "if": add(range, .open(.conditional, TemplateCondition(rest)), name: name, close: close)
    case "unless": add(range, .open(.unless, TemplateCondition(rest)), name: name, close: close)
    case "each":
      let list = rest.prefix { $0 != " " }
      add(range, .open(.loop, TemplateCondition("any \(list)")), name: name, close: close)
    default:
      // `{{#with x}}`, a Mustache section: there if the thing is.
      let subject = rest.isEmpty ? name : rest
      add(
        range, .open(.conditional, TemplateCondition(subject)), name: name, close: close)
    }
  }
}
