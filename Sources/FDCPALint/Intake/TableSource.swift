/// A file that holds a table, once its encoding and format are known.
struct TableSource {
  let path: String
  let text: DecodedText
  let isJSONLines: Bool

  /// Finds out how a file is written; a failure tells why nothing of it can be read.
  static func opened(_ given: Source) -> Result<TableSource, Problem> {
    let source = given.held
    if let name = binaryFormat(source.bytes) {
      return .failure(
        Problem(
          code: "unsupported-format", path: source.name, found: name,
          expected: "CSV or JSON Lines",
          message: "is \(name), which cannot be read here; save or export it as CSV"))
    }
    let text = DecodedText(source)
    let bytes = text.bytes
    guard let first = bytes.first(where: { !isSpace($0) }) else {
      return .failure(
        text.problems.first
          ?? Problem(
            code: "empty", path: source.name, expected: "CSV or JSON Lines",
            message: "holds nothing; check the export that wrote it"))
    }
    let isJSONLines = isNamedJSON(source.name) || first == UInt8(ascii: "{")
    if isJSONLines || first == UInt8(ascii: "["), let problem = otherJSON(bytes, source.name) {
      return .failure(problem)
    }
    return .success(TableSource(path: source.name, text: text, isJSONLines: isJSONLines))
  }

  /// Whether a text in UTF-8 that begins so is a table of JSON Lines, or of CSV; `nil` where more of
  /// it must be seen, or it is neither.
  static func isPlainJSONLines(_ head: [UInt8], _ path: String) -> Bool? {
    guard binaryFormat(head) == nil, !head.starts(with: [0xFF, 0xFE]),
      !head.starts(with: [0xFE, 0xFF]), let first = head.first(where: { !isSpace($0) })
    else { return nil }
    let isJSONLines = isNamedJSON(path) || first == UInt8(ascii: "{")
    if isJSONLines || first == UInt8(ascii: "["), otherJSON(head, path) != nil { return nil }
    return isJSONLines
  }

  private static func isNamedJSON(_ path: String) -> Bool {
    let name = unpacked(path)
    return [".jsonl", ".ndjson", ".json"].contains { name.hasSuffix($0) }
  }

  /// A file's name in small letters, without the ending that says how it is packed.
  static func unpacked(_ path: String) -> String {
    let name = path.lowercased()
    let packing = [".gz", ".zst"].first { name.hasSuffix($0) } ?? ""
    return String(name.dropLast(packing.count))
  }

  func csv(delimiter: UInt8?) -> CSVTable {
    CSVTable(text.bytes, path: path, delimiter: delimiter)
  }

  /// JSON that is not one object a line: one list of all, or one object over many lines.
  private static func otherJSON(_ bytes: [UInt8], _ path: String) -> Problem? {
    let start = bytes.firstIndex { !isSpace($0) } ?? bytes.endIndex
    let line = bytes[start...].prefix { $0 != UInt8(ascii: "\n") }.filter { !isSpace($0) }
    let found: String
    let opensList = line.first == UInt8(ascii: "[")
    if opensList, line.count == 1 || line[1] == UInt8(ascii: "{") || line[1] == UInt8(ascii: "]") {
      found = "a JSON list"
    } else if line == [UInt8(ascii: "{")] {
      found = "a JSON object over several lines"
    } else {
      return nil
    }
    return Problem(
      code: "json-array", path: path, row: 1, found: found, expected: "one JSON object a line",
      message: "is \(found); write one object a line, as jq -c '.[]' does with a list")
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func binaryFormat(_ bytes: [UInt8]) -> String? {
    let formats: [(mark: [UInt8], name: String)] = [
      ([0x50, 0x4B, 0x03, 0x04], "an Excel workbook or a ZIP archive"),
      ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook"),
      ([0x1F, 0x8B], "compressed with gzip"),
      (Array("SQLite format 3\0".utf8), "an SQLite database"),
      (Array("%PDF-".utf8), "a PDF file"),
      (Array("PAR1".utf8), "a Parquet file"),
    ]
    return formats.first { bytes.starts(with: $0.mark) }?.name
  }
}
