import FDCPALint
import Foundation
import GRDB

/// Judges the consumers of whom a judgement would be another than the one that is kept.
struct Judging {
  private let store: LedgerStore
  private let linter: Linter
  private let night: Int
  private let basis: String
  private let extent: StoredExtent
  private let rules: Int
  private let stale: [(number: Int, name: String, records: Int)]

  var judged: Int { stale.count }

  /// Records that are held in memory at a time, but for a consumer who has more.
  private static let batchRecords = 20_000
  private static let batchConsumers = 2_000

  /// - Parameters:
  ///   - digest: Of all that the packs say.
  ///   - basis: What judgements hang on beside the ledger's records.
  init(
    _ store: LedgerStore, _ linter: Linter, night: Int, digest: String, basis: String
  ) throws {
    self.store = store
    self.linter = linter
    self.night = night
    self.basis = basis
    let extent = try store.use { try StoredExtent($0, asOf: linter.options.asOf) }
    self.extent = extent
    rules = try store.use { db in
      try db.execute(sql: "INSERT OR IGNORE INTO rules (digest) VALUES (?)", arguments: [digest])
      return try Int.fetchOne(
        db, sql: "SELECT number FROM rules WHERE digest = ?", arguments: [digest]) ?? 0
    }
    stale = try store.use { try Self.stale($0, basis, extent) }
  }

  private static func stale(
    _ db: Database, _ basis: String, _ extent: StoredExtent
  ) throws -> [(number: Int, name: String, records: Int)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT consumers.number, name,
          (SELECT COUNT(*) FROM records WHERE consumer = consumers.number) AS held
        FROM consumers LEFT JOIN judgements ON judgements.consumer = consumers.number
        WHERE CASE WHEN judgements.consumer IS NULL THEN held > 0 ELSE
          basis <> ? OR (parts & ? AND judgements.first IS NOT ?)
          OR (parts & ? AND judgements.last IS NOT ?) OR (parts & ? AND judgements.channels <> ?)
          OR after >= ? OR until < ?
        END
        ORDER BY consumers.number
        """,
      arguments: [
        basis, LogWatch.Parts.first.rawValue, extent.first, LogWatch.Parts.last.rawValue,
        extent.last, LogWatch.Parts.channels.rawValue, extent.channels, extent.last ?? Int.min,
        extent.last ?? Int.min,
      ]
    ).map { ($0["number"], $0["name"], $0["held"]) }
  }

  /// Judges them, a bounded number of records at a time.
  func judge() async throws {
    var start = 0
    while start < stale.count {
      var end = start
      var records = 0
      while end < stale.count, end - start < Self.batchConsumers,
        end == start || records + stale[end].records <= Self.batchRecords
      {
        records += stale[end].records
        end += 1
      }
      try await judge(Array(stale[start..<end]))
      start = end
    }
  }

  private func judge(_ consumers: [(number: Int, name: String, records: Int)]) async throws {
    let raw = try store.use { db in
      let files = ConsumerFiles(db: db, rules: rules)
      return try consumers.map { try files.raw($0.number, $0.name) }
    }
    let read = try await ReadConsumers(raw, linter)
    let judgements = await linter.judgements(of: read.files, in: extent.log)
    try store.use { db in
      let save = try db.makeStatement(
        sql: "UPDATE records SET rules = ?, marks = ? WHERE number = ?")
      for (record, marks) in zip(read.scanned, read.marks) {
        try save.execute(arguments: [rules, try MarkCoding.bytes(of: marks), record.order])
      }
      try StoredProblems(db: db, night: night).take(read.problems, scanned: read.scanned)
      for (consumer, judgement) in zip(consumers, judgements) {
        try SavedJudgement(db: db, night: night, consumer: consumer.number).save(judgement)
        guard consumer.records > 0 else { continue }
        try db.cachedStatement(
          sql: """
            INSERT OR REPLACE INTO judgements
              (consumer, basis, parts, first, last, channels, after, until, open, problems)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).execute(arguments: [
          consumer.number, basis, judgement.looks.parts.rawValue, extent.first, extent.last,
          extent.channels, judgement.looks.after?.number, judgement.looks.until?.number,
          try RecordCoding.bytes(of: judgement.notEvaluable),
          try RecordCoding.bytes(of: judgement.problems),
        ])
      }
    }
  }
}
