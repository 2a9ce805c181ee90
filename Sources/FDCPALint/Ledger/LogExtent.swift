/// What all records of a run together show: how far they reach, in which media, and which
/// conversations of one agent run into each other.
public struct LogExtent: Sendable {
  /// First day of any record, by its own clock.
  public let first: CivilDay?
  /// The day up to which nothing is missing: the user's own word, else the last day of any record.
  public let last: CivilDay?
  /// Media that the collector is seen to use.
  public let channels: Set<Channel>
  private let overlaps: [Key: Overlap]

  /// A conversation that the same agent had begun before, and had not ended.
  public struct Overlap: Sendable, Hashable {
    public var consumer: String
    public var record: String
    /// How long both went on, in seconds.
    public var seconds: Int
  }
  struct Key: Hashable {
    var consumer: String
    var record: String
  }
  private struct Talk {
    var key: Key
    var start: Int
    var end: Int
    var person: String
  }

  public init(_ ledgers: [Ledger], asOf: CivilDay? = nil) {
    var days: (first: CivilDay, last: CivilDay)?
    var channels: Set<Channel> = []
    var talks: [TalkingAgent: [Talk]] = [:]
    for ledger in ledgers {
      for entry in ledger.entries where !entry.isDocument {
        let contact = entry.contact
        guard let at = contact.at else { continue }
        let day = LocalTime(at, offset: contact.offset ?? 0).day
        days = (min(days?.first ?? day, day), max(days?.last ?? day, day))
        if contact.direction == .outbound { channels.insert(contact.channel) }
        guard let (agent, length) = contact.talk else { continue }
        talks[agent, default: []].append(
          Talk(
            key: Key(consumer: contact.consumer, record: contact.id), start: at.seconds,
            end: at.seconds + length, person: contact.talkedTo))
      }
    }
    first = days?.first
    last = asOf ?? days?.last
    self.channels = channels
    overlaps = talks.values.reduce(into: [:]) { $0.merge(Self.overlaps($1)) { first, _ in first } }
  }

  /// What was gathered row by row.
  init(
    first: CivilDay?, last: CivilDay?, channels: Set<Channel>, overlaps: [Key: Overlap]
  ) {
    self.first = first
    self.last = last
    self.channels = channels
    self.overlaps = overlaps
  }

  func overlap(of contact: Contact) -> Overlap? {
    overlaps[Key(consumer: contact.consumer, record: contact.id)]
  }

  private static func overlaps(_ talks: [Talk]) -> [Key: Overlap] {
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

/// An employee of one agency.
struct TalkingAgent: Hashable {
  var name: String
  var collector: String?
}

extension Contact {
  /// Who held a conversation, and for how many seconds; `nil` for what is none.
  var talk: (agent: TalkingAgent, seconds: Int)? {
    guard channel == .call, outcome == .conversation, let agent, !agent.isEmpty, let duration,
      duration > 0
    else { return nil }
    return (TalkingAgent(name: agent, collector: collector), duration)
  }

  /// What tells one conversation's partner from another's.
  var talkedTo: String { address ?? personKey }
}
