import FDCPALint

extension Excerpt {
  /// The text before the mark, the marked words, the text behind. A mark outside the text is cut
  /// to it.
  var parts: (before: String, marked: String, behind: String) {
    let bytes = Array(text.utf8)
    let start = min(max(0, marked.lowerBound), bytes.count)
    let end = min(max(start, marked.upperBound), bytes.count)
    return (
      String(decoding: bytes[..<start], as: UTF8.self),
      String(decoding: bytes[start..<end], as: UTF8.self),
      String(decoding: bytes[end...], as: UTF8.self)
    )
  }
}

/// A finding's words as a format may show them.
struct ShownWords {
  var message: String
  var excerpt: Excerpt?
}

extension RenderOptions {
  /// Whether texts are masked in formats that redact, here or by the run that was saved.
  var isRedacted: Bool { wasRedacted || !showText }

  private var masks: Bool { !wasRedacted && !showText }

  /// The finding's words for formats that redact.
  func words(of finding: Finding) -> ShownWords {
    guard masks else { return ShownWords(message: finding.message, excerpt: finding.excerpt) }
    return ShownWords(
      message: redactor.redact(message: finding.message, matched: finding.matched),
      excerpt: finding.excerpt.map(redactor.redact))
  }

  /// A detail of a fact for formats that redact.
  func detail(_ text: String) -> String { masks ? redactor.redact(text) : text }
}

extension String {
  /// Every run of white space as one space, none at the ends.
  var collapsingSpace: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The text on one line, scalar for scalar, without anything that commands a terminal or turns
  /// the direction of writing: what a note says must not change how it is shown.
  var visible: String {
    var shown = String.UnicodeScalarView()
    for scalar in unicodeScalars { shown.append(scalar.visible) }
    return String(shown)
  }
}

extension Unicode.Scalar {
  fileprivate var visible: Unicode.Scalar {
    switch value {
    case 0x09: self
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: " "
    // Unicode has a picture for each control character.
    case 0..<0x20: Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
    case 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    // No XML may hold these two.
    case 0xFFFE, 0xFFFF: "\u{FFFD}"
    default: self
    }
  }
}
