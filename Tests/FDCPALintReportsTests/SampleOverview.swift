@testable import FDCPALint
@testable import FDCPALintReports

extension Sample {
  /// A small overview made by hand, with one of everything.
  static var overview: Overview {
    var overview = Overview()
    overview.days = DayRange(first: CivilDay(number: 20_544), last: CivilDay(number: 20_551))
    overview.contacts = [
      .init(channel: .call, direction: .outbound): 300,
      .init(channel: .call, direction: .inbound): 12,
      .init(channel: .email, direction: .outbound): 100,
    ]
    overview.staff = [
      .init(kind: .agent, name: "A & B"): 40, .init(kind: .agent, name: "<i>"): 29,
      .init(kind: .campaign, name: "cards"): 412,
    ]
    overview.hours.grid[10] = 7
    overview.hours.grid[167] = 1
    overview.hours.unplaced = 3
    overview.hours.severalZones = 2
    overview.hours.zones = [ZoneUse(zone: "America/New_York", evidence: "zip <12345>"): 8]
    overview.hours.limits = ["federal/hours": eightToNine]
    overview.hours.near.add(
      NearHour(
        rule: "federal/hours", consumer: "k-9", contact: eighthCall.evidence.counted[0],
        zone: "America/New_York", local: time(2, 20), minutes: 4, isLate: true, next: time(3, 8)))
    var frequency = FrequencyOverview(limit: 7, days: 7)
    frequency.windows = [1: 30, 7: 2, 14: 1]
    frequency.pairs = [1: 5, 7: 1, 14: 1]
    frequency.near.add(pair("k-7", 7, CivilDay(number: 20_551), isDrawn: false))
    frequency.clear.add(pair("k-3", 1, nil, isDrawn: true))
    frequency.clear.add(pair("k-4", 2, nil, isDrawn: true))
    frequency.clear.pass()
    overview.frequency = ["federal/call-frequency": frequency]
    var restriction = RestrictionOverview()
    restriction.count = 3
    restriction.contacted = 2
    restriction.broken.add(after("k-1", "c-2", isDrawn: false))
    restriction.kept.add(after("k-5", "c-77", isDrawn: true))
    overview.restrictions = ["cease_request": restriction]
    overview.consents.add(
      ConsentEnding(
        rule: "federal/call-frequency", consumer: "k-6", person: "self", record: "c-60",
        scope: "additional_calls", last: CivilDay(number: 20_552)))
    return overview
  }

  private static var eightToNine: ClockRange {
    let hour = 3600
    return ClockRange(from: ClockTime(ofDay: 8 * hour), to: ClockTime(ofDay: 21 * hour))
  }

  private static func pair(
    _ consumer: String, _ count: Int, _ free: CivilDay?, isDrawn: Bool
  ) -> CountedPair {
    var evidence = eighthCall.evidence
    evidence.counted = Array(evidence.counted.prefix(count))
    evidence.count = count
    evidence.facts = []
    return CountedPair(consumer: consumer, evidence: evidence, free: free, isDrawn: isDrawn)
  }

  private static func after(_ consumer: String, _ record: String, isDrawn: Bool) -> ContactsAfter {
    ContactsAfter(
      consumer: consumer, fact: "cease_request", record: record, since: time(1, 9), person: nil,
      debts: ["d-1"], channel: nil, after: Array(eighthCall.evidence.counted.suffix(2)), total: 2,
      isDrawn: isDrawn)
  }

  /// The sample with all that an audit of logs says beside its findings.
  static var whole: Report {
    var report = report
    report.rules[1].check = "frequency"
    report.rules[2].check = "hours"
    report.overview = overview
    report.population = Population(received: 420, unreadable: 3, repeated: 5, expected: 421)
    report.parameters = ["retention-years": 3, "near-hours-minutes": 30]
    report.findings[2].handling = Handling(agent: "A & B", campaign: "cards")
    report.findings[2].local = time(8, 23)
    report.findings[2].keepUntil = CivilDay("2029-04-08")
    report.findings[3].local = time(2, 22)
    let review = Review(
      fingerprint: "f-c-14", rule: "federal/call-frequency", record: "c-14", decision: .confirmed,
      who: "R. Vale", why: "recounted", when: CivilDay("2026-04-10") ?? CivilDay(number: 0))
    report.findings[2].review = ReviewState(review: review, standing: .holds)
    report.reviews = ReviewSummary(
      today: CivilDay("2026-04-20") ?? CivilDay(number: 0),
      rules: [RuleReviews(rule: "federal/call-frequency", right: 1, wrong: 1)])
    return report
  }
}
