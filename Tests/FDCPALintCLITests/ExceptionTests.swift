import Foundation
import Testing

/// Exceptions on the command line: they are counted, and never hide silently.
@Suite struct ExceptionTests {
  private static let good = """
    <!-- fdcpalint: allow federal/threat-of-arrest reason="quoted" by="R. Lind" until=2026-12-31 -->
    You will be arrested.

    """

  @Test func whatIsSetAsideIsCountedInEveryShape() throws {
    try Tool.withFiles(["a.letter.md": Self.good]) { folder in
      func check(_ format: String) throws -> Tool.Result {
        try Tool.run(
          ["check", ".", "--as-of", "2026-11-25", "--format", format, "--show-text"], in: folder)
      }
      let text = try check("text")
      #expect(text.code == 0)
      #expect(text.output.contains("; 1 finding set aside by exception"))
      let lines = try check("jsonl")
      let aside = try #require(lines.objects("set-aside").first)
      #expect(aside["reason"] as? String == "quoted")
      #expect(aside["by"] as? String == "R. Lind")
      #expect(aside["until"] as? String == "2026-12-31")
      let summary = try #require(lines.objects("summary").first)
      #expect(
        summary["set_aside"] as? [String: Int] == ["exception": 1, "baseline": 0, "review": 0])
      let sarif = try check("sarif").output
      #expect(sarif.contains(#""suppressions":[{"kind":"inSource","status":"accepted","#))
      #expect(try check("html").output.contains("1 finding set aside by exception"))
    }
  }

  @Test func recordsHaveAFileBeside() throws {
    let files = [
      ".fdcpalint.yaml": "exceptions: allowed.yaml\n",
      "allowed.yaml": """
      exceptions:
        - rule: federal/threat-of-arrest
          record: r1
          reason: the consumer's own words, misread
          by: R. Lind
          until: 2026-12-31
        - {rule: federal/threat-of-arrest, path: 'old/**'}
        - {rule: federal/threat-of-arrest, record: r2, reason: x, by: y, until: 2020-01-01}
      """,
      "log.csv": "id,at,consumer,debts,direction,channel,outcome,note\n"
        + "r1,2026-04-01T10:00-04:00,c1,A,outbound,call,no_answer,told cust she will be arrested\n"
        + "r2,2026-04-02T10:00-04:00,c1,A,outbound,call,no_answer,told cust she will be arrested\n",
    ]
    try Tool.withFiles(files) { folder in
      let result = try Tool.run(
        ["audit", "log.csv", "--as-of", "2026-11-25", "--format", "jsonl"], in: folder)
      let found = result.objects("finding").compactMap { $0["rule"] as? String }
      #expect(found.count { $0 == "federal/threat-of-arrest" } == 1)
      #expect(found.count { $0 == "exceptions/expired" } == 1)
      #expect(found.count { $0 == "exceptions/unexplained" } == 1)
      #expect(result.objects("set-aside").count == 1)
      #expect(result.code == 1)
    }
  }

  /// Patterns are relative to the configuration, which need not lie at the repository's root.
  @Test func pathsAreRelativeToTheConfiguration() throws {
    try GitRepository.with([
      "team/.fdcpalint.yaml": "exceptions: allowed.yaml\n",
      "team/allowed.yaml":
        "exceptions:\n  - {rule: federal/threat-of-arrest, path: '/old/**', reason: r, by: b, "
        + "until: 2026-12-31}\n",
      "team/old/a.note.txt": "told cust she will be arrested\n",
    ]) { repository in
      let result = try repository.tool(
        "check", ".", "--as-of", "2026-11-25", "--format", "concise", below: "team/old")
      #expect(result.output == "")
      #expect(result.errors == "note: 1 finding set aside by exception\n")
      #expect(result.code == 0)
    }
  }

  @Test func theRulesOfExceptionsAreExplained() throws {
    for name in ["expired", "unused", "unexplained", "unknown-rule", "misplaced"] {
      let result = try Tool.run(["explain", "exceptions/\(name)"])
      #expect(result.code == 0)
      #expect(result.output.contains("why   "))
    }
  }

  @Test func aBrokenFileOfExceptionsIsTwo() throws {
    let files = [
      ".fdcpalint.yaml": "exceptions: e.yaml\n", "e.yaml": "exceptions:\n  - {rle: x}\n",
    ]
    try Tool.withFiles(files) { folder in
      let result = try Tool.run(["check", "--allow-empty"], in: folder)
      #expect(result.code == 2)
      #expect(result.errors.contains("e.yaml:2:11: exceptions[1].rle: unknown key 'rle'"))
    }
  }
}
