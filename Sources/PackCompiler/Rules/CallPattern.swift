/// Contacts that crowd together: factors that weigh for or against a presumption, not a count that
/// the law forbids (comments 14(b)(2)(i)-2 and 14(a)-2 of Supplement I to 12 CFR 1006).
public struct CallPattern: Codable, Sendable, Hashable {
  public enum Span: Codable, Sendable, Hashable {
    case minutes(Int)
    /// Consecutive days on the consumer's calendar.
    case days(Int)
  }
  /// What contacts must share.
  public enum Same: String, Codable, Sendable, CaseIterable { case number, person }

  /// How many contacts of one sort the span must hold.
  public struct Part: Codable, Sendable, Hashable {
    public var channels: [Channel]
    public var least: Int

    public init(channels: [Channel], least: Int) {
      self.channels = channels
      self.least = least
    }
  }

  /// So many, or more, make the pattern.
  public var count: Int
  public var span: Span
  public var same: Same
  public var counts: ContactFilter
  public var except = CountExceptions()
  /// Only contacts after the person established one of these facts; empty: all.
  public var afterFacts: [String] = []
  /// Whether answers to the person's own messages are left out.
  public var unsolicited = false
  public var mix: [Part] = []

  /// - Throws: ``RuleValueError`` for a pattern of no contact or a span without length.
  public init(count: Int, span: Span, same: Same, counts: ContactFilter) throws(RuleValueError) {
    guard count >= 1 else { throw .tooSmall(key: "count", value: count, minimum: 1) }
    switch span {
    case .minutes(let value), .days(let value):
      guard value >= 1 else { throw .tooSmall(key: "within", value: value, minimum: 1) }
    }
    self.count = count
    self.span = span
    self.same = same
    self.counts = counts
  }
}
