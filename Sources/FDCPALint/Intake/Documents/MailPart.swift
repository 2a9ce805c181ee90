/// A mail, or a part of one, as RFC 5322 and RFC 2045 lay it out.
///
/// Read in place by a small reader of our own: a finding in an encoded part must point at the line
/// of the file that holds it, which mail libraries do not keep.
struct MailPart {
  /// Names in small letters; values by their place in the file.
  private(set) var headers: [(name: String, value: Range<Int>)] = []
  let body: Range<Int>
  private let bytes: [UInt8]

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    var at = range.lowerBound
    // A mailbox's own first line.
    if bytes[range].starts(with: Array("From ".utf8)) {
      at = min(
        ByteSearch.first(of: 10, in: bytes, from: at, to: range.upperBound) + 1, range.upperBound)
    }
    while at < range.upperBound {
      var end = ByteSearch.first(of: 10, in: bytes, from: at, to: range.upperBound)
      if bytes[at..<end].allSatisfy({ $0 == 13 }) {
        at = min(end + 1, range.upperBound)
        break
      }
      // A line that begins with a space goes on with the header before it.
      while end + 1 < range.upperBound, bytes[end + 1] == 32 || bytes[end + 1] == 9 {
        end = ByteSearch.first(of: 10, in: bytes, from: end + 1, to: range.upperBound)
      }
      let colon = ByteSearch.first(of: UInt8(ascii: ":"), in: bytes, from: at, to: end)
      guard colon < end, bytes[at..<colon].allSatisfy({ $0 > 32 && $0 < 127 }) else {
        // No header: the text begins without the blank line.
        break
      }
      headers.append(
        (String(decoding: bytes[at..<colon], as: UTF8.self).lowercased(), colon + 1..<end))
      at = min(end + 1, range.upperBound)
    }
    body = at..<range.upperBound
  }

  /// A header's words, `nil` where there is none.
  func header(_ name: String) -> MappedText? {
    headers.first { $0.name == name }.map { MailDecoding.header(MappedText(bytes, $0.value)) }
  }

  /// A header such as `text/html; charset=utf-8`: its value in small letters, and its parameters.
  func parameters(of name: String) -> (value: String, parameters: [String: String]) {
    guard let text = header(name)?.string else { return ("", [:]) }
    var parts: [String] = [""]
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if character == ";" && !isQuoted {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    func trimmed(_ text: Substring) -> String {
      var text = text
      while let last = text.last, last.isWhitespace { text = text.dropLast() }
      return String(text.drop(while: \.isWhitespace))
    }
    var parameters: [String: String] = [:]
    for part in parts.dropFirst() {
      guard let equals = part.firstIndex(of: "=") else { continue }
      var value = trimmed(part[part.index(after: equals)...])
      if value.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") {
        value = String(value.dropFirst().dropLast())
      }
      parameters[trimmed(part[..<equals]).lowercased()] = value
    }
    return (trimmed(parts[0][...]).lowercased(), parameters)
  }

  /// The name that a reader sees an attachment under.
  var fileName: String? {
    let disposition = parameters(of: "content-disposition").parameters
    let type = parameters(of: "content-type").parameters
    if let name = disposition["filename"] ?? type["name"] { return name }
    guard let extended = disposition["filename*"] ?? type["name*"] else { return nil }
    // RFC 2231: charset'language'percent-encoded
    let parts = extended.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    var bytes: [UInt8] = []
    let encoded = Array((parts.last ?? "").utf8)
    var at = 0
    while at < encoded.count {
      if encoded[at] == UInt8(ascii: "%"), at + 2 < encoded.count,
        let high = MailDecoding.hex(encoded[at + 1]), let low = MailDecoding.hex(encoded[at + 2])
      {
        bytes.append(high << 4 | low)
        at += 3
      } else {
        bytes.append(encoded[at])
        at += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The parts between lines of `--boundary`, and whether the closing line is there.
  func parts(boundary: String) -> (parts: [MailPart], isClosed: Bool) {
    let mark = Array("--\(boundary)".utf8)
    var parts: [MailPart] = []
    var open: Int?
    var at = body.lowerBound
    while at < body.upperBound {
      let newline = ByteSearch.first(of: 10, in: bytes, from: at, to: body.upperBound)
      let next = min(newline + 1, body.upperBound)
      if bytes[at..<newline].starts(with: mark) {
        let rest = bytes[(at + mark.count)..<newline].filter { $0 > 32 }
        if rest.isEmpty || rest == Array("--".utf8) {
          if let start = open {
            // The line break before the mark is the mark's own.
            var end = max(start, at - 1)
            if end > start, bytes[end - 1] == 13 { end -= 1 }
            parts.append(MailPart(bytes, start..<end))
          }
          guard rest.isEmpty else { return (parts, true) }
          open = next
        }
      }
      at = next
    }
    if let start = open { parts.append(MailPart(bytes, start..<body.upperBound)) }
    return (parts, false)
  }

  /// The body without transfer encoding and charset; `nil` text for a charset that is not read.
  func decodedBody() -> (text: MappedText?, charset: String, isBroken: Bool) {
    let encoding = parameters(of: "content-transfer-encoding").value
    let charset = parameters(of: "content-type").parameters["charset"]?.lowercased() ?? ""
    let decoded = MailDecoding.decoded(MappedText(bytes, body), encoding: encoding)
    return (MailDecoding.utf8(decoded.text, charset: charset), charset, decoded.isBroken)
  }
}
