import Testing

@testable import FDCPALintReports

@Suite struct WorkflowCommandTests {
  @Test func escapesMessageAndProperties() {
    var command = WorkflowCommand(level: .error, title: "a:b,c%\r\nd", message: "x:y,z%\r\n::end")
    command.file = "./o, p:q%.md"
    #expect(
      command.text
        == "::error file=o%2C p%3Aq%25.md,title=a%3Ab%2Cc%25%0D%0Ad::x:y,z%25%0D%0A::end")
  }

  /// An escape that stood there already is not taken for one.
  @Test func escapesPercentFirst() {
    #expect(
      WorkflowCommand(level: .notice, title: "%3A", message: "%0A").text
        == "::notice title=%253A::%250A")
  }

  @Test(
    arguments: [
      (nil, nil, nil, nil, ""), (3, nil, nil, nil, "line=3,"), (3, 5, nil, nil, "line=3,col=5,"),
      (3, 5, 3, 9, "line=3,col=5,endLine=3,endColumn=9,"),
      // Columns of different lines are refused by GitHub.
      (3, 5, 4, 2, "line=3,endLine=4,"),
    ] as [(Int?, Int?, Int?, Int?, String)])
  func givesColumnsWithinALineOnly(
    line: Int?, column: Int?, endLine: Int?, endColumn: Int?, expected: String
  ) {
    var command = WorkflowCommand(level: .warning, title: "t", message: "m")
    (command.line, command.column) = (line, column)
    (command.endLine, command.endColumn) = (endLine, endColumn)
    #expect(command.text == "::warning \(expected)title=t::m")
  }
}
