/// Writes records as RFC 4180 has them: commas, CRLF, a field in quotation marks where it must be.
///
/// A spreadsheet runs a cell that begins like a formula. Such a cell gets an apostrophe in front,
/// and so does one that begins with an apostrophe: a reader that takes one leading apostrophe off
/// has every value back as it was.
struct CSVWriter {
  private var bytes: [UInt8] = []

  /// What was written.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func record(_ fields: some Sequence<String>) {
    var isFirst = true
    for field in fields {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      write(field)
    }
    bytes.append(contentsOf: "\r\n".utf8)
  }

  private mutating func write(_ field: String) {
    let guarded = field.unicodeScalars.first.map(Self.beginsFormula) ?? false ? "'" + field : field
    guard Self.needsQuotes(guarded) else { return bytes.append(contentsOf: guarded.utf8) }
    bytes.append(UInt8(ascii: "\""))
    for byte in guarded.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func beginsFormula(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "'", "\t", "\r", "\n": true
    // Full-width forms, which some spreadsheets take for the plain ones.
    case "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }

  private static func needsQuotes(_ field: String) -> Bool {
    if field.utf8.first == UInt8(ascii: " ") || field.utf8.last == UInt8(ascii: " ") { return true }
    return field.utf8.contains {
      [UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\r"), UInt8(ascii: "\n")].contains($0)
    }
  }
}
