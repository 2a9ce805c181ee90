/// One proposed contact and the ledger that it would stand in.
struct Proposal: Sendable {
  /// The ledger with the contact in it, made at some instant.
  struct Placed: Sendable {
    var ledger: Ledger
    /// The contact's entry.
    var entry: Int
    var clock: LedgerClock
    var at: Instant
  }
  /// What one rule has against the contact.
  struct Ruling: Sendable {
    struct Against: Sendable {
      var evidence: Evidence
      /// What is not known and would make it certain.
      var conditions: [String]
    }
    var against: [Against] = []
    /// What was missing for a ruling.
    var missing: [String] = []
    var isClear: Bool { against.isEmpty && missing.isEmpty }
  }

  let linter: Linter
  /// Without the contact.
  let ledger: Ledger
  /// Without its time.
  let contact: Contact
  /// Zones of the consumer's clock.
  let zones: [Zone]
  /// Seconds east of UTC where no zone is known.
  let offset: Int

  init(_ contact: Contact, in ledger: Ledger, offset: Int, _ linter: Linter) {
    self.linter = linter
    self.ledger = ledger
    self.offset = offset
    var contact = contact
    contact.id = Self.id(in: ledger)
    contact.offset = offset
    self.contact = contact
    zones = LedgerClock(Ledger(ledger, contact)).place(of: contact).zones
  }

  /// An id that no record has and that sorts behind the usual ones: at one instant the contact is
  /// the last.
  private static func id(in ledger: Ledger) -> String {
    var id = "proposed"
    while ledger.entries.contains(where: { $0.contact.id == id }) { id += "~" }
    return id
  }

  /// Seconds east of UTC on the consumer's clock.
  func offset(at instant: Instant) -> Int { zones.first?.offset(at: instant) ?? offset }

  /// Places the contact behind every record that is not later.
  func placed(at instant: Instant) -> Placed {
    var contact = contact
    contact.at = instant
    var ledger = ledger
    let index = ledger.entries.partitioningIndex { $0.contact.at.map { $0 > instant } ?? true }
    ledger.entries.insert(
      Entry(
        contact: contact, marks: [], kinds: [:], origin: Location(path: contact.id), context: [:],
        order: (ledger.entries.map(\.order).max() ?? -1) + 1, isDocument: false),
      at: index)
    return Placed(ledger: ledger, entry: index, clock: LedgerClock(ledger), at: instant)
  }

  /// Asks one rule, as an audit does; only what lies on the contact counts.
  func ruling(of index: Int, on placed: Placed) -> Ruling {
    let rule = linter.rules.rules[index]
    let (ledger, clock) = (placed.ledger, placed.clock)
    let day = clock.localTime(ofEntry: placed.entry, in: ledger)?.day
    let conditions = Conditions(
      role: linter.options.role, today: linter.options.today, whereabouts: clock.whereabouts)
    let result = linter.evidence(for: rule, index, ledger, clock, on: placed.entry)
    var ruling = Ruling()
    let gaps = result.notEvaluable.filter { $0.entry == placed.entry }
    let mine = result.evidence.filter { $0.entry == placed.entry }
    guard !gaps.isEmpty || !mine.isEmpty else { return ruling }
    let answer = conditions.answer(rule, placed.entry, ledger, day: day, linter.rules)
    switch answer {
    case .doesNotApply: return ruling
    // A jurisdiction that nothing proves does not apply, nor do the gaps in what it asks.
    case .notEvaluable(Conditions.jurisdiction): return ruling
    case .notEvaluable(let what): if !mine.isEmpty { ruling.missing.append(what) }
    case .applies: ruling.against = mine.map { Ruling.Against(evidence: $0, conditions: []) }
    case .ifKnown(let open):
      ruling.against = mine.map { Ruling.Against(evidence: $0, conditions: open) }
    }
    ruling.missing += gaps.map(\.what)
    return ruling
  }
}

extension Ledger {
  /// A ledger of the same consumer with one record, to read its clock.
  fileprivate init(_ ledger: Ledger, _ contact: Contact) {
    self = Ledger(
      consumer: ledger.consumer, debts: [:],
      entries: [
        Entry(
          contact: contact, marks: [], kinds: [:], origin: Location(path: ""), context: [:],
          order: 0, isDocument: false)
      ], facts: [])
  }
}
