/// Answers questions about one consumer.
struct Asker {
  let linter: Linter
  /// Places of the rules that are asked.
  let rules: [Int]
  let ledger: Ledger
  /// Whether the companion table has the consumer.
  var isKnown = false
  /// The consumer's debts in the companion table of debts.
  var listedDebts: Set<String> = []
  /// What of the log and its tables could not be read and may concern the consumer.
  var unread: [String] = []

  init(linter: Linter, rules: [Int], ledger: Ledger) {
    self.linter = linter
    self.rules = rules
    self.ledger = ledger
  }

  /// - Parameter looksAhead: Whether later times are looked for, which costs most of an answer.
  func answer(_ question: ContactQuestion, looksAhead: Bool = true) -> ContactAnswer {
    var missing = question.unread + unread
    let contact = contact(question, &missing)
    var answer = ContactAnswer(
      question: question, decision: .undetermined, bindings: [], missing: [], zones: [])
    let place = LedgerClock(ledger).place(of: contact)
    answer.zones = place.uses
    guard let channel = question.channel, let (at, offset) = time(question, place, &missing),
      !question.consumer.isEmpty
    else {
      if question.channel == nil, question.unread.isEmpty { missing.append("channel") }
      answer.missing = Self.unique(missing)
      return answer
    }
    var made = contact
    made.channel = channel
    made.outcome = channel == .call ? .noAnswer : .sent
    answer.at = at
    let proposal = Proposal(made, in: ledger, offset: offset, linter)
    judge(proposal, at, missing, looksAhead, &answer)
    return answer
  }

  private func judge(
    _ proposal: Proposal, _ at: Instant, _ missing: [String], _ looksAhead: Bool,
    _ answer: inout ContactAnswer
  ) {
    let placed = proposal.placed(at: at)
    let builder = FindingBuilder(fingerprints: linter.fingerprints, base: linter.rules)
    answer.zones = placed.clock.place(of: placed.ledger.entries[placed.entry].contact).uses
    var search = PermittedTime(proposal, rules: rules, after: at)
    var untils: [Int: Instant?] = [:]
    var open: [String] = []
    for rule in rules {
      let ruling = proposal.ruling(of: rule, on: placed)
      open += ruling.missing
      guard !ruling.against.isEmpty else {
        if !ruling.missing.isEmpty { untils[rule] = .some(nil) }
        continue
      }
      let until = looksAhead ? search.clear(of: rule, after: at) : nil
      untils[rule] = .some(until)
      for against in ruling.against {
        let finding = builder.finding(
          linter.rules.rules[rule], against.evidence, in: placed.ledger, placed.clock,
          conditions: against.conditions)
        let doubts = Self.doubts(against, finding)
        open += doubts
        answer.bindings.append(
          ContactAnswer.Binding(finding: finding, isCertain: doubts.isEmpty, until: until))
      }
    }
    answer.missing = Self.unique(missing + open)
    answer.bindings.sort {
      ($0.isCertain ? 0 : 1, $0.finding.rule) < ($1.isCertain ? 0 : 1, $1.finding.rule)
    }
    if answer.bindings.contains(where: \.isCertain) {
      answer.decision = .notAllowed
    } else if answer.bindings.isEmpty, answer.missing.isEmpty {
      answer.decision = .allowed
    }
    // What the question or the log leaves out does not come with time.
    if missing.isEmpty, looksAhead { answer.next = search.next(after: at, binding: untils) }
    for instant in [at, answer.next].compactMap(\.self) + answer.bindings.compactMap(\.until) {
      answer.offsets[instant] = proposal.offset(at: instant)
    }
  }

  /// What a finding hangs on, in words; empty: nothing.
  private static func doubts(_ against: Proposal.Ruling.Against, _ finding: Finding) -> [String] {
    let evidence = against.evidence
    var doubts = evidence.questions.map(\.rawValue) + evidence.conditions + against.conditions
    if evidence.isRisk { doubts.append("time zone") }
    if doubts.isEmpty, finding.confidence == .low {
      doubts += finding.evidence.facts.map(\.name)
      if doubts.isEmpty { doubts.append("confidence") }
    }
    return doubts
  }

  // MARK: What the question leaves out

  private func contact(_ question: ContactQuestion, _ missing: inout [String]) -> Contact {
    var contact = Contact(id: "", consumer: question.consumer)
    contact.direction = .outbound
    contact.to = question.to
    contact.endpoint = question.endpoint
    contact.debts = question.debts
    identify(&contact, question, &missing)
    let states = Set(ledger.entries.compactMap(\.contact.state))
    if states.count == 1 { contact.state = states.first }
    if question.consumer.isEmpty || (ledger.entries.isEmpty && !isKnown && listedDebts.isEmpty) {
      missing.append("consumer")
    }
    let names = ledger.debtNames
    if question.debts.isEmpty {
      if names.isEmpty || DebtBook(ledger, perDebt: true).count > 1 { missing.append("debt") }
    } else if !listedDebts.isEmpty, !question.debts.allSatisfy(names.contains) {
      // The table of debts knows this consumer, and not this debt.
      missing.append("debt")
    }
    return contact
  }

  /// Finds out who is meant: a person whom the log names is not counted under another name.
  private func identify(
    _ contact: inout Contact, _ question: ContactQuestion, _ missing: inout [String]
  ) {
    contact.person = question.person
    let entries = ledger.entries.lazy.map(\.contact)
    if let party = question.party {
      contact.party = party
    } else if let person = question.person {
      let parties = Set(entries.filter { $0.person == person }.map(\.party))
      if parties.count > 1 { missing.append("party") }
      contact.party = parties.contains(.consumer) ? .consumer : parties.first ?? .consumer
    }
    guard question.person == nil else { return }
    let persons = Set(entries.filter { [party = contact.party] in $0.party == party }.map(\.person))
    if persons.count > 1 { missing.append("person") }
    if persons.count == 1, let only = persons.first { contact.person = only }
  }

  private func time(
    _ question: ContactQuestion, _ place: LedgerClock.Place, _ missing: inout [String]
  ) -> (Instant, offset: Int)? {
    switch question.time {
    case nil:
      if question.unread.isEmpty { missing.append("at") }
      return nil
    case .instant(let instant, let offset)?: return (instant, offset)
    case .onConsumersClock(let local)?:
      let offsets = Set(place.zones.map { $0.offset(atLocal: local).offset })
      guard offsets.count == 1, let offset = offsets.first else {
        missing.append("time zone")
        return nil
      }
      return (Instant(seconds: local - offset), offset)
    }
  }

  private static func unique(_ names: [String]) -> [String] {
    names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
