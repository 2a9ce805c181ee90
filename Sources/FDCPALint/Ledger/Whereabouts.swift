/// Where the person of each record is, by all that a ledger says of it.
///
/// A stated zone is knowledge and stands alone. Without one every address and every number that the
/// collector has counts, since a time is only safe where it is safe in each of the places that they
/// point to (comment 6(b)(1)(i)-2 of Supplement I to 12 CFR 1006). A number counts for whoever was
/// reached at it, from the first record that shows it, unless it was reported as wrong.
struct Whereabouts: Sendable {
  typealias Place = LedgerClock.Place

  /// What one set of evidence says.
  private struct Finding: Sendable {
    var place: Place
    var jurisdictions: Jurisdictions
  }
  private var findings: [Finding] = []
  /// Of each entry.
  private var findingOf: [Int] = []
  /// By record; empty where all entries have one finding.
  private var entryOf: [String: Int] = [:]

  init(_ ledger: Ledger, zones book: ZoneBook = .shared) {
    var reader = ClueReader(ledger, book)
    var known: [ClueReader.Key: Int] = [:]
    var last: (key: ClueReader.Key, finding: Int)?
    for entry in ledger.entries {
      let key = reader.key(of: entry.contact)
      if let last, last.key == key {
        findingOf.append(last.finding)
        continue
      }
      let number = known[key] ?? findings.count
      if number == findings.count {
        findings.append(Self.finding(reader.clues(of: key), reader.period))
        known[key] = number
      }
      last = (key, number)
      findingOf.append(number)
    }
    if findings.isEmpty { findings = [Self.finding(reader.clues(of: .nothing), nil)] }
    guard findings.count > 1 else { return }
    entryOf = Dictionary(
      ledger.entries.enumerated().map { ($1.contact.id, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Every different place, at least one.
  var places: [Place] { findings.map(\.place) }

  func place(ofEntry index: Int) -> Place { findings[findingOf[index]].place }

  func place(of contact: Contact) -> Place { finding(of: contact).place }

  func jurisdictions(of contact: Contact) -> Jurisdictions { finding(of: contact).jurisdictions }

  private func finding(of contact: Contact) -> Finding {
    guard findings.count > 1, let entry = entryOf[contact.id] else { return findings[0] }
    return findings[findingOf[entry]]
  }

  private static func finding(_ clues: [PlaceClue], _ period: ClosedRange<Instant>?) -> Finding {
    Finding(place: Place(clues, during: period), jurisdictions: Jurisdictions(clues))
  }
}

extension LedgerClock.Place {
  /// - Parameter period: From the first instant of the ledger to the last: clocks that agree
  ///   throughout do not disagree, whatever their names.
  init(_ clues: [PlaceClue], during period: ClosedRange<Instant>?) {
    guard let stated = clues.first(where: { $0.kind == .stated && !$0.zones.isEmpty }) else {
      join(clues, period)
      return
    }
    zones = stated.zones
    uses = stated.zones.map { ZoneUse(zone: $0.name, evidence: stated.text) }
    for clue in clues {
      let different = clue.zones.filter { !isListed($0, period) }
      for zone in different where !others.contains(zone) { others.append(zone) }
      setAside(different, clue, "for time_zone is stated")
    }
  }

  private mutating func join(_ clues: [PlaceClue], _ period: ClosedRange<Instant>?) {
    var aside: [(zones: [Zone], clue: PlaceClue, reason: String)] = []
    let address = clues.filter { $0.kind == .place }.flatMap(\.zones)
    for clue in clues {
      guard !clue.zones.isEmpty else {
        aside.append(([], clue, "which names no place with a known clock"))
        continue
      }
      var counted = clue.zones
      if clue.kind == .number {
        // Of a number's zones those count that the address bears out, if it bears out any.
        let shared = clue.zones.filter { zone in
          address.contains { zone.agrees(with: $0, during: period) }
        }
        if !shared.isEmpty, shared.count < counted.count {
          counted = shared
          let rest = clue.zones.filter { !shared.contains($0) }
          aside.append((rest, clue, "for the address decides"))
        }
      }
      let before = zones
      for zone in counted {
        if let same = before.firstIndex(where: { zone.agrees(with: $0, during: period) }) {
          add(clue.text, to: same, zone)
        } else {
          zones.append(zone)
          uses.append(ZoneUse(zone: zone.name, evidence: clue.text))
        }
      }
    }
    for item in aside { setAside(item.zones, item.clue, item.reason, always: true) }
  }

  private mutating func add(_ text: String, to index: Int, _ zone: Zone) {
    let name = zones[index] == zone ? "" : " (\(zone.name), the same time)"
    let evidence = uses[index].evidence
    // Another name of a clock that this clue has given already.
    guard !evidence.hasSuffix(text), !evidence.contains(text + " (") else { return }
    uses[index].evidence = "\(evidence); \(text)\(name)"
  }

  private mutating func setAside(
    _ zones: [Zone], _ clue: PlaceClue, _ reason: String, always: Bool = false
  ) {
    let names = zones.map(\.name)
    for name in names.isEmpty && always ? ["unknown"] : names {
      uses.append(ZoneUse(zone: name, evidence: "\(clue.text), set aside, \(reason)"))
    }
  }

  private func isListed(_ zone: Zone, _ period: ClosedRange<Instant>?) -> Bool {
    zones.contains { zone.agrees(with: $0, during: period) }
  }
}

/// Takes a ledger's records in the order of time and gathers what each adds to where persons are.
struct ClueReader {
  /// What tells the evidence for one record from that for another.
  struct Key: Hashable {
    var state: String?
    var zip: String?
    /// `nil` while no number of theirs is known.
    var person: String?
    /// How many numbers of the person are known.
    var numbers = 0

    static let nothing = Key()
  }

  let period: ClosedRange<Instant>?
  private let book: ZoneBook
  private let table: [PlaceClue]
  private let wrong: Set<String>
  /// By number as it was written.
  private var clueOf: [String: PlaceClue?] = [:]
  /// In the order in which they became known; those that say the same once.
  private var numbersOf: [String: [PlaceClue]] = [:]

  private static let wrongNumber = "wrong_number"

  init(_ ledger: Ledger, _ book: ZoneBook) {
    self.book = book
    let consumer = ledger.consumer
    table =
      [
        PlaceClue.zones(consumer.timeZone.map { [$0] } ?? [], .stated, "time_zone", book),
        PlaceClue.zones(consumer.possibleTimeZones, .place, "possible_time_zones", book),
      ].compactMap { $0 }
      + PlaceClue.address(
        state: consumer.state, zip: consumer.zip, of: "the consumers table", book)
    wrong = Set(
      ledger.facts.lazy.filter { $0.name == Self.wrongNumber }
        .compactMap { $0.to.map(Contact.comparable(address:)) })
    let instants = ledger.entries.lazy.compactMap(\.contact.at)
    if let first = instants.min(), let last = instants.max() {
      period = first...last
    } else {
      period = nil
    }
  }

  /// The key of the next record.
  mutating func key(of contact: Contact) -> Key {
    learn(contact)
    let numbers = numbersOf[contact.personKey]?.count ?? 0
    return Key(
      state: contact.state, zip: contact.zip, person: numbers == 0 ? nil : contact.personKey,
      numbers: numbers)
  }

  func clues(of key: Key) -> [PlaceClue] {
    table
      + PlaceClue.address(state: key.state, zip: key.zip, of: "the record", book)
      + (key.person.flatMap { numbersOf[$0]?.prefix(key.numbers) } ?? [])
  }

  /// A number that somebody was called at, or called from.
  private mutating func learn(_ contact: Contact) {
    guard contact.channel == .call || contact.channel == .text, Self.isOfTheHouse(contact.party),
      let text = contact.direction == .outbound ? contact.to : contact.from
    else { return }
    let clue: PlaceClue?
    if let known = clueOf[text] {
      clue = known
    } else {
      clue = wrong.contains(Contact.comparable(address: text)) ? nil : .number(text, book)
      clueOf[text] = .some(clue)
    }
    guard let clue else { return }
    let person = contact.personKey
    let says = numbersOf[person]?.contains { $0.zones == clue.zones && $0.regions == clue.regions }
    if says != true { numbersOf[person, default: []].append(clue) }
  }

  /// Whether somebody's number says where the consumer's own clock is read: an employer's or an
  /// attorney's does not.
  private static func isOfTheHouse(_ party: Party) -> Bool {
    switch party {
    case .consumer, .spouse, .parent, .guardian, .personalRepresentative, .successorInInterest,
      .unknown:
      true
    case .attorney, .employer, .thirdParty, .creditor, .creditorAttorney, .collectorAttorney,
      .creditBureau, .priorCollector, .debtBuyer, .vendor:
      false
    }
  }
}
