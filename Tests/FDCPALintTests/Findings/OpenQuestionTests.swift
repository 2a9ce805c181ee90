import Foundation
import Testing

@testable import FDCPALint

@Suite struct OpenQuestionTests {
  /// A finding names a question; the guide to rule files must say what is open about it.
  @Test func everyQuestionIsExplained() throws {
    let guide = try String(
      contentsOf: Seeds.folder.deletingLastPathComponent().appending(path: "Patterns/README.md"),
      encoding: .utf8)
    for question in OpenQuestion.allCases {
      #expect(guide.contains("| `\(question.rawValue)` | "), "\(question.rawValue)")
    }
  }
}
