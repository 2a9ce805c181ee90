import Testing

@testable import FDCPALint

@Suite struct HoursCheckTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let rows: [Contact]
    let consumer: Consumer
    /// Rows outside of hours wherever the consumer is.
    let over: [Int]
    /// Rows outside of hours somewhere.
    let risks: [Int]
    let open: [Int: [OpenQuestion]]

    init(
      _ name: String, _ rows: [Contact], consumer: Consumer = Sample.consumer(), over: [Int] = [],
      risks: [Int] = [], open: [Int: [OpenQuestion]] = [:]
    ) {
      testDescription = name
      self.rows = rows
      self.consumer = consumer
      self.over = over
      self.risks = risks
      self.open = open
    }
  }

  static func rule() throws -> HoursLimit {
    var filter = ContactFilter()
    filter.channels = [.call, .text, .email, .social]
    filter.directions = [.outbound]
    filter.parties = [
      .consumer, .spouse, .parent, .guardian, .personalRepresentative, .successorInInterest,
    ]
    return try HoursLimit(
      from: try #require(ClockTime("08:00")), to: try #require(ClockTime("21:00")),
      clock: .consumer, contacts: filter,
      consent: ConsentTerms(scope: "inconvenient_time", recipient: "collector", days: nil))
  }

  static func calls(_ times: [String]) -> [Contact] {
    times.map { Sample.call("2026-04-06T\($0)") }
  }

  static let coasts = Sample.consumer(
    zone: nil, possible: ["America/New_York", "America/Los_Angeles"])

  static let hours: [Case] = [
    Case(
      "S13: the edges", calls(["07:59", "08:01", "20:59", "21:01"]), over: [0, 3]),
    Case(
      "exact-minute: eight and nine", calls(["08:00", "21:00"]),
      open: [0: [.exactMinute], 1: [.exactMinute]]),
    Case("S13: midnight and noon", calls(["00:00", "12:00", "23:59"]), over: [0, 2]),
    Case(
      "S13: an attempt is enough", [Sample.call("2026-04-06T06:50", .busy)], over: [0]),
    Case(
      "S13: texts and e-mails when sent; letters never",
      [
        Sample.message("2026-04-06T22:30", .text), Sample.message("2026-04-06T22:30", .email),
        Sample.message("2026-04-06T22:30", .letter),
      ], over: [0, 1]),
    Case(
      "S13: what the consumer begins", [Sample.message("2026-04-06T22:30", .text, .inbound)]),
    Case(
      "S1: the clock change",
      [
        Sample.call("2026-03-06T12:30+00:00"), Sample.call("2026-03-09T12:30+00:00"),
      ], over: [0]),
    Case(
      "S13: the consumer's clock, not the collector's", [Sample.call("2026-04-06T19:30-06:00")],
      over: [0]),
    Case(
      "S14: whom it protects",
      [
        Party.spouse, .guardian, .personalRepresentative, .successorInInterest, .thirdParty,
        .employer, .attorney, .creditor,
      ].map { Sample.call("2026-04-06T21:30", party: $0) }, over: [0, 1, 2, 3]),
    Case(
      "S14: the parent of a minor", [Sample.call("2026-04-06T21:30", party: .parent)],
      consumer: Sample.consumer(context: ["age": "17"]), over: [0]),
    Case(
      "S14: the parent of an adult", [Sample.call("2026-04-06T21:30", party: .parent)],
      consumer: Sample.consumer(context: ["age": "18"])),
    Case(
      "party-unclear: a parent without an age, and nobody knows who",
      [
        Sample.call("2026-04-06T21:30", party: .parent),
        Sample.call("2026-04-06T21:31", party: .unknown),
      ], open: [0: [.partyUnclear], 1: [.partyUnclear]]),
    Case(
      "other-channels: a post", [Sample.message("2026-04-06T21:30", .social)],
      open: [0: [.otherChannels]]),
    Case(
      "statute-only: before Regulation F", [Sample.call("2021-11-29T21:30-05:00")],
      open: [0: [.statuteOnly]]),
  ]

  static let places: [Case] = [
    Case(
      "S15: both coasts", calls(["10:59", "11:01", "20:59", "21:30", "23:59", "00:01"]),
      // At 00:01 in New York it is 21:01 on the other coast.
      consumer: coasts, over: [5], risks: [0, 3, 4]),
    Case(
      "S15: an edge on one coast only", calls(["21:00"]), consumer: coasts, risks: [0],
      open: [0: [.exactMinute]]),
    Case(
      "S15: a stated zone stands alone", calls(["20:30"]),
      consumer: Sample.consumer(zone: "America/New_York", possible: ["Europe/London"])),
    Case(
      "location-evidence: beside a state with two clocks", calls(["21:30", "07:30", "22:01"]),
      consumer: Sample.consumer(zone: "America/New_York", state: "TN"), over: [1, 2],
      open: [0: [.locationEvidence]]),
    Case(
      "S15: the zones of a state", calls(["08:30", "09:01", "21:30", "22:30"]),
      consumer: Sample.consumer(zone: nil, state: "FL"), over: [3], risks: [0, 2]),
    Case(
      "S15: Arizona and the Navajo Nation",
      calls(["11:30"]).map {
        var call = $0
        call.at = Sample.instant("2026-07-06T07:30-07:00").0
        return call
      }, consumer: Sample.consumer(zone: nil, state: "AZ"), risks: [0]),
    Case(
      "S15: the state of the record",
      [
        Sample.call("2026-04-06T10:30") { $0.state = "CA" },
        Sample.call("2026-04-06T11:30") { $0.state = "CA" },
      ],
      consumer: Sample.consumer(zone: nil), over: [0]),
  ]

  /// Calls to one number of a consumer in one state.
  static func pair(_ times: [String], to number: String?, state: String, zip: String? = nil)
    -> ([Contact], Consumer)
  {
    var consumer = Sample.consumer(zone: nil, state: state)
    consumer.zip = zip
    return (times.map { Sample.call($0) { $0.to = number } }, consumer)
  }

  static func paired(
    _ name: String, _ pair: ([Contact], Consumer), over: [Int] = [], risks: [Int] = []
  ) -> Case {
    Case(name, pair.0, consumer: pair.1, over: over, risks: risks)
  }

  static let evidence: [Case] = [
    paired(
      "S15: an Eastern number, a Pacific address",
      pair(
        [
          "2026-04-06T10:59", "2026-04-07T11:01", "2026-04-08T20:59", "2026-04-09T21:30",
          "2026-04-10T07:30", "2026-04-11T00:01",
        ], to: "212-555-0101", state: "CA"), over: [4, 5], risks: [0, 3]),
    paired(
      "S15: a number without an area code, and a toll-free one",
      pair(["2026-04-06T10:59"], to: "555-0101", state: "CA"), over: [0]),
    paired(
      "S15: the ZIP code tells the clock of a split state",
      pair(["2026-04-06T08:30", "2026-04-06T21:30"], to: nil, state: "TN", zip: "37402"),
      over: [1]),
    paired(
      "S15: Arizona against the Pacific coast, apart in winter only",
      pair(
        [
          "2026-01-12T07:30-08:00", "2026-01-13T20:30-08:00", "2026-07-06T07:30-07:00",
          "2026-07-07T08:30-07:00", "2026-07-08T20:30-07:00",
        ], to: "602-555-0101", state: "CA"), over: [2], risks: [0, 1]),
    paired(
      "S15: the Navajo Nation keeps daylight time",
      // In summer, half past seven in Phoenix is half past eight there.
      pair(
        [
          "2026-07-06T07:30-07:00", "2026-07-07T20:30-07:00", "2026-01-12T07:30-07:00",
          "2026-01-13T20:30-07:00",
        ], to: nil, state: "AZ", zip: "86515"), over: [1, 2]),
    paired(
      "S15: Phoenix does not",
      pair(
        ["2026-07-06T07:30-07:00", "2026-07-07T20:30-07:00", "2026-01-12T07:30-07:00"],
        to: nil, state: "AZ", zip: "85001"), over: [0, 2]),
    paired(
      "S15: Page may keep either",
      pair(
        ["2026-07-06T07:30-07:00", "2026-07-07T20:30-07:00", "2026-01-12T20:30-07:00"],
        to: nil, state: "AZ", zip: "86040"), risks: [0, 1]),
    paired(
      "S15: two names of one clock",
      pair(
        ["2026-04-06T07:30", "2026-04-06T08:30"], to: "212-555-0101", state: "MI", zip: "48201"),
      over: [0]),
    Case(
      "location-evidence: another area code beside a stated zone",
      [
        Sample.call("2026-04-06T21:30") { $0.to = "206-555-0101" },
        Sample.call("2026-04-07T07:30") { $0.to = "206-555-0101" },
        Sample.call("2026-04-08T20:30") { $0.to = "206-555-0101" },
      ], over: [1], open: [0: [.locationEvidence]]),
    Case(
      "location-evidence: a state against a stated zone", calls(["21:30", "23:30"]),
      consumer: Sample.consumer(zone: "America/New_York", state: "CO"), over: [1],
      open: [0: [.locationEvidence]]),
  ]

  static func agreed(
    _ at: String, _ change: (inout Consent) -> Void = { _ in }
  ) -> Contact {
    Sample.call(at, .conversation) {
      $0.consent = Sample.consent("inconvenient_time") {
        $0.from = ClockTime("21:00")
        $0.to = ClockTime("22:30")
        change(&$0)
      }
    }
  }

  static let consent: [Case] = [
    Case(
      "S17: within its clock times and on its dates",
      [
        agreed("2026-04-06T14:00") {
          $0.notBefore = CivilDay("2026-04-17")
          $0.until = CivilDay("2026-04-17")
        }, Sample.call("2026-04-16T21:30"), Sample.call("2026-04-17T21:30"),
        Sample.call("2026-04-17T22:31"), Sample.call("2026-04-18T21:30"),
      ], over: [1, 3, 4]),
    Case(
      "S17: given at a barred time", [agreed("2026-04-06T07:30"), Sample.call("2026-04-17T21:30")],
      over: [0, 1]),
    Case(
      "S17: to a former collector",
      [
        agreed("2026-04-06T14:00") { $0.recipient = "prior_collector" },
        Sample.call("2026-04-17T21:30"),
      ],
      over: [1]),
    Case(
      "S17: taken back",
      [
        agreed("2026-04-06T14:00"), agreed("2026-04-07T14:00") { $0.revoked = true },
        Sample.call("2026-04-17T21:30"),
      ], over: [2]),
    Case(
      "S8: consent to more calls does not open the night",
      [
        Sample.call("2026-04-06T14:00", .conversation) { $0.consent = Sample.consent() },
        Sample.call("2026-04-07T21:30"),
      ], over: [1]),
    Case(
      "time-consent: without clock times",
      [
        agreed("2026-04-06T14:00") {
          $0.from = nil
          $0.to = nil
        }, Sample.call("2026-04-17T21:30"),
      ], open: [1: [.timeConsent]]),
  ]

  static let replies: [Case] = [
    Case(
      "reply-default-band: in the same night, past midnight",
      [
        Sample.message("2026-04-06T23:50", .text, .inbound),
        Sample.message("2026-04-07T00:10", .text), Sample.message("2026-04-07T00:20", .text),
      ], over: [2], open: [1: [.replyDefaultBand]]),
    Case(
      "a reply in another medium, or the next night, is none",
      [
        Sample.message("2026-04-06T22:00", .email, .inbound), Sample.call("2026-04-06T22:10"),
        Sample.message("2026-04-07T22:10", .email),
      ], over: [1, 2]),
  ]

  @Test(arguments: hours + places + evidence + consent + replies) func isOutside(sample: Case)
    throws
  {
    let ledger = Sample.ledger(sample.rows, sample.consumer)
    let result = HoursCheck.evidence(
      try Self.rule(), in: ledger, clock: LedgerClock(ledger), inForce: Sample.regulationF)
    func orders(_ evidence: [Evidence]) -> [Int] {
      evidence.map { ledger.entries[$0.entry].order }.sorted()
    }
    #expect(orders(result.evidence.filter { !$0.isRisk && $0.questions.isEmpty }) == sample.over)
    #expect(orders(result.evidence.filter(\.isRisk)) == sample.risks)
    let open = result.evidence.filter { !$0.questions.isEmpty }
    #expect(
      Dictionary(uniqueKeysWithValues: open.map { (ledger.entries[$0.entry].order, $0.questions) })
        == sample.open)
    #expect(result.notEvaluable.isEmpty)
  }

  @Test func mayBeginAtMidnight() throws {
    let all = try Self.rule()
    let rule = try HoursLimit(
      from: try #require(ClockTime("00:00")), to: all.to, clock: .consumer,
      contacts: all.contacts, consent: nil)
    let ledger = Sample.ledger(Self.calls(["00:00", "23:59"]))
    let result = HoursCheck.evidence(rule, in: ledger, clock: LedgerClock(ledger))
    #expect(result.evidence.map(\.entry) == [1])
    #expect(result.evidence.first?.questions == [])
  }

  @Test func needsAZoneAndATime() throws {
    let ledger = Sample.ledger(
      Self.calls(["22:00"]) + [Sample.call("")], Sample.consumer(zone: nil))
    let result = HoursCheck.evidence(try Self.rule(), in: ledger, clock: LedgerClock(ledger))
    #expect(result.evidence.isEmpty)
    #expect(
      result.notEvaluable == [
        CheckResult.Missing(entry: 0, what: "time zone"),
        CheckResult.Missing(entry: 1, what: "time"),
      ])
  }

  @Test func showsTheTimeWhereItIsBarred() throws {
    let ledger = Sample.ledger(Self.calls(["10:30"]), Self.coasts)
    let result = HoursCheck.evidence(try Self.rule(), in: ledger, clock: LedgerClock(ledger))
    let evidence = try #require(result.evidence.first)
    #expect(
      evidence.values == ["time": "07:30", "zone": "America/Los_Angeles", "person": "consumer"])
    #expect(evidence.zones.map(\.zone) == ["America/New_York", "America/Los_Angeles"])
    #expect(evidence.fineZones == ["America/New_York"])
    #expect(evidence.counted == [0])
  }
}
