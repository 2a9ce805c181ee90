/// Finds contacts that crowd together, such as two unanswered calls to one number within five
/// minutes (comment 14(b)(2)(i)-2 of Supplement I to 12 CFR 1006).
///
/// The finding lies on the contact that completes the pattern; there is no further one until the
/// span holds less again. What does not count under 12 CFR 1006.14(b)(3) does not count here.
///
/// - Complexity: O(*n*·*w*), *w* contacts in a span.
enum CallPatternCheck {
  static func evidence(
    _ pattern: CallPattern, in ledger: Ledger, clock: LedgerClock, inForce: InForce = .always,
    excused: Set<Int> = []
  ) -> CheckResult {
    var result = CheckResult()
    let facts = ledger.facts.filter { pattern.afterFacts.contains($0.name) }
    guard pattern.afterFacts.isEmpty || !facts.isEmpty, mayHold(pattern, in: ledger) else {
      return result
    }
    let earliest = earliest(facts)
    let debts = DebtBook(ledger, perDebt: false)
    let replies = pattern.unsolicited ? ReplyBook(ledger) : ReplyBook()
    let days: Int? = if case .days(let days) = pattern.span { days } else { nil }
    var lacksNumber: Int?
    let readings = clock.dayReadings.map { reading in
      let reader = CallReader(
        ledger, clock: clock, debts: debts, reading: reading, per: [.person],
        filter: pattern.counts, except: pattern.except, days: days, inForce: inForce,
        excused: excused)
      var groups: [String?: [Placed]] = [:]
      for (_, person, calls) in reader.calls() {
        for call in calls {
          let contact = ledger.entries[call.entry].contact
          let number: String?
          switch pattern.same {
          case .person: number = person ?? contact.personKey
          case .number: number = contact.address
          }
          var reason: String?
          if case .out(let why) = call.standing { reason = why }
          if case .each(let shares) = call.standing, let out = shares.first?.out { reason = out }
          if !pattern.afterFacts.isEmpty, !earliest.contains(where: { isAbout($0, contact) }) {
            continue
          }
          if !replies[call.entry].messages.isEmpty, replies[call.entry].isFirst { reason = answer }
          groups[number, default: []].append(
            Placed(call: call, person: person ?? contact.personKey, leftOut: reason))
        }
      }
      if let nameless = groups.removeValue(forKey: nil) {
        lacksNumber = Runs(pattern, sorted(nameless), ledger).found().first?.entry ?? lacksNumber
      }
      return groups.sorted { ($0.key ?? "") < ($1.key ?? "") }.flatMap {
        Runs(pattern, sorted($0.value), ledger).found()
      }
    }
    if let lacksNumber { result.notEvaluable = [.init(entry: lacksNumber, what: "to")] }
    result.evidence = CountedEvidence.merged(readings).map { over in
      var evidence = over.evidence(in: ledger, clock: clock, debts: debts)
      if case .minutes(let minutes) = pattern.span { evidence.values["days"] = String(minutes) }
      if case .days(let days) = pattern.span { evidence.values["days"] = String(days) }
      if !pattern.afterFacts.isEmpty {
        let contact = ledger.entries[over.entry].contact
        let fact = facts.last { isAbout($0, contact) }
        if let fact { evidence.name(fact, in: ledger, clock) }
      }
      return evidence
    }
    return result
  }

  private static let answer = "answers the person's own message"

  private struct Placed {
    var call: PlacedCall
    var person: String
    var leftOut: String?
  }

  private static func sorted(_ calls: [Placed]) -> [Placed] {
    calls.sorted { $0.call.entry < $1.call.entry }
  }

  /// Whether so many contacts lie close enough at all: in most ledgers they do not.
  private static func mayHold(_ pattern: CallPattern, in ledger: Ledger) -> Bool {
    let longest: Int
    switch pattern.span {
    case .minutes(let minutes): longest = minutes * 60
    // Local times lie at most 26 hours apart.
    case .days(let days): longest = (days + 2) * 86_400
    }
    let instants = ledger.entries.compactMap { entry in
      pattern.counts.reading(entry.contact, isMinor: ledger.isMinor).passes
        ? entry.contact.at?.seconds : nil
    }
    return zip(instants, instants.dropFirst(pattern.count - 1)).contains { $1 - $0 <= longest }
  }

