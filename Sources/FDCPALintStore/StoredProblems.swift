import FDCPALint
import Foundation
import GRDB

/// What could not be read or decided, kept because it bears on what may be said of a consumer.
///
/// What stands in a file counts until a file of that name is read again; what could not be decided
/// of a record counts until the record is scanned again.
struct StoredProblems {
  typealias Concern = (problem: Problem, consumer: String?)

  let db: Database
  let night: Int

  /// Takes over what a night's files hold; whether that is anything else than before.
  func take(_ problems: [Concern], paths: Set<String>) throws -> Bool {
    var wanted: [Data: Concern] = [:]
    for concern in problems { wanted[try RecordCoding.bytes(of: concern.problem)] = concern }
    var hasChanged = false
    for path in paths.union(problems.map(\.problem.path)).sorted() {
      let rows = try Row.fetchAll(
        db, sql: "SELECT number, body FROM problems WHERE path = ? AND record IS NULL",
        arguments: [path])
      for row in rows {
        if wanted.removeValue(forKey: row["body"]) == nil, paths.contains(path) {
          hasChanged = true
          try db.execute(
            sql: "DELETE FROM problems WHERE number = ?", arguments: [row["number"] as Int])
        }
      }
    }
    for (body, concern) in wanted.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      try add(concern, body, record: nil)
      hasChanged = true
    }
    return hasChanged
  }

  /// Takes over what a scan of records could not decide.
  ///
  /// - Parameter numbers: The numbers of the records that were scanned, by where they stand.
  func take(_ problems: [Problem], scanned records: [Record]) throws {
    let forget = try db.makeStatement(sql: "DELETE FROM problems WHERE record = ?")
    for record in records { try forget.execute(arguments: [record.order]) }
    let places = Dictionary(
      records.map { ($0.origin, $0) }, uniquingKeysWith: { first, _ in first })
    for problem in problems {
      guard let record = places[Location(path: problem.path, row: problem.row)] else { continue }
      try add(
        (problem, record.contact.consumer), RecordCoding.bytes(of: problem), record: record.order)
    }
  }

  private func add(_ concern: Concern, _ body: Data, record: Int?) throws {
    try db.execute(
      sql: """
        INSERT INTO problems (night, path, row, consumer, record, body) VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        night, concern.problem.path, concern.problem.row, concern.consumer, record, body,
      ])
  }

  /// Whether the row at a place could not be read in whole.
  static func isBroken(_ place: Location, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM problems WHERE path = ? AND row = ? AND record IS NULL)
          """), arguments: [place.path, place.row]) ?? false
  }

  /// What was not decided of records that were scanned in this night.
  func undecided() throws -> [Problem] {
    try Data.fetchAll(
      db,
      sql: """
        SELECT body FROM problems WHERE night = ? AND record IS NOT NULL ORDER BY record, number
        """, arguments: [night]
    ).map { try RecordCoding.value(Problem.self, $0) }
  }

  /// How many from nights before, without those of files that were read again.
  func earlier() throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT COUNT(*) FROM problems WHERE night < ?", arguments: [night]) ?? 0
  }

  /// Those that may concern a consumer.
  static func concerning(_ consumers: Set<String>, _ db: Database) throws -> [Concern] {
    try Row.fetchAll(db, sql: "SELECT consumer, body FROM problems ORDER BY number")
      .filter { row in (row["consumer"] as String?).map(consumers.contains) ?? true }
      .map { (try RecordCoding.value(Problem.self, $0["body"]), $0["consumer"]) }
  }
}
