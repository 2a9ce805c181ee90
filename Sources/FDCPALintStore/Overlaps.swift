import FDCPALint
import GRDB

/// Conversations of one agent that run into each other, kept in step with the records.
enum Overlaps {
  /// Finds them anew for agents of whom something changed, and touches the consumers for whom that
  /// makes a difference.
  static func update(
    _ db: Database, agents: Set<Talk.Agent>, _ consumers: inout Consumers
  ) throws {
    for agent in agents {
      var numbers: [LogExtent.Key: Int] = [:]
      var talks: [Talk] = []
      var known: [LogExtent.Key: LogExtent.Overlap] = [:]
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT records.number, consumers.name, records.id, began, ended, person,
            other_consumer, other_record, seconds
          FROM talks
          JOIN records ON records.number = talks.record
          JOIN consumers ON consumers.number = records.consumer
          LEFT JOIN overlaps ON overlaps.record = talks.record
          WHERE agent = ? AND collector IS ?
          """, arguments: [agent.name, agent.collector])
      while let row = try rows.next() {
        let key = LogExtent.Key(consumer: row["name"], record: row["id"])
        numbers[key] = row["number"]
        talks.append(
          Talk(
            key: key, agent: agent, start: row["began"], end: row["ended"], person: row["person"]))
        if row["seconds"] != nil { known[key] = overlap(row) }
      }
      let found = LogExtent.overlaps(talks)
      for (key, number) in numbers where found[key] != known[key] {
        if let overlap = found[key] {
          try db.execute(
            sql: """
              INSERT OR REPLACE INTO overlaps (record, other_consumer, other_record, seconds)
              VALUES (?, ?, ?, ?)
              """, arguments: [number, overlap.consumer, overlap.record, overlap.seconds])
        } else {
          try db.execute(sql: "DELETE FROM overlaps WHERE record = ?", arguments: [number])
        }
        try consumers.touch(consumers.number(of: key.consumer))
      }
    }
  }

  static func all(_ db: Database) throws -> [LogExtent.Key: LogExtent.Overlap] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT consumers.name, records.id, other_consumer, other_record, seconds FROM overlaps
        JOIN records ON records.number = overlaps.record
        JOIN consumers ON consumers.number = records.consumer
        """)
    var all: [LogExtent.Key: LogExtent.Overlap] = [:]
    while let row = try rows.next() {
      all[LogExtent.Key(consumer: row["name"], record: row["id"])] = overlap(row)
    }
    return all
  }

  private static func overlap(_ row: Row) -> LogExtent.Overlap {
    LogExtent.Overlap(
      consumer: row["other_consumer"], record: row["other_record"], seconds: row["seconds"])
  }
}
