import Foundation
import Testing

@Suite struct ReportTests {
  private let note = ["letters/a.note.txt": "told cust she will be\narrested friday, Jane\n"]

  private func text(_ folder: URL, _ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }

  private static let masking = [
    "json", "sarif", "junit", "github", "csv", "html", "markdown", "jsonl",
  ]

  @Test func drawsEveryFormatAgainInTheSameBytes() throws {
    try Tool.withFiles(note) { folder in
      let targets = Self.masking.flatMap { ["--report", "\($0)=first.\($0)"] }
      #expect(try Tool.run(["check", "letters"] + targets, in: folder).code == 1)
      for format in Self.masking {
        let again = try Tool.run(["report", "first.json", "--format", format], in: folder)
        #expect(again.code == 0 && again.errors.isEmpty)
        #expect(try again.output == text(folder, "first.\(format)"), "\(format)")
      }
      #expect(try !text(folder, "first.json").contains("Jane"))
    }
  }

  private static let log = [
    "log.csv": """
    id,at,consumer,debts,direction,channel,outcome
    a,2026-04-01T10:00-04:00,C,D,outbound,call,no_answer
    b,2026-04-02T10:00-04:00,C,D,outbound,call,no_answer

    """
  ]

  @Test func anAuditIsDrawnAgainWithItsOverview() throws {
    try Tool.withFiles(Self.log) { folder in
      let formats = ["json", "csv", "html"]
      let targets = formats.flatMap { ["--report", "\($0)=first.\($0)"] }
      _ = try Tool.run(["audit", "log.csv"] + targets, in: folder)
      #expect(try text(folder, "first.json").contains("\"overview\":{"))
      #expect(try text(folder, "first.csv").contains("\r\nclear,"))
      for format in formats {
        let again = try Tool.run(["report", "first.json", "--format", format], in: folder)
        #expect(try again.output == text(folder, "first.\(format)"), "\(format)")
      }
    }
  }

  @Test func rowsAreComparedWithTheUsersOwnCount() throws {
    try Tool.withFiles(Self.log) { folder in
      let audit = ["audit", "log.csv", "--format", "jsonl", "--expect-records"]
      let right = try Tool.run(audit + ["2"], in: folder)
      #expect(right.objects("problem").isEmpty)
      let wrong = try Tool.run(audit + ["3"], in: folder)
      #expect(wrong.code == 3)
      #expect(wrong.objects("problem").map { $0["code"] as? String } == ["count-differs"])
      #expect(try Tool.run(audit + ["-1"], in: folder).code == 2)
    }
  }

  @Test func anOpenRunIsMaskedUnlessAsked() throws {
    try Tool.withFiles(note) { folder in
      let targets = ["--show-text", "--report", "json=open.json"]
      _ = try Tool.run(["check", "letters"] + targets, in: folder)
      _ = try Tool.run(["check", "letters", "--report", "json=masked.json"], in: folder)
      let open = try Tool.run(
        ["report", "open.json", "--format", "json", "--show-text"], in: folder)
      #expect(try open.output == text(folder, "open.json"))
      let masked = try Tool.run(["report", "open.json", "--format", "json"], in: folder)
      #expect(try masked.output == text(folder, "masked.json"))
      let client = ["report", "open.json", "--audience", "client"]
      let csv = try Tool.run(client + ["--format", "csv"], in: folder)
      #expect(csv.code == 0 && !csv.output.contains("Jane"))
      for refused in [
        ["--format", "text"], ["--show-text", "--format", "csv"],
        ["--format", "csv", "--report", "concise=x.txt"],
      ] {
        #expect(try Tool.run(client + refused, in: folder).code == 2)
      }
    }
  }

  @Test func whatIsDrawnForAClientStaysSo() throws {
    try Tool.withFiles(note) { folder in
      _ = try Tool.run(["check", "letters", "--report", "json=run.json"], in: folder)
      let client = try Tool.run(
        ["report", "run.json", "--audience", "client", "--format", "json"], in: folder)
      try Data(client.output.utf8).write(to: folder.appending(path: "client.json"))
      let again = try Tool.run(["report", "client.json", "--format", "json"], in: folder)
      #expect(again.output == client.output)
      let wider = try Tool.run(["report", "client.json", "--audience", "examiner"], in: folder)
      #expect(wider.code == 2)
    }
  }

  @Test func aFileThatIsNoRunIsWrongUse() throws {
    try Tool.withFiles(["a.json": "{}", "b.txt": "x"]) { folder in
      for path in ["a.json", "b.txt", "none.json", "."] {
        let result = try Tool.run(["report", path], in: folder)
        #expect(result.code == 2 && result.output.isEmpty && !result.errors.isEmpty)
      }
    }
  }
}
