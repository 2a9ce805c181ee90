extension OverviewReader {
  // MARK: - When

  /// - Parameter hours: The numbers of the rules on hours that may bind here.
  func readHours(_ hours: [Int], into overview: inout HoursOverview) {
    guard !hours.isEmpty else { return }
    let base = linter.rules
    for index in ledger.entries.indices {
      let contact = ledger.entries[index].contact
      guard contact.direction == .outbound, let instant = contact.at else { continue }
      var near: NearHour?
      var isRead = false
      for number in hours {
        let rule = base.rules[number]
        guard case .hours(let limit) = rule.check,
          limit.contacts.reading(contact, isMinor: ledger.isMinor).passes,
          applies(rule, to: index)
        else { continue }
        isRead = true
        overview.limits[rule.id] = ClockRange(from: limit.from, to: limit.to)
        guard let close = self.near(limit, rule.id, index, instant) else { continue }
        if near.map({ close.minutes < $0.minutes }) ?? true { near = close }
      }
      guard isRead else { continue }
      guard clock.knowsZone(ofEntry: index) else {
        overview.unplaced += 1
        continue
      }
      if let near { overview.near.add(near) }
      let place = clock.place(of: contact)
      if place.zones.count > 1 { overview.severalZones += 1 }
      for use in place.uses { overview.zones[use, default: 0] += 1 }
      if let local = clock.localTime(ofEntry: index, in: ledger) {
        let weekday = Weekday.allCases.firstIndex(of: local.day.weekday) ?? 0
        overview.grid[weekday * 24 + local.clock.seconds / 3600 % 24] += 1
      }
    }
  }

  /// How close a contact is to the edge of permitted hours, in the zone where it is closest;
  /// `nil` where it is not close, or outside in some zone.
  private func near(
    _ limit: HoursLimit, _ rule: String, _ index: Int, _ instant: Instant
  ) -> NearHour? {
    let contact = ledger.entries[index].contact
    let most = linter.rules.packs.parameters["near-hours-minutes"] ?? 0
    let zones: [(name: String, local: LocalTime)]
    if case .zone(let name) = limit.clock, let zone = ZoneBook.shared.zone(name) {
      zones = [(name, zone.local(instant))]
    } else {
      zones = clock.place(of: contact).zones.map { ($0.name, $0.local(instant)) }
    }
    var closest: NearHour?
    for (name, local) in zones {
      let seconds = local.clock.seconds
      guard seconds >= limit.from.seconds, seconds < limit.to.seconds else { return nil }
      let early = (seconds - limit.from.seconds) / 60
      let late = (limit.to.seconds - seconds) / 60
      let minutes = min(early, late)
      guard minutes < most, minutes < closest?.minutes ?? .max else { continue }
      // The minute of the edge itself is open, so the next sure one is a minute later.
      let next = Instant(
        seconds: (local.day.number + 1) * 86_400 + limit.from.seconds + 60)
      closest = NearHour(
        rule: rule, consumer: ledger.consumer.id,
        contact: CountedRecord(entry: index, of: ledger, clock), zone: name, local: local,
        minutes: minutes, isLate: late < early,
        next: late < early ? LocalTime(next, offset: 0) : nil)
    }
    return closest
  }

  // MARK: - After what

  /// Facts that rules hold against later contacts, and those contacts.
  func readRestrictions(_ findings: [Finding], into overview: inout [String: RestrictionOverview]) {
    guard !ledger.facts.isEmpty else { return }
    var restricting: Set<String> = []
    for number in binding {
      if case .afterFact(let check) = linter.rules.rules[number].check {
        restricting.formUnion(check.facts)
      }
    }
    struct Source: Hashable {
      var name: String
      var record: String
    }
    let broken = Set(
      findings.filter { $0.basis != .practice }.flatMap(\.evidence.facts).map {
        Source(name: $0.name, record: $0.record)
      })
    // In time order, so that what came after a fact is the rest of the list.
    let outbound = ledger.entries.indices.filter { index in
      let entry = ledger.entries[index]
      return !entry.isDocument && entry.contact.at != nil
        && entry.contact.direction == .outbound && entry.contact.channel != .other
    }
    let places = Dictionary(
      ledger.entries.indices.map { (ledger.entries[$0].contact.id, $0) },
      uniquingKeysWith: { first, _ in first })
    var seen: Set<Source> = []
    for fact in ledger.facts where restricting.contains(fact.name) {
      let source = Source(name: fact.name, record: fact.since?.record ?? fact.source)
      guard seen.insert(source).inserted else { continue }
      let start = outbound.partitioningIndex { fact.isKnown(before: ledger.entries[$0].contact) }
      let after = outbound[start...]
      var sum = overview[fact.name] ?? RestrictionOverview()
      sum.count += 1
      if !after.isEmpty { sum.contacted += 1 }
      let isBroken = broken.contains(source)
      if isBroken || !after.isEmpty {
        let told = ContactsAfter(
          consumer: ledger.consumer.id, fact: fact.name, record: source.record,
          since: fact.since.flatMap { places[$0.record] }.flatMap {
            clock.localTime(ofEntry: $0, in: ledger)
          },
          person: fact.person, debts: fact.debts, channel: fact.channel,
          after: after.prefix(ContactsAfter.mostListed).map {
            CountedRecord(entry: $0, of: ledger, clock)
          },
          total: after.count, isDrawn: !isBroken)
        if isBroken { sum.broken.add(told) } else { sum.kept.add(told) }
      }
      overview[fact.name] = sum
    }
  }
}
