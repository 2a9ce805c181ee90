/// A call as it stands to a count: whether it counts, for which debts, and what it hangs on.
struct PlacedCall: Sendable {
  enum Standing: Sendable {
    /// Does not count; why.
    case out(String)
    case each([Share])
    /// For one of several debts, and nothing says for which.
    case oneOf([Int], OpenQuestion, questions: Set<OpenQuestion>)
  }
  /// What a call is for one debt.
  struct Share: Sendable {
    var debt: Int
    /// Open questions on which it hangs that the call counts; empty: it counts.
    var questions: Set<OpenQuestion>
    /// Why it does not count for this debt.
    var out: String?
  }

  var entry: Int
  var instant: Instant
  var day: CivilDay
  var collector: String?
  var standing: Standing
}

/// Reads a ledger's calls for the checks that count them, with the exclusions of
/// 12 CFR 1006.14(b)(3), in one reading of the consumer's dates.
struct CallReader: Sendable {
  let ledger: Ledger
  let clock: LedgerClock
  let debts: DebtBook
  /// The number of the zone in which dates are read.
  let reading: Int
  private let per: [CountKey]
  private let filter: ContactFilter
  private let except: CountExceptions
  private let inForce: InForce
  private let consents: ConsentBook?
  private let numbers: WrongNumbers?
  /// Entries whose own words show a reason that the law accepts.
  private let excused: Set<Int>
  private let replies: ReplyBook?
  /// By person, the facts that lift a limit.
  private let lifts: [String: [Fact]]

  init(
    _ ledger: Ledger, clock: LedgerClock, debts: DebtBook, reading: Int, per: [CountKey],
    filter: ContactFilter, except: CountExceptions, days: Int?, inForce: InForce,
    excused: Set<Int> = []
  ) {
    self.ledger = ledger
    self.clock = clock
    self.debts = debts
    self.reading = reading
    self.filter = filter
    self.except = except
    self.inForce = inForce
    self.excused = excused
    lifts = Dictionary(
      grouping: ledger.facts.filter { except.facts.contains($0.name) && $0.person != nil },
      by: { $0.person ?? "" })
    self.per = per
    replies = except.reply ? ReplyBook(ledger) : nil
    consents = except.consent.map {
      ConsentBook(
        $0, in: ledger, clock: clock, debts: debts, reading: reading, endsByTalk: true)
    }
    numbers =
      except.wrongNumber
      ? WrongNumbers(ledger, clock: clock, reading: reading, days: days) : nil
  }

  /// Whom or what a contact is counted for, debts apart: a person, a number, or everybody in the
  /// file; `nil` where that is not known.
  func unit(of contact: Contact) -> String? {
    if per.contains(.number) { return contact.address }
    return per.contains(.person) ? contact.personKey : ""
  }

  /// The calls of each unit in time order, those that do not count among them, and the person
  /// that it is, where persons are told apart.
  func calls() -> [(unit: String, person: String?, calls: [PlacedCall])] {
    var calls: [String: [PlacedCall]] = [:]
    for (index, entry) in ledger.entries.enumerated() {
      let contact = entry.contact
      guard let instant = contact.at, let day = clock.day(of: index, reading: reading) else {
        continue
      }
      let reading = filter.reading(contact, isMinor: ledger.isMinor)
      guard !reading.misses.contains(.other), let unit = unit(of: contact) else { continue }
      let standing = standing(of: contact, index, instant, day, reading)
      calls[unit, default: []].append(
        PlacedCall(
          entry: index, instant: instant, day: day, collector: contact.collector,
          standing: standing))
    }
    let isPerson = per.contains(.person) && !per.contains(.number)
    return calls.sorted { $0.key < $1.key }.map { ($0.key, isPerson ? $0.key : nil, $0.value) }
  }

  /// Entries that would be counted if it were known when they were, or to what number.
  var missing: [CheckResult.Missing] {
    ledger.entries.indices.compactMap { index in
      let contact = ledger.entries[index].contact
      let what = contact.at == nil ? "time" : unit(of: contact) == nil ? "to" : nil
      guard let what, filter.reading(contact, isMinor: ledger.isMinor).passes,
        !except.parties.contains(contact.party)
      else { return nil }
      return CheckResult.Missing(entry: index, what: what)
    }
  }

