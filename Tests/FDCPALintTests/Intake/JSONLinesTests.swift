import Testing

@testable import FDCPALint

@Suite struct JSONLinesTests {
  private func read(_ text: String) -> (rows: [Int], problems: [Problem]) {
    var lines = JSONLines(Array(text.utf8), path: "a.jsonl")
    var rows: [Int] = []
    while let (row, _) = lines.nextObject() { rows.append(row) }
    return (rows, lines.problems)
  }

  @Test func countsLinesAndSkipsBlankOnes() {
    let (rows, problems) = read("\n{\"a\":1}\r\n  \r\n{}\n{\"b\":2}")
    #expect(rows == [2, 4, 5])
    #expect(problems.isEmpty)
  }

  @Test func badLinesAreProblemsAndTheRestIsRead() {
    let (rows, problems) = read("{\"a\":1\n[1]\n{\"a\":x}\n{}\n")
    #expect(rows == [4])
    #expect(problems.map(\.code) == ["bad-json", "bad-json", "bad-json"])
    #expect(problems.map(\.row) == [1, 2, 3])
    #expect(problems.map(\.found) == ["end of line", "[", "x"])
    #expect(
      problems.last?.message
        == "byte 6 of the line: expected a value; the line was not read, mend it")
  }

  @Test(arguments: [
    "{}\n{\"a\":\"cut o", "{}\n{\"a\":1,", "{}\n{\"a\":tr", "{}\n{\"a\":1\n\n",
    "{}\n{\"a\":\"\\u00",
  ])
  func aLineThatStopsAtTheEndIsTruncated(_ text: String) {
    let (rows, problems) = read(text)
    #expect(rows == [1])
    #expect(problems.map(\.code) == ["truncated"])
    #expect(problems.first?.row == 2)
  }

  @Test func rowsAgreeWithObjects() {
    let text = """
      {"id":"1","note":"a"}
      {"note":"b","id":"2","x":{"y":[1]}}
      {"\\u0069d":"3"}
      {"id":"4","id":"5"}
      {"a":1,"\\u0061":2}
      """
    var columns = ColumnNames()
    var rows = JSONLines(Array(text.utf8), path: "a")
    var objects = JSONLines(Array(text.utf8), path: "a")
    var count = 0
    while let row = rows.nextRow(&columns), let (line, object) = objects.nextObject() {
      count += 1
      #expect(row.number == line)
      #expect(row.cells.map { columns.names[$0.column] } == object.members.map(\.key))
      #expect(row.cells.map(\.value) == object.members.map(\.value))
    }
    #expect(count == 3)
    _ = objects.nextObject()
    #expect(rows.problems == objects.problems)
    #expect(rows.problems.map(\.row) == [4, 5])
    #expect(columns.names == ["id", "note", "x", "a"])
  }
}
