import FDCPALint
import Foundation
import GRDB

/// Reads what the ledger knows of consumers.
struct ConsumerFiles {
  /// A record as it lies in the file.
  struct Stored: Sendable {
    var body: Data
    /// `nil`: the rules of today have not scanned it.
    var marks: Data?
    var origin: Location
    var number: Int
  }
  struct Raw: Sendable {
    var file: ConsumerFile
    var records: [Stored] = []
  }

  let db: Database
  /// The number of today's rules; `nil`: nothing was scanned by them.
  let rules: Int?

  func raw(_ number: Int, _ name: String) throws -> Raw {
    var raw = Raw(file: ConsumerFile(id: name))
    let table = try Data.fetchOne(
      db.cachedStatement(sql: "SELECT body FROM consumers WHERE number = ?"),
      arguments: [number])
    raw.file.table = try table.map { try RecordCoding.value(Consumer.self, $0) }
    raw.file.debts = try Data.fetchAll(
      db.cachedStatement(sql: "SELECT body FROM debts WHERE consumer = ? ORDER BY name"),
      arguments: [number]
    ).map { try RecordCoding.value(Debt.self, $0) }
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT number, path, row, body, rules, marks FROM records
          WHERE consumer = ? ORDER BY number
          """), arguments: [number])
    while let row = try rows.next() {
      let isScanned = rules != nil && row["rules"] == rules
      raw.records.append(
        Stored(
          body: row["body"], marks: isScanned ? row["marks"] : nil, origin: Appending.origin(row),
          number: row["number"]))
    }
    return raw
  }
}

extension ConsumerFiles.Raw {
  /// The records, each with its marks where they are known.
  func decoded() throws -> [(record: Record, marks: [Mark]?)] {
    try records.map { stored in
      (
        try RecordCoding.record(stored.body, origin: stored.origin, order: stored.number),
        try stored.marks.map { try MarkCoding.marks($0, origin: stored.origin) }
      )
    }
  }
}

/// Consumers with their entries, ready to be judged, and what had to be scanned for that.
struct ReadConsumers: Sendable {
  var files: [ConsumerFile] = []
  var scanned: [Record] = []
  /// Of ``scanned``, in its order.
  var marks: [[Mark]] = []
  var problems: [Problem] = []

  init(_ raw: [ConsumerFiles.Raw], _ linter: Linter) async throws {
    let decoded = try await Self.decoded(raw)
    scanned = decoded.joined().filter { $0.marks == nil }.map(\.record)
    let scan = await linter.scanned(scanned)
    problems = scan.problems
    marks = scan.entries.map(\.marks)
    var next = scan.entries.makeIterator()
    files = zip(raw, decoded).map { raw, records in
      var file = raw.file
      file.entries = records.compactMap { record, marks in
        marks.map { linter.entry(record, marks: $0) } ?? next.next()
      }
      return file
    }
  }

  /// Decoding is much of the work, so that it is shared out.
  private static func decoded(
    _ raw: [ConsumerFiles.Raw]
  ) async throws -> [[(record: Record, marks: [Mark]?)]] {
    let parts = 8
    let size = max(1, (raw.count + parts - 1) / parts)
    typealias Decoded = [[(record: Record, marks: [Mark]?)]]
    return try await withThrowingTaskGroup(of: (Int, Decoded).self) { group in
      for start in stride(from: 0, to: raw.count, by: size) {
        group.addTask {
          (start, try raw[start..<min(start + size, raw.count)].map { try $0.decoded() })
        }
      }
      var all: [Int: Decoded] = [:]
      for try await (start, part) in group { all[start] = part }
      return all.sorted { $0.key < $1.key }.flatMap(\.value)
    }
  }
}