  private func standing(
    of contact: Contact, _ entry: Int, _ instant: Instant, _ day: CivilDay,
    _ reading: ContactFilter.Reading
  ) -> PlacedCall.Standing {
    if let reason = LeftOutReason.text(for: contact, misses: reading.misses) {
      return .out(reason)
    }
    if except.parties.contains(contact.party) {
      return .out(LeftOutReason.party(contact.party))
    }
    if excused.contains(entry) { return .out(LeftOutReason.excused) }
    if let replies, !replies[entry].messages.isEmpty { return .out(LeftOutReason.reply) }
    if let lift = lifts[contact.personKey]?.first(where: { $0.isKnown(before: contact) }) {
      return .out(LeftOutReason.lifted(by: lift))
    }
    var questions = reading.questions
    switch numbers?.standing(of: contact, at: instant, on: day) {
    case .notTheirs(let day)?: return .out(LeftOutReason.wrongNumber(day))
    case .open?: questions.insert(.wrongNumberReach)
    case .unreported?, nil: break
    }
    if let from = inForce.from, day < from { questions.insert(.earlyEvents) }
    let asker = ConsentBook.Asker(
      entry: entry, person: contact.personKey, instant: instant, day: day,
      collector: contact.collector, debt: nil)
    return standing(debts.call(contact), questions, asker)
  }

  private func standing(
    _ attribution: DebtBook.Attribution, _ questions: Set<OpenQuestion>,
    _ asker: ConsentBook.Asker
  ) -> PlacedCall.Standing {
    switch attribution {
    case .each(let about):
      let shares = about.map { about in
        share(about.debt, about.questions.union(questions), asker)
      }
      if let out = shares.first?.out, shares.allSatisfy({ $0.out != nil }) { return .out(out) }
      return .each(shares)
    case .oneOf(let debts, .attribution):
      let share = share(nil, questions, asker)
      return share.out.map(PlacedCall.Standing.out)
        ?? .oneOf(debts, .attribution, questions: share.questions)
    case .oneOf(let debts, let question):
      let shares = debts.map { share($0, questions, asker) }
      let counting = shares.filter { $0.out == nil }
      guard !counting.isEmpty else { return .out(shares[0].out ?? "") }
      var open = counting.reduce(into: Set<OpenQuestion>()) { $0.formUnion($1.questions) }
      // The collector may count the call to a debt for which there is consent.
      if counting.count < shares.count { open.insert(question) }
      return .oneOf(counting.map(\.debt), question, questions: open)
    }
  }

  private func share(
    _ debt: Int?, _ questions: Set<OpenQuestion>, _ asker: ConsentBook.Asker
  ) -> PlacedCall.Share {
    var asker = asker
    asker.debt = debt
    var share = PlacedCall.Share(debt: debt ?? 0, questions: questions)
    switch consents?.cover(asker) {
    case .covered(let entry)?:
      share.out = LeftOutReason.consent(clock.day(of: entry, reading: reading))
    case .open(let open)?: share.questions.formUnion(open)
    case ConsentBook.Cover.none?, nil: break
    }
    return share
  }
}

/// Why a contact does not count, in words for somebody who recounts it.
enum LeftOutReason {
  static func text(for contact: Contact, misses: ContactFilter.Misses) -> String? {
    if misses.contains(.direction) {
      return "\(contact.direction.rawValue): not placed by the collector"
        + " (12 CFR 1006.14(b)(2)(i)(A))"
    }
    guard misses.contains(.outcome), let outcome = contact.outcome else { return nil }
    switch outcome {
    case .busy, .notConnected:
      return "\(words(outcome.rawValue)): not connected (12 CFR 1006.14(b)(3)(ii))"
    default: return "\(words(outcome.rawValue)): not among the outcomes that count"
    }
  }
  static func party(_ party: Party) -> String {
    "call to \(words(party.rawValue)) (12 CFR 1006.14(b)(3)(iii))"
  }
  static func wrongNumber(_ day: CivilDay) -> String {
    "number reported as another's on \(day) (comment 14(b)(2)(i)-3)"
  }
  static func consent(_ day: CivilDay?) -> String {
    "prior consent" + (day.map { " of \($0)" } ?? "") + " (12 CFR 1006.14(b)(3)(i))"
  }
  static func lifted(by fact: Fact) -> String {
    "\(words(fact.name)) of record \(fact.source)"
  }
  static let reply = "the answer to a message from the person"
  static let excused = "the record's own words show a reason that the law accepts"
  static func open(_ questions: Set<OpenQuestion>) -> String {
    "open: " + questions.inOrder.map(\.rawValue).joined(separator: ", ")
  }
  static func otherDebt(_ name: String) -> String {
    "about debt \(name) (12 CFR 1006.14(b)(4))"
  }
  /// Whether a rule's citation is one of the regulation to which the reasons refer.
  static func isOfRegulation(_ citation: String) -> Bool { citation.contains("12 CFR 1006") }

  /// A reason without the paragraph that it ends with.
  static func uncited(_ reason: String) -> String {
    guard
      let start = reason.firstRange(of: regulation) ?? reason.firstRange(of: commentary)
    else {
      return reason
    }
    return String(reason[..<start.lowerBound])
  }
  private static let regulation = " (12 CFR 1006."
  private static let commentary = " (comment 14"
  static let otherCollector = "placed by another collector"

  private static func words(_ name: String) -> String {
    String(name.map { $0 == "_" ? " " : $0 })
  }
}
