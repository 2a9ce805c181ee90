import FDCPALint
import Foundation
import GRDB

/// Takes one night's records into the ledger, each id once.
struct Appending {
  let db: Database
  let night: Int
  private(set) var added = 0
  private(set) var known = 0
  private(set) var replaced = 0
  /// Agents whose conversations changed.
  private(set) var agents: Set<Talk.Agent> = []
  private(set) var consumers: Consumers
  private var next: Int

  init(_ db: Database, night: Int) throws {
    self.db = db
    self.night = night
    consumers = Consumers(db)
    next = try Int.fetchOne(db, sql: "SELECT MAX(number) FROM records").map { $0 + 1 } ?? 0
  }

  /// - Returns: A problem for each id that stands with different contents, and whose it is.
  mutating func append(_ records: [Record]) throws -> [(problem: Problem, consumer: String?)] {
    let base = next
    let find = try db.makeStatement(
      sql: "SELECT number, consumer, path, row, body FROM records WHERE id = ?")
    for record in records {
      let body = try RecordCoding.bytes(of: record)
      let number = base + record.order
      guard let row = try Row.fetchOne(find, arguments: [record.contact.id]) else {
        try insert(record, body, number)
        added += 1
        continue
      }
      guard row["body"] != body else {
        known += 1
        continue
      }
      let stored = try RecordCoding.record(
        row["body"], origin: Self.origin(row), order: row["number"])
      // A row that could not be read in whole gives way to itself, mended.
      if record.origin == stored.origin, try StoredProblems.isBroken(stored.origin, db) {
        try remove(stored, stored.order)
        try insert(record, body, stored.order)
        replaced += 1
        continue
      }
      switch record.counts(before: stored) {
      case nil: known += 1
      case true?:
        try remove(stored, stored.order)
        try insert(record, body, number)
        try note(stored.origin, of: record.contact.id)
        replaced += 1
      case false?:
        known += 1
        try note(record.origin, of: record.contact.id)
      }
    }
    return try rivals(of: records)
  }

  /// Whether anything is not as it was.
  var changes: Bool { added > 0 || replaced > 0 || hasNewRivals || consumers.hasChanged }

  private var hasNewRivals = false

  private mutating func insert(_ record: Record, _ body: Data, _ number: Int) throws {
    let contact = record.contact
    let consumer = try consumers.number(of: contact.consumer)
    let day = contact.at.map { LocalTime($0, offset: contact.offset ?? 0).day.number }
    let channel = day != nil && contact.direction == .outbound ? contact.channel.rawValue : nil
    try db.cachedStatement(
      sql: """
        INSERT INTO records (number, id, consumer, night, path, row, day, channel, body)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      number, contact.id, consumer, night, record.origin.path, record.origin.row, day, channel,
      body,
    ])
    next = max(next, number + 1)
    try consumers.touch(consumer)
    guard let talk = Talk(contact) else { return }
    agents.insert(talk.agent)
    try db.cachedStatement(
      sql: """
        INSERT INTO talks (record, agent, collector, began, ended, person)
        VALUES (?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      number, talk.agent.name, talk.agent.collector, talk.start, talk.end, talk.person,
    ])
  }

  private mutating func remove(_ record: Record, _ number: Int) throws {
    try db.execute(sql: "DELETE FROM records WHERE number = ?", arguments: [number])
    try consumers.touch(consumers.number(of: record.contact.consumer))
    if let talk = Talk(record.contact) { agents.insert(talk.agent) }
  }

  private mutating func note(_ place: Location, of id: String) throws {
    try db.execute(
      sql: "INSERT OR IGNORE INTO rivals (id, path, row) VALUES (?, ?, ?)",
      arguments: [id, place.path, place.row ?? 0])
    if db.changesCount > 0 { hasNewRivals = true }
  }

  private func rivals(
    of records: [Record]
  ) throws -> [(problem: Problem, consumer: String?)] {
    guard try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM rivals)") ?? false else {
      return []
    }
    let find = try db.makeStatement(
      sql: "SELECT path, row FROM rivals WHERE id = ? ORDER BY number")
    let kept = try db.makeStatement(
      sql: """
        SELECT path, row, consumers.name FROM records
        JOIN consumers ON consumers.number = records.consumer WHERE id = ?
        """)
    var problems: [(Problem, String?)] = []
    for id in records.map(\.contact.id).sorted() {
      let others = try Row.fetchAll(find, arguments: [id]).map(Self.origin)
      guard !others.isEmpty, let row = try Row.fetchOne(kept, arguments: [id]) else { continue }
      problems.append((Problem(duplicate: id, kept: Self.origin(row), others: others), row["name"]))
    }
    return problems
  }

  static func origin(_ row: Row) -> Location { Location(path: row["path"], row: row["row"]) }
}
