import Testing

@testable import FDCPALint

@Suite struct CSVTableTests {
  private func read(
    _ text: String, _ path: String = "a.csv", delimiter: UInt8? = nil
  ) -> (names: [String], rows: [[String: String]], numbers: [Int], problems: [Problem]) {
    var table = CSVTable(Array(text.utf8), path: path, delimiter: delimiter)
    var rows: [[String: String]] = []
    var numbers: [Int] = []
    while let row = table.nextRow() {
      numbers.append(row.number)
      var named: [String: String] = [:]
      for cell in row.cells { named[table.columns.names[cell.column]] = cell.value.scalarText }
      rows.append(named)
    }
    return (table.columns.names, rows, numbers, table.problems)
  }

  @Test(arguments: [
    ("a,b;c\n1,2", "a.csv", ["a", "b;c"]), ("a\tb\n1\t2", "a.csv", ["a", "b"]),
    ("a\tb,c\n1\t2,3", "a.csv", ["a\tb", "c"]), ("a\tb,c\n1\t2", "a.TSV", ["a", "b,c"]),
    ("a;b\n1;2", "a.csv", ["a", "b"]), ("a|b\n1|2", "a.csv", ["a", "b"]),
    ("\"a,b\";c\n1;2", "a.csv", ["a,b", "c"]), ("sep=;\na;b\n1;2", "a.csv", ["a", "b"]),
    (" a , b \n1,2", "a.csv", ["a", "b"]),
  ])
  func findsTheDelimiter(_ text: String, _ path: String, _ names: [String]) {
    #expect(read(text, path).names == names)
    #expect(read(text, path).rows.count == 1)
  }

  @Test func countsRowsFromTheHeader() {
    let table = read("a,b\n1,2\n\n\"3\nx\",4\n5,\n")
    #expect(table.numbers == [2, 4, 5])
    #expect(table.rows == [["a": "1", "b": "2"], ["a": "3\nx", "b": "4"], ["a": "5"]])
    #expect(table.problems.isEmpty)
  }

  @Test func rowsOfAnotherLengthAreLeftOutAndTold() {
    let table = read("a,b\n1\n1,2,3\n1,2,,\n\n\"x\ny\",1,2\n5,6\n")
    #expect(table.rows == [["a": "1", "b": "2"], ["a": "5", "b": "6"]])
    #expect(table.problems.map(\.code) == ["bad-row", "bad-row", "bad-row"])
    #expect(table.problems.map(\.row) == [2, 3, 6])
    #expect(table.problems.map(\.found) == ["1 fields", "3 fields", "3 fields"])
    #expect(table.problems.map(\.expected) == ["2 fields", "2 fields", "2 fields"])
    let later = read("a,b\n\"x\ny\",1\n1\n")
    #expect(later.problems.first?.row == 3)
    #expect(later.problems.first?.message.contains("(line 4)") == true)
  }

  @Test func aLastRowCutOffIsTruncated() {
    let table = read("a,b\n1,2\n3")
    #expect(table.rows.count == 1)
    #expect(table.problems.map(\.code) == ["truncated"])
    #expect(table.problems.first?.row == 3)
  }

  @Test func brokenQuotesNameRowAndField() {
    let table = read("id,note\n1,\"told her \"pay\" or else\"\n2,\"open\n3,c\n")
    #expect(
      table.rows == [
        ["id": "1", "note": "told her \"pay\" or else"], ["id": "2", "note": "open"],
        ["id": "3", "note": "c"],
      ])
    #expect(table.problems.map(\.code) == ["broken-quote", "broken-quote"])
    #expect(table.problems.map(\.row) == [2, 3])
    #expect(table.problems.map(\.field) == ["note", "note"])
    #expect(table.problems.allSatisfy { !$0.message.contains("told") && $0.found == nil })
  }

  @Test func columnsThatStandTwiceAreProblems() {
    let table = read("a,b,a\n1,2,3\n")
    #expect(table.rows == [["a": "1", "b": "2"]])
    #expect(table.problems.map(\.code) == ["duplicate-column"])
    #expect(table.problems.first?.found == "a")
  }
}
