/// Facts of one name that restrict contacts, and what was done after them.
public struct RestrictionOverview: Sendable, Hashable {
  /// How many there are, and after how many the collector made some contact.
  public var count = 0
  public var contacted = 0
  /// Those on which a finding rests.
  public var broken = Shortlist<ContactsAfter>(limit: .max)
  /// Others with contacts after them, drawn by chance.
  public var kept = Shortlist<ContactsAfter>(limit: Self.mostDrawn)

  static let mostDrawn = 50

  func merged(with other: RestrictionOverview) -> RestrictionOverview {
    var all = self
    all.count += other.count
    all.contacted += other.contacted
    all.broken.merge(other.broken)
    all.kept.merge(other.kept)
    return all
  }
}

/// A restriction and every contact that the collector made after it.
public struct ContactsAfter: Sendable, Hashable, Comparable {
  public var consumer: String
  public var fact: String
  /// The record that established it, or the companion table's name.
  public var record: String
  /// When it became known, on the consumer's clock; `nil`: before the first record.
  public var since: LocalTime?
  public var person: String?
  public var debts: [String]
  public var channel: Channel?
  /// In time order; the first ``mostListed`` of them.
  public var after: [CountedRecord]
  public var total: Int
  private var place: UInt64 = 0

  static let mostListed = 200

  init(
    consumer: String, fact: String, record: String, since: LocalTime?, person: String?,
    debts: [String], channel: Channel?, after: [CountedRecord], total: Int, isDrawn: Bool
  ) {
    self.consumer = consumer
    self.fact = fact
    self.record = record
    self.since = since
    self.person = person
    self.debts = debts
    self.channel = channel
    self.after = after
    self.total = total
    if isDrawn { place = DrawnOrder.number([consumer, fact, record]) }
  }

  public static func < (left: ContactsAfter, right: ContactsAfter) -> Bool {
    if left.place != right.place { return left.place < right.place }
    return (left.consumer, left.record, left.fact) < (right.consumer, right.record, right.fact)
  }
}
