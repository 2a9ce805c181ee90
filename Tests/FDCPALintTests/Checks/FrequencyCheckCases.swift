@testable import FDCPALint

/// Logs, reading by reading, for the frequency check.
extension FrequencyCheckTests {
  /// Seven calls on consecutive days of April 2026, the first on the 1st at 11:00.
  static func week(
    _ first: Int = 1, _ count: Int = 7, _ change: (inout Contact) -> Void = { _ in }
  ) -> [Contact] {
    (first..<first + count).map {
      Sample.call("2026-04-\($0 < 10 ? "0" : "")\($0)T11:00", .noAnswer, change)
    }
  }

  static let window: [Case] = [
    Case("S2: seven are fine", week()),
    Case("S2: the eighth is over", week() + [Sample.call("2026-04-07T12:00")], over: [7]),
    Case(
      "S2: every further one is over",
      week() + [Sample.call("2026-04-07T12:00"), Sample.call("2026-04-07T13:00")], over: [7, 8]),
    Case("S2: on the eighth day the first has left", week(1, 8)),
    Case(
      "S2: a window need not be a calendar week",
      week(3, 6) + [Sample.call("2026-04-09T12:00"), Sample.call("2026-04-09T13:00")], over: [7]),
    Case(
      "S1: dates, not 168 hours",
      [Sample.call("2026-04-01T20:59")] + week(2, 6) + [Sample.call("2026-04-08T08:01")]),
    Case(
      "S1: the consumer's date, daylight time included",
      // 23:30 on the 7th in New York is the 8th in UTC; standard time would make it 22:30.
      week(1, 7) + [Sample.call("2026-04-08T03:30+00:00")], over: [7]),
    Case(
      "S1: past midnight is the next day",
      week(1, 7) + [Sample.call("2026-04-08T04:00+00:00")]),
    Case(
      "zone-date: over on one coast's calendar only",
      week(1, 7) + [Sample.call("2026-04-08T01:30")],
      consumer: Sample.consumer(
        zone: nil, possible: ["America/New_York", "America/Los_Angeles"]),
      open: [7: [.zoneDate]]),
    Case(
      "no-zone: counted by the record's own time",
      week() + [Sample.call("2026-04-07T12:00")], consumer: Sample.consumer(zone: nil),
      open: [7: [.noZone]]),
    Case(
      "S12: early calls may fill the window",
      ["2021-11-28T10:00-05:00", "2021-11-29T10:00-05:00"].map { Sample.call($0) }
        + (0..<7).map { Sample.call("2021-11-30T1\($0):00-05:00") },
      open: [7: [.earlyEvents], 8: [.earlyEvents]]),
  ]

  static let callsThatCount: [Case] = [
    Case(
      "S4: texts and inbound calls do not count",
      week() + [
        Sample.message("2026-04-07T12:00", .text),
        Sample.call("2026-04-07T13:00", .conversation) { $0.direction = .inbound },
      ]),
    Case(
      "S5: a spouse is another person",
      week() + [Sample.call("2026-04-07T12:00", party: .spouse)]),
    Case(
      "S5: all numbers of one person add up",
      week { $0.to = "212-555-0101" }
        + [Sample.call("2026-04-07T12:00") { $0.to = "212-555-0102" }], over: [7]),
    Case(
      "S6: busy and out of service do not count",
      week() + [
        Sample.call("2026-04-07T12:00", .busy), Sample.call("2026-04-07T13:00", .notConnected),
      ]),
    Case(
      "S6: each way to connect counts",
      Sample.connected.enumerated().map {
        Sample.call("2026-04-06T1\($0.offset):00", $0.element)
      }, over: [7]),
    Case(
      "outcome-missing: taken as connected",
      week() + [Sample.call("2026-04-07T12:00", nil)], open: [7: [.outcomeMissing]]),
    Case(
      "outcome-missing: makes no doubt of what is over without it",
      week() + [Sample.call("2026-04-07T12:00", nil), Sample.call("2026-04-07T13:00")],
      over: [8], open: [7: [.outcomeMissing]]),
    Case(
      "S7: an attorney may be called", week { $0.party = .attorney } + week { $0.party = .attorney }
    ),
    Case(
      "collectors: rows of two agencies",
      week { $0.collector = "X" } + [Sample.call("2026-04-07T12:00") { $0.collector = "Y" }],
      open: [7: [.collectors]]),
  ]

