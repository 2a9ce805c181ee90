@testable import FDCPALint

/// Ledgers with talks, letters that come back, notices, reports to bureaus and deletions.
struct RandomTimeLedger {
  let ledger: Ledger
  let days: Int

  init(seed: UInt64) {
    var random = SplitMix64(seed: seed &+ 0xDEAD)
    days = random.pick([1, 2, 3, 5])
    let start = Sample.instant("2026-03-04T21:00-05:00").0?.seconds ?? 0
    let debts = random.pick([["A"], ["A", "B"], ["A", "B", "C"], []])
    let span = random.pick([4, 8, 14])
    let contacts = (0..<(2 + random.below(14))).map { _ in
      let seconds = start + random.below(span * 24) * 3600 + random.below(4) * 900
      return Self.contact(seconds, debts, &random)
    }
    let context: [String: String]
    switch random.below(6) {
    case 0: context = ["initial_communication": "true"]
    case 1: context = ["initial_communication": "false"]
    case 2: context = ["initial_communication": "2026-03-06"]
    case 3: context = ["initial_communication": "2026-02-20"]
    default: context = [:]
    }
    let consumer: Consumer
    switch random.below(5) {
    case 0: consumer = Sample.consumer(zone: nil, context: context)
    case 1:
      consumer = Sample.consumer(
        zone: nil, possible: ["America/New_York", "America/Los_Angeles"], context: context)
    case 2: consumer = Sample.consumer(zone: nil, state: "FL", context: context)
    default: consumer = Sample.consumer(context: context)
    }
    ledger = Sample.ledger(
      contacts, consumer, groups: random.chance(30) ? ["A": "g", "B": "g"] : [:],
      debts: random.chance(50) ? debts : [])
  }

  private static func contact(
    _ seconds: Int, _ debts: [String], _ random: inout SplitMix64
  ) -> Contact {
    var contact = Contact(id: "", consumer: "c")
    contact.at = random.chance(3) ? nil : Instant(seconds: seconds)
    contact.offset = random.pick([-14_400, -14_400, -36_000, 0])
    (contact.channel, contact.outcome) = random.pick([
      (.call, .conversation), (.call, .conversation), (.call, .noAnswer), (.call, nil),
      (.letter, .sent), (.letter, .sent), (.letter, .undeliverable), (.email, .sent),
      (.other, .furnished), (.other, .recordsDeleted),
    ])
    contact.direction = random.chance(85) ? .outbound : .inbound
    contact.party = random.pick(Array(repeating: .consumer, count: 8) + [.spouse, .attorney])
    contact.debts = debts.filter { _ in random.chance(debts.count == 1 ? 90 : 50) }
    contact.discussed = debts.filter { _ in random.chance(15) }
    if random.chance(40) { contact.to = random.pick(["1 Elm St", "9 Oak St"]) }
    if random.chance(15) { contact.signals = ["validation_notice"] }
    if random.chance(4) { contact.signals = ["paid_in_full"] }
    if random.chance(4) { contact.signals = ["wrong_number"] }
    if random.chance(4) { contact.sender = "creditor" }
    return contact
  }
}
