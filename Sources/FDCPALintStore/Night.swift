public import FDCPALint
import Foundation
import GRDB

/// What one run on a ledger came to.
public struct Night: Sendable {
  /// The report on everything that the ledger holds, as of this night.
  public var report: Report
  /// From 1. A run that brings nothing new is the same night again.
  public var number: Int
  /// Rows that the ledger did not have.
  public var added: Int
  /// Rows that it had, or that another one of the same id outranks.
  public var known: Int
  /// Rows that outranked one of the same id.
  public var replaced: Int
  /// Consumers whom this run judged, and all there are.
  public var judged: Int
  public var consumers: Int
}

/// What a night brings.
public struct NightInput: Sendable {
  public var logs: [Source]
  public var consumers: [Source]
  public var debts: [Source]
  public var mapping: Mapping?
  /// What could not even be opened.
  public var unread: [Problem]

  public init(
    logs: [Source], consumers: [Source] = [], debts: [Source] = [], mapping: Mapping? = nil,
    unread: [Problem] = []
  ) {
    self.logs = logs
    self.consumers = consumers
    self.debts = debts
    self.mapping = mapping
    self.unread = unread
  }
}

extension LedgerStore {
  /// Adds a night's rows to the ledger and judges all that may be another way than before.
  ///
  /// Findings, facts and what is not evaluable are those of an audit of all logs so far in the order
  /// in which they came. All of it is one transaction: a run that ends halfway leaves the ledger
  /// as it was, and a run with rows that the ledger has already changes nothing and gives
  /// the same report again.
  ///
  /// - Parameter tool: The tool's version: another one judges anew.
  /// - Throws: ``StoreError`` where the file cannot be written, or another run holds it.
  public func night(
    _ linter: Linter, _ input: NightInput, tool: String
  ) async throws(StoreError) -> Night {
    let read = linter.records(
      logs: input.logs, consumers: input.consumers, debts: input.debts, mapping: input.mapping)
    do {
      try use { try $0.execute(sql: "BEGIN IMMEDIATE") }
      do {
        let night = try await run(linter, read, unread: input.unread, tool: tool)
        try use { try $0.execute(sql: "COMMIT") }
        return night
      } catch {
        try? use { try $0.execute(sql: "ROLLBACK") }
        throw error
      }
    } catch {
      throw StoreError(path, error)
    }
  }

  private func run(
    _ linter: Linter, _ read: RecordsRead, unread: [Problem], tool: String
  ) async throws -> Night {
    let last = try use { try Int.fetchOne($0, sql: "SELECT MAX(number) FROM nights") ?? 0 }
    let night = last + 1
    let taken = try use { try Taken($0, read, night: night) }
    let digest = try linter.rulesDigest
    let judging = try Judging(
      self, linter, night: night, digest: digest,
      basis: linter.basis(
        rules: digest, tool: tool, zones: TimeZone.timeZoneDataVersion))
    let isNew = taken.changes || judging.judged > 0 || last == 0
    if isNew {
      try use { try $0.execute(sql: "DELETE FROM closed") }
      try await judging.judge()
      try use { db in
        let fingerprints = try String.fetchAll(
          db, sql: "SELECT fingerprint FROM findings ORDER BY fingerprint")
        try db.execute(
          sql: "INSERT INTO nights (number, fingerprints) VALUES (?, ?)",
          arguments: [
            night, FDCPALint.digest(Array(fingerprints.joined(separator: "\n").utf8)),
          ])
      }
    }
    let told = isNew ? night : last
    let history = try use { db in
      var history = try StoredHistory(db: db, night: told, path: path).history(linter)
      history.problems =
        unread + taken.problems + (try StoredProblems(db: db, night: told).undecided())
        + history.problems
      history.notices = read.notices + history.notices
      history.inputs = read.inputs
      return history
    }
    return Night(
      report: linter.report(on: history), number: told, added: taken.added, known: taken.known,
      replaced: taken.replaced, judged: judging.judged, consumers: history.consumers)
  }
}

/// A night's rows, taken into the ledger.
private struct Taken {
  let added: Int
  let known: Int
  let replaced: Int
  let problems: [Problem]
  let changes: Bool

  init(_ db: Database, _ read: RecordsRead, night: Int) throws {
    var appending = try Appending(db, night: night)
    let rivals = try appending.append(read.records)
    var consumers = appending.consumers
    try consumers.take(read.consumers, read.debts)
    try Overlaps.update(db, agents: appending.agents, &consumers)
    let concerns = Array(zip(read.problems, read.concerns)).map { (problem: $0, consumer: $1) }
    let hasNewProblems = try StoredProblems(db: db, night: night).take(
      concerns + rivals, paths: Set(read.inputs.map(\.path)))
    added = appending.added
    known = appending.known
    replaced = appending.replaced
    problems = read.problems + rivals.map(\.problem)
    changes = appending.changes || consumers.hasChanged || hasNewProblems
  }
}
