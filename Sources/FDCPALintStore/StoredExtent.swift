import FDCPALint
import GRDB

/// How far the ledger's records reach, as judgements are compared with it.
struct StoredExtent {
  let first: Int?
  let last: Int?
  let channels: String
  let log: LogExtent

  init(_ db: Database, asOf: CivilDay?) throws {
    let first = try Int.fetchOne(
      db, sql: "SELECT MIN(day) FROM records WHERE day IS NOT NULL")
    let last =
      try asOf?.number
      ?? Int.fetchOne(db, sql: "SELECT MAX(day) FROM records WHERE day IS NOT NULL")
    let used = try Channel.allCases.filter { channel in
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM records WHERE channel = ?)",
        arguments: [channel.rawValue]) ?? false
    }
    self.first = first
    self.last = last
    channels = used.map(\.rawValue).joined(separator: " ")
    log = LogExtent(
      first: first.map { CivilDay(number: $0) }, last: last.map { CivilDay(number: $0) },
      channels: Set(used), overlaps: try Overlaps.all(db))
  }
}
