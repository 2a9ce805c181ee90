/// Finds contacts made after a fact became known that bars them: a cease request, an attorney, an
/// inconvenient time or place, a medium ruled out.
enum AfterFactCheck {
  /// - Parameters:
  ///   - inForce: The days on which the rule binds: on others a designated time rests on the
  ///     statute alone.
  ///   - excused: Entries whose own words show a permitted purpose.
  ///   - only: The only entry to judge; `nil`: all.
  static func evidence(
    _ rule: AfterFact, in ledger: Ledger, clock: LedgerClock, inForce: InForce = .always,
    excused: Set<Int> = [], on only: Int? = nil
  ) -> CheckResult {
    var result = CheckResult()
    // Most consumers have none of a rule's facts, and books are dear.
    guard ledger.facts.contains(where: { rule.facts.contains($0.name) }) else { return result }
    let excused = counted(excused, rule, ledger)
    let judge = FactJudge(rule, ledger, clock, excused)
    for (index, entry) in ledger.entries.enumerated() where only == nil || only == index {
      let contact = entry.contact
      let reading = rule.contacts.reading(contact, isMinor: ledger.isMinor)
      // What the consumer began is never held against the collector.
      guard reading.passes, contact.direction == .outbound, !excused.contains(index) else {
        continue
      }
      let (bars, missing) = judge.bars(on: index)
      result.notEvaluable += missing.map { CheckResult.Missing(entry: index, what: $0) }
      let verdicts = bars.map { ZoneVerdict($0?.questions) }
      guard let joint = ZoneVerdict.joint(verdicts),
        let bar = bars[joint.zone]
      else { continue }
      var evidence = Evidence(entry: index)
      if let field = rule.knownBy {
        switch isInTime(bar.fact, judge, ledger.consumer.context[field]) {
        case true?: break
        case false?: continue
        case nil: evidence.conditions = ["\(bar.fact.name) came in by the \(spaced(field))"]
        }
      }
      var questions = joint.questions.union(reading.questions)
      let times = contact.at.map { clock.localTimes(of: $0, for: contact) } ?? []
      if bar.fact.isTimed, let time = times.first, !inForce.holds(time.day) {
        questions.insert(.statuteOnly)
      }
      if bar.isDated, !clock.knowsZone(of: contact) { questions.insert(.noZone) }
      evidence.debt = rule.per == .debt ? contact.debts.first : nil
      evidence.values["debt"] = contact.debts.isEmpty ? nil : contact.debts.joined(separator: ", ")
      evidence.person = contact.personKey
      evidence.counted = [index]
      evidence.isRisk = joint.isRisk
      evidence.questions = questions.inOrder
      evidence.place(contact, clock)
      if times.indices.contains(joint.zone) { evidence.show(times[joint.zone], zone: joint.zone) }
      evidence.name(verdicts, at: clock.place(of: contact))
      evidence.name(bar.fact, on: judge.day(of: bar.fact))
      result.evidence.append(evidence)
    }
    return result
  }

  /// The entries that words excuse, where only so many may be after each fact: one confirmation of
  /// an opt-out, not a series of them (12 CFR 1006.14(h)(2)(i)).
  private static func counted(_ excused: Set<Int>, _ rule: AfterFact, _ ledger: Ledger) -> Set<Int>
  {
    guard let most = rule.mostExcused, !excused.isEmpty else { return excused }
    let facts = ledger.facts.filter { rule.facts.contains($0.name) }.compactMap(\.since).sorted()
    var left: Set<Int> = []
    var used: [Int: Int] = [:]
    for index in excused.sorted() {
      guard let moment = ledger.entries[index].moment else { continue }
      let latest = facts.partitioningIndex { $0 >= moment }
      guard latest > 0, used[latest, default: 0] < most else { continue }
      used[latest, default: 0] += 1
      left.insert(index)
    }
    return left
  }

  /// Whether a fact became known by a day that the consumer's table states; `nil` while it does not.
  private static func isInTime(_ fact: Fact, _ judge: FactJudge, _ last: String?) -> Bool? {
    guard let last = last.flatMap({ CivilDay($0) }), let day = judge.day(of: fact) else {
      return nil
    }
    return day <= last
  }

  private static func spaced(_ name: String) -> String { String(name.map { $0 == "_" ? " " : $0 }) }
}

extension Evidence {
  /// Names the fact that it rests on.
  fileprivate mutating func name(_ fact: Fact, on day: CivilDay?) {
    let record = fact.since?.record ?? fact.source
    facts = [FactUse(name: fact.name, record: record, confidence: fact.confidence)]
    values["fact"] = String(fact.name.map { $0 == "_" ? " " : $0 })
    values["fact-record"] = record
    values["fact-day"] = day?.description
  }
}
