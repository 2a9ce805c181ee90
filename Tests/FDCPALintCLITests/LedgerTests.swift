import Foundation
import Testing

/// `--ledger`, as somebody types it, and the nightly script around it.
@Suite struct LedgerTests {
  private static func row(_ number: Int, note: String = "RNR") -> String {
    #"{"id":"r\#(number)","at":"2026-04-0\#((number + 1) / 2)T1\#(number % 2):00:00-04:00","consumer":"C1","debts":["#
      + #""D1"],"direction":"outbound","channel":"call","outcome":"no_answer","state":"OH","#
      + #""note":"\#(note)"}"# + "\n"
  }
  private static let files = [
    "a.jsonl": (1...6).map { row($0) }.joined(),
    "b.jsonl": row(6) + row(7) + row(8, note: "told cust she will be arrested"),
    "bad.jsonl": "{\"id\":",
  ]

  @Test func aNightReadsOnlyWhatIsNew() throws {
    try Tool.withFiles(Self.files) { folder in
      let first = try Tool.run(
        ["audit", "a.jsonl", "--ledger", "l.sqlite", "--format", "jsonl"], in: folder)
      #expect(first.code == 0)
      #expect(
        first.errors.contains(
          "note: l.sqlite: night 1: 6 rows new, 0 known, 0 in the place of others; 1 of 1 "
            + "consumers judged"))
      let second = try Tool.run(
        ["audit", "b.jsonl", "--ledger", "l.sqlite", "--format", "jsonl"], in: folder)
      #expect(second.code == 1)
      #expect(second.errors.contains("night 2: 2 rows new, 1 known"))
      let rules = second.objects("finding").compactMap { $0["rule"] as? String }
      #expect(rules.contains("federal/call-frequency-seven"))
      #expect(rules.contains("federal/threat-of-arrest"))
      // Without a log it is the last night again.
      let again = try Tool.run(
        ["audit", "--ledger", "l.sqlite", "--format", "jsonl"], in: folder)
      #expect(again.output == second.output)
      #expect(again.errors.contains("night 2: 0 rows new"))
      let quiet = try Tool.run(
        ["audit", "--ledger", "l.sqlite", "--format", "jsonl", "--quiet"], in: folder)
      #expect(quiet.errors.isEmpty)
    }
  }

  @Test func aLedgerAnswersBeforeAContact() throws {
    try Tool.withFiles(Self.files) { folder in
      _ = try Tool.run(["audit", "a.jsonl", "--ledger", "l.sqlite"], in: folder)
      let question = [
        "--consumer", "C1", "--debt", "D1", "--channel", "call", "--at",
        "2026-04-07T12:00:00-04:00",
      ]
      let stored = try Tool.run(["may-contact", "--ledger", "l.sqlite"] + question, in: folder)
      let read = try Tool.run(["may-contact", "--log", "a.jsonl"] + question, in: folder)
      #expect(stored.code == read.code)
      #expect(stored.output == read.output)
    }
  }

  @Test(arguments: [
    (["audit", "a.jsonl", "--ledger", "a.jsonl"], "a.jsonl is no ledger of fdcpalint"),
    (["audit", "a.jsonl", "--ledger", "no/l.sqlite"], "no/l.sqlite cannot be made"),
    (["audit", "a.jsonl", "--ledger", "l.sqlite", "--manifest", "m.json"], "--manifest cannot"),
    (
      [
        "may-contact", "--ledger", "l.sqlite", "--consumer", "C1", "--debt", "D1", "--channel",
        "call", "--at", "2026-04-07T12:00:00-04:00",
      ], "l.sqlite is not there"
    ),
    (
      ["may-contact", "--ledger", "l.sqlite", "--log", "a.jsonl", "--batch", "-"],
      "leave --log, --consumers"
    ),
  ])
  func wrongUseIsTwo(arguments: [String], message: String) throws {
    try Tool.withFiles(Self.files) { folder in
      let result = try Tool.run(arguments, in: folder)
      #expect(result.code == 2)
      #expect(result.errors.contains(message), "\(result.errors)")
    }
  }

  // MARK: The nightly script

  private static func night(_ folder: URL) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [
      Tool.root.appending(path: "seeds/nightly/nightly.sh").path, folder.path,
    ]
    process.environment = ["FDCPALINT": Tool.url.path, "PATH": "/usr/bin:/bin"]
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  private static func findings(_ data: Data) throws -> [String] {
    let run = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    return try (run["findings"] as? [[String: Any]] ?? []).map { finding in
      var finding = finding
      finding["trend"] = nil
      let data = try JSONSerialization.data(withJSONObject: finding, options: .sortedKeys)
      return String(decoding: data, as: UTF8.self)
    }
  }

  private static func report(_ folder: URL) throws -> Data {
    let reports = folder.appending(path: "reports")
    let night = try #require(
      try FileManager.default.contentsOfDirectory(atPath: reports.path).max())
    return try Data(contentsOf: reports.appending(path: "\(night)/report.json"))
  }

  @Test func threeNightsOfTheDemoSayWhatOneAuditSays() throws {
    let demo = Tool.root.appending(path: "seeds/demo")
    let lines = try String(contentsOf: demo.appending(path: "contacts.csv"), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // Rows begin with their number; other lines go on with a note.
    let starts = lines.indices.filter { index in
      lines[index].hasPrefix("R") && lines[index].dropFirst().prefix(4).allSatisfy(\.isNumber)
    }
    let cuts = [1, starts[starts.count / 3], starts[2 * starts.count / 3], lines.count]
    let manager = FileManager.default
    try Tool.withFiles([
      "inbox/consumers.csv": try Data(contentsOf: demo.appending(path: "consumers.csv")),
      "inbox/debts.csv": try Data(contentsOf: demo.appending(path: "debts.csv")),
    ]) { folder in
      var names: [String] = []
      for night in 0..<3 {
        let name = "contacts-\(night + 1).csv"
        let text = ([lines[0]] + lines[cuts[night]..<cuts[night + 1]]).joined(separator: "\n")
        try Data(text.utf8).write(to: folder.appending(path: "inbox/\(name)"))
        #expect(try Self.night(folder) == 0)
        names.append(name)
        let inbox = try manager.contentsOfDirectory(
          atPath: folder.appending(path: "inbox").path)
        #expect(inbox.sorted() == ["consumers.csv", "debts.csv"])
        let done = try manager.contentsOfDirectory(atPath: folder.appending(path: "done").path)
        #expect(done.sorted() == names)
      }
      for name in names {
        try manager.moveItem(
          at: folder.appending(path: "done/\(name)"), to: folder.appending(path: "inbox/\(name)"))
      }
      let whole = try Tool.run(
        ["audit"] + names.map { "inbox/\($0)" } + [
          "--consumers", "inbox/consumers.csv", "--debts", "inbox/debts.csv", "--format", "json",
        ], in: folder)
      let found = try Self.findings(Self.report(folder))
      let expected = try Self.findings(Data(whole.output.utf8))
      #expect(found.count > 50)
      #expect(found == expected)
      // The report is nobody else's business.
      let rights = try manager.attributesOfItem(
        atPath: folder.appending(path: "reports").path)[.posixPermissions]
      #expect(rights as? Int == 0o700)
    }
  }

  @Test func aNightTellsWhatWasNotReadAndKeepsItsLogsWhereThereIsNoReport() throws {
    try Tool.withFiles(["inbox/contacts-1.jsonl": "{\"id\":\n"]) { folder in
      let code = try Self.night(folder)
      #expect(code == 3)
    }
    try Tool.withFiles(["inbox/contacts-1.jsonl": Self.row(1), "ledger.sqlite": "none"]) {
      folder in
      let code = try Self.night(folder)
      #expect(code == 2)
      let inbox = folder.appending(path: "inbox/contacts-1.jsonl").path
      #expect(FileManager.default.fileExists(atPath: inbox))
    }
  }
}
