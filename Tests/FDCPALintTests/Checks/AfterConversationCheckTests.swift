import Testing

@testable import FDCPALint

@Suite struct AfterConversationCheckTests {
  typealias Case = FrequencyCheckTests.Case

  static func talk(
    _ at: String, debts: [String] = ["A"], discussed: [String] = [],
    _ change: (inout Contact) -> Void = { _ in }
  ) -> Contact {
    Sample.call(at, .conversation, debts: debts, discussed: discussed, change)
  }

  static let window: [Case] = [
    Case(
      "S3: the sixth date after it", [talk("2026-08-14T10:00"), Sample.call("2026-08-20T20:00")],
      over: [1]),
    Case(
      "S3: the eighth day is clear",
      [talk("2026-08-14T10:00"), Sample.call("2026-08-21T08:01")]),
    Case(
      "S3: later on its own date", [talk("2026-08-14T10:00"), Sample.call("2026-08-14T10:21")],
      over: [1]),
    Case(
      "S3: earlier on its own date", [Sample.call("2026-08-14T09:00"), talk("2026-08-14T10:00")]),
    Case(
      "S3: one that is itself over opens its own window",
      [talk("2026-08-01T10:00"), talk("2026-08-07T10:00"), Sample.call("2026-08-13T10:00")],
      over: [1, 2]),
    Case(
      "S4: whoever dialled",
      [
        talk("2026-08-13T14:05") { $0.direction = .inbound }, Sample.call("2026-08-19T09:30"),
        Sample.call("2026-08-20T09:30"),
      ], over: [1]),
    Case(
      "S4: a text is no conversation",
      [Sample.message("2026-08-14T10:00", .text, .inbound), Sample.call("2026-08-15T10:00")]),
    Case(
      "S5: a spouse's is the spouse's",
      [talk("2026-08-14T10:00") { $0.party = .spouse }, Sample.call("2026-08-15T10:00")]),
    Case(
      "S6: a busy line is no call",
      [talk("2026-08-14T10:00"), Sample.call("2026-08-15T10:00", .busy)]),
    Case(
      "S7: an attorney may be called back",
      [
        talk("2026-08-14T10:00") { $0.party = .attorney },
        Sample.call("2026-08-15T10:00", party: .attorney),
      ]),
    Case(
      "S1: the dates are the consumer's",
      // 23:30 on the 13th in New York, and 00:30 on the 20th.
      [talk("2026-08-14T03:30+00:00"), Sample.call("2026-08-20T04:30+00:00")]),
    Case(
      "zone-date: on one coast's calendar only",
      [talk("2026-08-14T00:30"), Sample.call("2026-08-20T10:00")],
      consumer: Sample.consumer(zone: nil, state: "FL"), open: [1: [.zoneDate]]),
    Case(
      "early-events: before Regulation F",
      [talk("2021-11-29T10:00-05:00"), Sample.call("2021-11-30T10:00-05:00")],
      open: [1: [.earlyEvents]]),
    Case(
      "same-instant: which was first?",
      [talk("2026-08-14T10:00"), Sample.call("2026-08-14T10:00")],
      open: [1: [.sameInstant]]),
    Case(
      "message-with-person: somebody took a message",
      [
        Sample.call("2026-08-14T10:00", .messageLeft, party: .spouse),
        Sample.call("2026-08-15T10:00", party: .spouse),
      ], open: [1: [.messageWithPerson]]),
    Case(
      "outcome-missing: perhaps no call",
      [talk("2026-08-14T10:00"), Sample.call("2026-08-15T10:00", nil)],
      open: [1: [.outcomeMissing]]),
    Case(
      "collectors: another agency's conversation",
      [
        talk("2026-08-14T10:00") { $0.collector = "X" },
        Sample.call("2026-08-15T10:00") { $0.collector = "Y" },
      ], open: [1: [.collectors]]),
  ]

