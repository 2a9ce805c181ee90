/// Markdown whose interpolated text is always escaped: only `Markdown` goes in as it is.
///
/// Escaped text stands on one line, draws no pipe, tag, link or emphasis, and calls nobody by name.
struct Markdown: ExpressibleByStringInterpolation {
  private(set) var text: String

  init(stringLiteral value: String) { text = value }
  init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

  static func + (left: Markdown, right: Markdown) -> Markdown {
    var sum = left
    sum.text += right.text
    return sum
  }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }

    mutating func appendLiteral(_ literal: String) { text += literal }
    mutating func appendInterpolation(_ markdown: Markdown) { text += markdown.text }
    mutating func appendInterpolation(_ value: Int) { text += String(value) }
    mutating func appendInterpolation(_ value: String) { text += Markdown.escaped(value) }
    mutating func appendInterpolation(code value: String) { text += Markdown.code(value) }
  }

  private static func escaped(_ value: String) -> String {
    let value = value.visible.collapsingSpace
    var escaped = String.UnicodeScalarView()
    for scalar in value.unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "\\", "`", "*", "_", "{", "}", "[", "]", "|", "~", "!", "$":
        escaped.append("\\")
        escaped.append(scalar)
      // An empty comment parts what GitHub would take for a name, a number or an address.
      case "@", "#":
        escaped.append(scalar)
        escaped.append(contentsOf: "<!-- -->".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
      .replacing("://", with: ":<!-- -->//").replacing("www.", with: "www<!-- -->.")
  }

  /// A code span, with a fence longer than any run of backticks in it.
  private static func code(_ value: String) -> String {
    let value = value.visible.collapsingSpace
    guard !value.isEmpty else { return "" }
    var longest = 0
    var run = 0
    for scalar in value.unicodeScalars {
      run = scalar == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let pad = value.hasPrefix("`") || value.hasSuffix("`") ? " " : ""
    // Tables are cut at pipes before code spans are read.
    return fence + pad + value.replacing("|", with: "\\|") + pad + fence
  }
}

extension Sequence where Element == Markdown {
  func joined(separator: Markdown = "") -> Markdown {
    var isFirst = true
    return reduce(into: "") { sum, part in
      sum = isFirst ? part : sum + separator + part
      isFirst = false
    }
  }
}
