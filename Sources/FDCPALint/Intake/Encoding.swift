/// How a file's bytes spelled its text.
package enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf8WithMark = "UTF-8 with a byte order mark"
  case utf16LittleEndian = "UTF-16, little endian"
  case utf16BigEndian = "UTF-16, big endian"
  /// Taken for granted where bytes are no UTF-8: what most Windows systems export.
  case windows1252 = "Windows-1252"
}

/// A file's text as valid UTF-8, whatever it was on disk.
package struct DecodedText: Sendable {
  /// Valid UTF-8, without a byte order mark.
  package var bytes: [UInt8]
  package var encoding: TextEncoding
  /// What could not be read; the text then holds U+FFFD in its place.
  package var problems: [Problem] = []
  /// What is worth saying and no problem.
  package var notices: [String] = []

  /// Reads a file's bytes: UTF-16 by its byte order mark, UTF-8 where they are valid UTF-8, and
  /// otherwise Windows-1252.
  ///
  /// A file that is UTF-8 but for some lines, as when exports are joined, has only those lines
  /// read as Windows-1252.
  package init(_ source: Source) {
    let raw = source.bytes
    switch (raw.first, raw.dropFirst().first) {
    case (0xFF, 0xFE): self.init(utf16: raw, bigEndian: false, path: source.name)
    case (0xFE, 0xFF): self.init(utf16: raw, bigEndian: true, path: source.name)
    default: self.init(bytesOf: source)
    }
  }

  private init(bytesOf source: Source) {
    let raw = source.bytes
    let hasMark = raw.starts(with: [0xEF, 0xBB, 0xBF])
    bytes = hasMark ? Array(raw.dropFirst(3)) : raw
    encoding = hasMark ? .utf8WithMark : .utf8
    guard let wrong = UTF8Check.firstInvalid(in: bytes) else {
      reportZeros(path: source.name)
      return
    }
    // Cut off within a character, after others that were whole: UTF-8 that lost its end.
    if UTF8Check.isUnfinished(bytes[wrong...]),
      ByteSearch.firstBeyondASCII(in: bytes, from: 0, to: wrong) < wrong
    {
      bytes.removeLast(bytes.count - wrong)
      problems.append(
        Problem(
          code: "truncated", path: source.name,
          message: "the file ends in the middle of a character; hand in the whole file"))
      return
    }
    readLinesAsWindows1252(path: source.name)
    reportZeros(path: source.name)
  }

  private mutating func readLinesAsWindows1252(path: String) {
    let raw = bytes
    var (whole, lines, undefined, firstUndefinedLine) = (0, 0, 0, 0)
    var firstUndefined: UInt8 = 0
    var line = 0
    var start = 0
    bytes = []
    bytes.reserveCapacity(raw.count + raw.count / 8)
    while start < raw.count {
      line += 1
      let newline = ByteSearch.first(of: UInt8(ascii: "\n"), in: raw, from: start, to: raw.count)
      let end = min(newline + 1, raw.count)
      defer { start = end }
      if UTF8Check.firstInvalid(in: raw, from: start, to: end) == nil {
        if ByteSearch.firstBeyondASCII(in: raw, from: start, to: end) < end { whole += 1 }
        bytes += raw[start..<end]
        continue
      }
      lines += 1
      for byte in raw[start..<end] {
        if let encoded = Windows1252.scalar(byte).flatMap(UTF8.encode) {
          bytes += encoded
        } else {
          if undefined == 0 { (firstUndefined, firstUndefinedLine) = (byte, line) }
          undefined += 1
          bytes += UTF8.encodedReplacement
        }
      }
    }
    encoding = .windows1252
    notices.append(
      whole == 0
        ? "\(path): read as Windows-1252, because it is no UTF-8"
        : "\(path): \(lines) lines read as Windows-1252, because they are no UTF-8 like the rest")
    guard undefined > 0 else { return }
    let name = "0x" + String(firstUndefined, radix: 16, uppercase: true)
    problems.append(
      Problem(
        code: "bad-encoding", path: path, found: name, expected: "UTF-8, UTF-16 or Windows-1252",
        message: "byte \(name) in line \(firstUndefinedLine) is no UTF-8 and stands for nothing in "
          + "Windows-1252 (\(undefined) such \(undefined == 1 ? "byte" : "bytes")); "
          + "save the file as UTF-8"))
  }

  private init(utf16 raw: [UInt8], bigEndian: Bool, path: String) {
    encoding = bigEndian ? .utf16BigEndian : .utf16LittleEndian
    var units: [UInt16] = []
    units.reserveCapacity(raw.count / 2)
    for index in stride(from: 2, to: raw.count - 1, by: 2) {
      let (first, second) = (UInt16(raw[index]), UInt16(raw[index + 1]))
      units.append(bigEndian ? first << 8 | second : second << 8 | first)
    }
    if let text = String(validating: units, as: UTF16.self) {
      bytes = Array(text.utf8)
    } else {
      bytes = Array(String(decoding: units, as: UTF16.self).utf8)
      problems.append(
        Problem(
          code: "bad-encoding", path: path, expected: "UTF-16",
          message: "holds half a surrogate pair, which is no character in UTF-16; "
            + "save the file as UTF-8"))
    }
    if raw.count % 2 == 1 {
      problems.append(
        Problem(
          code: "truncated", path: path,
          message: "the file ends in the middle of a character; hand in the whole file"))
    }
    reportZeros(path: path)
  }

  /// Zero bytes are valid UTF-8 and never text: UTF-16 without its mark, UTF-32, a binary format.
  private mutating func reportZeros(path: String) {
    let zero = ByteSearch.first(of: 0, in: bytes, from: 0, to: bytes.count)
    guard zero < bytes.count else { return }
    problems.append(Self.zeros(path: path))
  }

  static func zeros(path: String) -> Problem {
    Problem(
      code: "bad-encoding", path: path, found: "a zero byte", expected: "text",
      message: "holds zero bytes, so it is no text or UTF-16 without a byte order mark; "
        + "save the file as UTF-8")
  }
}

extension UTF8 {
  /// U+FFFD.
  fileprivate static let encodedReplacement: [UInt8] = [0xEF, 0xBF, 0xBD]
}
