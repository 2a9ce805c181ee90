import GRDB

/// Why a ledger's file cannot serve, in a sentence that says what to do.
public struct StoreError: Error, Sendable, Hashable, CustomStringConvertible {
  public let description: String

  init(_ path: String, _ message: String) { description = "\(path) \(message)" }

  init(_ path: String, _ error: any Error) {
    if let own = error as? StoreError {
      self = own
      return
    }
    guard let error = error as? DatabaseError else {
      self.init(path, "cannot be used (\(error)); nothing of this run was kept in it")
      return
    }
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(path, "is in use by another run; try again when that has ended")
    case .SQLITE_NOTADB, .SQLITE_CORRUPT:
      self.init(path, "is damaged (\(Self.reason(error))); put a copy from before in its place")
    case .SQLITE_FULL:
      self.init(path, "has no room to grow; make some, nothing of this run was kept in it")
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
      self.init(path, "cannot be opened (\(Self.reason(error))); check the folder and its rights")
    default:
      self.init(
        path, "failed (\(Self.reason(error))); nothing of this run was kept in it")
    }
  }

  /// SQLite's own words, which never hold a value.
  private static func reason(_ error: DatabaseError) -> String {
    error.message ?? "\(error.extendedResultCode)"
  }
}
