/// Makes the ``Overview`` of one ledger, with the clock and the rules that judge it.
struct OverviewReader {
  let linter: Linter
  let ledger: Ledger
  let clock: LedgerClock
  let conditions: Conditions
  let builder: FindingBuilder
  let log: LogExtent
  /// Rules that may bind here, above good habits: their numbers.
  let binding: [Int]

  private var rules: RuleBase { linter.rules }
  private func parameter(_ name: String) -> Int { rules.packs.parameters[name] ?? 0 }

  /// - Parameters:
  ///   - findings: What rules found in the ledger.
  ///   - overview: What it is added to.
  func read(_ findings: [Finding], into overview: inout Overview) {
    readContacts(into: &overview)
    let hours = binding.filter { if case .hours = rules.rules[$0].check { true } else { false } }
    readHours(hours, into: &overview.hours)
    for index in binding {
      let rule = rules.rules[index]
      switch rule.check {
      case .frequency(let limit):
        readWindows(index, rule, limit, into: &overview)
        readConsents(rule, limit.except.consent, endsByTalk: true, into: &overview)
      case .hours(let limit): readConsents(rule, limit.consent, endsByTalk: false, into: &overview)
      default: break
      }
    }
    readRestrictions(findings, into: &overview.restrictions)
  }

  private func readContacts(into overview: inout Overview) {
    for (index, entry) in ledger.entries.enumerated() where !entry.isDocument {
      let contact = entry.contact
      overview.contacts[
        Overview.ContactSort(channel: contact.channel, direction: contact.direction), default: 0] +=
        1
      if let day = clock.localTime(ofEntry: index, in: ledger)?.day {
        overview.days = DayRange(
          first: min(overview.days?.first ?? day, day), last: max(overview.days?.last ?? day, day))
      }
      for (kind, name) in [
        (Overview.Staff.Kind.collector, contact.collector), (.agent, contact.agent),
        (.campaign, contact.campaign),
      ] {
        guard let name, !name.isEmpty else { continue }
        overview.staff[Overview.Staff(kind: kind, name: name), default: 0] += 1
      }
    }
  }

  func applies(_ rule: Rule, to entry: Int) -> Bool {
    let day = clock.localTime(ofEntry: entry, in: ledger)?.day
    switch conditions.answer(rule, entry, ledger, day: day, rules) {
    case .applies, .ifKnown: return true
    case .doesNotApply, .notEvaluable: return false
    }
  }

  // MARK: - How often

  private func readWindows(
    _ index: Int, _ rule: Rule, _ limit: FrequencyLimit, into overview: inout Overview
  ) {
    let excused = linter.excused(index, ledger)
    let full = FrequencyCheck.fullness(
      limit, in: ledger, clock: clock, inForce: rule.inForce, excused: excused
    ).filter { applies(rule, to: $0.entry) }
    guard !full.isEmpty else { return }
    var sum =
      overview.frequency[rule.id] ?? FrequencyOverview(limit: limit.limit, days: limit.span)
    struct Pair: Hashable {
      var unit: String
      var debt: Int
    }
    var fullest: [Pair: FrequencyCheck.Fullness] = [:]
    for one in full {
      sum.windows[one.contacts, default: 0] += 1
      let pair = Pair(unit: one.unit, debt: one.debt)
      if one.contacts > fullest[pair]?.contacts ?? 0 { fullest[pair] = one }
    }
    let below = parameter("near-calls-below")
    let debts = DebtBook(ledger, perDebt: limit.per.contains(.debt))
    for one in fullest.values.sorted(by: { ($0.entry, $0.debt) < ($1.entry, $1.debt) }) {
      let debt = debts.name(one.debt)
      sum.pairs[one.contacts, default: 0] += 1
      guard one.contacts <= limit.limit else { continue }
      // One contact alone is never near anything.
      let isNear = one.contacts >= limit.limit - below && one.contacts > 1
      if !isNear, !isDrawn(one, debt, limit, sum.clear) {
        sum.clear.pass()
        continue
      }
      guard
        let evidence = FrequencyCheck.window(
          of: one, debt: debt, limit, in: ledger, clock: clock, inForce: rule.inForce,
          excused: excused)
      else { continue }
      let uses = clock.whereabouts.jurisdictions(of: ledger.entries[one.entry].contact)
        .uses(of: rule.applies.jurisdictions)
      let named = builder.named(evidence, of: rule, ledger, clock, uses)
      let free = one.contacts == limit.limit ? firstFree(limit, named) : nil
      let pair = CountedPair(
        consumer: ledger.consumer.id, evidence: named, free: free, isDrawn: !isNear)
      if isNear { sum.near.add(pair) } else { sum.clear.add(pair) }
    }
    overview.frequency[rule.id] = sum
  }

  /// Whether a pair can be among those drawn, before its window is put into words.
  private func isDrawn(
    _ one: FrequencyCheck.Fullness, _ debt: String?, _ limit: FrequencyLimit,
    _ drawn: Shortlist<CountedPair>
  ) -> Bool {
    guard drawn.isFull, let last = drawn.items.last else { return true }
    let isPerson = limit.per.contains(.person) && !limit.per.contains(.number)
    let place = CountedPair.place(ledger.consumer.id, isPerson ? one.unit : nil, debt)
    return place
      <= CountedPair.place(last.consumer, last.evidence.person, last.evidence.debt)
  }

  private func firstFree(_ limit: FrequencyLimit, _ evidence: FindingEvidence) -> CivilDay? {
    switch limit.window {
    case .rolling, .undefinedWeek:
      guard let days = limit.span, let oldest = evidence.counted.first?.local?.day else {
        return nil
      }
      return oldest.advanced(by: days)
    case .calendarWeek, .businessWeek, .calendarMonth, .calendarQuarter:
      guard let last = evidence.window?.last else { return nil }
      var day = last.advanced(by: 1)
      while limit.window(of: day) == nil { day = day.advanced(by: 1) }
      return day
    }
  }

  // MARK: - Consent

  /// Consent that the last day of the log is under, and that ends of itself.
  private func readConsents(
    _ rule: Rule, _ terms: ConsentTerms?, endsByTalk: Bool, into overview: inout Overview
  ) {
    guard let terms, let today = log.last,
      ledger.entries.contains(where: { $0.contact.consent?.revoked == false })
    else { return }
    let debts = DebtBook(ledger, perDebt: true)
    let book = ConsentBook(
      terms, in: ledger, clock: clock, debts: debts, reading: 0, endsByTalk: endsByTalk)
    for (index, entry) in ledger.entries.enumerated() {
      let contact = entry.contact
      guard let consent = contact.consent, !consent.revoked, contact.at != nil,
        consent.scope == terms.scope, applies(rule, to: index)
      else { continue }
      let ends = [
        terms.days.flatMap { days in
          clock.localTime(ofEntry: index, in: ledger)?.day.advanced(by: days - 1)
        }, consent.until,
      ].compactMap(\.self)
      guard let last = ends.min(), last >= today else { continue }
      var asker = ConsentBook.Asker(
        entry: -1, person: contact.personKey, instant: Instant(seconds: .max / 2), day: last,
        collector: contact.collector, debt: nil)
      let covered = debts.named(by: contact).sorted().contains { debt in
        asker.debt = debt
        return book.cover(asker) { $0.entry == index ? [] : nil } == .covered(by: index)
      }
      guard covered else { continue }
      overview.consents.add(
        ConsentEnding(
          rule: rule.id, consumer: ledger.consumer.id, person: contact.personKey,
          record: contact.id, scope: terms.scope, last: last))
    }
  }
}
