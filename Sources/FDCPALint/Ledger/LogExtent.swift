/// What all records of a run together show: how far they reach, in which media, and which
/// conversations of one agent run into each other.
public struct LogExtent: Sendable {
  /// First day of any record, by its own clock.
  public var first: CivilDay? {
    watch?.note(.first)
    return firstDay
  }
  /// The day up to which nothing is missing: the user's own word, else the last day of any record.
  public var last: CivilDay? {
    watch?.note(.last)
    return lastDay
  }
  /// Media that the collector is seen to use.
  public var channels: Set<Channel> {
    watch?.note(.channels)
    return usedChannels
  }
  private let firstDay: CivilDay?
  private let lastDay: CivilDay?
  private let usedChannels: Set<Channel>
  private let overlaps: [Key: Overlap]
  /// Takes note of what is looked at; `nil`: nobody wants to know.
  var watch: LogWatch?

  /// A conversation that the same agent had begun before, and had not ended.
  public struct Overlap: Sendable, Hashable {
    public var consumer: String
    public var record: String
    /// How long both went on, in seconds.
    public var seconds: Int

    package init(consumer: String, record: String, seconds: Int) {
      self.consumer = consumer
      self.record = record
      self.seconds = seconds
    }
  }
  package struct Key: Hashable, Sendable {
    package var consumer: String
    package var record: String

    package init(consumer: String, record: String) {
      self.consumer = consumer
      self.record = record
    }
  }

  public init(_ ledgers: [Ledger], asOf: CivilDay? = nil) {
    var days: (first: CivilDay, last: CivilDay)?
    var channels: Set<Channel> = []
    var talks: [Talk.Agent: [Talk]] = [:]
    for ledger in ledgers {
      for entry in ledger.entries where !entry.isDocument {
        let contact = entry.contact
        guard let at = contact.at else { continue }
        let day = LocalTime(at, offset: contact.offset ?? 0).day
        days = (min(days?.first ?? day, day), max(days?.last ?? day, day))
        if contact.direction == .outbound { channels.insert(contact.channel) }
        guard let talk = Talk(contact) else { continue }
        talks[talk.agent, default: []].append(talk)
      }
    }
    firstDay = days?.first
    lastDay = asOf ?? days?.last
    usedChannels = channels
    overlaps = talks.values.reduce(into: [:]) { $0.merge(Self.overlaps($1)) { first, _ in first } }
  }

  /// What was gathered elsewhere.
  package init(
    first: CivilDay?, last: CivilDay?, channels: Set<Channel>, overlaps: [Key: Overlap]
  ) {
    firstDay = first
    lastDay = last
    usedChannels = channels
    self.overlaps = overlaps
  }

  /// Whether the log goes on after a day, so that what was due on it would be there. It stays so
  /// however far the log comes to reach, which ``last`` does not.
  func isPast(_ day: CivilDay) -> Bool {
    let isPast = lastDay.map { day < $0 } ?? false
    watch?.note(day, isPast: isPast)
    return isPast
  }

  func overlap(of contact: Contact) -> Overlap? {
    overlaps[Key(consumer: contact.consumer, record: contact.id)]
  }

  /// The conversations of one agent that run into an earlier one.
  package static func overlaps(_ talks: [Talk]) -> [Key: Overlap] {
    let sorted = talks.sorted {
      ($0.start, $0.key.consumer, $0.key.record) < ($1.start, $1.key.consumer, $1.key.record)
    }
    var found: [Key: Overlap] = [:]
    var longest: Talk?
    for talk in sorted {
      if let earlier = longest, earlier.end > talk.start,
        // One call logged once for each debt is one conversation.
        earlier.key.consumer != talk.key.consumer || earlier.person != talk.person
      {
        found[talk.key] = Overlap(
          consumer: earlier.key.consumer, record: earlier.key.record,
          seconds: min(earlier.end, talk.end) - talk.start)
      }
      if longest.map({ $0.end < talk.end }) ?? true { longest = talk }
    }
    return found
  }
}
