import FDCPALint
import Foundation
import GRDB

/// Puts what is found of one consumer in the place of what was found before, and remembers since
/// which night each finding stands.
struct SavedJudgement {
  let db: Database
  let night: Int
  let consumer: Int

  func save(_ judgement: Judgement) throws {
    try saveFindings(judgement.findings)
    try db.cachedStatement(sql: "DELETE FROM facts WHERE consumer = ?")
      .execute(arguments: [consumer])
    let insert = try db.cachedStatement(
      sql: "INSERT INTO facts (consumer, place, name, source, body) VALUES (?, ?, ?, ?, ?)")
    for (place, fact) in judgement.facts.enumerated() {
      try insert.execute(arguments: [
        consumer, place, fact.name, fact.source, try RecordCoding.bytes(of: fact),
      ])
    }
    // A consumer whose last record went to somebody else has no ledger any more.
    try db.cachedStatement(sql: "DELETE FROM judgements WHERE consumer = ?")
      .execute(arguments: [consumer])
  }

  private func saveFindings(_ findings: [Finding]) throws {
    let before = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT fingerprint, night, rule, body FROM findings WHERE consumer = ? ORDER BY place
          """), arguments: [consumer])
    if before.isEmpty && findings.isEmpty { return }
    let since = Dictionary(
      before.map { ($0["fingerprint"] as String, $0["night"] as Int) },
      uniquingKeysWith: { first, _ in first })
    try db.cachedStatement(sql: "DELETE FROM findings WHERE consumer = ?")
      .execute(arguments: [consumer])
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO findings (consumer, place, fingerprint, night, rule, body)
        VALUES (?, ?, ?, ?, ?, ?)
        """)
    for (place, finding) in findings.enumerated() {
      try insert.execute(arguments: [
        consumer, place, finding.fingerprint, since[finding.fingerprint] ?? night, finding.rule,
        try RecordCoding.bytes(of: finding),
      ])
    }
    let now = Set(findings.map(\.fingerprint))
    for row in before where !now.contains(row["fingerprint"]) {
      try db.cachedStatement(sql: "INSERT INTO closed (rule, body) VALUES (?, ?)")
        .execute(arguments: [row["rule"] as String, row["body"] as Data])
    }
  }
}
