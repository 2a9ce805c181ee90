import Testing

@testable import FDCPALint

@Suite struct WhereaboutsTests {
  static func call(
    _ at: String, to number: String? = nil, _ change: (inout Contact) -> Void = { _ in }
  ) -> Contact {
    Sample.call(at) {
      $0.to = number
      change(&$0)
    }
  }

  /// The zones of each entry, and what they come from.
  static func uses(
    _ contacts: [Contact], _ consumer: Consumer = Sample.consumer(zone: nil), facts: [Fact] = []
  ) -> [[String]] {
    let ledger = Sample.ledger(contacts, consumer, facts: facts)
    let clock = LedgerClock(ledger)
    return ledger.entries.map { entry in
      clock.place(of: entry.contact).uses.map { "\($0.zone): \($0.evidence)" }
    }
  }

  static func zones(
    _ contacts: [Contact], _ consumer: Consumer = Sample.consumer(zone: nil)
  ) -> [[String]] {
    let ledger = Sample.ledger(contacts, consumer)
    let clock = LedgerClock(ledger)
    return ledger.entries.map { clock.place(of: $0.contact).zones.map(\.name) }
  }

  @Test func joinsAddressAndNumber() {
    #expect(
      Self.uses(
        [Self.call("2026-04-06T10:00", to: "212-555-0101")], Sample.consumer(zone: nil, state: "CA")
      )
        == [
          [
            "America/Los_Angeles: state CA of the consumers table",
            "America/New_York: a number that begins with 212",
          ]
        ])
  }

  @Test func joinsEveryPieceThatAgrees() {
    var consumer = Sample.consumer(zone: nil, possible: ["America/New_York"], state: "NY")
    consumer.zip = "10019"
    let call = Self.call("2026-04-06T10:00", to: "212-555-0101") { $0.state = "MI" }
    #expect(
      Self.uses([call], consumer) == [
        [
          "America/New_York: possible_time_zones of the consumers table; state NY and ZIP code 100 of "
            + "the consumers table; state MI of the record (America/Detroit, the same time); a number "
            + "that begins with 212",
          "America/Menominee: state MI of the record",
        ]
      ])
  }

  /// Two names of one clock are one piece of evidence; two clocks that agree in summer are two.
  @Test(arguments: [
    ("MI", "49007", "212-555-0101", ["America/Detroit"]),
    ("ID", "83702", "303-555-0101", ["America/Boise"]),
    ("CA", nil, "602-555-0101", ["America/Los_Angeles", "America/Phoenix"]),
  ])
  func comparesClocks(state: String, zip: String?, number: String, zones: [String]) {
    var consumer = Sample.consumer(zone: nil, state: state)
    consumer.zip = zip
    let year = [Self.call("2026-01-12T12:00"), Self.call("2026-07-06T12:00", to: number)]
    #expect(Self.zones(year, consumer)[1] == zones)
  }

  @Test func comparesClocksInThePeriodOfTheLedger() {
    let consumer = Sample.consumer(zone: nil, state: "CA")
    let summer = [Self.call("2026-07-06T12:00", to: "602-555-0101")]
    #expect(
      Self.uses(summer, consumer) == [
        [
          "America/Los_Angeles: state CA of the consumers table; a number that begins with 602 "
            + "(America/Phoenix, the same time)"
        ]
      ])
    let winter = [Self.call("2026-01-06T12:00", to: "602-555-0101")]
    #expect(Self.zones(winter, consumer) == [["America/Los_Angeles", "America/Phoenix"]])
    // No period, no agreement but by name.
    let undated = [Self.call("", to: "602-555-0101")]
    #expect(Self.zones(undated, consumer) == [["America/Los_Angeles", "America/Phoenix"]])
  }

  @Test func letsTheAddressDecideWithinASplitArea() {
    var consumer = Sample.consumer(zone: nil, state: "TN")
    consumer.zip = "37402"
    #expect(
      Self.uses([Self.call("2026-04-06T10:00", to: "423-555-0101")], consumer) == [
        [
          "America/New_York: state TN and ZIP code 374 of the consumers table; "
            + "a number that begins with 423",
          "America/Chicago: a number that begins with 423, set aside, for the address decides",
        ]
      ])
    // A number never decides between the clocks of an address.
    consumer.zip = nil
    #expect(
      Self.zones([Self.call("2026-04-06T10:00", to: "615-555-0101")], consumer) == [
        ["America/Chicago", "America/New_York"]
      ])
  }

  @Test func countsNumbersFromTheRecordThatShowsThem() {
    let calls = [
      Self.call("2026-04-06T10:00", to: "212-555-0101"),
      Self.call("2026-04-07T10:00", to: "206-555-0101"),
      Self.call("2026-04-08T10:00", to: "212-555-0101"),
      Self.call("2026-04-09T10:00", to: "206-555-0101") {
        $0.party = .spouse
      },
      Self.call("2026-04-10T10:00", to: "206-555-0101") { $0.party = .attorney },
      Sample.message("2026-04-11T10:00", .email),
    ]
    let (east, west) = ("America/New_York", "America/Los_Angeles")
    #expect(Self.zones(calls) == [[east], [east, west], [east, west], [west], [], [east, west]])
  }

  @Test func countsTheNumberAnInboundCallCameFrom() {
    let inbound = Self.call("2026-04-06T10:00", to: "800-555-0101") {
      $0.direction = .inbound
      $0.from = "+13035550101"
    }
    #expect(Self.zones([inbound]) == [["America/Denver"]])
  }

  @Test func saysWhatGaveNothing() {
    #expect(
      Self.uses([Self.call("2026-04-06T10:00", to: "800-555-0101") { $0.state = "ZZ" }]) == [
        [
          "UTC-04:00: the record's own time",
          "unknown: state ZZ of the record, set aside, which names no place with a known clock",
          "unknown: a number with area code 800, set aside, which names no place with a known clock",
        ]
      ])
    for number in ["555-0101", "mobile-1"] {
      #expect(
        Self.uses([Self.call("2026-04-06T10:00", to: number)]) == [
          ["UTC-04:00: the record's own time"]
        ])
    }
  }

  @Test(arguments: [("212-555-0101", []), (nil, [OpenQuestion.noZone])])
  func aNumberIsEnoughToCountDays(number: String?, questions: [OpenQuestion]) throws {
    let ledger = Sample.ledger(
      ["2026-04-06T10:00", "2026-04-07T10:00"].map { Self.call($0, to: number) },
      Sample.consumer(zone: nil))
    let result = FrequencyCheck.evidence(
      try Sample.sevenInSeven(limit: 1), in: ledger, clock: LedgerClock(ledger))
    #expect(result.evidence.map(\.entry) == [1])
    #expect(result.evidence.map(\.questions) == [questions])
  }

  @Test func leavesWrongNumbersOut() {
    var fact = Fact(name: "wrong_number", source: "r01")
    fact.to = "(206) 555-0101"
    let calls = [Self.call("2026-04-06T10:00", to: "+12065550101") { $0.state = "NY" }]
    #expect(
      Self.uses(calls) == [
        [
          "America/New_York: state NY of the record",
          "America/Los_Angeles: a number that begins with 206",
        ]
      ])
    #expect(Self.uses(calls, facts: [fact]) == [["America/New_York: state NY of the record"]])
  }

  @Test func aStatedZoneStandsAlone() {
    let consumer = Sample.consumer(zone: "America/New_York", state: "TN")
    let calls = [Self.call("2026-04-06T10:00", to: "206-555-0101")]
    #expect(
      Self.uses(calls, consumer) == [
        [
          "America/New_York: time_zone of the consumers table",
          "America/Chicago: state TN of the consumers table, set aside, for time_zone is stated",
          "America/Los_Angeles: a number that begins with 206, set aside, for time_zone is stated",
        ]
      ])
    let ledger = Sample.ledger(calls, consumer)
    let place = LedgerClock(ledger).place(of: ledger.entries[0].contact)
    #expect(place.zones.map(\.name) == ["America/New_York"])
    #expect(place.others.map(\.name) == ["America/Chicago", "America/Los_Angeles"])
    // What shows the same time does not contradict it.
    #expect(
      Self.uses(
        [Self.call("2026-04-06T10:00", to: "313-555-0101")],
        Sample.consumer(zone: "America/New_York", state: "NJ")) == [
          ["America/New_York: time_zone of the consumers table"]
        ])
  }

  /// The place of each record, as it is when nothing but earlier records and its own are there.
  @Test(arguments: 0..<40) func agreesWithAReadingRecordByRecord(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let consumer = Sample.consumer(zone: nil, state: random.pick([nil, "TN", "CA"]))
    let calls = (0..<random.below(12) + 1).map { day in
      Self.call("2026-04-\(day < 9 ? "0" : "")\(day + 1)T10:00") {
        $0.to = random.pick(["212-555-0101", "206-555-0101", "602-555-0101", "800-555-0101", nil])
        $0.person = random.pick(["p", "q"])
        $0.state = random.pick([nil, nil, "CO"])
      }
    }
    let together = Self.zones(calls, consumer)
    for index in calls.indices {
      // All the year's clocks differ, so that no period hides a zone.
      let alone = Self.zones(Array(calls[...index]), consumer)[index]
      #expect(Set(together[index]) == Set(alone))
    }
  }
}
