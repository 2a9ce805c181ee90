/// Undoes what mail does to text on its way: transfer encodings, charsets, encoded words.
enum MailDecoding {
  /// A body without its transfer encoding (RFC 2045, section 6).
  ///
  /// - Returns: The bytes, and whether some were no base64.
  static func decoded(_ body: MappedText, encoding: String) -> (text: MappedText, isBroken: Bool) {
    switch encoding {
    case "base64": base64(body)
    case "quoted-printable": (quotedPrintable(body, spaceMark: nil), false)
    default: (body, false)
    }
  }

  private static func base64(_ body: MappedText) -> (MappedText, Bool) {
    var builder = TextBuilder(body)
    var isBroken = false
    var (bits, count) = (0 as UInt32, 0)
    var line: [UInt8] = []
    var lineStart = 0
    for (index, byte) in body.bytes.enumerated() {
      switch value(byte) {
      case let value?:
        bits = bits << 6 | UInt32(value)
        count += 6
        if count >= 8 {
          count -= 8
          line.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
        }
      case nil where byte == 10:
        // Decoded words are found by the line that holds them.
        builder.put(line, for: lineStart..<index)
        line.removeAll(keepingCapacity: true)
        lineStart = index + 1
      case nil: isBroken = isBroken || !(TextUnits.isSpace(byte) || byte == UInt8(ascii: "="))
      }
    }
    builder.put(line, for: lineStart..<body.bytes.count)
    return (builder.text, isBroken)
  }