  static let consent: [Case] = [
    Case(
      "S8: a day agreed on, and no longer",
      [
        talk("2026-04-03T11:00") {
          $0.consent = Sample.consent {
            $0.notBefore = CivilDay("2026-04-06")
            $0.until = CivilDay("2026-04-06")
          }
        }, Sample.call("2026-04-06T11:00"), Sample.call("2026-04-07T11:00"),
      ], over: [2]),
    Case(
      "S8: not before the day agreed on",
      [
        talk("2026-04-03T11:00") {
          $0.consent = Sample.consent { $0.notBefore = CivilDay("2026-04-06") }
        }, Sample.call("2026-04-05T11:00"),
      ], over: [1]),
    Case(
      "S8: the conversation under consent ends it",
      [
        talk("2026-04-03T11:00") { $0.consent = Sample.consent() }, talk("2026-04-04T11:00"),
        Sample.call("2026-04-05T11:00"),
      ], over: [2]),
    Case(
      "consent-debts: conversations on both, consent on one",
      [
        talk("2026-04-03T11:00", debts: ["B"]),
        talk("2026-04-03T12:00") { $0.consent = Sample.consent() },
        Sample.call("2026-04-04T11:00", debts: ["B"]), Sample.call("2026-04-04T11:00"),
      ], open: [2: [.consentDebts]]),
  ]

  static let debts: [Case] = [
    Case(
      "S10: each debt discussed",
      [talk("2026-11-09T10:00", debts: ["A", "B"])]
        + ["A", "B", "C"].map { Sample.call("2026-11-10T10:00", debts: [$0]) }, over: [1, 2]),
    Case(
      "S10: what was discussed, not what it was logged to",
      [
        talk("2026-11-09T10:00", debts: ["A"], discussed: ["B"]),
        Sample.call("2026-11-10T10:00", debts: ["B"]),
        Sample.call("2026-11-10T11:00", debts: ["A"]),
      ], over: [1], open: [2: [.debtNotDiscussed]]),
    Case(
      "S10: loans of one group",
      [talk("2026-11-09T10:00"), Sample.call("2026-11-10T10:00", debts: ["B"])],
      groups: ["A": "g", "B": "g"], over: [1]),
    Case(
      "S11: after conversations on one of two debts",
      [talk("2026-11-09T10:00"), Sample.call("2026-11-10T10:00", debts: [])],
      debts: ["A", "B"], open: [1: [.attribution]]),
    Case(
      "S11: after conversations on each",
      [
        talk("2026-11-09T10:00"), talk("2026-11-09T11:00", debts: ["B"]),
        Sample.call("2026-11-10T10:00", debts: []),
      ], over: [2]),
    Case(
      "several-attributed: barred for one of two",
      [talk("2026-11-09T10:00"), Sample.call("2026-11-10T10:00", debts: ["A", "B"])],
      open: [1: [.severalAttributed]]),
    Case(
      "attribution: nobody knows what was discussed",
      [talk("2026-11-09T10:00", debts: []), Sample.call("2026-11-10T10:00")],
      debts: ["A", "B"], open: [1: [.attribution]]),
    Case(
      "raised-debt: a call about one, on which the other came up",
      [
        talk("2026-11-09T10:00"),
        Sample.call("2026-11-10T10:00", .voicemail, debts: ["B"], discussed: ["A"]),
      ], open: [1: [.raisedDebt]]),
  ]

  @Test(arguments: window + consent + debts) func isOver(sample: Case) throws {
    let ledger = Sample.ledger(
      sample.rows, sample.consumer, groups: sample.groups, debts: sample.debts)
    let result = AfterConversationCheck.evidence(
      try Sample.afterConversation(), in: ledger, clock: LedgerClock(ledger),
      inForce: Sample.regulationF)
    let orders = result.evidence.map { (ledger.entries[$0.entry].order, $0.questions) }
    #expect(orders.filter { $0.1.isEmpty }.map(\.0) == sample.over)
    #expect(Dictionary(orders.filter { !$0.1.isEmpty }) { $0 + $1 } == sample.open)
  }

  @Test func namesTheConversation() throws {
    let ledger = Sample.ledger([
      Self.talk("2026-08-10T10:00"), Self.talk("2026-08-14T10:00"), Sample.call("2026-08-16T09:00"),
    ])
    let result = AfterConversationCheck.evidence(
      try Sample.afterConversation(), in: ledger, clock: LedgerClock(ledger))
    let last = try #require(result.evidence.last)
    #expect(last.counted == [1, 2])
    #expect(last.window?.first == CivilDay("2026-08-14"))
    #expect(last.window?.last == CivilDay("2026-08-20"))
    #expect(last.values["count"] == "3")
    #expect(last.values["days"] == "7")
    #expect(last.debt == "A" && last.person == "consumer")
  }
}
