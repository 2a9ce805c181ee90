/// Judges one contact by the facts of an ``AfterFact`` check.
struct FactJudge: Sendable {
  struct Bar: Sendable {
    var fact: Fact
    var questions: Set<OpenQuestion>
    /// Whether it hangs on the date.
    var isDated: Bool { fact.from != nil || fact.until != nil }
  }

  let facts: FactReach
  private let endings: FactReach?
  let rule: AfterFact
  let ledger: Ledger
  private let clock: LedgerClock
  private let replies: ReplyBook
  private let consents: [ConsentBook]
  private let designated: DesignatedTimes
  private let establishing: Set<String>
  /// Entries in the log's order.
  private let log: [Int]
  let entryOf: [String: Int]

  /// Details of a fact that an attorney's silence or consent ends (12 CFR 1006.6(b)(2)).
  private static let consented = "consented_from_event"
  private static let responsive = "responsive"

  init(_ rule: AfterFact, _ ledger: Ledger, _ clock: LedgerClock, _ excused: Set<Int>) {
    self.rule = rule
    self.ledger = ledger
    self.clock = clock
    facts = FactReach(rule.facts, in: ledger, per: rule.per, isEnded: !rule.endedBy.isEmpty)
    endings =
      rule.endedBy.isEmpty
      ? nil : FactReach(rule.endedBy, in: ledger, per: rule.per, isEnded: true)
    let isEmpty = facts.facts.isEmpty
    replies = rule.reply && !isEmpty ? ReplyBook(ledger, excused: excused) : ReplyBook()
    consents = isEmpty ? [] : ConsentBook.forTimes(rule.consent, ledger, clock)
    designated = DesignatedTimes(facts: facts.facts.filter(\.isTimed))
    establishing = Set(
      ledger.facts.lazy.filter { rule.facts.contains($0.name) }.compactMap { $0.since?.record })
    log =
      isEmpty
      ? []
      : ledger.entries.indices.sorted { ledger.entries[$0].order < ledger.entries[$1].order }
    entryOf =
      isEmpty
      ? [:]
      : Dictionary(
        ledger.entries.indices.map { (ledger.entries[$0].contact.id, $0) },
        uniquingKeysWith: { first, _ in first })
  }

  /// What bars an entry on the clock of each zone, and what is missing for an answer.
  func bars(on entry: Int) -> (bars: [Bar?], missing: [String]) {
    let contact = ledger.entries[entry].contact
    var missing: [String] = []
    if facts.needsAddress(contact) { missing.append("to") }
    let shared = facts.shared(with: contact)
    guard !shared.isEmpty else { return ([], missing) }
    guard let instant = contact.at else { return ([], missing + ["time"]) }
    let isZoneless = !clock.knowsZone(of: contact)
    let ending = lastEnding(before: contact, at: instant)
    var bars: [Bar?] = []
    for (zone, time) in clock.localTimes(of: instant, for: contact).enumerated() {
      var best: Bar?
      for (fact, reach) in shared {
        guard var questions = known(fact, before: contact, at: instant),
          let held = held(fact, at: instant, on: time.day)
        else { continue }
        questions.formUnion(held)
        if let ending, fact.since.map({ $0 < ending.moment }) ?? true {
          guard let open = ending.questions else { continue }
          questions.formUnion(open)
        }
        guard let standing = stands(fact, contact, &missing) else { continue }
        if fact.isTimed, isZoneless {
          missing.append("time zone")
          continue
        }
        guard standing, let when = fact.binding(at: time) else { continue }
        questions.formUnion(reach)
        questions.formUnion(when)
        guard let open = exceptions(entry, fact, time, zone) else { continue }
        questions.formUnion(open)
        if questions.count < best?.questions.count ?? .max {
          best = Bar(fact: fact, questions: questions)
        }
        if questions.isEmpty, fact.confidence > .low { break }
      }
      bars.append(best)
    }
    let isBarred = bars.contains { $0 != nil }
    return (
      bars, isBarred ? [] : missing.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    )
  }

  /// The date from which a fact is known.
  func day(of fact: Fact) -> CivilDay? {
    guard let since = fact.since, let entry = entryOf[since.record] else { return nil }
    return clock.localTimes(of: since.instant, for: ledger.entries[entry].contact).first?.day
  }

