import FDCPALint
import Foundation
import GRDB

/// Gathers what the ledger holds for a report.
struct StoredHistory {
  let db: Database
  let night: Int
  /// The ledger's, as the user gave it.
  let path: String

  func history(_ linter: Linter) throws -> History {
    var history = History()
    history.findings = try findings()
    history.facts = try facts()
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT name, open, problems FROM judgements
        JOIN consumers ON consumers.number = judgements.consumer
        """)
    var problems: [String: [Problem]] = [:]
    while let row = try rows.next() {
      history.notEvaluable += try RecordCoding.value([NotEvaluable].self, row["open"])
      let own = try RecordCoding.value([Problem].self, row["problems"])
      if !own.isEmpty { problems[row["name"]] = own }
    }
    history.problems = problems.sorted { $0.key < $1.key }.flatMap(\.value)
    history.records = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM records") ?? 0
    history.consumers =
      try Int.fetchOne(db, sql: "SELECT COUNT(DISTINCT consumer) FROM records") ?? 0
    if linter.needsPlaces {
      history.places = try Row.fetchAll(db, sql: "SELECT id, path FROM records").map {
        ($0["id"], $0["path"])
      }
    }
    history.comparison = try comparison(linter)
    let earlier = try StoredProblems(db: db, night: night).earlier()
    if earlier > 0 {
      history.notices.append(
        "\(path): problems of earlier nights that still stand: \(earlier); mend the files that "
          + "they name and run them again under these names")
    }
    return history
  }

  private func findings() throws -> [Finding] {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT night, body FROM findings ORDER BY consumer, place")
    var findings: [Finding] = []
    while let row = try rows.next() {
      var finding = try RecordCoding.value(Finding.self, row["body"])
      if night > 1 { finding.trend = row["night"] == night ? .new : .persisting }
      findings.append(finding)
    }
    return findings
  }

  private func facts() throws -> [ReportedFact] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT consumers.name, facts.body FROM facts
        JOIN consumers ON consumers.number = facts.consumer ORDER BY facts.consumer, place
        """)
    var facts: [ReportedFact] = []
    while let row = try rows.next() {
      let fact = try RecordCoding.value(Fact.self, row["body"])
      facts.append(ReportedFact(consumer: row["name"], record: fact.source, fact: fact))
    }
    return facts
  }

  private func comparison(_ linter: Linter) throws -> Comparison? {
    guard night > 1,
      let before = try String.fetchOne(
        db, sql: "SELECT fingerprints FROM nights WHERE number = ?", arguments: [night - 1])
    else { return nil }
    let ran = Set(linter.rules.rules.map(\.id))
    let gone = try Row.fetchAll(db, sql: "SELECT rule, body FROM closed ORDER BY number")
    let closed = try gone.filter { ran.contains($0["rule"]) }
      .map { try RecordCoding.value(Finding.self, $0["body"]) }
      .sorted { ($0.consumer, $0.record, $0.rule) < ($1.consumer, $1.record, $1.rule) }
    return Comparison(
      run: "\(path), night \(night - 1)", digest: before, closed: closed,
      notJudged: gone.count - closed.count)
  }
}
