import Foundation
import Testing

@Suite struct VerifyTests {
  private let files = [
    "log/contacts.csv": """
    id,at,consumer,party,debts,direction,channel,outcome,state
    r1,2026-04-01T06:10:00-04:00,k1,consumer,d1,outbound,call,no_answer,NY
    r2,2026-04-02T12:00:00-04:00,k1,consumer,d1,outbound,call,no_answer,NY

    """,
    "log/consumers.csv": "consumer,time_zone\nk1,America/New_York\n",
    "a.note.txt": "told cust she will be arrested friday\n",
  ]

  private func run(_ arguments: [String], in folder: URL) throws -> Tool.Result {
    try Tool.run(arguments, in: folder)
  }

  @Test func theSameRunHasTheSameBytes() throws {
    try Tool.withFiles(files) { folder in
      for arguments in [["audit", "log"], ["check", "a.note.txt", "--format", "json"]] {
        #expect(try run(arguments + ["--manifest", "m.json"], in: folder).code == 1)
        let again = try run(["verify", "m.json"], in: folder)
        #expect(again.code == 0 && again.output.hasPrefix("same: "))
        #expect(again.errors.isEmpty)
      }
    }
  }

  /// No day of the clock is in the result: what was today then is today again.
  @Test func todayIsTheDayOfTheRun() throws {
    try Tool.withFiles(files) { folder in
      _ = try run(["audit", "log", "--manifest=m.json"], in: folder)
      let file = folder.appending(path: "m.json")
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      let day = try #require(text.firstMatch(of: #/"today" : "([0-9-]+)"/#)).1
      #expect(text.contains("\"arguments\" : [\n    \"audit\",\n    \"log\"\n  ]"))
      let earlier = text.replacing("\"\(day)\"", with: "\"2026-05-01\"")
      try Data(earlier.utf8).write(to: file)
      #expect(try run(["verify", "m.json"], in: folder).code == 0)
    }
  }

  @Test func saysWhatDiffers() throws {
    try Tool.withFiles(files) { folder in
      _ = try run(["audit", "log", "--manifest", "m.json"], in: folder)
      let log = folder.appending(path: "log/contacts.csv")
      let text = String(decoding: try Data(contentsOf: log), as: UTF8.self)
      try Data(text.replacing("06:10", with: "10:10").utf8).write(to: log)
      let changed = try run(["verify", "m.json"], in: folder)
      #expect(changed.code == 1)
      let lines = changed.output.split(separator: "\n")
      #expect(lines.contains("differs: input log/contacts.csv: its bytes changed"))
      #expect(lines.contains("differs: total error: 1 then, 0 now"))
      #expect(lines.last == "differs: result: other bytes")
      // Back as it was, and a table gone.
      try Data(text.utf8).write(to: log)
      try FileManager.default.removeItem(at: folder.appending(path: "log/consumers.csv"))
      let gone = try run(["verify", "m.json"], in: folder)
      #expect(gone.code == 1)
      #expect(gone.output.contains("differs: input log/consumers.csv: is not there\n"))
    }
  }

  @Test func aManifestOfAnotherToolOrRulesDiffers() throws {
    try Tool.withFiles(files) { folder in
      _ = try run(["check", "a.note.txt", "--manifest", "m.json"], in: folder)
      let file = folder.appending(path: "m.json")
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      let zones = try #require(text.firstMatch(of: #/"zoneData" : "([^"]+)"/#)).1
      let other = text.replacing("\"zoneData\" : \"\(zones)\"", with: "\"zoneData\" : \"1999a\"")
      try Data(other.utf8).write(to: file)
      let result = try run(["verify", "m.json"], in: folder)
      #expect(result.output == "differs: zone data: 1999a then, \(zones) now\n")
    }
  }

  @Test func whatCannotBeRunAgainIsRefused() throws {
    try Tool.withFiles(files) { folder in
      let piped = try Tool.run(
        ["check", "-", "--kind", "note", "--manifest", "m.json"], input: "hello\n", in: folder)
      #expect(piped.code == 2)
      #expect(piped.errors.contains("standard input cannot be read again"))
      try Data("{}".utf8).write(to: folder.appending(path: "m.json"))
      for path in ["m.json", "none.json", "a.note.txt"] {
        #expect(try run(["verify", path], in: folder).code == 2)
      }
    }
  }
}
