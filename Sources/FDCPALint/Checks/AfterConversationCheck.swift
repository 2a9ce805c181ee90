/// Finds contacts within some days of a telephone conversation with the same person about the same
/// debt; the conversation's date is the first day (12 CFR 1006.14(b)(2)(i)(B)).
///
/// Whoever dialled, and whether or not the conversation's own call counts, it opens the window.
///
/// - Complexity: O(*n* log *n*), while a conversation's debts and date are certain.
enum AfterConversationCheck {
  /// - Parameters:
  ///   - excused: Entries whose own words show a reason that the law accepts.
  ///   - inForce: The days on which the rule binds: earlier conversations leave it open
  ///   whether they open a window.
  ///   - entry: The only entry to judge; `nil`: all.
  static func evidence(
    _ rule: AfterConversation, in ledger: Ledger, clock: LedgerClock, inForce: InForce = .always,
    excused: Set<Int> = [], on entry: Int? = nil
  ) -> CheckResult {
    let debts = DebtBook(ledger, perDebt: rule.per.contains(.debt))
    func reader(_ reading: Int) -> CallReader {
      CallReader(
        ledger, clock: clock, debts: debts, reading: reading, per: rule.per,
        filter: rule.counts, except: rule.except, days: rule.days, inForce: inForce,
        excused: excused)
    }
    var result = CheckResult()
    result.notEvaluable = reader(0).missing
    let readings = clock.dayReadings.map { reading in
      let talks = Conversations(rule, reader(reading), inForce)
      return reader(reading).calls().flatMap { unit in
        let calls = unit.calls.filter { entry == nil || entry == $0.entry }
        return talks.after(calls, to: unit.unit, unit.person)
      }
    }
    result.evidence = CountedEvidence.merged(readings).map { over in
      var evidence = over.evidence(in: ledger, clock: clock, debts: debts)
      evidence.values["days"] = String(rule.days)
      return evidence
    }
    return result
  }

  /// Conversations by person and debt, in one reading of the dates.
  private struct Conversations {
    private struct Talk {
      var entry: Int
      var instant: Instant
      var day: CivilDay
      var collector: String?
      var questions: Set<OpenQuestion>
    }
    private struct Talks {
      var byDebt: [Int: [Talk]] = [:]
      /// Conversations of which nobody knows the debt.
      var unattributed: [Talk] = []
    }
    private struct Hit {
      var talk: Talk
      var questions: Set<OpenQuestion>
    }

    private let days: Int
    private let reader: CallReader
    private var talks: [String: Talks] = [:]

    init(_ rule: AfterConversation, _ reader: CallReader, _ inForce: InForce) {
      days = rule.days
      self.reader = reader
      let ledger = reader.ledger
      let numbers =
        rule.except.wrongNumber
        ? WrongNumbers(ledger, clock: reader.clock, reading: reader.reading, days: days) : nil
      for (index, entry) in ledger.entries.enumerated() {
        let contact = entry.contact
        guard let instant = contact.at,
          let day = reader.clock.day(of: index, reading: reader.reading),
          var questions = rule.conversations.conversation(contact)
        else { continue }
        if let from = inForce.from, day < from { questions.insert(.earlyEvents) }
        switch numbers?.standing(of: contact, at: instant, on: day) {
        case .notTheirs?, .open?: questions.insert(.wrongNumberReach)
        case .unreported?, nil: break
        }
        let talk = Talk(
          entry: index, instant: instant, day: day, collector: contact.collector,
          questions: questions)
        guard let unit = reader.unit(of: contact) else { continue }
        add(talk, reader.debts.conversation(contact), unit)
      }
    }

    private mutating func add(_ talk: Talk, _ about: DebtBook.Attribution, _ unit: String) {
      switch about {
      case .each(let about):
        for about in about {
          var talk = talk
          talk.questions.formUnion(about.questions)
          talks[unit, default: Talks()].byDebt[about.debt, default: []].append(talk)
        }
      case .oneOf(_, let question):
        var talk = talk
        talk.questions.insert(question)
        talks[unit, default: Talks()].unattributed.append(talk)
      }
    }