  /// The first of all facts that bind the same contacts: the others change nothing.
  private static func earliest(_ facts: [Fact]) -> [Fact] {
    struct Key: Hashable {
      var person: String?
      var address: String?
    }
    var seen: Set<Key> = []
    return facts.filter { fact in
      guard fact.since != nil else { return false }
      let address = fact.details["address"] == nil ? nil : fact.to
      return seen.insert(Key(person: fact.person, address: address)).inserted
    }
  }

  /// Whether the person had established a fact before a contact, about the number if about any.
  private static func isAbout(_ fact: Fact, _ contact: Contact) -> Bool {
    guard let since = fact.since, fact.isKnown(before: contact), since.record != contact.id,
      fact.person.map({ $0 == contact.personKey }) ?? (contact.party == .consumer)
    else { return false }
    guard fact.details["address"] != nil, let to = fact.to else { return true }
    return Contact.comparable(address: to) == contact.address
  }

  /// The stretches of one number's or person's contacts in which the pattern holds.
  private struct Runs {
    private let pattern: CallPattern
    private let calls: [Placed]
    private let ledger: Ledger

    init(_ pattern: CallPattern, _ calls: [Placed], _ ledger: Ledger) {
      self.pattern = pattern
      self.calls = calls
      self.ledger = ledger
    }

    func found() -> [CountedEvidence] {
      guard calls.count >= pattern.count else { return [] }
      let counts = calls.map { $0.leftOut == nil }
      let channels = calls.map { ledger.entries[$0.call.entry].contact.channel }
      var found: [CountedEvidence] = []
      var holds = false
      var opening = 0
      for index in calls.indices where counts[index] {
        while isLongBefore(opening, index) { opening += 1 }
        var counted = 0
        var parts = pattern.mix.map { _ in 0 }
        for earlier in opening...index where counts[earlier] && isWithin(earlier, index) {
          counted += 1
          for (part, mix) in pattern.mix.enumerated()
          where mix.channels.contains(channels[earlier]) {
            parts[part] += 1
          }
        }
        let isOver =
          counted >= pattern.count && zip(parts, pattern.mix).allSatisfy { $0 >= $1.least }
        if isOver, !holds {
          let window = (opening...index).filter { isWithin($0, index) }.map { calls[$0] }
          found.append(finding(calls[index], window, window.filter { $0.leftOut == nil }))
        }
        holds = isOver
      }
      return found
    }

    /// Whether no reading of dates can bring the two into one span.
    private func isLongBefore(_ earlier: Int, _ index: Int) -> Bool {
      let seconds = calls[index].call.instant.seconds - calls[earlier].call.instant.seconds
      switch pattern.span {
      case .minutes(let minutes): return seconds > minutes * 60
      // Local times lie at most 26 hours apart.
      case .days(let days): return seconds > (days + 2) * 86_400
      }
    }

    private func isWithin(_ earlier: Int, _ index: Int) -> Bool {
      switch pattern.span {
      case .minutes: true
      case .days(let days):
        (0..<days).contains(calls[earlier].call.day.distance(to: calls[index].call.day))
      }
    }

    private func finding(
      _ placed: Placed, _ window: [Placed], _ counted: [Placed]
    ) -> CountedEvidence {
      var evidence = CountedEvidence(entry: placed.call.entry, person: placed.person)
      evidence.limit = pattern.count
      evidence.counted = counted.map(\.call.entry)
      evidence.leftOut = window.compactMap { other in
        other.leftOut.map { Evidence.LeftOut(entry: other.call.entry, reason: $0) }
      }
      switch pattern.span {
      case .minutes:
        evidence.window = DayRange(
          first: counted.first?.call.day ?? placed.call.day, last: placed.call.day)
      case .days(let days):
        evidence.window = DayRange(
          first: placed.call.day.advanced(by: 1 - days), last: placed.call.day)
      }
      for one in counted {
        if case .each(let shares) = one.call.standing {
          for share in shares { evidence.questions.formUnion(share.questions) }
        }
      }
      return evidence
    }
  }
}

extension Evidence {
  /// Names the fact that a contact came after.
  fileprivate mutating func name(_ fact: Fact, in ledger: Ledger, _ clock: LedgerClock) {
    let record = fact.since?.record ?? fact.source
    facts = [FactUse(name: fact.name, record: record, confidence: fact.confidence)]
    values["fact"] = String(fact.name.map { $0 == "_" ? " " : $0 })
    values["fact-record"] = record
    values["fact-day"] =
      ledger.entries.first { $0.contact.id == record }
      .flatMap { clock.localTime(of: $0.contact)?.day.description }
  }
}
