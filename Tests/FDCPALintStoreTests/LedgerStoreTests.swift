import FDCPALint
import FDCPALintStore
import Foundation
import GRDB
import Testing

/// The file itself: who may read it, what it refuses, what it holds.
@Suite struct LedgerStoreTests {
  private static let log = Source(
    name: "log.jsonl",
    bytes: Array(
      (#"{"id":"R1","at":"2026-04-01T12:00:00-04:00","consumer":"C1","debts":["D1"],"channel":"#
        + #""call","direction":"inbound","outcome":"conversation","signal":"cease_request"}"#
        + "\n").utf8))

  private static func path(_ folder: URL) -> String { folder.appending(path: "l.sqlite").path }

  private static func message(_ path: String, _ access: LedgerStore.Access) -> String {
    do {
      _ = try LedgerStore(path: path, for: access)
      return ""
    } catch {
      return error.description
    }
  }

  @Test func onlyItsOwnerMayReadIt() async throws {
    try await withFolder { folder in
      let path = Self.path(folder)
      let store = try LedgerStore(path: path, for: .writing)
      _ = try await store.night(
        NightTests.linter(), NightInput(logs: [Self.log]), tool: "1")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      #expect(names.contains("l.sqlite"))
      for name in names {
        let file = folder.appending(path: name).path
        let rights = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
        #expect(rights as? Int == 0o600, "\(name)")
      }
      #expect(!store.isExposed)
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
      #expect(store.isExposed)
    }
  }

  @Test func whatIsNoLedgerIsRefusedAndStaysAsItWas() async throws {
    try await withFolder { folder in
      let path = Self.path(folder)
      let database = try DatabaseQueue(path: path)
      try await database.write { try $0.execute(sql: "CREATE TABLE contacts (id TEXT)") }
      try database.close()
      let text = folder.appending(path: "notes.txt").path
      try Data("notes".utf8).write(to: URL(filePath: text))
      for path in [path, text] {
        let before = try Data(contentsOf: URL(filePath: path))
        #expect(
          Self.message(path, .writing)
            == "\(path) is no ledger of fdcpalint and stays as it is; name another file")
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
    }
  }

  @Test func anEmptyFileBecomesALedger() async throws {
    try await withFolder { folder in
      let path = Self.path(folder)
      try Data().write(to: URL(filePath: path))
      #expect(Self.message(path, .writing) == "")
      #expect(Self.message(path, .reading) == "")
    }
  }

  @Test func whatIsNotThereCannotBeAsked() async throws {
    try await withFolder { folder in
      let path = Self.path(folder)
      #expect(
        Self.message(path, .reading) == "\(path) is not there; `fdcpalint audit --ledger` makes it")
      let nowhere = folder.appending(path: "no/l.sqlite").path
      #expect(
        Self.message(nowhere, .writing)
          == "\(nowhere) cannot be made; check that the folder exists and its rights")
    }
  }

  @Test func aNewerLedgerIsLeftAlone() async throws {
    try await withFolder { folder in
      let path = Self.path(folder)
      _ = try LedgerStore(path: path, for: .writing)
      let database = try DatabaseQueue(path: path)
      try await database.write {
        try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99: something')")
      }
      try database.close()
      #expect(
        Self.message(path, .writing)
          == "\(path) was written by a newer version of fdcpalint; use that one")
    }
  }

  @Test func anotherRunHoldsIt() async throws {
    try await withFolder { folder in
      let path = Self.path(folder)
      let store = try LedgerStore(path: path, for: .writing)
      let other = try DatabaseQueue(path: path)
      try await other.write { db in
        try db.execute(sql: "INSERT INTO rules (digest) VALUES ('x')")
        // Within another's transaction; this one waits for it in vain.
        let held = DispatchSemaphore(value: 0)
        let result = Held()
        Task {
          do {
            _ = try await store.night(
              NightTests.linter(), NightInput(logs: [Self.log]), tool: "1")
          } catch {
            result.message = "\(error)"
          }
          held.signal()
        }
        held.wait()
        #expect(
          result.message == "\(path) is in use by another run; try again when that has ended")
      }
      let night = try await store.night(
        NightTests.linter(), NightInput(logs: [Self.log]), tool: "1")
      #expect(night.added == 1)
    }
  }

  /// What a task found; it is read when the task is over.
  private final class Held: @unchecked Sendable {
    var message = ""
  }

  @Test func factsAreKeptWithTheirSource() async throws {
    try await withFolder { folder in
      let path = Self.path(folder)
      let store = try LedgerStore(path: path, for: .writing)
      _ = try await store.night(
        NightTests.linter(), NightInput(logs: [Self.log]), tool: "1")
      let database = try DatabaseQueue(path: path)
      let facts = try await database.read { db in
        try Row.fetchAll(
          db,
          sql: """
            SELECT consumers.name AS consumer, facts.name AS fact, source FROM facts
            JOIN consumers ON consumers.number = facts.consumer
            """
        ).map { "\($0["consumer"] as String) \($0["fact"] as String) \($0["source"] as String)" }
      }
      #expect(facts == ["C1 cease_request R1"])
      let mode = try await database.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
      #expect(mode == "wal")
    }
  }

  @Test func problemsStandUntilTheirFileIsReadAgain() async throws {
    func night(_ name: String, _ text: String) -> NightInput {
      NightInput(logs: [Source(name: name, bytes: Array(text.utf8))])
    }
    let bad = #"{"id":"R2","at":"soon","consumer":"C2","channel":"call","direction":"inbound"}"#
    let good = bad.replacing("soon", with: "2026-04-02T12:00:00-04:00")
    let question = ContactQuestion(
      consumer: "C2", channel: .text, time: ProposedTime("2026-04-08T12:00:00-04:00"))
    try await withFolder { folder in
      let store = try LedgerStore(path: Self.path(folder), for: .writing)
      let linter = try NightTests.linter()
      let first = try await store.night(linter, night("a.jsonl", bad), tool: "1")
      #expect(first.report.problems.map(\.code) == ["bad-time"])
      let second = try await store.night(linter, NightInput(logs: [Self.log]), tool: "1")
      #expect(second.report.problems.isEmpty)
      let notice = "problems of earlier nights that still stand: 1;"
      #expect(second.report.notices.contains { $0.contains(notice) })
      let unread = try await store.answers(to: [question], linter)
      #expect(unread.answers[0].missing.contains("a.jsonl row 1 at (bad-time)"))
      let mended = try await store.night(linter, night("a.jsonl", good), tool: "1")
      #expect(mended.replaced == 1)
      #expect(mended.report.problems.isEmpty)
      #expect(!mended.report.notices.contains { $0.contains("earlier nights") })
      let read = try await store.answers(to: [question], linter)
      #expect(!read.answers[0].missing.contains("a.jsonl row 1 at (bad-time)"))
    }
  }
}
