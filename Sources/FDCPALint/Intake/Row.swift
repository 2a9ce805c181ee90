/// One row of a table, whatever format it came in: only the columns that hold something.
package struct Row: Sendable {
  /// Record of a CSV file with the header as 1, or line of a JSON Lines file.
  package var number: Int
  /// The line that it begins in, which differs from the row behind texts with line breaks.
  package var line: Int
  /// Where it begins, in bytes.
  package var start = 0
  package var cells: [Cell] = []
  /// Whether a broken quotation mark left columns unread, which a Problem says already.
  package var isDamaged = false

  package struct Cell: Sendable {
    /// Index into the ``ColumnNames`` of the table.
    package var column: Int
    package var value: JSONValue
  }
}

/// The names of a table's columns, in the order in which they turn up.
package struct ColumnNames: Sendable {
  package private(set) var names: [String] = []
  private var spelled: [[UInt8]] = []
  private var indices: [String: Int] = [:]

  package var count: Int { names.count }

  /// The index of a name, which is added where it is new.
  mutating func index(of name: String) -> Int {
    if let index = indices[name] { return index }
    indices[name] = names.count
    names.append(name)
    spelled.append(Array(name.utf8))
    return names.count - 1
  }

  /// Adds the names of later rows.
  mutating func add(_ later: ColumnNames) {
    for name in later.names { _ = index(of: name) }
  }

  /// The same from bytes. Rows mostly repeat the keys of the row before in their order, so a look
  /// at the expected place saves making and hashing a string.
  mutating func index(of name: ArraySlice<UInt8>, expected: Int) -> Int {
    if expected < spelled.count, spelled[expected].elementsEqual(name) { return expected }
    return index(of: String(decoding: name, as: UTF8.self))
  }
}
