import Foundation
import Testing

/// The example of a letters team's repository does what its README says.
@Suite struct LettersTeamTests {
  private static let folder = Tool.root.appending(path: "seeds/letters-team")

  @Test func itsDraftsAreJudgedAsTheReadmeSays() throws {
    let result = try Tool.run(
      ["check", "letters", "texts", "--as-of", "2026-11-25", "--format", "jsonl"],
      in: Self.folder)
    let found = result.objects("finding").compactMap { $0["rule"] as? String }
    #expect(found == ["configuration/salutation", "federal/no-opt-out"])
    let summary = try #require(result.objects("summary").first)
    #expect(summary["set_aside"] as? [String: Int] == ["exception": 1, "baseline": 0, "review": 0])
    let shown = try Tool.run(["check", "texts", "--diff"], in: Self.folder)
    #expect(shown.output.contains("+Reply STOP to end texts to this number.\n"))
  }

  /// The workflow runs a command that this tool knows.
  @Test func itsWorkflowCallsTheTool() throws {
    let workflow = try String(
      contentsOf: Self.folder.appending(path: ".github/workflows/letters.yml"), encoding: .utf8)
    let line = try #require(
      workflow.split(separator: "\n").first { $0.contains("fdcpalint check") })
    let command = try #require(line.split(separator: " check ").last).split(separator: " ")
    let sarif = FileManager.default.temporaryDirectory.appending(path: "letters-\(UUID()).sarif")
    defer { try? FileManager.default.removeItem(at: sarif) }
    let arguments = command.map { String($0).replacing("letters.sarif", with: sarif.path) }
    let result = try Tool.run(
      ["check", "--as-of", "2026-11-25"] + arguments, in: Self.folder)
    #expect(result.code == 1)
    #expect(try String(contentsOf: sarif, encoding: .utf8).contains("\"suppressions\""))
  }
}
