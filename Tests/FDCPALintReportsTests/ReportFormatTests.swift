import Testing

@testable import FDCPALintReports

@Suite struct ReportFormatTests {
  @Test(arguments: ReportFormat.allCases)
  func sameReportSameBytes(format: ReportFormat) {
    let options = RenderOptions(redactor: Sample.redactor)
    let first = format.render(Sample.report, options: options)
    // A set with another order inside must change nothing.
    let words = ["call", "jail", "not", "pay", "arrest"]
    for _ in 0..<8 {
      let redactor = Redactor(vocabulary: Set(words.shuffled()))
      #expect(
        format.render(Sample.report, options: RenderOptions(redactor: redactor)) == first)
    }
  }

  @Test(arguments: ReportFormat.allCases)
  func endsInOneLineBreak(format: ReportFormat) {
    let text = format.render(Sample.report)
    // As bytes, for a CRLF is one character.
    #expect(text.utf8.last == UInt8(ascii: "\n"))
    #expect(!text.hasSuffix("\n\n") && !text.hasSuffix("\r\n\r\n"))
  }

  @Test func onlyTextForPeopleAlwaysShows() {
    #expect(ReportFormat.allCases.filter(\.alwaysShowsText) == [.text, .concise])
    for format in ReportFormat.allCases {
      #expect(format.render(Sample.report).contains("you arrested") == format.alwaysShowsText)
    }
  }

  @Test func formatsHaveTheirNames() {
    #expect(
      ReportFormat.allCases.map(\.rawValue)
        == [
          "text", "concise", "json", "jsonl", "sarif", "junit", "github", "csv", "html", "markdown",
        ])
  }
}
