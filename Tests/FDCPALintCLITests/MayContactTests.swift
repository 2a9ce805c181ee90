import Foundation
import Testing

/// The command before a contact: its codes, its two shapes, its batch.
@Suite struct MayContactCommandTests {
  private static let log =
    "id,at,consumer,debts,direction,channel,outcome\n"
    + (1...7).map { "r\($0),2026-04-0\($0)T10:00:00-04:00,C1,D1,outbound,call,no_answer\n" }
    .joined()
  private static let files = [
    "log.csv": log, "consumers.csv": "consumer,time_zone\nC1,America/New_York\n",
  ]

  private static func ask(_ arguments: [String], in folder: URL, input: String? = nil) throws
    -> Tool.Result
  {
    try Tool.run(
      ["may-contact", "--log", "log.csv", "--consumers", "consumers.csv"] + arguments,
      input: input, in: folder)
  }

  @Test(arguments: [
    ("call", "2026-04-07T12:00:00-04:00", Int32(1), "not-allowed"),
    ("text", "2026-04-07T12:00:00-04:00", 0, "allowed"),
    ("text", "2026-04-07T08:00:30-04:00", 3, "undetermined"),
  ])
  func theCodeIsTheAnswer(channel: String, at: String, code: Int32, word: String) throws {
    try Tool.withFiles(Self.files) { folder in
      let result = try Self.ask(
        ["--consumer", "C1", "--debt", "D1", "--channel", channel, "--at", at], in: folder)
      #expect(result.code == code)
      #expect(result.output.hasPrefix(word + ":"))
    }
  }

  @Test func jsonHoldsExactlyTheContractsKeys() throws {
    try Tool.withFiles(Self.files) { folder in
      let result = try Self.ask(
        [
          "--consumer", "C1", "--debt", "D1", "--channel", "call", "--at",
          "2026-04-07T12:00:00-04:00", "--format", "json",
        ], in: folder)
      let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
      let answer = try #require(value as? [String: Any])
      #expect(Set(answer.keys) == ["decision", "binding", "missing", "next"])
      #expect(answer["decision"] as? String == "not-allowed")
      #expect(answer["next"] as? String == "2026-04-08T08:01:00-04:00")
      let binding = try #require((answer["binding"] as? [[String: Any]])?.first)
      #expect(Set(binding.keys) == ["rule", "citations", "until", "evidence"])
      #expect(binding["until"] as? String == "2026-04-08T00:00:00-04:00")
    }
  }

  @Test func aBatchAnswersEachLineAndTheWorstCodeWins() throws {
    let line = #""consumer":"C1","debt":"D1","channel":"call""#
    let questions = """
      {"id":"a",\(line),"at":"2026-04-08T12:00:00-04:00"}
      {"id":"b",\(line),"at":"2026-04-07T12:00:00-04:00"}
      """
    try Tool.withFiles(Self.files) { folder in
      let result = try Self.ask(["--batch", "-"], in: folder, input: questions)
      #expect(result.code == 1)
      let lines = result.output.split(separator: "\n")
      #expect(
        lines.map { $0.prefix(32) } == [
          #"{"id":"a","decision":"allowed","b"#.prefix(32),
          #"{"id":"b","decision":"not-allowe"#.prefix(32),
        ])
      let worse = try Self.ask(
        ["--batch", "-"], in: folder, input: questions + "\n{\"id\":\"c\",\"consumer\":\"C1\"}\n")
      #expect(worse.code == 3)
      #expect(worse.output.split(separator: "\n").count == 3)
    }
  }

  @Test func anUnreadableLogIsUndeterminedAndAWrongCallIsTwo() throws {
    let asked = [
      "--consumer", "C1", "--debt", "D1", "--channel", "call", "--at", "2026-04-09T12:00:00-04:00",
    ]
    try Tool.withFiles(Self.files) { folder in
      let missing = try Tool.run(["may-contact", "--log", "none.csv"] + asked, in: folder)
      #expect(missing.code == 3)
      #expect(missing.output.hasPrefix("undetermined:"))
      #expect(try Self.ask(Array(asked.dropLast(2)), in: folder).code == 2)
      #expect(try Self.ask(asked.dropLast() + ["noon"], in: folder).code == 2)
    }
  }

  @Test func aFindingIsExplainedFromAReportAndFromTheLog() throws {
    var files = Self.files
    files["log.csv"] = Self.log + "r8,2026-04-07T12:00:00-04:00,C1,D1,outbound,call,no_answer\n"
    try Tool.withFiles(files) { folder in
      let audit = try Tool.run(
        [
          "audit", "log.csv", "--consumers", "consumers.csv", "--report", "json=report.json",
          "--exit-zero",
        ], in: folder)
      let line = try #require(
        audit.output.split(separator: "\n").first { $0.contains("explain: ") })
      let name = String(line.suffix(12))
      let read = try Tool.run(["explain", name, "--in", "report.json"], in: folder)
      let again = try Tool.run(
        ["explain", name, "--log", "log.csv", "--consumers", "consumers.csv"], in: folder)
      #expect(read.code == 0)
      #expect(read.output == again.output)
      #expect(read.output.contains("12:00 *"))
      #expect(try Tool.run(["explain", "0000", "--in", "report.json"], in: folder).code == 2)
      #expect(try Tool.run(["explain", name], in: folder).code == 2)
    }
  }
}
