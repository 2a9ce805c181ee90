/// Finds contacts before or after hours on the consumer's clock (12 CFR 1006.6(b)(1)(i)).
///
/// An attempt is enough, whatever came of it; what counts is the time at which it was made or
/// sent. Where the consumer may be in several zones, it is fine only within hours in each of them.
enum HoursCheck {
  /// - Parameters:
  ///   - inForce: The days on which the rule binds: on others the statute stands alone.
  ///   - only: The only entry to judge; `nil`: all.
  static func evidence(
    _ rule: HoursLimit, in ledger: Ledger, clock: LedgerClock, inForce: InForce = .always,
    on only: Int? = nil
  ) -> CheckResult {
    let judge = Judge(rule, ledger, clock)
    var result = CheckResult()
    for (index, entry) in ledger.entries.enumerated() where only == nil || only == index {
      let contact = entry.contact
      let reading = rule.contacts.reading(contact, isMinor: ledger.isMinor)
      guard reading.passes, contact.direction == .outbound else { continue }
      guard let instant = contact.at else {
        result.notEvaluable.append(CheckResult.Missing(entry: index, what: "time"))
        continue
      }
      guard judge.fixed != nil || clock.knowsZone(of: contact) else {
        result.notEvaluable.append(CheckResult.Missing(entry: index, what: "time zone"))
        continue
      }
      let times = judge.times(of: instant, contact)
      let verdicts = times.indices.map { judge.verdict(index, times[$0], zone: $0) }
      guard let joint = ZoneVerdict.joint(verdicts) else { continue }
      var questions = joint.questions.union(reading.questions)
      if judge.fixed == nil, verdicts.allSatisfy({ $0 == .barred }),
        clock.place(of: contact).others.contains(where: { judge.isFine($0.local(instant).clock) })
      {
        questions.insert(.locationEvidence)
      }
      if !inForce.holds(times[0].day) { questions.insert(.statuteOnly) }
      if contact.channel == .social || contact.channel == .inPerson {
        questions.insert(.otherChannels)
      }
      var evidence = Evidence(entry: index)
      evidence.person = contact.personKey
      evidence.counted = [index]
      evidence.isRisk = joint.isRisk
      evidence.questions = questions.inOrder
      evidence.place(contact, clock)
      if let fixed = judge.fixed {
        evidence.zones = [ZoneUse(zone: fixed.name, evidence: "the clock that the law names")]
      }
      evidence.show(times[joint.zone], zone: joint.zone)
      evidence.name(verdicts, at: clock.place(of: contact))
      result.evidence.append(evidence)
    }
    return result
  }

  private struct Judge {
    /// The one clock that the rule names.
    let fixed: Zone?
    private let rule: HoursLimit
    private let ledger: Ledger
    private let clock: LedgerClock
    private let replies: ReplyBook
    /// By the number of the zone; empty where no consent is in the ledger.
    private let consents: [ConsentBook]
    private let designated: DesignatedTimes

    init(_ rule: HoursLimit, _ ledger: Ledger, _ clock: LedgerClock) {
      self.rule = rule
      self.ledger = ledger
      self.clock = clock
      switch rule.clock {
      case .zone(let name): fixed = ZoneBook.shared.zone(name)
      // Whoever knows no more has the number's zones in the ledger's clock.
      case .consumer, .areaCode: fixed = nil
      }
      replies = ReplyBook(ledger)
      consents = ConsentBook.forTimes(rule.consent, ledger, clock)
      designated = DesignatedTimes(
        facts: ledger.facts.filter { $0.name == rule.consent?.scope && $0.isTimed })
    }

    /// What the rule's clocks showed.
    func times(of instant: Instant, _ contact: Contact) -> [LocalTime] {
      fixed.map { [$0.local(instant)] } ?? clock.localTimes(of: instant, for: contact)
    }

    func isFine(_ time: ClockTime) -> Bool { hours(time) == .fine }

