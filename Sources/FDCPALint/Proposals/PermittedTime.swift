/// Looks for the first minute at which a proposed contact is allowed, by asking the same judge.
struct PermittedTime {
  private let proposal: Proposal
  private let rules: [Int]
  private let turns: TurningPoints
  private var points: [Int: [Instant]] = [:]
  private var last: Proposal.Placed?

  /// - Parameters:
  ///   - rules: Places of the rules that are asked.
  ///   - after: The time that was asked for.
  init(_ proposal: Proposal, rules: [Int], after: Instant) {
    self.proposal = proposal
    self.rules = rules
    turns = TurningPoints(
      proposal: proposal, after: after,
      limit: after.advanced(by: ContactAnswer.daysAhead * 86_400))
  }

  /// The first minute after an instant at which one rule has nothing against the contact.
  ///
  /// What is missing for a ruling does not come with time, so then there is none.
  mutating func clear(of rule: Int, after instant: Instant) -> Instant? {
    if points[rule] == nil { points[rule] = turns.points(of: proposal.linter.rules.rules[rule]) }
    let all = points[rule] ?? []
    for point in all[all.partitioningIndex { $0 > instant }...] {
      let ruling = ruling(of: rule, at: point)
      if ruling.isClear { return point }
      if !ruling.missing.isEmpty { return nil }
    }
    return nil
  }

  /// The first minute after an instant at which no rule has anything against the contact: none
  /// is skipped, since each step goes to the first at which all that bound may be silent.
  ///
  /// - Parameter binding: The rules that bind at the instant itself, and until when.
  mutating func next(after instant: Instant, binding: [Int: Instant?]) -> Instant? {
    guard var at = binding.values.reduce(.some(instant), Self.later), at > instant else {
      return nil
    }
    while at <= turns.limit {
      var latest: Instant? = at
      for rule in rules where !ruling(of: rule, at: at).isClear {
        latest = Self.later(latest, clear(of: rule, after: at))
      }
      guard let latest else { return nil }
      if latest == at { return at }
      at = latest
    }
    return nil
  }

  private static func later(_ left: Instant?, _ right: Instant?) -> Instant? {
    guard let left, let right else { return nil }
    return max(left, right)
  }

  private mutating func ruling(of rule: Int, at instant: Instant) -> Proposal.Ruling {
    if last?.at != instant { last = proposal.placed(at: instant) }
    return last.map { proposal.ruling(of: rule, on: $0) } ?? Proposal.Ruling()
  }
}
