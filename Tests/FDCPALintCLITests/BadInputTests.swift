import Foundation
import Testing

/// Bad input is told clearly, and what is good beside it is still judged.
@Suite struct BadInputTests {
  private static let header = "id,at,consumer,debts,direction,channel,outcome,note\n"
  private static let sound =
    "ok,2026-04-01T10:00-04:00,c1,A,outbound,call,no_answer,told cust she will be arrested\n"

  /// Audits a log beside a sound row, whose finding must be there whatever else is wrong.
  private func audit(_ rows: String, header: String = header) throws -> Tool.Result {
    var result: Tool.Result?
    try Tool.withFiles(["log.csv": header + Self.sound + rows]) { folder in
      result = try Tool.run(["audit", "log.csv", "--format", "jsonl"], in: folder)
    }
    return try #require(result)
  }

  private func codes(_ result: Tool.Result) -> [String] {
    result.objects("problem").compactMap { $0["code"] as? String }
  }

  private func expectArrestFound(_ result: Tool.Result) {
    let rules = result.objects("finding").compactMap { $0["rule"] as? String }
    #expect(rules.contains("federal/threat-of-arrest"))
  }

  @Test(arguments: [
    ("x,,c1,A,outbound,call,no_answer,na\n", "missing-time", "log.csv:3: at:"),
    ("x,2026-02-30T10:00-05:00,c1,A,outbound,call,no_answer,na\n", "bad-time", "2026-02-30"),
    ("ok,2026-04-02T10:00-04:00,c1,A,outbound,call,no_answer,other\n", "duplicate-id", "ok"),
    ("x,2026-04-02T10:00-04:00,c1,A,outbound,call,rang_out,na\n", "bad-value", "rang_out"),
    ("x,2026-04-02T10:00-04:00,c1,A,outbound,call,no_answer,\"open\n", "broken-quote", "quot"),
    ("x,2026-04-02T10:00-04:00,c1,A,outbound\n", "bad-row", "8"),
  ])
  func aBadRowIsAProblemAndTheRestIsJudged(row: String, code: String, hint: String) throws {
    let result = try audit(row)
    #expect(codes(result) == [code])
    #expect(result.code == 3)
    #expect(result.errors.contains("log.csv"))
    #expect(result.errors.contains(hint))
    expectArrestFound(result)
  }

  @Test func anUnknownZoneIsAProblem() throws {
    let result = try audit(
      "x,2026-04-02T10:00,c1,A,outbound,call,no_answer,na,America/Nowhere\n",
      header: "id,at,consumer,debts,direction,channel,outcome,note,zone\n"
        + "y,2026-04-03T10:00-04:00,c1,A,outbound,call,no_answer,you will be arrested,\n")
    #expect(codes(result).contains("unknown-zone"))
    #expect(result.code == 3)
  }

  @Test func aTruncatedLastLineIsAProblem() throws {
    try Tool.withFiles([
      "log.jsonl":
        "{\"id\":\"a\",\"at\":\"2026-04-01T10:00-04:00\",\"consumer\":\"c\",\"channel\":\"call\","
        + "\"outcome\":\"no_answer\",\"note\":\"told cust she will be arrested\"}\n{\"id\":\"b\",\"at"
    ]) { folder in
      let result = try Tool.run(["audit", "log.jsonl", "--format", "jsonl"], in: folder)
      #expect(codes(result) == ["truncated"])
      #expect(result.code == 3)
      expectArrestFound(result)
    }
  }

  @Test func windows1252IsReadAndSaid() throws {
    var bytes = Data("told Mar".utf8)
    bytes.append(0xED)
    bytes.append(contentsOf: Data("a she will be arrested".utf8))
    try Tool.withFiles(["call.note.txt": bytes]) { folder in
      let result = try Tool.run(["check", "call.note.txt", "--format", "jsonl"], in: folder)
      #expect(result.code == 1)
      #expect(result.errors.contains("Windows-1252"))
      expectArrestFound(result)
    }
  }

  @Test func emptyAndMissingFilesAreProblems() throws {
    try Tool.withFiles(["empty.csv": "", "call.note.txt": "told cust she will be arrested"]) {
      folder in
      let audit = try Tool.run(["audit", "empty.csv", "--format", "jsonl"], in: folder)
      #expect(codes(audit) == ["empty"])
      #expect(audit.code == 3)
      let check = try Tool.run(
        ["check", "absent.txt", "call.note.txt", "--format", "jsonl"], in: folder)
      #expect(codes(check) == ["missing-file"])
      #expect(check.code == 3)
      expectArrestFound(check)
    }
  }

  @Test func noInputIsIncompleteUnlessAllowed() throws {
    #expect(try Tool.run(["check"]).code == 3)
    #expect(try Tool.run(["check", "--allow-empty"]).code == 0)
  }

  @Test func anUnknownKeyInTheMappingIsUsage() throws {
    try Tool.withFiles([
      "log.csv": Self.header + Self.sound, "mapping.yaml": "colums:\n  When: at\n",
    ]) { folder in
      let result = try Tool.run(["audit", "log.csv", "--mapping", "mapping.yaml"], in: folder)
      #expect(result.code == 2)
      #expect(result.errors.contains("mapping.yaml:2:3"))
      #expect(result.errors.contains("did you mean 'columns'?"))
    }
  }

  @Test(arguments: [
    (["check", "--frmt", "json"], "frmt"), (["check", "--fail-on", "fatal"], "fatal"),
    (["nonsense"], "nonsense"), (["check", "--select", "federal/none"], "federal/none"),
    (["audit", "x", "--as-of", "yesterday"], "yesterday"), (["explain", "none"], "none"),
    (["check", "--report", "pdf=x"], "pdf"),
  ])
  func wrongUsageIsTwo(arguments: [String], named: String) throws {
    let result = try Tool.run(arguments)
    #expect(result.code == 2)
    #expect(result.errors.contains(named))
    #expect(result.output == "")
  }
}
