public import FDCPALint
import Foundation
import GRDB

/// A contact log in an SQLite database: tables or views named `contacts`, `consumers` and `debts`.
///
/// Each is read as a CSV file would be that the database's own shell had written: the header is row
/// 1, nulls are absent, lists are separated by `;`. The database is opened for reading alone.
public struct SQLiteLog: Sendable {
  public private(set) var contacts: Source?
  public private(set) var consumers: Source?
  public private(set) var debts: Source?
  public private(set) var problems: [Problem] = []

  /// Whether a file is such a database, by its first bytes.
  public static func isDatabase(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    return SQLiteHeader.isPresent(in: [UInt8]((try? file.read(upToCount: 16)) ?? Data()))
  }

  /// The companion tables that a database may hold.
  public enum Table: String, Sendable, CaseIterable {
    case contacts, consumers, debts
  }

  /// Reads a database.
  ///
  /// - Parameter table: The table that must be there; others are read where they are.
  public init(path: String, needs table: Table = .contacts) {
    do {
      if let file = FileHandle(forReadingAtPath: path) {
        defer { try? file.close() }
        let header = [UInt8](try file.read(upToCount: 100) ?? Data())
        guard SQLiteHeader.application(in: header) != LedgerSchema.application else {
          problems = [
            Problem(
              code: "unsupported-format", path: path, found: "a ledger",
              expected: "a contact log",
              message: "is a ledger of fdcpalint, no log; name it with --ledger")
          ]
          return
        }
      }
      var configuration = GRDB.Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(2)
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.read { db in
        let names = try String.fetchAll(
          db,
          sql: """
            SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name
            """)
        contacts = try source(.contacts, names, path, db)
        consumers = try source(.consumers, names, path, db)
        debts = try source(.debts, names, path, db)
        guard self[table] == nil else { return }
        let shown = names.filter { !$0.hasPrefix("sqlite_") }.prefix(10).joined(separator: ", ")
        problems.append(
          Problem(
            code: "no-table", path: path, found: shown.isEmpty ? "no table" : shown,
            expected: "a table or view '\(table.rawValue)'",
            message: "has no table '\(table.rawValue)'; make a view of that name over the table "
              + "that holds them"))
      }
    } catch {
      problems.append(
        Problem(
          code: "unreadable", path: path, expected: "an SQLite database",
          message: "cannot be read as a database (\(Self.reason(error))); check its rights and "
            + "whether it is whole"))
    }
  }

  public subscript(table: Table) -> Source? {
    switch table {
    case .contacts: contacts
    case .consumers: consumers
    case .debts: debts
    }
  }

  private static func reason(_ error: any Error) -> String {
    (error as? DatabaseError)?.message ?? "\(error)"
  }

  private mutating func source(
    _ table: Table, _ names: [String], _ path: String, _ db: Database
  ) throws -> Source? {
    guard let name = names.first(where: { $0.lowercased() == table.rawValue }) else { return nil }
    let quoted = "\"\(name.replacing("\"", with: "\"\""))\""
    let rows = try Row.fetchCursor(db, sql: "SELECT * FROM \(quoted)")
    var csv = SQLiteCSV(columns: rows.columnNames)
    while let row = try rows.next() { csv.add(row) }
    for (row, column) in csv.unread {
      problems.append(
        Problem(
          code: "bad-value", path: path, row: row, field: column, found: "bytes that are no text",
          expected: "text, a number or null",
          message: "'\(column)' holds bytes that are no UTF-8 and was not read; cast it to text"))
    }
    // A log is known by its file; a companion table must not be taken for it.
    return Source(
      name: table == .contacts ? path : "\(path)#\(table.rawValue)", bytes: csv.bytes)
  }
}

/// Rows of a table as CSV.
private struct SQLiteCSV {
  private(set) var bytes: [UInt8] = []
  /// Cells that are no text, by row and column.
  private(set) var unread: [(row: Int, column: String)] = []
  private let columns: [String]
  private var row = 1

  init(columns: [String]) {
    self.columns = columns
    // A table of one column has a delimiter too, so that nothing in its name is taken for one.
    add(columns.map(Self.quoted))
  }

  mutating func add(_ values: Row) {
    row += 1
    var cells: [[UInt8]] = []
    for (index, value) in values.databaseValues.enumerated() {
      switch value.storage {
      case .null: cells.append([])
      case .int64(let number): cells.append(Array(String(number).utf8))
      case .double(let number): cells.append(Array(String(number).utf8))
      case .string(let text): cells.append(Self.quoted(text))
      case .blob(let data):
        if let text = String(validating: data, as: UTF8.self) {
          cells.append(Self.quoted(text))
        } else {
          cells.append([])
          unread.append((row, columns[index]))
        }
      }
    }
    add(cells)
  }

  private mutating func add(_ cells: [[UInt8]]) {
    for cell in cells {
      bytes += cell
      bytes.append(UInt8(ascii: ","))
    }
    // The comma behind the last cell makes one more column without a name, which nobody reads.
    bytes.append(UInt8(ascii: "\n"))
  }

  private static func quoted(_ text: String) -> [UInt8] {
    Array("\"\(text.replacing("\"", with: "\"\""))\"".utf8)
  }
}
