/// What became of the rows that contact logs hold, and whether they are as many as they should be.
public struct Population: Sendable, Hashable {
  /// Rows received, the header not counted.
  public var received: Int
  /// Rows of which nothing could be read, each of them a problem.
  public var unreadable: Int
  /// Rows with an id that another row has: that one counts.
  public var repeated: Int
  /// How many rows there should be, by the user's own count; `nil` where none was given.
  public var expected: Int?

  public init(received: Int, unreadable: Int, repeated: Int, expected: Int? = nil) {
    self.received = received
    self.unreadable = unreadable
    self.repeated = repeated
    self.expected = expected
  }

  /// Rows that became records and were judged.
  public var accepted: Int { received - unreadable - repeated }
}

extension Report {
  /// Compares the rows received with the user's own count; a difference is a problem, for something
  /// is missing or stands there twice.
  public mutating func reconcile(expected: Int) {
    population?.expected = expected
    guard let received = population?.received, received != expected else { return }
    problems.insert(
      Problem(
        code: "count-differs", path: inputs.first?.path ?? "", row: nil, field: nil,
        found: String(received), expected: "\(expected) rows",
        message: "the logs hold \(received) rows where \(expected) are expected; hand in the "
          + "whole log, or correct the number"),
      at: 0)
  }
}
