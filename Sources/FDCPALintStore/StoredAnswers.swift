public import FDCPALint
import Foundation
import GRDB

extension LedgerStore {
  /// Answers whether contacts are allowed, from what the ledger holds of their consumers.
  ///
  /// - Throws: ``StoreError`` where the file cannot be read.
  public func answers(
    to questions: [ContactQuestion], _ linter: Linter
  ) async throws(StoreError) -> ContactAnswers {
    let asked = Set(questions.map(\.consumer).filter { !$0.isEmpty })
    do {
      let digest = try linter.rulesDigest
      let (raw, problems) = try read { db in
        let rules = try Int.fetchOne(
          db, sql: "SELECT number FROM rules WHERE digest = ?", arguments: [digest])
        let files = ConsumerFiles(db: db, rules: rules)
        let raw = try asked.sorted().compactMap { name in
          try Int.fetchOne(
            db, sql: "SELECT number FROM consumers WHERE name = ?", arguments: [name]
          ).map { try files.raw($0, name) }
        }
        return (raw, try StoredProblems.concerning(asked, db))
      }
      let read = try await ReadConsumers(raw, linter)
      var known = KnownRecords(entries: read.files.flatMap(\.entries))
      known.consumers = read.files.compactMap(\.table)
      known.debts = read.files.flatMap(\.debts)
      return await linter.answers(
        to: questions, from: known,
        problems: problems + read.problems.map { ($0, nil) })
    } catch {
      throw StoreError(path, error)
    }
  }
}

extension Linter {
  /// The digest of all that the packs say.
  var rulesDigest: String {
    get throws { FDCPALint.digest([UInt8](try RecordCoding.bytes(of: rules.packs))) }
  }
}