  static let consent: [Case] = [
    Case(
      "S8: covers the day of receipt and six more",
      [Sample.message("2026-04-01T09:00", .email, .inbound) { $0.consent = Sample.consent() }]
        + week() + (0..<7).map { Sample.call("2026-04-08T1\($0):00") }),
    Case(
      "S8: the eighth day counts",
      [Sample.message("2026-04-01T09:00", .email, .inbound) { $0.consent = Sample.consent() }]
        + (0..<8).map { Sample.call("2026-04-08T1\($0):00") }, over: [8]),
    Case(
      "S8: consent to a creditor is none",
      [
        Sample.message("2026-04-01T09:00", .email, .inbound) {
          $0.consent = Sample.consent(to: "creditor")
        }
      ] + week() + [Sample.call("2026-04-07T12:00")], over: [8]),
    Case(
      "S8: it is for the person who gave it",
      [
        Sample.message("2026-04-01T09:00", .email, .inbound) {
          $0.party = .spouse
          $0.consent = Sample.consent()
        }
      ] + week() + [Sample.call("2026-04-07T12:00")], over: [8]),
    Case(
      "S8: until, if sooner",
      [
        Sample.message("2026-04-01T09:00", .email, .inbound) {
          $0.consent = Sample.consent { $0.until = CivilDay("2026-04-01") }
        }
      ] + week(1, 1) + (0..<8).map { Sample.call("2026-04-02T1\($0):00") }, over: [9]),
    Case(
      "S8: a revocation ends it",
      [
        Sample.message("2026-04-01T09:00", .email, .inbound) { $0.consent = Sample.consent() },
        Sample.message("2026-04-01T10:00", .text, .inbound) {
          $0.consent = Sample.consent { $0.revoked = true }
        },
      ] + week() + [Sample.call("2026-04-07T12:00")], over: [9]),
    Case(
      "S8: a conversation ends it, and its own call is covered",
      [
        Sample.message("2026-04-01T09:00", .email, .inbound) { $0.consent = Sample.consent() },
        Sample.call("2026-04-01T10:00", .conversation),
      ] + week() + [Sample.call("2026-04-07T12:00")], over: [9]),
    Case(
      "consent-debts: received about another debt",
      [
        Sample.message("2026-04-01T09:00", .email, .inbound, debts: ["B"]) {
          $0.consent = Sample.consent()
        }
      ] + week() + [Sample.call("2026-04-07T12:00")], open: [8: [.consentDebts]]),
    Case(
      "consent-later: only from after its seventh day",
      [
        Sample.message("2026-04-01T09:00", .email, .inbound) {
          $0.consent = Sample.consent { $0.notBefore = CivilDay("2026-04-09") }
        }
      ] + week(3, 7) + [Sample.call("2026-04-09T12:00")], open: [8: [.consentLater]]),
    Case(
      "consent-unclear: nobody says to whom",
      [
        Sample.message("2026-04-01T09:00", .email, .inbound) {
          $0.consent = Sample.consent(to: nil)
        }
      ] + week() + [Sample.call("2026-04-07T12:00")], open: [8: [.consentUnclear]]),
    Case(
      "same-instant: consent and call at once",
      (0..<7).map { Sample.call("2026-04-01T1\($0):00") } + [
        Sample.message("2026-04-01T18:00", .email, .inbound) { $0.consent = Sample.consent() },
        Sample.call("2026-04-01T18:00"),
      ], open: [8: [.sameInstant]]),
  ]

  static let wrongNumbers: [Case] = [
    Case(
      "S9: calls to a number that proves another's",
      week(1, 2) { $0.to = "(212) 555-0101" } + [
        Sample.call("2026-04-03T09:00", .conversation, to: "owner", party: .thirdParty) {
          $0.direction = .inbound
          $0.to = "+1 212 555 0101"
          $0.signals = ["wrong_number"]
        }
      ] + (3..<10).map { Sample.call("2026-04-0\($0)T11:00") { $0.to = "212-555-0177" } }),
    Case(
      "wrong-number-reach: called again after the report",
      [
        Sample.call("2026-04-01T09:00", .conversation, to: "owner", party: .thirdParty) {
          $0.to = "212-555-0101"
          $0.signals = ["wrong_number"]
        }
      ] + week { $0.to = "212-555-0101" } + [
        Sample.call("2026-04-07T12:00") { $0.to = "212-555-0101" }
      ], open: [8: [.wrongNumberReach]]),
    Case(
      "wrong-number-reach: said in the person's own name",
      week { $0.to = "212-555-0101" } + [
        Sample.call("2026-04-07T12:00") {
          $0.to = "212-555-0101"
          $0.signals = ["wrong_number"]
        }
      ], open: [7: [.wrongNumberReach]]),
  ]

  static let debts: [Case] = [
    Case("S5: debts are counted apart", week() + week { $0.debts = ["B"] }),
    Case(
      "S10: loans of one group are one debt",
      week() + [Sample.call("2026-04-07T12:00", debts: ["B"])], groups: ["A": "g", "B": "g"],
      over: [7]),
    Case(
      "S10: a voicemail about two debts counts for each",
      week() + [Sample.call("2026-04-07T12:00", .voicemail, debts: ["A", "B"])], over: [7]),
    Case(
      "several-attributed: an unanswered call may count to one",
      week() + [Sample.call("2026-04-07T12:00", debts: ["A", "B"])],
      open: [7: [.severalAttributed]]),
    Case(
      "raised-debt: it came up on a call about another",
      week()
        + [Sample.call("2026-04-07T12:00", .conversation, debts: ["B"], discussed: ["A"])],
      open: [7: [.raisedDebt]]),
    Case(
      "S10: in a file with one debt that is meant",
      week() + [Sample.call("2026-04-07T12:00", debts: [])], over: [7]),
    Case(
      "attribution: below the pigeonhole",
      week { $0.debts = [] } + [Sample.call("2026-04-07T12:00", debts: [])],
      debts: ["A", "B"], open: [7: [.attribution]]),
    Case(
      "S11: more than two debts can hold",
      (0..<15).map { Sample.call("2026-04-0\(1 + $0 / 3)T1\($0 % 3):00", debts: []) },
      debts: ["A", "B"], over: [14],
      open: Dictionary(uniqueKeysWithValues: (7..<14).map { ($0, [.attribution]) })),
    Case(
      "S11: calls with a debt leave the others less room",
      week() + (0..<8).map { Sample.call("2026-04-07T1\(2 + $0):30", debts: []) },
      debts: ["A", "B"], over: [14],
      open: Dictionary(uniqueKeysWithValues: (7..<14).map { ($0, [.attribution]) })),
  ]
}
