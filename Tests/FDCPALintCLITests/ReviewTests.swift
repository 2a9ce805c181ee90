import Foundation
import Testing

/// `review`, and what decisions do to later runs.
@Suite struct ReviewTests {
  private static let file = "fdcpalint-reviews.csv"
  private static let log =
    "id,at,consumer,debts,direction,channel,outcome,note\n"
    + "r1,2026-04-01T10:00-04:00,c1,A,outbound,call,no_answer,told Marisol Vega she will be arrested\n"
    + "r2,2026-04-01T11:00-04:00,c1,A,outbound,call,no_answer,told cust he is a deadbeat\n"

  private func withRun(_ body: (URL, (String...) throws -> Tool.Result) throws -> Void) throws {
    try Tool.withFiles(["log.csv": Self.log]) { folder in
      func run(_ arguments: String...) throws -> Tool.Result {
        try Tool.run(arguments + ["--isolated"], in: folder)
      }
      _ = try run("audit", "log.csv", "--report", "json=run.json", "--select", "federal/")
      try body(folder, run)
    }
  }

  /// The fingerprints of a run's findings on a rule.
  private func prints(_ rule: String, _ list: Tool.Result) -> [String] {
    list.output.split(separator: "\n").filter { $0.contains(rule) }.map { String($0.prefix(12)) }
  }

  @Test func aDecisionFlowsIntoLaterRuns() throws {
    try withRun { folder, run in
      let open = try run("review", "list", "run.json")
      let insult = try #require(prints("insulting-language", open).first)
      let decided = try run(
        "review", "decide", "run.json", insult, "--decision", "false-alarm", "--who", "A. Kim",
        "--why", "the agent quotes the consumer")
      #expect(decided.output == "\(Self.file): 1 decision added\n")
      #expect(try run("review", "list", "run.json", "--open").output.contains(insult) == false)
      // Rows move, the decision stays with its finding.
      let rows = Self.log.split(separator: "\n")
      let moved = ([rows[0]] + rows[1...].reversed()).joined(separator: "\n") + "\n"
      try Data(moved.utf8).write(to: folder.appending(path: "log.csv"))
      let audit = try run(
        "audit", "log.csv", "--select", "federal/", "--reviews", Self.file, "--format", "jsonl")
      let aside = try #require(audit.objects("set-aside").first)
      #expect(aside["cause"] as? String == "review")
      let finding = try #require(aside["finding"] as? [String: Any])
      let review = try #require(finding["review"] as? [String: Any])
      #expect(review["who"] as? String == "A. Kim")
      #expect(review["standing"] as? String == "holds")
      let counting = audit.objects("finding").compactMap { $0["rule"] as? String }
      #expect(!counting.contains { $0.hasSuffix("insulting-language") })
      #expect(
        try run("review", "stats").output.contains(
          "insulting-language: 0.00 (0.00 to 0.79) of 1 reviewed"))
      // And a saved run shows it without judging anew.
      let drawn = try run("report", "run.json", "--reviews", Self.file, "--format", "text")
      #expect(drawn.output.contains("1 finding set aside by review"))
    }
  }

  @Test func aSheetGoesOutAndComesBack() throws {
    try withRun { folder, run in
      let sheet = try run("review", "export", "run.json").output
      let lines = sheet.components(separatedBy: "\r\n")
      #expect(
        lines[0].hasPrefix("fingerprint,key,rule,record,decision,who,why,when,until,standing"))
      #expect(!sheet.contains("Vega"))
      var filled = lines
      filled[1].replace(",,,,,,open", with: ",confirmed,,heard it,,,open")
      filled[2].replace(",,,,,,open", with: ",perhaps,,heard it,,,open")
      try #require(filled[1] != lines[1] && filled[2] != lines[2])
      try Data(filled.joined(separator: "\r\n").utf8).write(
        to: folder.appending(path: "sheet.csv"))
      let taken = try run("review", "import", "sheet.csv", "--who", "B. Ode")
      #expect(taken.code == 3)
      #expect(taken.output == "\(Self.file): 1 decision added\n")
      #expect(taken.errors.contains("sheet.csv:3: decision: is no decision"))
      let again = try run("review", "import", "sheet.csv", "--who", "B. Ode")
      #expect(again.output == "\(Self.file): 0 decisions added, 1 known already\n")
      let exported = try run("review", "export", "run.json").output
      #expect(exported.contains(",confirmed,B. Ode,heard it,"))
    }
  }

  @Test func decisionsAreAskedForEverythingThatTheyNeed() throws {
    try withRun { folder, run in
      let print = try #require(
        prints("insulting-language", try run("review", "list", "run.json")).first)
      let risk = try run(
        "review", "decide", "run.json", print, "--decision", "accepted-risk", "--who", "A",
        "--why", "w")
      #expect(risk.code == 2)
      #expect(risk.errors.contains("--until: is empty"))
      let unknown = try run(
        "review", "decide", "run.json", "zzzz", "--decision", "confirmed", "--who", "A",
        "--why", "w")
      #expect(unknown.code == 2)
      #expect(unknown.errors.contains("no finding of run.json begin with zzzz"))
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: Self.file).path))
      let missing = try run("audit", "log.csv", "--reviews", "none.csv")
      #expect(missing.code == 2)
      #expect(missing.errors.contains("none.csv cannot be read"))
    }
  }

  @Test func theConfigurationNamesTheFile() throws {
    try Tool.withFiles([".fdcpalint.yaml": "reviews: r.csv\n", "log.csv": Self.log]) { folder in
      _ = try Tool.run(["audit", "log.csv", "--report", "json=run.json"], in: folder)
      #expect(try Tool.run(["config", "show"], in: folder).output.contains("reviews: r.csv"))
      #expect(try Tool.run(["audit", "log.csv"], in: folder).code == 2)
    }
  }
}
