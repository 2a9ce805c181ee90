/// What a check that counts found on one contact, in one reading of the consumer's dates.
struct CountedEvidence: Sendable {
  var entry: Int
  /// `nil` where persons are not told apart.
  var person: String?
  /// The particular debt, or those of which it is one.
  var debts: [Int] = []
  /// Tells findings on one contact apart: its debt, or -1 where nobody knows the debt.
  var key = -1
  var limit = 0
  var counted: [Int] = []
  var leftOut: [Evidence.LeftOut] = []
  var window: DayRange?
  var questions: Set<OpenQuestion> = []
  /// The number to show where it is not how many counted.
  var number: Int?
  /// Whether somebody will read the evidence, so that it is worth listing.
  var isTold = true

  init(entry: Int, person: String?) {
    self.entry = entry
    self.person = person
  }

  /// Above this many only the first and the last are listed.
  static let mostListed = 1000

  /// Joins what different readings of the dates found, in the order of entries: where they do not
  /// agree, the finding hangs on which zone the consumer is in.
  static func merged(_ readings: [[CountedEvidence]]) -> [CountedEvidence] {
    struct Key: Hashable { var entry: Int, key: Int }
    var found: [Key: (evidence: CountedEvidence, times: Int)] = [:]
    for reading in readings {
      for evidence in reading {
        let key = Key(entry: evidence.entry, key: evidence.key)
        guard var earlier = found[key] else {
          found[key] = (evidence, 1)
          continue
        }
        earlier.times += 1
        if earlier.evidence.questions.isEmpty != evidence.questions.isEmpty {
          earlier.evidence.questions.insert(.zoneDate)
        }
        earlier.evidence.questions.formUnion(evidence.questions)
        found[key] = earlier
      }
    }
    return found.values.map { evidence, times in
      var evidence = evidence
      if times < readings.count { evidence.questions.insert(.zoneDate) }
      return evidence
    }.sorted { ($0.entry, $0.key) < ($1.entry, $1.key) }
  }

  func evidence(in ledger: Ledger, clock: LedgerClock, debts book: DebtBook) -> Evidence {
    guard isTold else { return Evidence(entry: entry) }
    let contact = ledger.entries[entry].contact
    let names = debts.compactMap { book.name($0) }
    var questions = questions
    if counted.contains(where: { !clock.knowsZone(ofEntry: $0) }) {
      questions.insert(.noZone)
    }
    var evidence = Evidence(entry: entry)
    evidence.debt = names.count == 1 ? names[0] : nil
    evidence.person = person
    evidence.counted = counted
    evidence.leftOut = leftOut
    if counted.count > Self.mostListed, let first = counted.first, let last = counted.last {
      evidence.counted = [first, last]
      evidence.total = counted.count
    }
    if leftOut.count > Self.mostListed {
      evidence.leftOut = [leftOut[0], leftOut[leftOut.count - 1]]
    }
    evidence.window = window
    evidence.questions = questions.inOrder
    evidence.place(contact, clock)
    evidence.values["count"] = String(number ?? counted.count)
    evidence.values["limit"] = String(limit)
    evidence.values["first"] = window?.first.description
    evidence.values["last"] = window?.last.description
    evidence.values["debt"] = names.joined(separator: ", ")
    return evidence
  }
}

extension Evidence {
  /// Fills in who and when: the values of `{person}`, `{time}` and `{zone}`, and the zones.
  mutating func place(_ contact: Contact, _ clock: LedgerClock) {
    zones = clock.place(of: contact).uses
    values["person"] = String(contact.personKey.map { $0 == "_" ? " " : $0 })
    values["time"] = clock.localTime(of: contact)?.clock.description
    values["zone"] = zones.first?.zone
  }
}
