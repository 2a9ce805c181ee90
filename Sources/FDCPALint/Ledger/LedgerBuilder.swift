import Foundation

/// Sorts what was read into one ledger for each consumer.
public struct LedgerBuilder: Sendable {
  /// Builds ledgers.
  ///
  /// - Parameters:
  ///   - entries: What stays of each record.
  ///   - consumers: The companion table of consumers; its facts are resolved to the records that
  ///     they are known from.
  ///   - debts: The companion table of debts.
  ///   - facts: What texts establish, by consumer.
  ///   - addressFacts: Names of facts that are about a number or address, such as a wrong number.
  ///   - majority: The age of majority in years, as the packs have it.
  ///   - named: Consumers who have a ledger even where no record names them.
  /// - Returns: Ledgers of the consumers that records name, sorted by consumer, and a problem for
  ///   each fact that is known from a record which is not there or has no time.
  public static func ledgers(
    entries: [Entry], consumers: [Consumer] = [], debts: [Debt] = [], facts: [ReportedFact] = [],
    addressFacts: Set<String> = [], named: Set<String> = [], majority: Int? = nil
  ) -> (ledgers: [Ledger], problems: [Problem]) {
    let builder = LedgerBuilder(
      consumers: consumers, debts: debts, addressFacts: addressFacts, majority: majority)
    let factsOf = Dictionary(grouping: facts, by: \.consumer)
    var ledgers: [Ledger] = []
    var problems: [Problem] = []
    var grouped = Dictionary(grouping: entries, by: \.contact.consumer)
    for id in named where grouped[id] == nil { grouped[id] = [] }
    for (id, entries) in grouped.sorted(by: { $0.key < $1.key }) {
      let (ledger, unknown) = builder.ledger(
        of: id, entries: entries, facts: factsOf[id]?.map(\.fact) ?? [])
      ledgers.append(ledger)
      problems += unknown
    }
    return (ledgers, problems)
  }

  private let tables: [String: Consumer]
  private let debtsOf: [String: [Debt]]
  private let addressFacts: Set<String>
  private let majority: Int?

  /// Prepares for one ledger after the other; the parameters are those of ``ledgers``.
  init(consumers: [Consumer], debts: [Debt], addressFacts: Set<String>, majority: Int?) {
    tables = Dictionary(consumers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    debtsOf = Dictionary(grouping: debts, by: \.consumer)
    self.addressFacts = addressFacts
    self.majority = majority
  }

  /// Builds one consumer's ledger.
  func ledger(
    of id: String, entries: [Entry], facts: [Fact]
  ) -> (ledger: Ledger, problems: [Problem]) {
    let consumer = tables[id] ?? Consumer(id: id)
    let (stated, problems) = Self.stated(of: consumer, entries)
    let all = stated + facts + entries.flatMap { Self.signalled(by: $0, addressFacts) }
    let ledger = Ledger(
      consumer: consumer, debts: Self.table(debtsOf[id] ?? [], of: consumer),
      entries: entries.sorted(by: Self.isBefore), facts: all.sorted(by: Self.isBefore),
      majority: majority)
    return (ledger, problems)
  }

  /// Debts by id, with those that the companion table of consumers lists.
  private static func table(_ debts: [Debt], of consumer: Consumer) -> [String: Debt] {
    var table = Dictionary(debts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for part in (consumer.context["debts"] ?? "").split(separator: ";") {
      let id = part.trimmingCharacters(in: .whitespaces)
      if !id.isEmpty, table[id] == nil { table[id] = Debt(id: id, consumer: consumer.id) }
    }
    return table
  }

  private static func stated(
    of consumer: Consumer, _ entries: [Entry]
  ) -> (facts: [Fact], problems: [Problem]) {
    guard !consumer.facts.isEmpty else { return ([], []) }
    let log = entries.sorted { ($0.order, $0.contact.id) < ($1.order, $1.contact.id) }
    var facts: [Fact] = []
    var problems: [Problem] = []
    for stated in consumer.facts {
      guard let number = stated.knownFromEvent else {
        facts.append(stated.fact)
        continue
      }
      guard log.indices.contains(number), let moment = log[number].moment else {
        problems.append(
          Problem(
            code: "unknown-event", path: stated.fact.source, field: "known_from_event",
            found: String(number), expected: "the number, from 0, of a record with a time",
            message: "consumer \(consumer.id): \(stated.fact.name) is known from record \(number),"
              + " which is not there or has no time; number the consumer's records from 0"))
        continue
      }
      var fact = stated.fact
      fact.since = moment
      facts.append(fact)
    }
    return (facts, problems)
  }

  /// The facts that a record's signals name; without a time nothing can come after them.
  private static func signalled(by entry: Entry, _ addressFacts: Set<String>) -> [Fact] {
    guard let moment = entry.moment else { return [] }
    let contact = entry.contact
    return contact.signals.map { signal in
      var fact = Fact(name: signal == "dispute" ? "dispute_oral" : signal, source: contact.id)
      fact.location = entry.origin
      fact.person = contact.personKey
      fact.debts = contact.debts.isEmpty ? contact.discussed : contact.debts
      fact.to = contact.to
      if addressFacts.contains(fact.name) { fact.details["address"] = "record" }
      fact.since = moment
      return fact
    }
  }

  private static func isBefore(_ left: Entry, _ right: Entry) -> Bool {
    switch (left.moment, right.moment) {
    case (let left?, let right?): left < right
    case (_?, nil): true
    case (nil, _?): false
    case (nil, nil): left.contact.id < right.contact.id
    }
  }

  private static func isBefore(_ left: Fact, _ right: Fact) -> Bool {
    switch (left.since, right.since) {
    case (let since?, let other?) where since != other: since < other
    case (nil, _?): true
    case (_?, nil): false
    default: (left.name, left.source) < (right.name, right.source)
    }
  }
}
