/// Direct prior consent that a ledger's contacts received (12 CFR 1006.14(b)(3)(i),
/// 1006.6(b)(4)(i)), by the person who gave it.
struct ConsentBook: Sendable {
  /// Whether a later contact lies within consent.
  enum Cover: Sendable, Hashable {
    case none
    /// Covered; the entry that received the consent.
    case covered(by: Int)
    /// Covered only under some answers to open questions.
    case open(Set<OpenQuestion>)
  }
  /// A contact that asks for cover.
  struct Asker: Sendable {
    var entry: Int
    var person: String
    var instant: Instant
    var day: CivilDay
    var collector: String?
    /// `nil`: for a contact of which nobody knows the debt.
    var debt: Int?
  }
  struct Grant: Sendable {
    var entry: Int
    var instant: Instant
    var questions: Set<OpenQuestion>
    var debts: Set<Int>
    var collector: String?
    var consent: Consent
    /// Days on which it holds, and those on which it may.
    var days: ClosedRange<Int>?
    var laterDay: Int?
    /// Last day on which this grant or an earlier one of the person can hold.
    var reach: Int
  }
  private struct Ending: Sendable {
    var entry: Int
    var instant: Instant
    var questions: Set<OpenQuestion>
    /// The debts it was about; empty: all.
    var about: [DebtBook.About]
  }

  private var grants: [String: [Grant]] = [:]
  private var endings: [String: [Ending]] = [:]
  private let terms: ConsentTerms
  private let debts: DebtBook

  /// - Parameters:
  ///   - reading: The number of the zone in which dates are read.
  ///   - endsByTalk: Whether a telephone conversation about the debt ends it, as it ends consent
  ///     to additional calls.
  init(
    _ terms: ConsentTerms, in ledger: Ledger, clock: LedgerClock, debts: DebtBook, reading: Int,
    endsByTalk: Bool
  ) {
    self.terms = terms
    self.debts = debts
    for (index, entry) in ledger.entries.enumerated() {
      let contact = entry.contact
      guard let instant = contact.at, contact.consent != nil else { continue }
      guard let day = clock.day(of: index, reading: reading) else { continue }
      read(contact, index, instant, day)
    }
    if endsByTalk, !grants.isEmpty { readTalks(in: ledger) }
    for person in endings.keys {
      endings[person]?.sort { ($0.instant, $0.entry) < ($1.instant, $1.entry) }
    }
  }

  private mutating func readTalks(in ledger: Ledger) {
    for (index, entry) in ledger.entries.enumerated() {
      let contact = entry.contact
      guard let instant = contact.at, let questions = contact.conversation,
        grants[contact.personKey] != nil
      else { continue }
      endings[contact.personKey, default: []].append(
        ending(by: contact, index, instant, questions))
    }
  }

  private func ending(
    by contact: Contact, _ entry: Int, _ instant: Instant, _ questions: Set<OpenQuestion>
  ) -> Ending {
    switch debts.conversation(contact) {
    case .each(let about):
      Ending(entry: entry, instant: instant, questions: questions, about: about)
    case .oneOf(_, let question):
      Ending(
        entry: entry, instant: instant, questions: questions.union([question]), about: [])
    }
  }

  /// Whom consent of a scope is about, empty for the one who gives it: `third_party:sister` is
  /// consent to talk with the sister. `nil` for another scope.
  private func person(_ scope: String) -> String? {
    if scope == terms.scope { return "" }
    return scope.hasPrefix(terms.scope + ":") ? String(scope.dropFirst(terms.scope.count + 1)) : nil
  }