  private static func value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 65...90: byte - 65
    case 97...122: byte - 71
    case 48...57: byte + 4
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }

  /// - Parameter spaceMark: What stands for a space, in encoded words.
  private static func quotedPrintable(_ body: MappedText, spaceMark: UInt8?) -> MappedText {
    var builder = TextBuilder(body)
    let bytes = body.bytes
    var copied = 0
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      var end = at + 1
      var new: [UInt8] = []
      if byte == spaceMark {
        new = [32]
      } else if byte == UInt8(ascii: "=") {
        var line = at + 1
        while line < bytes.count, bytes[line] == 32 || bytes[line] == 9 || bytes[line] == 13 {
          line += 1
        }
        if line < bytes.count, bytes[line] == 10 {
          end = line + 1
        } else if at + 2 < bytes.count, let high = hex(bytes[at + 1]), let low = hex(bytes[at + 2])
        {
          new = [high << 4 | low]
          end = at + 3
        } else {
          at = end
          continue
        }
      } else {
        at = end
        continue
      }
      builder.copy(copied..<at)
      builder.put(new, for: at..<end)
      copied = end
      at = end
    }
    builder.copy(copied..<bytes.count)
    return builder.text
  }

  static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
  }

  // MARK: Charsets

  /// A text as UTF-8.
  ///
  /// - Returns: `nil` for a charset that is not read.
  static func utf8(_ text: MappedText, charset: String) -> MappedText? {
    switch charset {
    case "", "utf-8", "utf8", "us-ascii", "ascii":
      // What says ASCII or UTF-8 and is neither was mostly written on Windows.
      return UTF8Check.firstInvalid(in: text.bytes) == nil ? text : oneByte(text, euro: nil)
    case "iso-8859-1", "latin1", "windows-1252", "cp1252", "iso8859-1":
      return oneByte(text, euro: nil)
    case "iso-8859-15", "latin9": return oneByte(text, euro: 0xA4)
    case "utf-16", "utf-16le", "utf-16be": return utf16(text, charset)
    default: return nil
    }
  }

  private static func oneByte(_ text: MappedText, euro: UInt8?) -> MappedText {
    var builder = TextBuilder(text)
    var copied = 0
    for (index, byte) in text.bytes.enumerated() where byte >= 0x80 {
      let scalar: Unicode.Scalar =
        byte == euro ? "\u{20AC}" : Windows1252.scalar(byte) ?? "\u{FFFD}"
      builder.copy(copied..<index)
      builder.put(Array(String(scalar).utf8), for: index..<index + 1)
      copied = index + 1
    }
    builder.copy(copied..<text.bytes.count)
    return builder.text
  }

  private static func utf16(_ text: MappedText, _ charset: String) -> MappedText {
    let bytes = text.bytes
    var isBig = charset != "utf-16le"
    var at = 0
    if bytes.starts(with: [0xFF, 0xFE]) { (isBig, at) = (false, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { (isBig, at) = (true, 2) }
    func unit(_ at: Int) -> UInt16 {
      let (first, second) = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
      return isBig ? first << 8 | second : second << 8 | first
    }
    var builder = TextBuilder(text)
    while at + 1 < bytes.count {
      let first = unit(at)
      var end = at + 2
      var scalar = Unicode.Scalar(first) ?? "\u{FFFD}"
      if UTF16.isLeadSurrogate(first), at + 3 < bytes.count, UTF16.isTrailSurrogate(unit(at + 2)) {
        let value = 0x10000 + (UInt32(first) - 0xD800) << 10 + UInt32(unit(at + 2)) - 0xDC00
        scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        end = at + 4
      }
      builder.put(Array(String(scalar).utf8), for: at..<end)
      at = end
    }
    return builder.text
  }

  // MARK: Headers

  /// A header's value on one line, its encoded words undone (RFC 2047).
  static func header(_ value: MappedText) -> MappedText {
    let bytes = value.bytes
    var builder = TextBuilder(value)
    var at = 0
    var afterWord: Int?
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "="), let (word, end) = encodedWord(value, at) {
        // Space between two encoded words is none of the text's.
        afterWord = end
        builder.append(word)
        at = end
      } else if TextUnits.isSpace(bytes[at]) {
        var end = at
        while end < bytes.count, TextUnits.isSpace(bytes[end]) { end += 1 }
        let joins =
          afterWord == at && end < bytes.count && bytes[end] == UInt8(ascii: "=")
          && encodedWord(value, end) != nil
        if !joins, at > 0, end < bytes.count { builder.put([32], for: at..<end) }
        at = end
      } else {
        var end = at + 1
        while end < bytes.count, !TextUnits.isSpace(bytes[end]), bytes[end] != UInt8(ascii: "=") {
          end += 1
        }
        builder.copy(at..<end)
        at = end
      }
    }
    let text = builder.text
    return UTF8Check.firstInvalid(in: text.bytes) == nil ? text : oneByte(text, euro: nil)
  }

  /// `=?charset?B|Q?text?=`
  private static func encodedWord(_ value: MappedText, _ start: Int) -> (MappedText, Int)? {
    let bytes = value.bytes
    let reach = min(bytes.count, start + 400)
    guard start + 1 < reach, bytes[start + 1] == UInt8(ascii: "?") else { return nil }
    let mark = UInt8(ascii: "?")
    let first = ByteSearch.first(of: mark, in: bytes, from: start + 2, to: reach)
    guard first + 2 < reach, bytes[first + 2] == mark else { return nil }
    let from = first + 3
    guard let end = Placeholders.find(Array("?=".utf8), in: bytes, from: from, to: reach) else {
      return nil
    }
    let name = String(decoding: bytes[start + 2..<first], as: UTF8.self).lowercased()
    var inner = TextBuilder(value)
    inner.copy(from..<end)
    let raw: MappedText
    switch bytes[first + 1] {
    case UInt8(ascii: "B"), UInt8(ascii: "b"): raw = base64(inner.text).0
    case UInt8(ascii: "Q"), UInt8(ascii: "q"):
      raw = quotedPrintable(inner.text, spaceMark: UInt8(ascii: "_"))
    default: return nil
    }
    let charset = String(name.prefix { $0 != "*" })
    guard let text = utf8(raw, charset: charset) else { return nil }
    return (text, end + 2)
  }
}
