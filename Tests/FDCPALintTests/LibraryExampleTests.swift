import FDCPALint
import Foundation
import Testing

/// The library as another program uses it: the example in its documentation, compiled and run.
@Suite struct LibraryExampleTests {
  @Test func theExampleOfTheDocumentationWorks() async throws {
    // example
    let rules = RuleBase(try RuleBase.shippedPacks())
    let today = CivilDay(year: 2026, month: 4, day: 1) ?? CivilDay(number: 0)
    let linter = Linter(rules: rules, options: Linter.Options(today: today))
    let note = Source(name: "call.note.txt", bytes: Array("told cust she will be arrested".utf8))
    let report = await linter.check([note])
    for finding in report.findings {
      print(finding.title, finding.citations, finding.message)
    }
    // end
    #expect(report.findings.map(\.rule).contains("federal/threat-of-arrest"))
    #expect(report.verdict == .found)
  }

  /// The lines above are the documentation's, so that neither can change alone.
  @Test func theDocumentationShowsTheSameLines() throws {
    let here = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let source = try String(
      contentsOf: root.appending(path: "Sources/FDCPALint/Linter.swift"), encoding: .utf8)
    let compiled = here.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    let start = try #require(compiled.firstIndex(of: "// example"))
    let end = try #require(compiled.firstIndex(of: "// end"))
    let shown = source.components(separatedBy: "/// ```")[1].split(separator: "\n").dropFirst()
      .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "/ ")) }
    #expect(Array(compiled[(start + 1)..<end]) == shown)
  }
}
