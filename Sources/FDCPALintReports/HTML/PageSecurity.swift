import FDCPALint

/// The page's own rules for what it may load and run: its style and its script, and nothing else.
enum PageSecurity {
  static let policy =
    "default-src 'none'; style-src 'sha256-\(hash(pageStyle))'; "
    + "script-src 'sha256-\(hash(pageScript))'; base-uri 'none'; form-action 'none'"

  private static func hash(_ text: HTML) -> String { base64(digest(Array(text.text.utf8))) }

  /// - Parameter hexadecimal: An even number of digits.
  static func base64(_ hexadecimal: String) -> String {
    let digits = hexadecimal.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
    let bytes = stride(from: 0, to: digits.count - 1, by: 2).map {
      digits[$0] << 4 | digits[$0 + 1]
    }
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | $1 } << (8 * (3 - group.count))
      for place in 0..<4 {
        text.append(place <= group.count ? letters[bits >> (18 - 6 * place) & 63] : "=")
      }
    }
    return text
  }
}
