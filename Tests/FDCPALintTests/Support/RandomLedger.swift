@testable import FDCPALint

/// Ledgers full of everything the counting readings speak of, dense enough that limits are passed.
struct RandomLedger {
  let ledger: Ledger
  let limit: Int

  init(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    limit = random.pick([1, 2, 2, 3, 7])
    let starts = [
      "2026-04-06T10:00-04:00", "2026-03-04T21:00-05:00", "2026-10-28T21:00-04:00",
      "2021-11-26T10:00-05:00", "2026-07-03T02:00-04:00",
    ]
    let start = Sample.instant(random.pick(starts)).0?.seconds ?? 0
    let debts = random.pick([["A"], ["A", "B"], ["A", "B", "C"], []])
    let usesCollectors = random.chance(10)
    let days = random.pick([3, 8, 8, 15])
    var contacts: [Contact] = []
    var instants: [Int] = []
    for _ in 0..<(2 + random.below(limit == 7 ? 24 : 13)) {
      var seconds = start + random.below(days * 24) * 3600 + random.below(4) * 900
      if random.chance(8), let earlier = instants.last { seconds = earlier }
      instants.append(seconds)
      contacts.append(Self.contact(seconds, debts, usesCollectors, &random))
    }
    let consumer: Consumer
    switch random.below(6) {
    case 0: consumer = Sample.consumer(zone: nil)
    case 1:
      consumer = Sample.consumer(zone: nil, possible: ["America/New_York", "America/Los_Angeles"])
    case 2: consumer = Sample.consumer(zone: nil, state: "FL")
    case 3: consumer = Sample.consumer(zone: "America/Havana")
    default: consumer = Sample.consumer(zone: "America/New_York", state: "TN")
    }
    ledger = Sample.ledger(
      contacts, consumer, groups: random.chance(30) ? ["A": "g", "B": "g"] : [:],
      debts: random.chance(50) ? debts : [])
  }

  private static func contact(
    _ seconds: Int, _ debts: [String], _ usesCollectors: Bool, _ random: inout SplitMix64
  ) -> Contact {
    var contact = Contact(id: "", consumer: "c")
    contact.at = random.chance(2) ? nil : Instant(seconds: seconds)
    contact.offset = random.pick([-14_400, -14_400, -14_400, -36_000, 0])
    contact.channel = random.chance(85) ? .call : random.pick([.text, .email])
    contact.direction = random.chance(85) ? .outbound : .inbound
    contact.outcome = random.pick([
      .noAnswer, .noAnswer, .noAnswer, .noAnswer, .noAnswer, .voicemail, .busy, .conversation,
      .conversation, .messageLeft, .abandoned, nil, .sent,
    ])
    contact.party = random.pick(Array(repeating: .consumer, count: 8) + [.spouse, .attorney])
    if random.chance(20) { contact.person = random.pick(["p1", "p2"]) }
    contact.debts = debts.filter { _ in random.chance(debts.count == 1 ? 90 : 50) }
    contact.discussed = debts.filter { _ in random.chance(15) }
    if random.chance(40) { contact.to = random.pick(["555-0101", "555-0102"]) }
    if random.chance(5) { contact.signals = ["wrong_number"] }
    if usesCollectors { contact.collector = random.pick(["X", "Y", nil]) }
    if random.chance(12) { contact.consent = consent(after: seconds, &random) }
    return contact
  }

  private static func consent(after seconds: Int, _ random: inout SplitMix64) -> Consent {
    var consent = Consent()
    consent.scope = random.pick([
      "additional_calls", "additional_calls", "additional_calls", nil, "inconvenient_time",
    ])
    consent.recipient = random.pick(["collector", "collector", "collector", nil, "creditor"])
    let day = LocalTime(Instant(seconds: seconds), offset: -14_400).day
    if random.chance(25) { consent.notBefore = day.advanced(by: random.below(10)) }
    if random.chance(25) { consent.until = day.advanced(by: random.below(9)) }
    consent.revoked = random.chance(20)
    return consent
  }
}
