import Testing

@testable import FDCPALint

@Suite struct LedgerBuilderTests {
  static func entry(
    _ id: String, of consumer: String, _ at: String, order: Int,
    _ change: (inout Contact) -> Void = { _ in }
  ) -> Entry {
    let contact = Sample.call(at) {
      $0.id = id
      $0.consumer = consumer
      change(&$0)
    }
    return Entry(
      contact: contact, marks: [], kinds: [:], origin: Location(path: "log", row: order),
      context: [:], order: order, isDocument: false)
  }

  @Test func sortsByConsumerAndMoment() {
    let entries = [
      Self.entry("d", of: "2", "", order: 0),
      Self.entry("b", of: "2", "2026-04-02T10:00", order: 1),
      Self.entry("a", of: "2", "2026-04-02T10:00", order: 2),
      Self.entry("c", of: "2", "", order: 3),
      Self.entry("e", of: "1", "2026-04-01T10:00", order: 4),
    ]
    for order in [entries, entries.reversed()] {
      let (ledgers, problems) = LedgerBuilder.ledgers(entries: order)
      #expect(ledgers.map(\.consumer.id) == ["1", "2"])
      #expect(ledgers[1].entries.map(\.contact.id) == ["a", "b", "c", "d"])
      #expect(problems.isEmpty)
    }
  }

  @Test func resolvesWhereFactsAreKnownFrom() {
    var consumer = Consumer(id: "1")
    consumer.facts = [1, nil, 2, 3, -1].map {
      CompanionFact(fact: Fact(name: "f\($0 ?? 0)", source: "consumers.csv"), knownFromEvent: $0)
    }
    // The log's order is not that of time, and other consumers' records do not count.
    let entries = [
      Self.entry("late", of: "1", "2026-04-09T10:00", order: 5),
      Self.entry("other", of: "2", "2026-04-01T10:00", order: 6),
      Self.entry("early", of: "1", "2026-04-01T10:00", order: 7),
      Self.entry("never", of: "1", "", order: 8),
    ]
    let (ledgers, problems) = LedgerBuilder.ledgers(entries: entries, consumers: [consumer])
    #expect(ledgers[0].facts.map(\.name) == ["f0", "f1"])
    #expect(ledgers[0].facts.map(\.since?.record) == [nil, "early"])
    #expect(problems.map(\.found) == ["2", "3", "-1"])
    #expect(problems.allSatisfy { $0.code == "unknown-event" && $0.path == "consumers.csv" })
  }

  @Test func takesFactsFromSignals() throws {
    let entries = [
      Self.entry("r", of: "1", "2026-04-01T10:00", order: 0) {
        $0.signals = ["dispute", "wrong_number"]
        $0.person = "p"
        $0.to = "212-555-0101"
        $0.debts = []
        $0.discussed = ["B"]
      }, Self.entry("undated", of: "1", "", order: 1) { $0.signals = ["bankruptcy"] },
    ]
    let ledger = try #require(LedgerBuilder.ledgers(entries: entries).ledgers.first)
    #expect(ledger.facts.map(\.name) == ["dispute_oral", "wrong_number"])
    let fact = ledger.facts[0]
    #expect(fact.source == "r" && fact.person == "p" && fact.debts == ["B"])
    #expect(fact.to == "212-555-0101" && fact.since?.record == "r" && fact.channel == nil)
  }

  @Test func takesFactsFromTexts() throws {
    var fact = Fact(name: "attorney", source: "r")
    fact.since = Moment(instant: Instant(seconds: 5), record: "r")
    let (ledgers, _) = LedgerBuilder.ledgers(
      entries: [Self.entry("r", of: "1", "2026-04-01T10:00", order: 0)],
      facts: ["1", "2"].map { ReportedFact(consumer: $0, record: "r", fact: fact) })
    #expect(ledgers.map(\.facts) == [[fact]])
  }

  @Test func joinsTheTables() throws {
    var debt = Debt(id: "A", consumer: "1")
    debt.group = "g"
    var consumer = Consumer(id: "1")
    consumer.context["debts"] = "A; C"
    let (ledgers, _) = LedgerBuilder.ledgers(
      entries: [Self.entry("r", of: "1", "2026-04-01T10:00", order: 0)],
      consumers: [consumer, Consumer(id: "without-records")],
      debts: [debt, Debt(id: "X", consumer: "2")])
    let ledger = try #require(ledgers.first)
    #expect(ledgers.count == 1)
    #expect(ledger.debts["A"] == debt)
    #expect(ledger.debtNames == ["A", "C"])
  }
}
