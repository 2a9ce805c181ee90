import Testing

@testable import FDCPALint

@Suite struct LedgerClockTests {
  static func clock(_ consumer: Consumer, _ contact: Contact) -> LedgerClock {
    LedgerClock(Sample.ledger([contact], consumer))
  }

  static let call = Sample.call("2026-04-06T00:30") { $0.state = "CA" }

  @Test(arguments: [
    (
      Sample.consumer(zone: "America/Chicago", possible: ["America/Denver"], state: "NY"),
      ["America/Chicago"]
    ),
    (
      Sample.consumer(zone: nil, possible: ["America/Denver", "America/Chicago"], state: "NY"),
      ["America/Denver", "America/Chicago", "America/New_York", "America/Los_Angeles"]
    ),
    (
      Sample.consumer(zone: nil, state: "tn"),
      ["America/Chicago", "America/New_York", "America/Los_Angeles"]
    ),
    (Sample.consumer(zone: nil), ["America/Los_Angeles"]),
    // What names no place is no evidence.
    (
      Sample.consumer(zone: "Nowhere/Land", possible: ["EST"], state: "ZZ"),
      ["America/Los_Angeles"]
    ),
  ])
  func takesEveryPieceOfEvidence(consumer: Consumer, zones: [String]) {
    let place = Self.clock(consumer, Self.call).place(of: Self.call)
    #expect(place.zones.map(\.name) == zones)
    #expect(place.uses.prefix(zones.count).map(\.zone) == zones)
  }

  @Test func fallsBackOnTheRecordsOwnTime() {
    var call = Self.call
    call.state = nil
    let clock = Self.clock(Sample.consumer(zone: nil), call)
    #expect(!clock.knowsZone(of: call))
    #expect(
      clock.place(of: call).uses == [
        ZoneUse(zone: "UTC-04:00", evidence: "the record's own time")
      ])
    #expect(clock.localTime(of: call)?.description == "2026-04-06 00:30")
    call.offset = nil
    #expect(clock.place(of: call).uses.map(\.zone) == ["UTC+00:00"])
  }

  @Test func knowsWhereZonesHaveOtherDates() throws {
    let consumer = Sample.consumer(
      zone: nil, possible: ["America/New_York", "America/Detroit", "America/Chicago"])
    let clock = Self.clock(consumer, Self.call)
    let april = try [#require(CivilDay("2026-04-06")), #require(CivilDay("2026-04-05"))]
    #expect(clock.localDays(of: Self.call) == april)
    #expect(clock.countingDay(of: Self.call) == april[0])
    #expect(clock.disagreesOnDate(Self.call))
    // Detroit never has another date than New York, so its calendar need not be read.
    #expect(clock.dayReadings == [0, 2])
    #expect(
      !Self.clock(consumer, Sample.call("2026-04-06T01:30")).disagreesOnDate(
        Sample.call("2026-04-06T01:30")))
  }

  @Test func keepsOtherEvidenceBesideAStatedZone() {
    let clock = Self.clock(Sample.consumer(zone: "America/New_York", state: "IN"), Self.call)
    #expect(
      clock.place(of: Self.call).others.map(\.name) == [
        "America/Chicago", "America/Los_Angeles",
      ])
  }
}