  private mutating func read(
    _ contact: Contact, _ entry: Int, _ instant: Instant, _ day: CivilDay
  ) {
    guard let consent = contact.consent,
      consent.recipient ?? terms.recipient == terms.recipient,
      let named = person(consent.scope ?? terms.scope)
    else { return }
    let isUnclear = consent.recipient == nil || consent.scope == nil
    var questions: Set<OpenQuestion> = isUnclear ? [.consentUnclear] : []
    if let form = terms.form, contact.form != form {
      guard contact.form == nil else { return }
      questions.insert(.formUnclear)
    }
    let person = named.isEmpty ? contact.personKey : named
    guard !consent.revoked else {
      endings[person, default: []].append(
        Ending(entry: entry, instant: instant, questions: questions, about: []))
      return
    }
    let longest = terms.days.map { day.number + $0 - 1 } ?? .max
    let first = max(day.number, consent.notBefore?.number ?? .min)
    let last = min(longest, consent.until?.number ?? .max)
    var later: Int?
    if let notBefore = consent.notBefore?.number, notBefore > longest,
      notBefore <= consent.until?.number ?? .max
    {
      later = notBefore
    }
    let earlier = grants[person]?.last?.reach ?? .min
    grants[person, default: []].append(
      Grant(
        entry: entry, instant: instant, questions: questions, debts: debts.named(by: contact),
        collector: contact.collector, consent: consent,
        days: first <= last ? first...last : nil, laterDay: later,
        reach: max(earlier, later ?? (first <= last ? last : .min))))
  }

  /// Whether a contact lies within consent of its person.
  ///
  /// - Parameter terms: What else a grant must meet: `nil` when it does not, else the open
  ///   questions on which that hangs.
  func cover(
    _ asker: Asker, where terms: (Grant) -> Set<OpenQuestion>? = { _ in [] }
  ) -> Cover {
    guard let grants = grants[asker.person] else { return .none }
    var best: Set<OpenQuestion>?
    let later = grants.partitioningIndex { $0.instant > asker.instant }
    for grant in grants[..<later].reversed() {
      if grant.reach < asker.day.number { break }
      guard grant.entry != asker.entry, var questions = holds(grant, for: asker),
        let more = terms(grant)
      else { continue }
      questions.formUnion(more)
      if questions.isEmpty { return .covered(by: grant.entry) }
      if questions.count < best?.count ?? .max { best = questions }
    }
    return best.map(Cover.open) ?? .none
  }

  private func holds(_ grant: Grant, for asker: Asker) -> Set<OpenQuestion>? {
    var questions = grant.questions
    if grant.instant == asker.instant { questions.insert(.sameInstant) }
    if let days = grant.days, days.contains(asker.day.number) {
    } else if grant.laterDay == asker.day.number {
      questions.insert(.consentLater)
    } else {
      return nil
    }
    if asker.debt.map({ !grant.debts.contains($0) }) ?? true { questions.insert(.consentDebts) }
    if grant.collector != asker.collector { questions.insert(.collectors) }
    guard let ended = endings(of: grant, before: asker) else { return nil }
    return questions.union(ended)
  }

  /// The open questions under which the grant had ended, `nil` when it certainly had.
  private func endings(of grant: Grant, before asker: Asker) -> Set<OpenQuestion>? {
    guard let endings = endings[asker.person] else { return [] }
    var open: Set<OpenQuestion> = []
    var index = endings.partitioningIndex { $0.instant >= grant.instant }
    while index < endings.count, endings[index].instant <= asker.instant {
      let ending = endings[index]
      index += 1
      // The call on which the conversation took place is still covered, and so is the contact in
      // which consent was received.
      guard ending.entry != asker.entry, ending.entry != grant.entry else { continue }
      var questions = ending.questions
      if let debt = asker.debt, !ending.about.isEmpty {
        guard let about = ending.about.first(where: { $0.debt == debt }) else { continue }
        questions.formUnion(about.questions)
      } else if !ending.about.isEmpty {
        questions.insert(.attribution)
      }
      if ending.instant == grant.instant || ending.instant == asker.instant {
        questions.insert(.sameInstant)
      }
      if questions.isEmpty { return nil }
      open.formUnion(questions)
    }
    return open
  }
}

extension Array {
  /// The first index from which on the predicate holds, in an array in which it holds for all
  /// elements behind the first for which it does.
  func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
