import Testing

@testable import FDCPALint

/// Answers before a contact against audits of the log with the contact in it, on ledgers at random.
@Suite struct MayContactPropertyTests {
  static let share: UInt64 = 200
  static let starts: [UInt64] = (0..<10).map { $0 * share }

  @Test(arguments: starts) func anAuditAgrees(start: UInt64) async throws {
    let linter = try Self.linter()
    let rules = linter.rules.rules.indices.filter { linter.rules.rules[$0].severity > .advice }
    var counts: [ContactAnswer.Decision: Int] = [:]
    var found = 0
    for seed in start..<(start + Self.share) {
      var random = SplitMix64(seed: seed &* 7919 &+ 5)
      let ledger = Self.ledger(seed, &random)
      let question = Self.question(ledger, &random)
      var asker = Asker(linter: linter, rules: rules, ledger: ledger)
      asker.isKnown = true
      let answer = asker.answer(question)
      counts[answer.decision, default: 0] += 1
      guard case .instant(let at, _)? = question.time, answer.missing != ["person"] else {
        continue
      }
      #expect(
        await Self.agrees(linter, ledger, asker, question, at, answer), "seed \(seed): \(answer)")
      guard let next = answer.next else {
        if answer.decision != .allowed, answer.missing.isEmpty {
          for _ in 0..<4 {
            let later = at.advanced(by: 60 * (1 + random.below(60 * 1440 - 1)))
            #expect(Self.asked(asker, question, later) != .allowed, "seed \(seed): \(later)")
          }
        }
        continue
      }
      found += 1
      #expect(next > at && next.seconds % 60 == 0)
      let then = asker.answer(Self.moved(question, next))
      #expect(then.decision == .allowed, "seed \(seed): \(next) \(then)")
      #expect(await Self.agrees(linter, ledger, asker, question, next, then), "seed \(seed)")
      let minutes = (next.seconds - at.seconds) / 60
      // The minute before tells whether a turning point was missed, the others whether many were.
      let samples = minutes > 1 ? [1] + (0..<6).map { _ in 1 + random.below(minutes - 1) } : []
      for sample in samples {
        let earlier = next.advanced(by: -60 * sample)
        guard earlier > at else { continue }
        #expect(Self.asked(asker, question, earlier) != .allowed, "seed \(seed): \(earlier)")
      }
    }
    for decision in ContactAnswer.Decision.allCases {
      #expect(counts[decision, default: 0] > Int(Self.share) / 20, "\(decision)")
    }
    #expect(found > Int(Self.share) / 10)
  }

  /// Whether an audit of the log with the contact says of it what the answer says.
  private static func agrees(
    _ linter: Linter, _ ledger: Ledger, _ asker: Asker, _ question: ContactQuestion, _ at: Instant,
    _ answer: ContactAnswer
  ) async -> Bool {
    var contact = Contact(id: "~proposed", consumer: ledger.consumer.id)
    contact.at = at
    contact.offset = -14_400
    contact.channel = question.channel ?? .other
    contact.outcome = contact.channel == .call ? .noAnswer : .sent
    contact.party = question.party ?? .consumer
    let persons = Set(
      ledger.entries.map(\.contact).filter { $0.party == contact.party }.map(\.person))
    contact.person = question.person ?? (persons.count == 1 ? persons.first : nil) ?? nil
    contact.debts = question.debts
    contact.to = question.to
    let last = ledger.entries.map(\.order).max() ?? -1
    let entry = Entry(
      contact: contact, marks: [], kinds: [:], origin: Location(path: "log"), context: [:],
      order: last + 1, isDocument: false)
    var more = ledger
    more.entries = (ledger.entries + [entry]).sorted {
      let never = Moment(instant: Instant(seconds: .max), record: $0.contact.id)
      return ($0.moment ?? never) < ($1.moment ?? never)
    }
    let judged = await linter.judge([more])
    let findings = judged.findings.filter { $0.record == "~proposed" && $0.severity > .advice }
    switch answer.decision {
    case .allowed: return findings.isEmpty
    case .notAllowed: return findings.contains { $0.questions.isEmpty }
    case .undetermined:
      // An audit tells the strictest of several rules on one thing only.
      return !answer.missing.isEmpty && findings.isEmpty == answer.bindings.isEmpty
    }
  }

  private static func asked(
    _ asker: Asker, _ question: ContactQuestion, _ at: Instant
  ) -> ContactAnswer.Decision {
    asker.answer(moved(question, at), looksAhead: false).decision
  }

  private static func moved(_ question: ContactQuestion, _ at: Instant) -> ContactQuestion {
    var question = question
    question.time = .instant(at, offset: -14_400)
    return question
  }

  /// The shipped rules on contacts that hold everywhere or in a state of the random ledgers.
  private static func linter() throws -> Linter {
    var packs = try RuleBase.shippedPacks()
    packs.rules.removeAll { rule in
      let places = rule.applies.jurisdictions
      return !rule.check.isAboutContacts || rule.stage != .stable
        || !(places.isEmpty || places.contains("US-FL") || places.contains("US-TN"))
    }
    var options = Linter.Options(today: CivilDay(number: 20_000))
    options.jobs = 1
    return Linter(rules: RuleBase(packs), options: options)
  }

  private static func ledger(_ seed: UInt64, _ random: inout SplitMix64) -> Ledger {
    var ledger = RandomLedger(seed: seed).ledger
    // Half of them quiet, so that hours and facts decide as often as counts.
    if random.chance(50) { ledger.entries = Array(ledger.entries.prefix(random.below(4))) }
    let moments = ledger.entries.compactMap(\.moment)
    for _ in 0..<random.pick([0, 0, 1, 2]) {
      var fact = Fact(
        name: random.pick([
          "inconvenient_time", "inconvenient_time", "inconvenient_time", "cease_request",
          "stop_calls", "opt_out_text", "attorney", "bankruptcy",
        ]), source: "table")
      if fact.name == "inconvenient_time" {
        if random.chance(60) { fact.days = Weekday.allCases.filter { _ in random.chance(40) } }
        if random.chance(80) {
          fact.clock = ClockRange(
            from: ClockTime(ofDay: random.below(24) * 3600),
            to: ClockTime(ofDay: random.below(24) * 3600 + 1800))
        }
        if random.chance(30) {
          fact.until = CivilDay("2026-04-10").map { $0.advanced(by: random.below(30)) }
        }
      }
      if let moment = moments.first, random.chance(50) { fact.since = moment }
      ledger.facts.append(fact)
    }
    return ledger
  }

  private static func question(_ ledger: Ledger, _ random: inout SplitMix64) -> ContactQuestion {
    let span = ledger.entries.compactMap(\.contact.at)
    let first = span.min() ?? Instant(seconds: 1_775_484_000)
    let last = span.max() ?? first
    // Mostly behind the log, now and then in the middle of it, or at a record's own instant.
    var at = last.advanced(by: random.below(9 * 1440) * 60 + random.pick([0, 0, 30]))
    if random.chance(15) {
      at = first.advanced(by: random.below(max(1, last.seconds - first.seconds)))
    }
    if random.chance(5) { at = last }
    var question = ContactQuestion(
      consumer: ledger.consumer.id,
      channel: random.pick([.call, .call, .call, .text, .email, .letter]),
      time: .instant(at, offset: -14_400))
    question.party = random.pick([.consumer, .consumer, .consumer, .consumer, .spouse, .attorney])
    if random.chance(20) { question.person = random.pick(["p1", "p2"]) }
    let debts = ledger.debtNames
    question.debts = debts.isEmpty ? ["A"] : [random.pick(debts)]
    if debts.count > 1, random.chance(10) { question.debts = Array(debts.prefix(2)) }
    if random.chance(40) { question.to = random.pick(["212-555-0101", "212-555-0102"]) }
    return question
  }
}
