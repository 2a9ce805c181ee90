import Testing

@testable import FDCPALint
@testable import FDCPALintReports

@Suite struct CSVWriterTests {
  private func written(_ fields: [String]) -> String {
    var csv = CSVWriter()
    csv.record(fields)
    return csv.text
  }

  @Test(arguments: [
    ("plain", "plain"), ("", ""), ("a b", "a b"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""),
    ("a\nb", "\"a\nb\""), ("a\r\nb", "\"a\r\nb\""), ("a\rb", "\"a\rb\""), ("\"", "\"\"\"\""),
    (" a", "\" a\""), ("a ", "\"a \""), ("ä“x”", "ä“x”"), ("a;b\tc|d", "a;b\tc|d"),
  ])
  func quotesWhatMustBe(_ field: String, _ expected: String) {
    #expect(written([field, "end"]) == expected + ",end\r\n")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"),
    ("=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\""), ("\t=1", "'\t=1"),
    ("\r=1", "\"'\r=1\""), ("\n=1", "\"'\n=1\""), ("＝1", "'＝1"), ("＠a", "'＠a"),
    ("'quoted'", "''quoted'"), ("1=1", "1=1"), ("a-b", "a-b"), ("–", "–"),
  ])
  func runsNoFormula(_ field: String, _ expected: String) {
    #expect(written([field]) == expected + "\r\n")
  }

  /// What a strict reader makes of it, the leading apostrophe taken off, is what went in.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func comesBackThroughTheReader(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let letters: [Unicode.Scalar] = [
      "a", "b", ",", "\"", "\n", "\r", "'", "=", "-", "@", ";", "|", "\t", " ", "“", "\u{1F600}",
      "0",
    ]
    let rows = (0..<20).map { _ in
      (0..<3).map { _ in
        var field = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...6, using: &random) {
          field.append(letters.randomElement(using: &random) ?? "a")
        }
        return String(field)
      }
    }
    var csv = CSVWriter()
    csv.record(["a", "b", "c"])
    for row in rows { csv.record(row + []) }
    var table = CSVTable(Array(csv.text.utf8), path: "report.csv")
    var read: [[String]] = []
    while let row = table.nextRow() { read.append(CSVCells.fields(of: row, in: table)) }
    #expect(table.problems.isEmpty)
    #expect(read.map { $0.map(Array.init) } == rows.map { $0.map(Array.init) })
  }
}

/// Rows as spreadsheets' readers would have them.
enum CSVCells {
  /// All fields of a row, the apostrophe before what could be a formula taken off.
  static func fields(of row: Row, in table: CSVTable) -> [String] {
    var fields = Array(repeating: "", count: table.columns.names.count)
    for cell in row.cells {
      let text = cell.value.scalarText ?? ""
      fields[cell.column] =
        text.utf8.first == UInt8(ascii: "'") ? String(text.unicodeScalars.dropFirst()) : text
    }
    return fields
  }

  /// The rows of a report by their columns' names.
  static func rows(_ text: String) throws -> [[String: String]] {
    var table = CSVTable(Array(text.utf8), path: "report.csv")
    var rows: [[String: String]] = []
    while let row = table.nextRow() {
      rows.append(
        Dictionary(uniqueKeysWithValues: zip(table.columns.names, fields(of: row, in: table))))
    }
    try #require(table.problems.isEmpty)
    return rows
  }
}
