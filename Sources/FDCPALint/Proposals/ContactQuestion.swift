/// A contact that somebody is about to make: whether the rules on contacts allow it is the question.
public struct ContactQuestion: Sendable, Hashable {
  /// The question's own name, by which a batch's answers are told apart.
  public var id: String?
  /// Whose debt: the key of the ledger that is asked.
  public var consumer: String
  /// Who is to be contacted. Where it is left out, the one person whom the log knows in that part.
  public var person: String?
  /// Their part. Where it is left out, the one in which the log knows the person, else the consumer.
  public var party: Party?
  /// What it is about. Left out, it is the consumer's only debt.
  public var debts: [String] = []
  /// `nil` where it could not be read.
  public var channel: Channel?
  /// `nil` where it could not be read.
  public var time: ProposedTime?
  /// Number or address.
  public var to: String?
  public var endpoint: EndpointKind?
  /// What of the question could not be read, in words: then it has no certain answer.
  public var unread: [String] = []

  public init(consumer: String, channel: Channel?, time: ProposedTime?) {
    self.consumer = consumer
    self.channel = channel
    self.time = time
  }
}

/// When a contact is to be made: an instant, or a time on the consumer's own clock.
public enum ProposedTime: Sendable, Hashable {
  /// - offset: Seconds east of UTC in which it was written.
  case instant(Instant, offset: Int)
  /// Seconds since 1 January 1970 00:00 on the consumer's clock.
  case onConsumersClock(seconds: Int)

  /// Reads `2026-04-01T10:00:00-04:00`; without an offset it is a time on the consumer's clock.
  /// Anything else, a day alone too, is `nil`.
  public init?(_ text: String) {
    guard let time = try? TimeText(text, format: .iso), let second = time.second else {
      return nil
    }
    let local = time.day.number * 86_400 + second
    self =
      time.offset.map { .instant(Instant(seconds: local - $0), offset: $0) }
      ?? .onConsumersClock(seconds: local)
  }
}