    func verdict(_ entry: Int, _ time: LocalTime, zone: Int) -> ZoneVerdict {
      let hours = hours(time.clock)
      guard hours != .fine else { return .fine }
      var open: Set<OpenQuestion> = []
      if case .open(let questions) = hours { open = questions }
      switch consent(entry, time, zone) {
      case .covered: return .fine
      case .open(let questions): open.formUnion(questions)
      case .none: break
      }
      if hours == .barred, isReply(entry, time, zone) { open.insert(.replyDefaultBand) }
      return open.isEmpty ? .barred : .open(open)
    }

    private func hours(_ time: ClockTime) -> ZoneVerdict {
      // The regulation leaves the two edges out, the statute does not.
      let isFirst = rule.from.seconds > 0 && rule.from.isMinute(of: time)
      guard !isFirst, !rule.to.isMinute(of: time) else { return .open([.exactMinute]) }
      return rule.from <= time && time < rule.to ? .fine : .barred
    }

    /// Whether the contact answers a message that came in the same night.
    private func isReply(_ entry: Int, _ time: LocalTime, _ zone: Int) -> Bool {
      replies[entry].messages.contains { message in
        localTime(of: message, zone).map { night($0) == night(time) && hours($0.clock) == .barred }
          ?? false
      }
    }

    /// The number of the day on whose evening the night began.
    private func night(_ time: LocalTime) -> Int {
      time.clock < rule.from ? time.day.number - 1 : time.day.number
    }

    private func localTime(of entry: Int, _ zone: Int) -> LocalTime? {
      let contact = ledger.entries[entry].contact
      if let fixed { return contact.at.map(fixed.local) }
      return clock.localTime(of: contact, zone: zone)
    }

    private func consent(_ entry: Int, _ time: LocalTime, _ zone: Int) -> ConsentBook.Cover {
      guard !consents.isEmpty else { return .none }
      let contact = ledger.entries[entry].contact
      guard let asker = ConsentBook.Asker(contact, entry, time.day) else { return .none }
      return consents[min(zone, consents.count - 1)].cover(asker) { grant in
        guard let given = localTime(of: grant.entry, zone), !designated.isBarred(given) else {
          return nil
        }
        guard let questions = grant.consent.binding(at: time.clock) else { return nil }
        switch hours(given.clock) {
        case .fine: return questions
        case .barred: return nil
        case .open(let more): return questions.union(more)
        }
      }
    }
  }
}

extension ConsentBook {
  /// Books of consent to barred times, one for each number of a zone; none where no record has any
  /// consent.
  static func forTimes(
    _ terms: ConsentTerms?, _ ledger: Ledger, _ clock: LedgerClock
  ) -> [ConsentBook] {
    guard let terms, ledger.entries.contains(where: { $0.contact.consent != nil }) else {
      return []
    }
    let debts = DebtBook(ledger, perDebt: false)
    return (0..<clock.readings).map {
      ConsentBook(
        terms, in: ledger, clock: clock, debts: debts, reading: $0, endsByTalk: false)
    }
  }
}

extension ConsentBook.Asker {
  /// A contact for which debts are not told apart; `nil` without an instant.
  init?(_ contact: Contact, _ entry: Int, _ day: CivilDay) {
    guard let instant = contact.at else { return nil }
    self.init(
      entry: entry, person: contact.personKey, instant: instant, day: day,
      collector: contact.collector, debt: 0)
  }
}

extension Evidence {
  /// Shows the local time in the zone of that number.
  mutating func show(_ time: LocalTime, zone: Int) {
    values["time"] = time.clock.description
    if zones.indices.contains(zone) { values["zone"] = zones[zone].zone }
  }

  /// Names the zones in which it would be fine.
  mutating func name(_ verdicts: [ZoneVerdict], at place: LedgerClock.Place) {
    fineZones = zip(place.zones, verdicts).filter { $1 == .fine }.map(\.0.name)
  }
}
