import Testing

@testable import FDCPALint

@Suite struct LineDifferenceTests {
  private func unified(_ old: String, _ new: String) -> String {
    LineDifference.unified(Array(old.utf8), Array(new.utf8), path: "x")
  }

  @Test func equalTextsShowNothing() { #expect(unified("a\n", "a\n") == "") }

  @Test func aChangeStandsAmongThreeLines() {
    #expect(
      unified("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n")
        == "--- a/x\n+++ b/x\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n")
  }

  @Test func farChangesStandApart() {
    let lines = (1...20).map { "\($0)\n" }
    var changed = lines
    changed[1] = "two\n"
    changed[18] = "nineteen\n"
    let shown = unified(lines.joined(), changed.joined())
    #expect(shown.contains("@@ -1,5 +1,5 @@\n 1\n-2\n+two\n 3\n"))
    #expect(shown.contains("@@ -16,5 +16,5 @@\n 16\n 17\n 18\n-19\n+nineteen\n 20\n"))
  }

  @Test func aMissingLineEndIsTold() {
    #expect(
      unified("a", "a\n\nb\n")
        == "--- a/x\n+++ b/x\n@@ -1,1 +1,3 @@\n-a\n\\ No newline at end of file\n+a\n+\n+b\n")
  }
}
