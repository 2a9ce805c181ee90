/// Looks up, in one ledger, what a ``Deadline`` speaks of.
struct DeadlineEvents: Sendable {
  /// What is known of the first communication about a debt.
  enum Start: Sendable, Hashable {
    case unknown
    /// The log holds it.
    case inLog
    /// It came before the log.
    case earlier
    case day(CivilDay)
  }

  let ledger: Ledger
  let debts: DebtBook
  private let rule: Deadline
  /// Names of facts, by the record that established them.
  private let factsOf: [String: Set<String>]

  init(_ rule: Deadline, _ ledger: Ledger) {
    self.rule = rule
    self.ledger = ledger
    debts = DebtBook(ledger, perDebt: rule.perDebt)
    factsOf = ledger.facts.reduce(into: [:]) { names, fact in
      if let record = fact.since?.record { names[record, default: []].insert(fact.name) }
    }
  }

  /// Whether anything in a ledger can start the clock: most ledgers hold nothing of the kind.
  static func mayStart(_ rule: Deadline, in ledger: Ledger) -> Bool {
    if ledger.facts.contains(where: { rule.event.facts.contains($0.name) }) { return true }
    let isContact = ledger.entries.contains { entry in
      rule.event.contacts.contains { $0.reading(entry.contact, isMinor: ledger.isMinor).passes }
    }
    return isContact
      || rule.first
        && rule.knownBy.contains { key in
          ledger.consumer.context[key] != nil
            || ledger.debts.values.contains { $0.context[key] != nil }
        }
  }

  /// Entries with an instant that are such an event, in time order.
  ///
  /// - Parameter lenient: Whether those are among them that hang on an open question, such as a
  ///   missing outcome.
  func entries(_ event: Deadline.Event, lenient: Bool) -> [Int] {
    ledger.entries.indices.filter { isMatch($0, event, lenient) }
  }

  /// The open questions on which it hangs that an entry is such an event; empty where a fact or a
  /// known outcome makes it one.
  func questions(_ entry: Int, _ event: Deadline.Event) -> Set<OpenQuestion> {
    guard !isMatch(entry, event, false) else { return [] }
    return event.contacts.map {
      $0.reading(ledger.entries[entry].contact, isMinor: ledger.isMinor)
    }.first { $0.passes }?.questions ?? []
  }

  func entries(_ filter: ContactFilter) -> [Int] {
    ledger.entries.indices.filter { isOurs($0) && passes($0, filter, true) }
  }

  /// The debts that a contact is certainly about; empty where nothing says so.
  func certain(_ entry: Int) -> Set<Int> {
    let contact = ledger.entries[entry].contact
    guard contact.outcome == .conversation, !contact.discussed.isEmpty,
      case .each(let about) = debts.conversation(contact)
    else { return debts.named(by: contact) }
    return Set(about.filter(\.questions.isEmpty).map(\.debt))
  }

  /// Whether a contact may be about a debt.
  func isPossible(_ entry: Int, _ debt: Int) -> Bool {
    let named = debts.named(by: ledger.entries[entry].contact)
    return named.isEmpty || named.contains(debt)
  }

  /// Whether an entry, such as a return, undoes another one: later, in the same medium, for the same
  /// address where both have one.
  func undoes(_ later: Int, _ entry: Int, _ debt: Int) -> Bool {
    let (mine, its) = (ledger.entries[entry].contact, ledger.entries[later].contact)
    return later > entry && isPossible(later, debt) && mine.channel == its.channel
      && (mine.address == nil || its.address == nil || mine.address == its.address)
  }

  /// The last fact of an entry that starts the clock and has the detail asked for.
  func detail(_ name: String, of entry: Int) -> String? {
    let id = ledger.entries[entry].contact.id
    return ledger.facts.last {
      $0.since?.record == id && rule.event.facts.contains($0.name) && $0.details[name] != nil
    }?.details[name]
  }

  /// Facts that end the duty for a debt.
  func endings(for debt: Int) -> [Fact] {
    let ids = debtIDs(debt)
    return ledger.facts.filter {
      rule.unless.contains($0.name) && ($0.debts.isEmpty || !ids.isDisjoint(with: $0.debts))
    }
  }

  /// What is known of the first communication: from the debt's table, and of a contact also from
  /// its own record or the consumer's table.
  func start(of debt: Int, entry: Int?) -> Start {
    for key in rule.knownBy {
      let ofDebt = debtIDs(debt).sorted().compactMap { ledger.debts[$0]?.context[key] }.first
      let known = entry.flatMap { Conditions.value(of: key, ledger.entries[$0], ledger) }
      guard let text = ofDebt ?? known else { continue }
      if let day = CivilDay(text.prefix(10)) { return .day(day) }
      switch text.lowercased() {
      case "true": return .inLog
      case "false": return .earlier
      default: continue
      }
    }
    return .unknown
  }

  private func debtIDs(_ debt: Int) -> Set<String> {
    guard let name = debts.name(debt) else { return Set(ledger.debtNames) }
    return Set(ledger.debts.values.lazy.filter { $0.group == name }.map(\.id)).union([name])
  }

  private func isMatch(_ entry: Int, _ event: Deadline.Event, _ lenient: Bool) -> Bool {
    let id = ledger.entries[entry].contact.id
    guard isOurs(entry), factsOf[id]?.isDisjoint(with: event.except) ?? true else { return false }
    let isFound =
      event.contacts.contains { passes(entry, $0, lenient) }
      || !(factsOf[id]?.isDisjoint(with: event.facts) ?? true)
    return isFound
      && event.context.allSatisfy {
        Conditions.value(of: $0.key, ledger.entries[entry], ledger) == $0.value
      }
  }

  /// What a creditor sent in its own name neither starts nor meets our duty.
  private func isOurs(_ entry: Int) -> Bool {
    let contact = ledger.entries[entry].contact
    return contact.at != nil && !(contact.sender.map(Conditions.othersWhoSend.contains) ?? false)
  }

  private func passes(_ entry: Int, _ filter: ContactFilter, _ lenient: Bool) -> Bool {
    let reading = filter.reading(ledger.entries[entry].contact, isMinor: ledger.isMinor)
    return reading.passes && (lenient || reading.questions.isEmpty)
  }
}
