/// The facts that a check looks for, and which of them a contact shares a debt, a person or an
/// address with.
struct FactReach: Sendable {
  /// By the moment from which they are known.
  let facts: [Fact]
  private let reach: AfterFact.Reach
  private let debts: DebtBook
  /// Person keys under which the consumer appears.
  private let consumers: Set<String>
  /// Places of facts in ``facts``, by what they share with a contact; under the empty name, those
  /// that every contact may share.
  private let places: [String: [Int]]
  /// Channels of the records that established facts.
  private let channels: [String: Channel]

  /// - Parameter isEnded: Whether facts may be lifted: otherwise one that repeats an earlier one
  ///   adds nothing and is dropped.
  init(_ names: [String], in ledger: Ledger, per reach: AfterFact.Reach, isEnded: Bool) {
    var seen: Set<Fact> = []
    let facts = Self.sorted(ledger.facts.filter { names.contains($0.name) }).filter {
      isEnded || seen.insert($0.timeless).inserted
    }
    let sources = Set(facts.compactMap { $0.since?.record })
    var channels: [String: Channel] = [:]
    for entry in ledger.entries where sources.contains(entry.contact.id) {
      channels[entry.contact.id] = entry.contact.channel
    }
    var places: [String: [Int]] = [:]
    for (index, fact) in facts.enumerated() {
      let names: [String]
      switch reach {
      case .debt: names = fact.debts
      case .address: names = fact.to.map { [Contact.comparable(address: $0), ""] } ?? []
      case .person, .consumer: names = []
      }
      for name in names.isEmpty ? [""] : names { places[name, default: []].append(index) }
    }
    self.facts = facts
    self.reach = reach
    self.places = places
    self.channels = channels
    debts = DebtBook(ledger, perDebt: true)
    consumers = Set(
      ledger.entries.lazy.filter { $0.contact.party == .consumer }.map(\.contact.personKey))
  }

  /// The facts that a contact may share something with, in order, and the open questions on which
  /// it hangs that it does.
  func shared(with contact: Contact) -> [(fact: Fact, questions: Set<OpenQuestion>)] {
    let names: [String]
    switch reach {
    case .debt: names = debtNames(of: contact)
    case .address: names = contact.address.map { [$0] } ?? []
    case .person, .consumer: names = []
    }
    var indices = Set((names + [""]).flatMap { places[$0] ?? [] })
    if reach == .debt, names.isEmpty { indices = Set(facts.indices) }
    return indices.sorted().compactMap { index in
      questions(facts[index], contact).map { (facts[index], $0) }
    }
  }

  /// Whether some fact is about an address, and the contact's is not known.
  func needsAddress(_ contact: Contact) -> Bool {
    reach == .address && contact.to == nil
      && facts.contains {
        isAboutAddress($0, contact) && isSamePerson($0, contact) && isSameChannel($0, contact)
      }
  }

  /// Whether a fact is about the address that it names. A medium that was ruled out through
  /// another one is ruled out for the person, at whatever address: "don't text me", on the phone.
  private func isAboutAddress(_ fact: Fact, _ contact: Contact) -> Bool {
    guard fact.to != nil else { return false }
    guard fact.details["address"] == nil, let record = fact.since?.record,
      let channel = channels[record]
    else { return true }
    return channel == contact.channel
  }

  private func isSameChannel(_ fact: Fact, _ contact: Contact) -> Bool {
    fact.channel.map { $0 == contact.channel } ?? true
  }

  private func questions(_ fact: Fact, _ contact: Contact) -> Set<OpenQuestion>? {
    guard isSameChannel(fact, contact) else { return nil }
    switch reach {
    case .consumer:
      let isDesignation = fact.isTimed || fact.place != nil
      return isDesignation && !isSamePerson(fact, contact) ? [.designationOthers] : []
    case .person: return isSamePerson(fact, contact) ? [] : nil
    case .address:
      let isShared =
        isAboutAddress(fact, contact)
        ? fact.to.map(Contact.comparable) == contact.address && contact.to != nil
        : isSamePerson(fact, contact)
      return isShared ? [] : nil
    case .debt:
      let isUnclear = !fact.debts.isEmpty && debtNames(of: contact).isEmpty && debts.count > 1
      return isUnclear ? [.attribution] : []
    }
  }

  private func isSamePerson(_ fact: Fact, _ contact: Contact) -> Bool {
    guard let person = fact.person else { return contact.party == .consumer }
    return person == contact.personKey
      || (contact.party == .consumer && consumers.contains(person))
  }

  private func debtNames(of contact: Contact) -> [String] {
    contact.debts.isEmpty ? contact.discussed : contact.debts
  }

  private static func sorted(_ facts: [Fact]) -> [Fact] {
    facts.enumerated().sorted {
      switch ($0.element.since, $1.element.since) {
      case (nil, nil): $0.offset < $1.offset
      case (nil, _): true
      case (_, nil): false
      case (let left?, let right?): (left, $0.offset) < (right, $1.offset)
      }
    }.map(\.element)
  }
}

extension Fact {
  /// The fact without the record that it comes from.
  fileprivate var timeless: Fact {
    var fact = self
    fact.source = ""
    fact.location = nil
    fact.since = nil
    fact.amount = nil
    return fact
  }
}