  /// Whether a fact was known before a contact: `nil` if not, else the open questions.
  private func known(
    _ fact: Fact, before contact: Contact, at instant: Instant
  ) -> Set<OpenQuestion>? {
    guard let since = fact.since else { return [] }
    guard since.record != contact.id, since.instant <= instant else { return nil }
    return since.instant == instant ? [.sameInstant] : []
  }

  /// When the restriction was last lifted; its questions are `nil` when that is certain.
  private func lastEnding(
    before contact: Contact, at instant: Instant
  ) -> (moment: Moment, questions: Set<OpenQuestion>?)? {
    guard let shared = endings?.shared(with: contact) else { return nil }
    for (fact, reach) in shared.reversed() {
      guard let since = fact.since, since.instant <= instant else { continue }
      var questions = reach
      if since.instant == instant, since.record != contact.id { questions.insert(.sameInstant) }
      return (since, questions.isEmpty ? nil : questions)
    }
    return nil
  }

  /// Whether a fact still binds contacts of this kind at its place: `nil` where that is not known.
  private func stands(_ fact: Fact, _ contact: Contact, _ missing: inout [String]) -> Bool? {
    if fact.details[Self.responsive].flatMap({ Bool($0) }) == false {
      // What a reasonable time to answer is, no record says.
      missing.append("reasonable period")
      return nil
    }
    if let number = fact.details[Self.consented].flatMap({ Int($0) }), log.indices.contains(number),
      let consent = ledger.entries[log[number]].moment,
      let moment = contact.at.map({ Moment(instant: $0, record: contact.id) }), consent < moment
    {
      return false
    }
    guard let place = fact.place else { return true }
    let kinds: [EndpointKind]
    switch place {
    case "home": kinds = [.homeLandline, .homeAddress]
    case "work": kinds = [.work]
    default: return false
    }
    switch contact.channel {
    case .call, .letter, .inPerson:
      guard let reached = contact.reached else {
        missing.append("endpoint_kind")
        return nil
      }
      return kinds.contains(reached)
    // Mobile phones apart, these alone are not tied to a place (comment 6(b)(1)(ii)-1).
    case .text, .email, .social, .web, .other: return false
    }
  }

  /// The open questions that consent and replies leave, `nil` where one of them permits.
  private func exceptions(
    _ entry: Int, _ fact: Fact, _ time: LocalTime, _ zone: Int
  ) -> Set<OpenQuestion>? {
    var open: Set<OpenQuestion> = []
    switch consent(entry, fact, time, zone) {
    case .covered: return nil
    case .open(let questions): open = questions
    case .none: break
    }
    let waiting = replies[entry]
    let contact = ledger.entries[entry].contact
    var later = false
    for message in waiting.messages.reversed() {
      let inbound = ledger.entries[message].contact
      guard let instant = inbound.at, !establishing.contains(inbound.id),
        fact.since.map({ $0.instant < instant }) ?? true,
        rule.per != .address || inbound.to == nil || contact.to == nil
          || inbound.address == contact.address
      else { continue }
      guard fact.isTimed else { return waiting.isFirst ? nil : open.union([.replyDefaultBand]) }
      guard let came = clock.localTime(of: inbound, zone: zone), designated.isBarred(came) else {
        continue
      }
      if designated.isUnbroken(from: came, to: time) {
        return waiting.isFirst ? nil : open.union([.replyDefaultBand])
      }
      if came.day == time.day { later = true }
    }
    return later ? open.union([.replyLaterStretch]) : open
  }

  private func consent(
    _ entry: Int, _ fact: Fact, _ time: LocalTime, _ zone: Int
  ) -> ConsentBook.Cover {
    guard !consents.isEmpty,
      let asker = ConsentBook.Asker(ledger.entries[entry].contact, entry, time.day)
    else { return .none }
    return consents[min(zone, consents.count - 1)].cover(asker) { grant in
      guard fact.isTimed else { return [] }
      guard
        let given = clock.localTime(of: ledger.entries[grant.entry].contact, zone: zone),
        !designated.isBarred(given)
      else { return nil }
      return grant.consent.binding(at: time.clock)
    }
  }
}
