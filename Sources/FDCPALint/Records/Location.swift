/// Where something stands in what the user gave.
///
/// In a document `line` and `column` are the file's own. In a log they are those of the field's
/// text, and `row` says which row it is.
public struct Location: Sendable, Hashable, Codable {
  /// The path or name as the user gave it.
  public var path: String
  /// Row of a log or line of a JSON Lines file, from 1; a CSV's header is row 1.
  public var row: Int?
  public var field: String?
  /// From 1, in Unicode scalars.
  public var line: Int?
  public var column: Int?
  /// UTF-8 bytes, half open.
  public var start: Int?
  public var end: Int?
  /// Behind the last scalar; known where a saved run says so.
  public var endLine: Int?
  public var endColumn: Int?

  public init(path: String, row: Int? = nil, field: String? = nil) {
    self.path = path
    self.row = row
    self.field = field
  }
}
