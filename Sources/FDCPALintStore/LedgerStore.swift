import Foundation
import GRDB

/// A ledger in a file: every record of every night, what it says, and what the rules say of it.
///
/// The file is an SQLite database in WAL mode that nobody but its owner may read. One run writes at
/// a time, in one transaction; others may read what was there before.
public struct LedgerStore: Sendable {
  /// As the user gave it.
  public let path: String
  private let queue: DatabaseQueue

  public enum Access: Sendable {
    /// Makes the file where there is none.
    case writing
    case reading
  }

  /// Opens a ledger.
  ///
  /// - Throws: ``StoreError`` where there is none to read, where the file is something else or was
  ///   written by a newer version, and where another run holds it.
  public init(path: String, for access: Access) throws(StoreError) {
    self.path = path
    do {
      switch try Self.header(path) {
      case .none where access == .reading:
        throw StoreError(path, "is not there; `fdcpalint audit --ledger` makes it")
      case .none: try Self.create(path)
      case .other:
        throw StoreError(path, "is no ledger of fdcpalint and stays as it is; name another file")
      case .ledger: break
      }
      queue = try DatabaseQueue(path: path, configuration: Self.configuration(access))
      let isNewer = try queue.read { try LedgerSchema.migrator.hasBeenSuperseded($0) }
      if isNewer {
        throw StoreError(path, "was written by a newer version of fdcpalint; use that one")
      }
      if access == .writing {
        try LedgerSchema.migrator.migrate(queue)
      } else if try queue.read({ try !LedgerSchema.migrator.hasCompletedMigrations($0) }) {
        throw StoreError(path, "is of an older version; `fdcpalint audit --ledger` brings it up")
      }
    } catch {
      throw StoreError(path, error)
    }
  }

  /// Whether anybody but the owner can read the file.
  public var isExposed: Bool {
    let rights = try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    return ((rights as? Int) ?? 0) & 0o077 != 0
  }

  private static func configuration(_ access: Access) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = access == .reading
    configuration.journalMode = .wal
    // A run is one transaction of many steps, between which texts are scanned.
    configuration.allowsUnsafeTransactions = true
    configuration.busyMode = .timeout(2)
    configuration.prepareDatabase { db in
      // A night that was told to be over outlasts a loss of power.
      if access == .writing { try db.execute(sql: "PRAGMA synchronous = FULL") }
    }
    return configuration
  }

  /// One access of many within a transaction, or one by itself.
  func use<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try queue.writeWithoutTransaction(body)
  }

  func read<Value>(_ body: (Database) throws -> Value) throws -> Value { try queue.read(body) }

  // MARK: The file

  private enum Header {
    case none, other, ledger
  }

  /// What a file says it is, without opening it as a database: that could change it.
  private static func header(_ path: String) throws -> Header {
    guard FileManager.default.fileExists(atPath: path) else { return .none }
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw StoreError(path, "cannot be opened; check its rights")
    }
    defer { try? file.close() }
    let bytes = [UInt8](try file.read(upToCount: 100) ?? Data())
    if bytes.isEmpty { return .none }
    guard SQLiteHeader.isPresent(in: bytes) else { return .other }
    return SQLiteHeader.application(in: bytes) == LedgerSchema.application ? .ledger : .other
  }

  /// Makes a ledger beside its place and then puts it there, so that a run that ends halfway
  /// leaves none rather than half of one.
  private static func create(_ path: String) throws {
    let made = "\(path).new-\(UUID().uuidString)"
    let file = open(made, O_CREAT | O_EXCL | O_WRONLY, 0o600)
    guard file >= 0 else {
      throw StoreError(path, "cannot be made; check that the folder exists and its rights")
    }
    close(file)
    defer { unlink(made) }
    let queue = try DatabaseQueue(path: made)
    try LedgerSchema.migrator.migrate(queue)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA application_id = \(LedgerSchema.application)")
    }
    try queue.close()
    // An empty file, as mktemp leaves one, is as good as none.
    let isEmpty = FileManager.default.fileExists(atPath: path)
    if isEmpty {
      guard rename(made, path) == 0 else { throw StoreError(path, "cannot be replaced") }
    } else if link(made, path) != 0, errno != EEXIST {
      throw StoreError(path, "cannot be made; check the folder's rights")
    }
  }
}
