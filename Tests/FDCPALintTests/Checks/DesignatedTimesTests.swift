import Testing

@testable import FDCPALint

/// Times and places that the consumer ruled out, through the after-fact check.
@Suite struct DesignatedTimesTests {
  typealias Case = AfterFactCheckTests.Case

  static func barred(
    _ days: [Weekday] = [], _ from: String? = nil, _ to: String? = nil, knownFrom: Int? = 0,
    _ change: (inout Fact) -> Void = { _ in }
  ) -> CompanionFact {
    var fact = Fact(name: "inconvenient_time", source: "consumers")
    fact.days = days
    if let from = from.flatMap({ ClockTime($0) }), let to = to.flatMap({ ClockTime($0) }) {
      fact.clock = ClockRange(from: from, to: to)
    }
    change(&fact)
    return CompanionFact(fact: fact, knownFromEvent: knownFrom)
  }

  static let weekdays: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
  static let threeToFive = [
    barred(weekdays, "15:00", "17:00"), barred([.saturday, .sunday], "00:00", "24:00"),
  ]
  static let talk = Sample.call("2026-04-06T10:00", .conversation)

  // 15 April 2026 is a Wednesday.
  static let times: [Case] = [
    Case(
      "S16: from on, not at to",
      [talk]
        + ["14:59", "15:01", "16:58", "17:00", "17:30"].map {
          Sample.call("2026-04-15T\($0)")
        } + [Sample.call("2026-04-18T11:00")], facts: threeToFive, over: [2, 3, 6]),
    Case(
      "exact-minute: its first and its last",
      [talk] + ["15:00", "16:59"].map { Sample.call("2026-04-15T\($0)") }, facts: threeToFive,
      open: [1: [.exactMinute], 2: [.exactMinute]]),
    Case(
      "S16: not before it is known",
      [Sample.call("2026-04-06T15:30"), Sample.call("2026-04-07T10:00", .conversation)],
      facts: [barred(weekdays, "15:00", "17:00", knownFrom: 1)]),
    Case(
      "S16: from the first record on, where the file says so", [Sample.call("2026-04-06T15:30")],
      facts: [barred(weekdays, "15:00", "17:00", knownFrom: nil)], over: [0]),
    Case(
      "S16: until its last date",
      [talk, Sample.call("2026-04-15T15:30"), Sample.call("2026-04-16T15:30")],
      facts: [barred([], "15:00", "17:00") { $0.until = CivilDay("2026-04-15") }], over: [1]),
    Case(
      "over midnight it belongs to the day on which it begins",
      [
        talk, Sample.call("2026-04-17T23:00"), Sample.call("2026-04-18T03:00"),
        Sample.call("2026-04-18T23:00"), Sample.call("2026-04-17T03:00"),
      ], facts: [barred([.friday], "22:00", "06:00")], over: [1, 2]),
    Case(
      "S15: on one coast only",
      [talk, Sample.call("2026-04-15T15:30"), Sample.call("2026-04-15T19:30")],
      facts: [barred([], "15:00", "17:00")], consumer: HoursCheckTests.coasts,
      open: [1: [], 2: []]),
    Case(
      "needs a zone", [talk, Sample.call("2026-04-15T15:30")],
      facts: [barred([], "15:00", "17:00")], consumer: Sample.consumer(zone: nil),
      missing: ["time zone"]),
    Case(
      "designation-others: the spouse",
      [talk, Sample.call("2026-04-15T15:30", party: .spouse)], facts: threeToFive,
      open: [1: [.designationOthers]]),
    Case(
      "statute-only: before Regulation F", [Sample.call("2021-11-24T15:30-05:00")],
      facts: [barred([], "15:00", "17:00", knownFrom: nil)], open: [0: [.statuteOnly]]),
  ]

  static func email(_ at: String, _ direction: Direction = .outbound) -> Contact {
    Sample.message(at, .email, direction)
  }

