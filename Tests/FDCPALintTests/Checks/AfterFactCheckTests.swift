import Testing

@testable import FDCPALint

@Suite struct AfterFactCheckTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let rows: [Contact]
    let facts: [CompanionFact]
    let consumer: Consumer
    let debts: [String]
    let over: [Int]
    let open: [Int: [OpenQuestion]]
    let missing: [String]

    init(
      _ name: String, _ rows: [Contact], facts: [CompanionFact] = [],
      consumer: Consumer = Sample.consumer(), debts: [String] = [], over: [Int] = [],
      open: [Int: [OpenQuestion]] = [:], missing: [String] = []
    ) {
      testDescription = name
      self.rows = rows
      self.facts = facts
      self.consumer = consumer
      self.debts = debts
      self.over = over
      self.open = open
      self.missing = missing
    }

    func check(_ rule: AfterFact, excused: Set<Int> = []) {
      var consumer = consumer
      consumer.facts = facts
      let ledger = Sample.ledger(rows, consumer, debts: debts)
      let result = AfterFactCheck.evidence(
        rule, in: ledger, clock: LedgerClock(ledger), inForce: Sample.regulationF,
        excused: excused)
      let certain = result.evidence.filter { !$0.isRisk && $0.questions.isEmpty }
      #expect(certain.map { ledger.entries[$0.entry].order } == over)
      let rest = result.evidence.filter { $0.isRisk || !$0.questions.isEmpty }
      #expect(
        Dictionary(
          uniqueKeysWithValues: rest.map { (ledger.entries[$0.entry].order, $0.questions) })
          == open)
      #expect(result.notEvaluable.map(\.what) == missing)
    }
  }

  static func rule(
    _ fact: String, per reach: AfterFact.Reach, channels: [Channel] = []
  ) -> AfterFact {
    var filter = ContactFilter()
    filter.directions = [.outbound]
    filter.channels = channels
    return AfterFact(facts: [fact], per: reach, contacts: filter)
  }

  static func signal(_ contact: Contact, _ name: String) -> Contact {
    var contact = contact
    contact.signals = [name]
    return contact
  }

  // MARK: Debts

  static let letter = signal(
    Sample.message("2026-08-06T10:00", .letter, .inbound), "cease_request")

  static let debts: [Case] = [
    Case("before receipt", [Sample.message("2026-08-04T10:00", .email), letter]),
    Case("after it", [letter, Sample.call("2026-08-06T10:01", .busy)], over: [1]),
    Case("another debt", [letter, Sample.call("2026-08-07T10:00", debts: ["B"])]),
    Case(
      "no debt in a file with one", [letter, Sample.call("2026-08-07T10:00", debts: [])],
      over: [1]),
    Case(
      "no debt in a file with two", [letter, Sample.call("2026-08-07T10:00", debts: [])],
      debts: ["B"], open: [1: [.attribution]]),
    Case(
      "the consumer's own call",
      [letter, Sample.call("2026-08-07T10:00", .conversation) { $0.direction = .inbound }]),
    Case(
      "at the same instant", [letter, Sample.call("2026-08-06T10:00")],
      open: [1: [.sameInstant]]),
    Case("without a time", [letter, Sample.call("")], missing: ["time"]),
    Case("nothing before a fact", [Sample.call("")]),
  ]

  @Test(arguments: debts) func bindsTheDebt(sample: Case) {
    sample.check(Self.rule("cease_request", per: .debt))
  }

  @Test func endsByAnotherFact() {
    var rule = Self.rule("dispute_written", per: .debt)
    rule.endedBy = ["verification"]
    let dispute = Self.signal(
      Sample.message("2026-06-20T10:00", .letter, .inbound), "dispute_written")
    let verified = Self.signal(Sample.message("2026-06-30T10:00", .letter), "verification")
    Case(
      "",
      [
        dispute, Sample.call("2026-06-22T10:00"), verified, Sample.call("2026-07-06T10:00"),
        Self.signal(Sample.message("2026-07-07T10:00", .letter, .inbound), "dispute_written"),
        Sample.call("2026-07-08T10:00"),
      ], over: [1, 5]
    ).check(rule)
  }

  @Test func excusesPermittedPurposes() {
    Case(
      "", [Self.letter, Sample.call("2026-08-07T10:00"), Sample.call("2026-08-08T10:00")], over: [2]
    )
    .check(Self.rule("cease_request", per: .debt), excused: [1])
  }

  @Test func namesTheFact() throws {
    let ledger = Sample.ledger([Self.letter, Sample.call("2026-08-07T10:00")])
    let result = AfterFactCheck.evidence(
      Self.rule("cease_request", per: .debt), in: ledger, clock: LedgerClock(ledger))
    let evidence = try #require(result.evidence.first)
    #expect(
      evidence.facts == [
        Evidence.FactUse(name: "cease_request", record: "r00", confidence: .high)
      ])
    #expect(evidence.values["fact"] == "cease request")
    #expect(evidence.values["fact-record"] == "r00")
    #expect(evidence.values["fact-day"] == "2026-08-06")
    #expect(evidence.debt == "A")
  }

  // MARK: Persons and addresses

  static func text(_ at: String, _ to: String?, _ direction: Direction = .outbound) -> Contact {
    Sample.message(at, .text, direction, debts: ["B"]) { $0.to = to }
  }

  static let addresses: [Case] = [
    Case(
      "every debt, that number only",
      [
        signal(
          Sample.message("2026-08-05T10:05", .text, .inbound) { $0.to = "mobile-1" }, "no_texts"),
        text("2026-08-12T10:00", "mobile-1"), text("2026-08-12T10:00", "mobile-2"),
      ], over: [1]),
    Case(
      "ruled out on the phone: at any number",
      [
        signal(Sample.call("2026-08-05T10:05", .conversation) { $0.to = "mobile-1" }, "no_texts"),
        text("2026-08-12T10:00", "mobile-2"),
      ], over: [1]),
    Case(
      "by a third party, for herself",
      [
        signal(
          Sample.call("2026-08-05T10:05", .conversation, to: "aunt", party: .thirdParty), "no_texts"
        ),
        Sample.message("2026-08-06T10:00", .text) {
          $0.person = "aunt"
          $0.party = .thirdParty
        }, text("2026-08-06T10:00", nil),
      ], over: [1]),
    Case(
      "an unknown number",
      [
        signal(
          Sample.message("2026-08-05T10:05", .text, .inbound) { $0.to = "mobile-1" }, "no_texts"),
        text("2026-08-12T10:00", nil),
      ], missing: ["to"]),
    Case(
      "one reply to each message",
      [
        signal(Sample.call("2026-08-05T10:05", .conversation), "no_texts"),
        text("2026-08-12T10:00", "mobile-1", .inbound), text("2026-08-12T10:10", "mobile-1"),
        text("2026-08-13T10:10", "mobile-1"),
      ], over: [3]),
    Case(
      "the request itself asks for no reply",
      [
        signal(
          Sample.message("2026-08-05T10:05", .text, .inbound) { $0.to = "mobile-1" }, "no_texts"),
        text("2026-08-05T10:06", "mobile-1"),
      ], over: [1]),
    Case(
      "nor does it when it is repeated",
      [
        signal(
          Sample.message("2026-08-05T10:05", .text, .inbound) { $0.to = "mobile-1" }, "no_texts"),
        signal(
          Sample.message("2026-08-06T10:05", .text, .inbound) { $0.to = "mobile-1" }, "no_texts"),
        text("2026-08-06T10:06", "mobile-1"),
      ], over: [2]),
    Case(
      "a reply saved up",
      [
        signal(Sample.call("2026-08-05T10:05", .conversation), "no_texts"),
        text("2026-08-12T10:00", "m", .inbound), text("2026-08-12T10:01", "m", .inbound),
        text("2026-08-12T10:10", "m"), text("2026-08-12T10:11", "m"), text("2026-08-12T10:12", "m"),
      ], over: [5], open: [4: [.replyDefaultBand]]),
  ]

  @Test(arguments: addresses) func bindsTheAddress(sample: Case) {
    var rule = Self.rule("no_texts", per: .address, channels: [.text])
    rule.reply = true
    sample.check(rule)
  }

  @Test func bindsThePerson() {
    Case(
      "",
      [
        Self.signal(Sample.call("2026-08-05T10:05", .conversation), "stop_calls"),
        Sample.call("2026-08-06T10:00") { $0.person = "c-1" },
        Sample.call("2026-08-06T11:00", party: .spouse),
      ], over: [1]
    ).check(Self.rule("stop_calls", per: .person))
  }

  // MARK: Attorneys

  static func attorney(_ details: [String: String]) -> CompanionFact {
    var fact = Fact(name: "attorney", source: "consumers")
    fact.details = details
    return CompanionFact(fact: fact, knownFromEvent: 0)
  }

  static let attorneys: [Case] = [
    Case(
      "is known",
      [Sample.message("2026-04-06T09:00", .letter, .inbound), Sample.call("2026-04-13T10:00")],
      facts: [attorney([:])], over: [1]),
    Case(
      "consents",
      [
        Sample.message("2026-04-06T09:00", .letter, .inbound), Sample.call("2026-04-07T10:00"),
        Sample.message("2026-04-10T09:00", .email, .inbound), Sample.call("2026-04-13T10:00"),
      ], facts: [attorney(["consented_from_event": "2"])], over: [1]),
    Case(
      "never answers",
      [Sample.message("2026-04-06T09:00", .letter, .inbound), Sample.call("2026-08-20T10:00")],
      facts: [attorney(["responsive": "false"])], missing: ["reasonable period"]),
  ]

  @Test(arguments: attorneys) func bindsWhereAnAttorney(sample: Case) {
    sample.check(Self.rule("attorney", per: .debt))
  }
}
