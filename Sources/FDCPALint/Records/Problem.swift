/// Input that could not be read: what, where, what was expected, how to mend it.
public struct Problem: Error, Sendable, Hashable, Codable {
  /// A stable name, such as `bad-time`, for scripts.
  public var code: String
  public var path: String
  public var row: Int?
  public var field: String?
  /// What stood there. Never a note's text.
  public var found: String?
  public var expected: String?
  /// A sentence for people that ends in what to do.
  public var message: String

  public init(
    code: String, path: String, row: Int? = nil, field: String? = nil, found: String? = nil,
    expected: String? = nil, message: String
  ) {
    self.code = code
    self.path = path
    self.row = row
    self.field = field
    self.found = found
    self.expected = expected
    self.message = message
  }
}