    func after(
      _ calls: [PlacedCall], to unit: String, _ person: String?
    ) -> [CountedEvidence] {
      guard let talks = talks[unit] else { return [] }
      var found: [CountedEvidence] = []
      for call in calls {
        switch call.standing {
        case .out: break
        case .each(let shares):
          for share in shares where share.out == nil {
            guard let hit = last(before: call, about: share.debt, in: talks) else { continue }
            found.append(
              finding(call, hit, [share.debt], hit.questions.union(share.questions), person))
          }
        case .oneOf(let debts, let question, let questions):
          if let finding = oneOf(debts, question, questions, call, talks, person) {
            found.append(finding)
          }
        }
      }
      return found
    }

    /// A call for one of several debts is certainly over only after conversations on each of them.
    private func oneOf(
      _ debts: [Int], _ question: OpenQuestion, _ questions: Set<OpenQuestion>,
      _ call: PlacedCall, _ talks: Talks, _ person: String?
    ) -> CountedEvidence? {
      let candidates =
        talks.unattributed.isEmpty ? debts.filter { talks.byDebt[$0] != nil } : debts
      let hits = candidates.compactMap { debt in
        last(before: call, about: debt, in: talks).map { (debt: debt, hit: $0) }
      }
      guard let best = hits.min(by: { $0.hit.questions.count < $1.hit.questions.count }) else {
        return nil
      }
      let isEach = hits.count == debts.count && hits.allSatisfy { $0.hit.questions.isEmpty }
      guard !isEach || !questions.isEmpty else {
        return finding(call, best.hit, debts, [], person)
      }
      let open = best.hit.questions.union(questions).union([question])
      var finding = finding(
        call, best.hit, question == .attribution ? debts : [best.debt], open, person)
      finding.key = -1
      return finding
    }

    /// The last conversation that certainly bars a call, else one that does so under the fewest
    /// open questions.
    private func last(before call: PlacedCall, about debt: Int, in talks: Talks) -> Hit? {
      var best: Hit?
      for list in [talks.byDebt[debt] ?? [], talks.unattributed] {
        let end = list.partitioningIndex { $0.instant > call.instant }
        for talk in list[..<end].reversed() {
          if call.instant.seconds - talk.instant.seconds > (days + 2) * 86_400 { break }
          guard talk.entry != call.entry, talk.day.distance(to: call.day) < days else { continue }
          var questions = talk.questions
          if talk.instant == call.instant { questions.insert(.sameInstant) }
          if talk.collector != call.collector { questions.insert(.collectors) }
          if questions.count < best?.questions.count ?? .max {
            best = Hit(talk: talk, questions: questions)
          }
          if questions.isEmpty { return best }
        }
      }
      return best
    }

    private func finding(
      _ call: PlacedCall, _ hit: Hit, _ debts: [Int], _ questions: Set<OpenQuestion>,
      _ person: String?
    ) -> CountedEvidence {
      var evidence = CountedEvidence(entry: call.entry, person: person)
      evidence.debts = debts
      evidence.key = debts.count == 1 ? debts[0] : -1
      evidence.counted = [hit.talk.entry, call.entry].sorted()
      evidence.window = DayRange(
        first: hit.talk.day, last: hit.talk.day.advanced(by: days - 1))
      evidence.questions = questions
      evidence.number = hit.talk.day.distance(to: call.day) + 1
      return evidence
    }
  }
}

extension ContactFilter {
  /// Whether a contact passes as a conversation: `nil` if not, else the open questions on which
  /// that hangs.
  fileprivate func conversation(_ contact: Contact) -> Set<OpenQuestion>? {
    guard contact.outcome != nil else { return nil }
    var reading = reading(contact)
    if reading.misses == .outcome, let open = contact.conversation, !open.isEmpty {
      // What hangs on a question passes where a conversation would.
      var talk = contact
      talk.outcome = .conversation
      reading = self.reading(talk)
      reading.questions.formUnion(open)
    }
    return reading.passes ? reading.questions : nil
  }
}
