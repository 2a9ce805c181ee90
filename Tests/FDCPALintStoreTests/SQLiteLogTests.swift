import FDCPALint
import FDCPALintStore
import Foundation
import GRDB
import Testing

/// Contact logs in databases, which say what the same rows say in CSV.
@Suite struct SQLiteLogTests {
  private static func database(_ folder: URL, _ sql: String) throws -> String {
    let path = folder.appending(path: "log.sqlite").path
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
    return path
  }

  private static let rows = """
    CREATE TABLE contacts (
      id INTEGER, at TEXT, consumer TEXT, debts TEXT, direction TEXT, channel TEXT, outcome TEXT,
      duration REAL, note TEXT);
    INSERT INTO contacts VALUES
      (1, '2026-04-01T12:00:00-04:00', 'C1', 'D1;D2', 'outbound', 'call', 'conversation', 60.0,
        'told cust "pay" or she will be arrested,' || char(10) || 'then RNR'),
      (2, '2026-04-02T12:00:00-04:00', 'C1', NULL, 'outbound', 'call', 'no_answer', NULL, NULL);
    """

  @Test func aTableIsReadAsItsCSVWouldBe() async throws {
    let csv = """
      id,at,consumer,debts,direction,channel,outcome,duration,note
      1,2026-04-01T12:00:00-04:00,C1,D1;D2,outbound,call,conversation,60.0,"told cust ""pay"" or \
      she will be arrested,\nthen RNR"
      2,2026-04-02T12:00:00-04:00,C1,,outbound,call,no_answer,,

      """
    let linter = try NightTests.linter()
    try await withFolder { folder in
      let path = try Self.database(folder, Self.rows)
      let read = SQLiteLog(path: path)
      #expect(read.problems.isEmpty)
      let contacts = try #require(read.contacts)
      let fromDatabase = await linter.audit([contacts])
      let fromText = await linter.audit([Source(name: path, bytes: Array(csv.utf8))])
      #expect(fromDatabase.records == 2)
      #expect(fromDatabase.problems == fromText.problems)
      #expect(fromDatabase.findings.contains { $0.rule == "federal/threat-of-arrest" })
      #expect(NightTests.said(fromDatabase) == NightTests.said(fromText))
    }
  }

  @Test func viewsServeAndCompanionTablesComeAlong() async throws {
    try await withFolder { folder in
      let path = try Self.database(
        folder,
        """
        CREATE TABLE log (nr INTEGER, moment TEXT);
        INSERT INTO log VALUES (7, '2026-04-01T12:00:00-04:00');
        CREATE VIEW Contacts AS SELECT nr AS id, moment AS at, 'C1' AS consumer FROM log;
        CREATE TABLE consumers (consumer TEXT, time_zone TEXT);
        INSERT INTO consumers VALUES ('C1', 'America/New_York');
        """)
      let read = SQLiteLog(path: path)
      #expect(
        read.contacts.map { String(decoding: $0.bytes, as: UTF8.self) }
          == """
          "id","at","consumer",
          7,"2026-04-01T12:00:00-04:00","C1",

          """)
      #expect(read.consumers?.name == "\(path)#consumers")
      #expect(
        read.consumers.map { String(decoding: $0.bytes, as: UTF8.self) }
          == "\"consumer\",\"time_zone\",\n\"C1\",\"America/New_York\",\n")
      #expect(read.debts == nil)
      #expect(read.problems.isEmpty)
    }
  }

  @Test func aMissingTableIsAProblemThatNamesThoseThereAre() async throws {
    try await withFolder { folder in
      let path = try Self.database(folder, "CREATE TABLE calls (id TEXT)")
      let problem = try #require(SQLiteLog(path: path).problems.first)
      #expect(problem.code == "no-table")
      #expect(problem.found == "calls")
      #expect(problem.expected == "a table or view 'contacts'")
      #expect(
        problem.message
          == "has no table 'contacts'; make a view of that name over the table that holds them")
    }
  }

  @Test func bytesThatAreNoTextAreAProblem() async throws {
    try await withFolder { folder in
      let path = try Self.database(
        folder,
        "CREATE TABLE contacts (id TEXT, note); INSERT INTO contacts VALUES ('a', x'ff00')")
      let read = SQLiteLog(path: path)
      #expect(read.problems.map(\.code) == ["bad-value"])
      #expect(read.problems.map(\.row) == [2])
      #expect(read.problems.map(\.field) == ["note"])
      #expect(
        read.contacts.map { String(decoding: $0.bytes, as: UTF8.self) }
          == "\"id\",\"note\",\n\"a\",,\n")
    }
  }

  @Test func aDamagedDatabaseAndALedgerAreProblems() async throws {
    try await withFolder { folder in
      let broken = folder.appending(path: "broken.sqlite").path
      try Data("SQLite format 3\u{0}and then nothing of the kind".utf8)
        .write(to: URL(filePath: broken))
      #expect(SQLiteLog.isDatabase(broken))
      #expect(SQLiteLog(path: broken).problems.map(\.code) == ["unreadable"])
      let ledger = folder.appending(path: "ledger.sqlite").path
      _ = try LedgerStore(path: ledger, for: .writing)
      #expect(
        SQLiteLog(path: ledger).problems.map(\.message)
          == ["is a ledger of fdcpalint, no log; name it with --ledger"])
    }
  }

  @Test func theToolReadsADatabaseByNameAndInAFolder() async throws {
    try await withFolder { folder in
      let path = folder.appending(path: "contacts.sqlite").path
      let queue = try DatabaseQueue(path: path)
      try await queue.write { try $0.execute(sql: Self.rows) }
      // What its owner has not put into the file yet counts as well.
      try await queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA journal_mode = WAL")
        try db.execute(sql: "DELETE FROM contacts WHERE id = 2")
      }
      for name in ["contacts.sqlite", "."] {
        let run = try BuiltTool.run(
          ["audit", name, "--format", "jsonl", "--isolated"], in: folder)
        let lines = String(decoding: run.output, as: UTF8.self).split(separator: "\n")
        #expect(run.code == 1)
        #expect(lines.contains { $0.contains("federal/threat-of-arrest") })
        #expect(lines.last?.contains("\"records\":1,") ?? false)
      }
      try queue.close()
    }
  }
}
