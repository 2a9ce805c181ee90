import Testing

@testable import FDCPALint

/// Deadlines and patterns of calls against their slow twin, on ledgers at random.
@Suite struct TimeTwinTests {
  static let share: UInt64 = 800
  static let starts: [UInt64] = (0..<5).map { $0 * share }

  private static func filter(_ change: (inout ContactFilter) -> Void) -> ContactFilter {
    var filter = ContactFilter()
    change(&filter)
    return filter
  }
  private static let talks = filter {
    $0.channels = [.call]
    $0.outcomes = [.conversation]
    $0.parties = [.consumer, .spouse]
  }
  private static let letters = filter {
    $0.channels = [.letter]
    $0.directions = [.outbound]
    $0.outcomes = [.sent]
  }

  private static func event(
    _ contacts: [ContactFilter], facts: [String] = [], except: [String] = []
  ) -> Deadline.Event {
    var event = Deadline.Event()
    event.contacts = contacts
    event.facts = facts
    event.except = except
    return event
  }

  private static func notice(_ days: Int) -> Deadline {
    var rule = Deadline(
      form: .following(days: days), event: event([talks], except: ["wrong_number"]))
    rule.first = true
    var need = Deadline.Need(event: event([], facts: ["validation_notice"]))
    need.since = .ever
    rule.needs = [need]
    rule.unclear = letters
    rule.unless = ["paid_in_full"]
    rule.knownBy = ["initial_communication"]
    return rule
  }

  private static func furnishing(_ wait: Int) -> Deadline {
    var rule = Deadline(form: .preceding, event: event([filter { $0.outcomes = [.furnished] }]))
    var written = Deadline.Need(event: event([letters]))
    written.wait = wait
    written.undoneBy = filter { $0.outcomes = [.undeliverable] }
    rule.needs = [Deadline.Need(event: event([talks])), written]
    rule.knownBy = ["initial_communication"]
    return rule
  }

  private static func deletion(_ days: Int) -> Deadline {
    let activity = filter {
      $0.channels = [.call, .letter, .email]
      $0.directions = [.outbound]
    }
    return Deadline(
      form: .quiet(.days(days), contacts: activity, sinceFirst: false),
      event: event([filter { $0.outcomes = [.recordsDeleted] }]))
  }

  private func compare(
    _ start: UInt64, isDated: Bool = true, _ rule: (Int) -> Deadline,
    _ expected: (TimeTwin, Int) -> Set<TimeTwin.Found>
  ) -> Int {
    var total = 0
    for seed in start..<(start + Self.share) {
      let random = RandomTimeLedger(seed: seed)
      let ledger = random.ledger
      let names = CallTwin(ledger)
      let result = DeadlineCheck.evidence(
        rule(random.days), in: ledger, clock: LedgerClock(ledger))
      let found = Set(
        result.evidence.map { evidence in
          let debt = names.debts.firstIndex { members in
            members.contains { $0 == evidence.debt || ledger.debts[$0]?.group == evidence.debt }
          }
          return TimeTwin.Found(
            entry: evidence.entry, debt: names.debts.count == 1 ? 0 : debt ?? -1,
            first: isDated ? evidence.window?.first.number ?? 0 : 0,
            last: isDated ? evidence.window?.last.number ?? 0 : 0,
            isRisk: evidence.isRisk || !evidence.conditions.isEmpty,
            questions: Set(evidence.questions).subtracting(isDated ? [] : [.noZone]))
        })
      let twin = expected(TimeTwin(ledger), random.days)
      total += twin.count
      guard found != twin else { continue }
      Issue.record(
        "seed \(seed): only the check: \(found.subtracting(twin)); only the twin: \(twin.subtracting(found))"
      )
      return total
    }
    return total
  }

  @Test(arguments: starts) func lateNoticesAgree(start: UInt64) {
    #expect(compare(start, Self.notice) { $0.lateNotices($1) } > 25)
  }

  @Test(arguments: starts) func earlyReportsAgree(start: UInt64) {
    #expect(compare(start, isDated: false, Self.furnishing) { $0.early($1) } > 100)
  }

  @Test(arguments: starts) func deletionsAgree(start: UInt64) {
    #expect(compare(start, Self.deletion) { $0.deletions($1) } > 40)
  }

  @Test(arguments: starts) func patternsAgree(start: UInt64) throws {
    var total = 0
    for seed in start..<(start + Self.share) {
      let ledger = RandomLedger(seed: seed).ledger
      var random = SplitMix64(seed: seed)
      let count = random.pick([2, 2, 3])
      let amount = random.pick([1, 2, 3])
      let isTimed = random.chance(50)
      let span: CallPattern.Span = isTimed ? .minutes(amount * 240) : .days(amount)
      var counts = Sample.calls()
      counts.parties = [.consumer, .spouse]
      let pattern = try CallPattern(count: count, span: span, same: .number, counts: counts)
      // A call without an outcome is left to the question; here it is no call.
      let known = Self.withoutUnknown(ledger)
      let result = CallPatternCheck.evidence(pattern, in: known, clock: LedgerClock(known))
      let twin = TimeTwin(known).patterns(
        count, minutes: isTimed ? amount * 240 : nil, days: isTimed ? nil : amount)
      #expect(Set(result.evidence.map(\.entry)) == Set(twin.keys), "seed \(seed)")
      for evidence in result.evidence {
        let expected = try #require(twin[evidence.entry], "seed \(seed)")
        #expect(Set(evidence.counted) == expected.0, "seed \(seed)")
        #expect(Set(evidence.questions) == expected.1, "seed \(seed)")
      }
      total += twin.count
    }
    #expect(total > 50)
  }

  private static func withoutUnknown(_ ledger: Ledger) -> Ledger {
    var ledger = ledger
    ledger.entries.removeAll { $0.contact.outcome == nil }
    return ledger
  }
}
