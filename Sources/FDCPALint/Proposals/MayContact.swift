extension Linter {
  /// Says of contacts that are about to be made whether the rules on contacts allow them, and if
  /// not, from when on they do.
  ///
  /// A proposed contact is judged as one more record, the last of its consumer's: a call that nobody
  /// answers, or a message that is sent. Rules on contacts above advice are asked (how often, after
  /// a conversation, at which hours, after a fact), and only what they find on that record counts.
  ///
  /// ```swift
  /// let time = ProposedTime("2026-04-08T10:00:00-04:00")
  /// let question = ContactQuestion(consumer: "C1", channel: .call, time: time)
  /// let answers = await linter.mayContact([question], logs: [log], consumers: [consumers])
  /// ```
  ///
  /// - Parameters:
  ///   - unread: What the caller could not even open, so that no answer rests on half a log.
  /// - Returns: An answer for each question, in order. The logs are read once for all of them.
  public func mayContact(
    _ questions: [ContactQuestion], logs: [Source], consumers: [Source] = [],
    debts: [Source] = [], mapping: Mapping? = nil, unread: [Problem] = []
  ) async -> ContactAnswers {
    let intake = Intake(
      logs: logs, consumers: consumers, debts: debts, mapping: mapping,
      contextKeys: rules.contextKeys)
    let asked = Set(questions.map(\.consumer).filter { !$0.isEmpty })
    let scanned = await scan(intake.records.filter { asked.contains($0.contact.consumer) })
    var known = KnownRecords(entries: scanned.entries)
    known.consumers = intake.consumers.filter { asked.contains($0.id) }
    known.debts = intake.debts
    known.problems = unread + intake.problems + scanned.problems
    known.notices = intake.notices
    return await answers(to: questions, from: known) { RecordGaps($0, intake.records) }
  }

  /// - Parameter gaps: Whom the problems may concern.
  func answers(
    to questions: [ContactQuestion], from records: KnownRecords, gaps: ([Problem]) -> RecordGaps
  ) async -> ContactAnswers {
    let asked = Set(questions.map(\.consumer).filter { !$0.isEmpty })
    let joined = LedgerBuilder.ledgers(
      entries: records.entries, consumers: records.consumers, debts: records.debts,
      facts: reportedFacts(in: records.entries), addressFacts: rules.addressFacts, named: asked,
      majority: rules.packs.parameters["age-of-majority"])
    let ledgers = Dictionary(
      joined.ledgers.map { ($0.consumer.id, $0) }, uniquingKeysWith: { first, _ in first })
    let problems = records.problems + joined.problems
    let gaps = gaps(problems)
    let known = Set(records.consumers.map(\.id))
    let listedDebts = Dictionary(grouping: records.debts, by: \.consumer)
      .mapValues { Set($0.map(\.id)) }
    let asking = rules.rules.indices.filter {
      let rule = rules.rules[$0]
      return rule.check.bindsProposals && rule.severity > .advice && rule.stage == .stable
    }
    let reach = RuleReach(rules)
    let answers = await inParallel(questions.count) { index in
      let question = questions[index]
      let id = question.consumer
      let ledger = ledgers[id] ?? Ledger(of: id)
      let conditions = Conditions(
        role: options.role, today: options.today, whereabouts: LedgerClock(ledger).whereabouts)
      let binding = reach.binding(in: ledger, conditions)
      // A number may point to a state that no record does: then every rule is asked.
      let rules = asking.filter { binding[$0] || question.to != nil }
      var asker = Asker(linter: self, rules: rules, ledger: ledger)
      asker.isKnown = known.contains(id)
      asker.listedDebts = listedDebts[id] ?? []
      asker.unread = gaps.concerning(id)
      return asker.answer(question)
    }
    return ContactAnswers(answers: answers, problems: problems, notices: records.notices)
  }
}

/// What is known of the consumers that questions are about.
package struct KnownRecords: Sendable {
  package var entries: [Entry]
  package var consumers: [Consumer] = []
  package var debts: [Debt] = []
  /// What of the log and its tables could not be read.
  package var problems: [Problem] = []
  package var notices: [String] = []

  package init(entries: [Entry]) { self.entries = entries }
}

extension Ledger {
  /// A ledger without any record.
  init(of consumer: String) {
    self = Ledger(consumer: Consumer(id: consumer), debts: [:], entries: [], facts: [])
  }
}

/// What of a log could not be read, by the consumers whom it may concern.
struct RecordGaps: Sendable {
  private var ofEverybody: [String] = []
  private var ofConsumer: [String: [String]] = [:]
  /// Of each problem, in their order, the consumer whom alone it concerns.
  private(set) var concerns: [String?] = []

  init(_ problems: [Problem], _ records: [Record]) {
    struct Place: Hashable {
      var path: String
      var row: Int
    }
    var consumers: [Place: String?] = [:]
    for problem in problems {
      if let row = problem.row { consumers[Place(path: problem.path, row: row)] = .some(nil) }
    }
    if !consumers.isEmpty {
      for record in records {
        guard let row = record.origin.row else { continue }
        let place = Place(path: record.origin.path, row: row)
        if consumers[place] != nil { consumers[place] = .some(record.contact.consumer) }
      }
    }
    for problem in problems {
      let place = problem.row.map { Place(path: problem.path, row: $0) }
      // A row that does not say whose it is may be anybody's.
      let isAnybodys = problem.field == LogField.consumer.rawValue
      add(problem, of: isAnybodys ? nil : place.flatMap { consumers[$0] ?? nil })
    }
  }

  /// - Parameter problems: Each with the consumer whom alone it concerns, where there is one.
  init(_ problems: [(problem: Problem, consumer: String?)]) {
    for (problem, consumer) in problems { add(problem, of: consumer) }
  }

  private mutating func add(_ problem: Problem, of consumer: String?) {
    concerns.append(consumer)
    var name = problem.path
    if let row = problem.row { name += " row \(row)" }
    if let field = problem.field { name += " \(field)" }
    name += " (\(problem.code))"
    if let consumer {
      ofConsumer[consumer, default: []].append(name)
    } else {
      ofEverybody.append(name)
    }
  }

  func concerning(_ consumer: String) -> [String] {
    (ofConsumer[consumer] ?? []) + ofEverybody
  }
}
