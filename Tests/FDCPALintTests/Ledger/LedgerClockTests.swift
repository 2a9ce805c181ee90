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
      ["America/Chicago"], "time_zone of the consumers table"
    ),
    (
      Sample.consumer(zone: nil, possible: ["America/Denver", "America/Chicago"], state: "NY"),
      ["America/Denver", "America/Chicago"], "possible_time_zones of the consumers table"
    ),
    (
      Sample.consumer(zone: nil, state: "tn"), ["America/Chicago", "America/New_York"],
      "state tn of the consumers table"
    ),
    (Sample.consumer(zone: nil), ["America/Los_Angeles"], "state CA of the record"),
    // What names no place is no evidence.
    (
      Sample.consumer(zone: "Nowhere/Land", possible: ["EST"], state: "ZZ"),
      ["America/Los_Angeles"], "state CA of the record"
    ),
  ])
  func takesTheBestEvidence(consumer: Consumer, zones: [String], evidence: String) {
    let place = Self.clock(consumer, Self.call).place(of: Self.call)
    #expect(place.zones.map(\.name) == zones)
    #expect(place.uses == zones.map { ZoneUse(zone: $0, evidence: evidence) })
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
        "America/Indiana/Indianapolis", "America/Chicago",
      ])
  }

  @Test func knowsEveryState() {
    let states =
      """
      AK AL AR AS AZ CA CO CT DC DE FL GA GU HI IA ID IL IN KS KY LA MA MD ME MI MN MO MP MS MT NC \
      ND NE NH NJ NM NV NY OH OK OR PA PR RI SC SD TN TX UT VA VI VT WA WI WV WY
      """.split(separator: " ")
    for state in states {
      let zones = StateZones.zones(String(state))
      #expect(!zones.isEmpty, "\(state)")
      #expect(zones.allSatisfy { ZoneBook.shared.zone($0) != nil }, "\(state)")
    }
    let split = states.filter { StateZones.zones(String($0)).count > 1 }
    #expect(
      split == [
        "AK", "AL", "AZ", "FL", "ID", "IN", "KS", "KY", "MI", "ND", "NE", "NV", "OR", "SD", "TN",
        "TX",
      ])
    #expect(StateZones.zones("XX").isEmpty)
  }
}