  static let replies: [Case] = [
    Case(
      "S16: one reply in the same medium",
      [
        talk, email("2026-04-15T15:30", .inbound), email("2026-04-15T15:50"),
        email("2026-04-15T16:40"),
      ], facts: threeToFive, over: [3]),
    Case(
      "S16: not in another medium",
      [talk, email("2026-04-15T15:30", .inbound), Sample.call("2026-04-15T15:45")],
      facts: threeToFive, over: [2]),
    Case(
      "S16: a call that was taken needs no call back, a missed one may have it",
      [
        talk, Sample.call("2026-04-15T15:10", .conversation) { $0.direction = .inbound },
        Sample.call("2026-04-15T15:20"),
        Sample.call("2026-04-15T15:30", .abandoned) { $0.direction = .inbound },
        Sample.call("2026-04-15T15:40"),
      ], facts: threeToFive, over: [2]),
    Case(
      "S16: each new message allows one more",
      [
        talk, email("2026-04-15T15:30", .inbound), email("2026-04-15T15:40"),
        email("2026-04-15T15:45", .inbound), email("2026-04-15T15:50"),
      ], facts: threeToFive),
    Case(
      "S16: a weekend is one unbroken stretch",
      [talk, email("2026-04-18T10:00", .inbound), email("2026-04-19T23:00")], facts: threeToFive),
    Case(
      "S16: not the next day",
      [talk, email("2026-04-15T15:30", .inbound), email("2026-04-16T15:30")],
      facts: threeToFive, over: [2]),
    Case(
      "S16: a message outside of the barred stretch allows none in it",
      [talk, email("2026-04-15T14:30", .inbound), email("2026-04-15T15:30")],
      facts: threeToFive, over: [2]),
    Case(
      "reply-later-stretch: on the same date",
      [talk, email("2026-04-15T12:10", .inbound), email("2026-04-15T15:30")],
      facts: [barred([], "12:00", "13:00"), barred([], "15:00", "17:00")],
      open: [2: [.replyLaterStretch]]),
    Case(
      "S16: stretches that touch are one",
      [talk, email("2026-04-15T14:10", .inbound), email("2026-04-15T15:30")],
      facts: [barred([], "14:00", "15:00"), barred([], "15:00", "17:00")]),
    Case(
      "reply-default-band: a second reply saved up",
      [
        talk, email("2026-04-15T15:10", .inbound), email("2026-04-15T15:20", .inbound),
        email("2026-04-15T15:30"), email("2026-04-15T15:40"),
      ], facts: threeToFive, open: [4: [.replyDefaultBand]]),
  ]

  static let consent: [Case] = [
    Case(
      "S17: given at another time",
      [talk, agreed("2026-04-07T10:00"), Sample.call("2026-04-15T15:30")], facts: threeToFive),
    Case(
      "S17: given at the barred time",
      [talk, agreed("2026-04-08T15:10"), Sample.call("2026-04-15T15:30")], facts: threeToFive,
      over: [1, 2]),
  ]

  static func agreed(_ at: String) -> Contact {
    Sample.call(at, .conversation) {
      $0.consent = Sample.consent("inconvenient_time") {
        $0.from = ClockTime("15:00")
        $0.to = ClockTime("17:00")
      }
    }
  }

  @Test(arguments: times + replies + consent) func bindsContacts(sample: Case) {
    var rule = AfterFactCheckTests.rule("inconvenient_time", per: .consumer)
    rule.reply = true
    rule.consent = ConsentTerms(scope: "inconvenient_time", recipient: "collector", days: nil)
    sample.check(rule)
  }

  static func place(_ place: String) -> [CompanionFact] {
    [
      barred {
        $0.name = "inconvenient_place"
        $0.place = place
      }
    ]
  }

  static let places: [Case] = [
    Case(
      "home is its mail and its landline",
      [
        talk, Sample.message("2026-04-14T09:00", .letter) { $0.to = "home_address" },
        Sample.call("2026-04-15T10:00") { $0.endpoint = .homeLandline },
        Sample.call("2026-04-15T11:00") { $0.endpoint = .mobile },
        Sample.message("2026-04-15T12:00", .email) { $0.endpoint = .personalEmail },
        Sample.call("2026-04-15T13:00") { $0.endpoint = .work },
      ], facts: place("home"), over: [1, 2]),
    Case(
      "work is its telephone",
      [
        talk, Sample.call("2026-04-15T10:00") { $0.endpoint = .work },
        Sample.message("2026-04-15T11:00", .email) { $0.endpoint = .workEmail },
      ], facts: place("work"), over: [1]),
    Case(
      "a call to who knows where", [talk, Sample.call("2026-04-15T10:00")], facts: place("home"),
      missing: ["endpoint_kind"]),
  ]

  @Test(arguments: places) func bindsPlaces(sample: Case) {
    sample.check(AfterFactCheckTests.rule("inconvenient_place", per: .consumer))
  }
}
