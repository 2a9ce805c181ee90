import FDCPALint
import Foundation
import GRDB

/// The ledger's consumers: their numbers, and what companion tables say of them and their debts.
struct Consumers {
  private let db: Database
  private var numbers: [String: Int] = [:]
  private var touched: Set<Int> = []
  /// Whether a table said anything that it had not said before.
  private(set) var hasChanged = false

  init(_ db: Database) { self.db = db }

  /// The number of a consumer, who gets one where there is none.
  mutating func number(of name: String) throws -> Int {
    if let number = numbers[name] { return number }
    let find = try db.cachedStatement(sql: "SELECT number FROM consumers WHERE name = ?")
    if let number = try Int.fetchOne(find, arguments: [name]) {
      numbers[name] = number
      return number
    }
    try db.cachedStatement(sql: "INSERT INTO consumers (name) VALUES (?)")
      .execute(arguments: [name])
    let number = Int(db.lastInsertedRowID)
    numbers[name] = number
    return number
  }

  /// What was judged of a consumer holds no longer.
  mutating func touch(_ number: Int) throws {
    guard touched.insert(number).inserted else { return }
    try db.cachedStatement(sql: "UPDATE judgements SET basis = '' WHERE consumer = ?")
      .execute(arguments: [number])
  }

  /// Takes the rows of companion tables over: a row replaces what was known of its consumer, or of
  /// its debt; of two rows of one night the first counts.
  mutating func take(_ consumers: [Consumer], _ debts: [Debt]) throws {
    var seen: Set<Int> = []
    for consumer in consumers {
      let number = try number(of: consumer.id)
      guard seen.insert(number).inserted else { continue }
      let body = try RecordCoding.bytes(of: consumer)
      let known = try Data.fetchOne(
        db.cachedStatement(sql: "SELECT body FROM consumers WHERE number = ?"),
        arguments: [number])
      guard known != body else { continue }
      try db.cachedStatement(sql: "UPDATE consumers SET body = ? WHERE number = ?")
        .execute(arguments: [body, number])
      try touch(number)
      hasChanged = true
    }
    var seenDebts: Set<[String]> = []
    for debt in debts where seenDebts.insert([debt.consumer, debt.id]).inserted {
      let number = try number(of: debt.consumer)
      let body = try RecordCoding.bytes(of: debt)
      let known = try Data.fetchOne(
        db.cachedStatement(sql: "SELECT body FROM debts WHERE consumer = ? AND name = ?"),
        arguments: [number, debt.id])
      guard known != body else { continue }
      try db.cachedStatement(
        sql: "INSERT OR REPLACE INTO debts (consumer, name, body) VALUES (?, ?, ?)"
      ).execute(arguments: [number, debt.id, body])
      try touch(number)
      hasChanged = true
    }
  }
}
