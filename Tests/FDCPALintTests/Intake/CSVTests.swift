import Testing

@testable import FDCPALint

@Suite struct CSVTests {
  private struct Read {
    var record: CSVRecord
    var fields: [String]
  }

  private func read(_ text: String, _ delimiter: Unicode.Scalar = ",") -> [Read] {
    var reader = CSVReader(Array(text.utf8), delimiter: UInt8(ascii: delimiter))
    var record = CSVRecord()
    var result: [Read] = []
    while reader.next(&record) {
      result.append(Read(record: record, fields: record.fields.map(reader.text)))
    }
    return result
  }

  private func records(_ text: String) -> [CSVRecord] { read(text).map(\.record) }

  @Test(
    arguments: [
      ("", []), ("a", [["a"]]), ("a\n", [["a"]]), ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
      ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]), ("a\rb", [["a"], ["b"]]),
      ("a\rb\nc", [["a\rb"], ["c"]]), (",\n", [["", ""]]), ("a,", [["a", ""]]),
      (#""a","b""#, [["a", "b"]]), (#""a ""b"" c",d"#, [[#"a "b" c"#, "d"]]),
      ("\"a\nb\",c\nd,e", [["a\nb", "c"], ["d", "e"]]), ("\"\",x\n", [["", "x"]]),
      (#"5" pipe,a"b"#, [[#"5" pipe"#, #"a"b"#]]), (#""""""#, [[#"""#]]), ("\"a\"\r\n", [["a"]]),
    ] as [(String, [[String]])])
  func cutsFields(_ text: String, _ expected: [[String]]) {
    #expect(read(text).map(\.fields) == expected)
    #expect(records(text).allSatisfy { $0.brokenField == nil })
  }

  @Test func countsRecordsAndLines() {
    let records = records("h\n\"a\nb\nc\"\n\nd\n")
    #expect(records.map(\.row) == [1, 2, 3, 4])
    #expect(records.map(\.line) == [1, 2, 5, 6])
    #expect(records.map(\.isBlank) == [false, false, true, false])
    #expect(records.map(\.isCutOff) == [false, false, false, false])
    #expect(self.records("a\nb").map(\.isCutOff) == [false, true])
  }

  @Test(
    arguments: [
      // Nothing closes it: it ends with its line, and the next row stays a row.
      ("1,\"abc\n2,def\n", [["1", "abc"], ["2", "def"]], [2, nil]),
      // What closes it belongs to the next row.
      ("1,\"abc\n2,\"def\"\n", [["1", "abc"], ["2", "def"]], [2, nil]),
      // Marks written once within a field.
      (
        "\"He said \"hi\" to me\",x\ny,z", [["He said \"hi\" to me", "x"], ["y", "z"]], [1, nil]
      ),
      ("\"a\"b,c\nd,e", [["a\"b,c"], ["d", "e"]], [1, nil]),
      ("\"a\n", [["a"]], [1]), ("\"", [[""]], [1]),
    ] as [(String, [[String]], [Int?])])
  func brokenQuotesDoNotSwallowRows(_ text: String, _ fields: [[String]], _ broken: [Int?]) {
    #expect(read(text).map(\.fields) == fields)
    #expect(records(text).map(\.brokenField) == broken)
  }

  /// Writes random fields as RFC 4180 has it and reads them back.
  @Test func readsBackWhatWasWritten() {
    var random = SplitMix64(seed: 5)
    let pieces = ["a", "\"", ",", "\n", "\r\n", ";", "é", " ", "\"\"", "long enough text"]
    for _ in 0..<2000 {
      let rows = (0..<1 + random.below(4)).map { _ in
        (0..<2 + random.below(3)).map { _ in
          (0..<random.below(5)).map { _ in pieces[random.below(pieces.count)] }.joined()
        }
      }
      let ending = random.below(2) == 0 ? "\n" : "\r\n"
      let text = rows.map { row in
        row.map { field in
          let needs = field.contains { $0 == "\"" || $0 == "," || $0.isNewline }
          guard needs || random.below(3) == 0 else { return field }
          return "\""
            + field.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
        }.joined(separator: ",")
      }.joined(separator: ending)
      #expect(read(text).map(\.fields) == rows, "\(text.debugDescription)")
    }
  }
}
