/// The first hundred bytes of an SQLite database.
enum SQLiteHeader {
  private static let magic = Array("SQLite format 3\0".utf8)

  static func isPresent(in bytes: [UInt8]) -> Bool { bytes.starts(with: magic) }

  /// What the program that made the file calls it; 0: nothing.
  static func application(in bytes: [UInt8]) -> UInt32 {
    guard bytes.count >= 72 else { return 0 }
    return bytes[68..<72].reduce(0) { $0 << 8 | UInt32($1) }
  }
}
