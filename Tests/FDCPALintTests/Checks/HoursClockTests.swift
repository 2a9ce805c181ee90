import Testing

@testable import FDCPALint

/// Hours on a clock other than the consumer's.
@Suite struct HoursClockTests {
  private static func rule(
    _ clock: HoursLimit.Clock, form: RequestForm? = nil
  ) throws -> HoursLimit {
    var filter = ContactFilter()
    filter.channels = [.call]
    return try HoursLimit(
      from: try #require(ClockTime("08:00")), to: try #require(ClockTime("21:00")), clock: clock,
      contacts: filter,
      consent: ConsentTerms(
        scope: "inconvenient_time", recipient: "collector", days: nil, form: form))
  }

  /// 20:30 and 21:30 in New York, 17:30 and 18:30 in California.
  private static let evening = [
    Sample.call("2026-04-06T20:30-04:00"), Sample.call("2026-04-06T21:30-04:00"),
  ]

  @Test func aFixedClockHoldsWhereverTheConsumerIs() throws {
    for zone in ["America/Los_Angeles", "America/New_York", nil] {
      let ledger = Sample.ledger(Self.evening, Sample.consumer(zone: zone))
      let result = HoursCheck.evidence(
        try Self.rule(.zone("America/New_York")), in: ledger, clock: LedgerClock(ledger))
      #expect(result.evidence.map(\.entry) == [1])
      #expect(result.notEvaluable == [])
      let evidence = try #require(result.evidence.first)
      #expect(evidence.values["time"] == "21:30")
      #expect(evidence.values["zone"] == "America/New_York")
      #expect(evidence.zones.map(\.evidence) == ["the clock that the law names"])
      #expect(!evidence.isRisk)
    }
  }

  @Test func otherEvidenceChangesNothingOnAFixedClock() throws {
    let consumer = Sample.consumer(
      zone: nil, possible: ["America/New_York", "America/Los_Angeles"])
    let ledger = Sample.ledger(Self.evening, consumer)
    let result = HoursCheck.evidence(
      try Self.rule(.zone("America/Chicago")), in: ledger, clock: LedgerClock(ledger))
    #expect(result.evidence.isEmpty)
  }

  @Test func theAreaCodeGivesWayToAStatedZone() throws {
    let ledger = Sample.ledger(
      Self.evening.map {
        var call = $0
        call.to = "212-555-0101"
        return call
      }, Sample.consumer(zone: "America/Los_Angeles"))
    let result = HoursCheck.evidence(
      try Self.rule(.areaCode), in: ledger, clock: LedgerClock(ledger))
    #expect(result.evidence.isEmpty)
  }

  private static func agreed(_ channel: Channel) -> [Contact] {
    var received = Sample.message("2026-04-06T12:00", channel, .inbound)
    received.consent = Sample.consent("inconvenient_time") {
      $0.from = ClockTime("21:00")
      $0.to = ClockTime("22:30")
    }
    return [received, Sample.call("2026-04-07T21:30")]
  }

  @Test(arguments: [
    (RequestForm.written, Channel.letter, false, [OpenQuestion]()), (.written, .email, false, []),
    (.written, .call, true, []), (.oral, .call, false, []), (.oral, .letter, true, []),
    (.written, .other, true, [.formUnclear]),
  ])
  func consentMayNeedAForm(
    form: RequestForm, channel: Channel, isOver: Bool, questions: [OpenQuestion]
  ) throws {
    let ledger = Sample.ledger(Self.agreed(channel))
    let result = HoursCheck.evidence(
      try Self.rule(.consumer, form: form), in: ledger, clock: LedgerClock(ledger))
    // The contact that brings consent came in, and is never over.
    #expect(result.evidence.map(\.entry) == (isOver ? [1] : []))
    #expect(result.evidence.flatMap(\.questions) == questions)
  }
}
