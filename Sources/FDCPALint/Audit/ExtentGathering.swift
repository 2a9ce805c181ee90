extension LogExtent {
  /// What some rows show, row by row.
  struct Part: Sendable {
    var first: CivilDay?
    var last: CivilDay?
    var channels: Set<Channel> = []
    var talks: [Talk] = []

    /// A conversation of an agent.
    struct Talk: Sendable {
      var agent: FDCPALint.Talk.Agent
      /// The row, counted among those of the part.
      var row: Int
      var start: Int
      var seconds: Int
      /// A hash of whom it was with.
      var partner: Int
    }

    mutating func add(_ contact: Contact, row: Int, talks wantsTalks: Bool) {
      guard let at = contact.at else { return }
      let day = LocalTime(at, offset: contact.offset ?? 0).day
      first = min(first ?? day, day)
      last = max(last ?? day, day)
      if contact.direction == .outbound { channels.insert(contact.channel) }
      guard wantsTalks, let talk = FDCPALint.Talk(contact) else { return }
      talks.append(
        Talk(
          agent: talk.agent, row: row, start: talk.start, seconds: talk.end - talk.start,
          partner: talk.person.hashValue))
    }
  }
}

/// Puts together what parts of logs show, with some thirty bytes for each conversation.
struct ExtentGathering {
  private struct Talk {
    var row: UInt32
    var agent: UInt32
    var start: Int
    var end: Int
    var partner: Int
  }

  private var whole = LogExtent.Part()
  private var agents: [FDCPALint.Talk.Agent: UInt32] = [:]
  private var talks: [Talk] = []

  /// - Parameter first: The row that the part begins with.
  mutating func add(_ part: LogExtent.Part, from first: Int) {
    if let day = part.first { whole.first = min(whole.first ?? day, day) }
    if let day = part.last { whole.last = max(whole.last ?? day, day) }
    whole.channels.formUnion(part.channels)
    for talk in part.talks {
      let number = agents[talk.agent] ?? UInt32(agents.count)
      agents[talk.agent] = number
      talks.append(
        Talk(
          row: UInt32(first + talk.row), agent: number, start: talk.start,
          end: talk.start + talk.seconds, partner: talk.partner))
    }
  }

  /// - Parameters:
  ///   - rank: The place of a row's consumer among all.
  ///   - slack: Conversations that overlap by no more seconds need not be known.
  ///   - keys: What the ids and consumers of some rows are.
  mutating func extent(
    asOf: CivilDay?, without dropped: Set<Int>, rank: (UInt32) -> UInt32, slack: Int,
    keys: ([UInt32]) -> [LogExtent.Key]
  ) -> LogExtent {
    if !dropped.isEmpty { talks.removeAll { dropped.contains(Int($0.row)) } }
    talks.sort {
      ($0.agent, $0.start, rank($0.row), $0.row) < ($1.agent, $1.start, rank($1.row), $1.row)
    }
    orderTies(rank, keys)
    var found: [(row: UInt32, earlier: UInt32, seconds: Int)] = []
    var longest: Talk?
    for talk in talks {
      if longest?.agent != talk.agent { longest = nil }
      if let earlier = longest, earlier.end > talk.start,
        // One call logged once for each debt is one conversation.
        rank(earlier.row) != rank(talk.row) || earlier.partner != talk.partner
      {
        let seconds = min(earlier.end, talk.end) - talk.start
        if seconds > slack { found.append((talk.row, earlier.row, seconds)) }
      }
      if longest.map({ $0.end < talk.end }) ?? true { longest = talk }
    }
    talks = []
    let names = keys(found.flatMap { [$0.row, $0.earlier] })
    var overlaps: [LogExtent.Key: LogExtent.Overlap] = [:]
    for (index, overlap) in found.enumerated() {
      let earlier = names[index * 2 + 1]
      overlaps[names[index * 2]] = LogExtent.Overlap(
        consumer: earlier.consumer, record: earlier.record, seconds: overlap.seconds)
    }
    return LogExtent(
      first: whole.first, last: asOf ?? whole.last, channels: whole.channels, overlaps: overlaps)
  }

  /// Conversations of one agent with one consumer that began at once stand in the order of ids.
  private mutating func orderTies(
    _ rank: (UInt32) -> UInt32, _ keys: ([UInt32]) -> [LogExtent.Key]
  ) {
    var start = 0
    while start < talks.count {
      let first = talks[start]
      var end = start + 1
      while end < talks.count, talks[end].agent == first.agent, talks[end].start == first.start,
        rank(talks[end].row) == rank(first.row)
      {
        end += 1
      }
      if end - start > 1 {
        let ids = keys(talks[start..<end].map(\.row)).map(\.record)
        let order = ids.indices.sorted { ids[$0] < ids[$1] }
        talks.replaceSubrange(start..<end, with: order.map { talks[start + $0] })
      }
      start = end
    }
  }
}
