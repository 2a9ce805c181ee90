extension JSONParser {
  /// Reads a string from behind its opening quotation mark to behind its closing one.
  mutating func string() throws(JSONError) -> String {
    let first = at
    at = ByteSearch.endOfPlainJSON(in: bytes, from: at, to: end)
    guard at < end else { throw error(.unexpectedEnd, "expected the string's closing '\"'") }
    if bytes[at] == UInt8(ascii: "\"") {
      at += 1
      return String(decoding: bytes[first..<at - 1], as: UTF8.self)
    }
    return try escapedString(from: first)
  }

  private mutating func escapedString(from first: Int) throws(JSONError) -> String {
    var text = Array(bytes[first..<at])
    while true {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        at += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &text)
      default:
        throw error(.badString, "a control character must be written as an escape such as \\n")
      }
      let plain = at
      at = ByteSearch.endOfPlainJSON(in: bytes, from: at, to: end)
      guard at < end else { throw error(.unexpectedEnd, "expected the string's closing '\"'") }
      text += bytes[plain..<at]
    }
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
    guard at + 1 < end else { throw endOfText("expected the rest of an escape") }
    switch bytes[at + 1] {
    case UInt8(ascii: "\""): text.append(UInt8(ascii: "\""))
    case UInt8(ascii: "\\"): text.append(UInt8(ascii: "\\"))
    case UInt8(ascii: "/"): text.append(UInt8(ascii: "/"))
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      text += try unicodeEscape()
      return
    default:
      throw error(.badString, "expected one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u as an escape")
    }
    at += 2
  }

  private mutating func unicodeEscape() throws(JSONError) -> UTF8.EncodedScalar {
    let first = at
    let unit = try escapedUnit()
    var value = UInt32(unit)
    if UTF16.isLeadSurrogate(unit) {
      guard at < end else { throw unexpected("expected the second half of a surrogate pair") }
      guard bytes[at] == UInt8(ascii: "\\"), at + 1 >= end || bytes[at + 1] == UInt8(ascii: "u")
      else { throw loneSurrogate(at: first) }
      let second = try escapedUnit()
      guard UTF16.isTrailSurrogate(second) else { throw loneSurrogate(at: first) }
      value = 0x1_0000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) else {
      throw loneSurrogate(at: first)
    }
    return encoded
  }

  /// Reads `\uXXXX`.
  private mutating func escapedUnit() throws(JSONError) -> UInt16 {
    at += 2
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard at < end else { throw endOfText("expected four hexadecimal digits") }
      guard let digit = hexDigit(bytes[at]) else {
        throw error(.badString, "expected four hexadecimal digits")
      }
      unit = unit << 4 | digit
      at += 1
    }
    return unit
  }

  private func hexDigit(_ byte: UInt8) -> UInt16? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  private func loneSurrogate(at place: Int) -> JSONError {
    JSONError(
      reason: .badString, offset: place - start,
      message: "half a surrogate pair is no character")
  }

  private func endOfText(_ message: String) -> JSONError {
    JSONError(reason: .unexpectedEnd, offset: end - start, message: message)
  }
}
