/// Where the person of each record is, by all that a ledger says of it.
///
/// A stated zone is knowledge and stands alone. Without one every address and every number that the
/// collector has counts, since a time is only safe where it is safe in each of the places that they
/// point to (comment 6(b)(1)(i)-2 of Supplement I to 12 CFR 1006). A number counts for whoever was
/// reached at it, from the first record that shows it, unless it was reported as wrong.
struct Whereabouts: Sendable {
  private let reader: ClueReader
  /// What tells the different sets of evidence apart.
  private var keys: [ClueReader.Key] = []
  /// The zones of each, at least one list.
  private(set) var zones: [[Zone]] = []
  /// The law that may bind in each.
  private(set) var jurisdictions: [Jurisdictions] = []
  /// The set of each entry.
  private var setOf: [Int] = []
  /// By record; empty where all entries have one set.
  private var entryOf: [String: Int] = [:]

  init(_ ledger: Ledger, zones book: ZoneBook = .shared) {
    var reader = ClueReader(ledger, book)
    var known: [ClueReader.Key: Int] = [:]
    for entry in ledger.entries {
      let key = reader.key(of: entry.contact)
      if let last = setOf.last, keys[last] == key {
        setOf.append(last)
        continue
      }
      let number = known[key] ?? keys.count
      if number == keys.count {
        keys.append(key)
        known[key] = number
      }
      setOf.append(number)
    }
    if keys.isEmpty { keys = [.nothing] }
    self.reader = reader
    for key in keys {
      let clues = reader.clues(of: key)
      zones.append(PlaceJoin(clues, during: reader.period).zones)
      jurisdictions.append(Jurisdictions(clues))
    }
    guard keys.count > 1 else { return }
    entryOf = Dictionary(
      ledger.entries.enumerated().map { ($1.contact.id, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  func zones(ofEntry index: Int) -> [Zone] { zones[setOf[index]] }

  func zones(of contact: Contact) -> [Zone] { zones[set(of: contact)] }

  /// The zones and what they come from, put into words.
  func place(of contact: Contact) -> LedgerClock.Place {
    PlaceJoin(clues(of: contact), during: reader.period).place
  }

  func jurisdictions(ofEntry index: Int) -> Jurisdictions { jurisdictions[setOf[index]] }

  func jurisdictions(of contact: Contact) -> Jurisdictions { jurisdictions[set(of: contact)] }

  private func clues(of contact: Contact) -> [PlaceClue] {
    reader.clues(of: keys[set(of: contact)])
  }

  private func set(of contact: Contact) -> Int {
    guard keys.count > 1, let entry = entryOf[contact.id] else { return 0 }
    return setOf[entry]
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
