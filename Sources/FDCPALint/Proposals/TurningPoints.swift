/// The minutes at which a rule's answer to a proposed contact can change.
///
/// Between two of them it stays the same, because all that checks read of the contact's time is its
/// date, its place between fixed clock times, and which records are earlier.
struct TurningPoints: Sendable {
  private static let day = 86_400

  let proposal: Proposal
  /// Looked for after the first and up to the last.
  let after: Instant
  let limit: Instant

  /// In order, each on a whole minute.
  func points(of rule: Rule) -> [Instant] {
    var seconds: Set<Int> = [roundedUp(after.seconds + 1)]
    for entry in proposal.ledger.entries {
      guard let at = entry.contact.at, at > after, at <= limit else { continue }
      // At the record's own second nobody knows which of the two came first.
      seconds.insert(roundedUp(at.seconds))
      seconds.insert(roundedUp(at.seconds + 1))
    }
    if case .afterFact(let check) = rule.check, let hours = check.graceHours {
      for fact in proposal.ledger.facts where check.facts.contains(fact.name) {
        if let since = fact.since {
          seconds.insert(roundedUp(since.instant.seconds + hours * 3600))
        }
      }
    }
    let clocks = clocks(of: rule)
    if !clocks.isEmpty {
      for zone in zones(of: rule) { add(clocks, on: zone, to: &seconds) }
      if proposal.zones.isEmpty { add(clocks, offset: proposal.offset, to: &seconds) }
    }
    return seconds.filter { $0 > after.seconds && $0 <= limit.seconds }.sorted()
      .map { Instant(seconds: $0) }
  }

  /// The consumer's zones, and the one that a rule names for everybody.
  private func zones(of rule: Rule) -> [Zone] {
    guard case .hours(let hours) = rule.check, case .zone(let name) = hours.clock,
      let zone = ZoneBook.shared.zone(name)
    else { return proposal.zones }
    return proposal.zones + [zone]
  }

  /// Times of the clock, in seconds of a day, with the ends of open minutes beside them; empty where
  /// the rule does not look at the clock or the date.
  private func clocks(of rule: Rule) -> Set<Int> {
    var clocks: Set<Int> = []
    let begins = rule.inForce.from.map { ($0.number + 1) * Self.day > after.seconds } ?? false
    if begins || rule.inForce.until != nil { clocks.insert(0) }
    func edge(_ time: ClockTime?) {
      guard let time else { return }
      clocks.formUnion([0, time.seconds - 60, time.seconds, time.seconds + 60])
    }
    switch rule.check {
    case .hours(let hours):
      edge(hours.from)
      edge(hours.to)
    case .afterFact(let check):
      for fact in proposal.ledger.facts where check.facts.contains(fact.name) {
        let isDated = fact.from != nil || fact.until != nil || check.lasts != nil
        if fact.isTimed || isDated { clocks.insert(0) }
        edge(fact.clock?.from)
        edge(fact.clock?.to)
      }
    // Counts go by the date.
    default: clocks.insert(0)
    }
    for case let consent? in proposal.ledger.entries.lazy.map(\.contact.consent) {
      clocks.insert(0)
      edge(consent.from)
      edge(consent.to)
    }
    return clocks
  }

  private func add(_ clocks: Set<Int>, on zone: Zone, to seconds: inout Set<Int>) {
    let first = zone.local(after).day.number - 1
    for number in first...(first + ContactAnswer.daysAhead + 2) {
      let before = zone.offset(at: Instant(seconds: (number - 1) * Self.day))
      let behind = zone.offset(at: Instant(seconds: (number + 2) * Self.day))
      for clock in clocks {
        // A time that clocks show twice, or skip, is looked for in both offsets.
        seconds.insert(roundedUp(number * Self.day + clock - before))
        if behind != before { seconds.insert(roundedUp(number * Self.day + clock - behind)) }
      }
      if behind != before { seconds.insert(change(of: zone, from: number - 1, to: number + 2)) }
    }
  }

  private func add(_ clocks: Set<Int>, offset: Int, to seconds: inout Set<Int>) {
    let first = LocalTime(after, offset: offset).day.number
    for number in first...(first + ContactAnswer.daysAhead + 1) {
      for clock in clocks { seconds.insert(roundedUp(number * Self.day + clock - offset)) }
    }
  }

  /// The minute at which a zone's offset changes, between the beginnings of two days in UTC.
  private func change(of zone: Zone, from first: Int, to last: Int) -> Int {
    var (low, high) = (first * Self.day, last * Self.day)
    let before = zone.offset(at: Instant(seconds: low))
    while high - low > 1 {
      let middle = (low + high) / 2
      if zone.offset(at: Instant(seconds: middle)) == before { low = middle } else { high = middle }
    }
    return roundedUp(high)
  }

  private func roundedUp(_ seconds: Int) -> Int {
    let rest = ((seconds % 60) + 60) % 60
    return rest == 0 ? seconds : seconds + 60 - rest
  }
}
