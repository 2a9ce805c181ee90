import Testing

@testable import FDCPALint

@Suite struct LogExtentTests {
  private func talk(_ at: String, _ seconds: Int?, agent: String? = "V", to: String = "1234567")
    -> Contact
  {
    Sample.call(at, .conversation) {
      $0.agent = agent
      $0.duration = seconds
      $0.to = to
    }
  }

  private func ledger(_ consumer: String, _ contacts: [Contact]) -> Ledger {
    var ledger = Sample.ledger(
      contacts.map {
        var contact = $0
        contact.consumer = consumer
        return contact
      })
    ledger.consumer.id = consumer
    return ledger
  }

  @Test func itReachesFromTheFirstDayToTheLast() {
    let log = LogExtent([
      ledger("a", [Sample.call("2026-04-03T10:00")]),
      ledger("b", [Sample.message("2026-04-01T23:30", .letter), Sample.call("2026-04-02T10:00")]),
    ])
    #expect(log.first == CivilDay("2026-04-01"))
    #expect(log.last == CivilDay("2026-04-03"))
    #expect(log.channels == [.call, .letter])
  }

  @Test func theUsersWordGoesBeforeTheLastRecord() {
    let ledgers = [ledger("a", [Sample.call("2026-04-03T10:00")])]
    #expect(LogExtent(ledgers, asOf: CivilDay("2026-05-01")).last == CivilDay("2026-05-01"))
    #expect(LogExtent(ledgers, asOf: CivilDay("2026-04-01")).last == CivilDay("2026-04-01"))
  }

  @Test func conversationsOfOneAgentOverlapAcrossConsumers() throws {
    let later = ledger("b", [talk("2026-04-01T10:05", 600)])
    let log = LogExtent([ledger("a", [talk("2026-04-01T10:00", 420)]), later])
    let overlap = try #require(log.overlap(of: later.entries[0].contact))
    #expect(overlap.consumer == "a")
    #expect(overlap.seconds == 120)
  }

  @Test func aLongOneOverlapsWithAllThatBeginInIt() {
    let later = ledger("b", [talk("2026-04-01T10:05", 60), talk("2026-04-01T10:30", 60)])
    let log = LogExtent([ledger("a", [talk("2026-04-01T10:00", 3600)]), later])
    #expect(later.entries.map { log.overlap(of: $0.contact)?.seconds } == [60, 60])
  }

  @Test func whatDoesNotOverlap() {
    let cases: [(Contact, String)] = [
      (talk("2026-04-01T10:07", 60), "begins as the first ends"),
      (talk("2026-04-01T10:05", 60, agent: "W"), "another agent"),
      (talk("2026-04-01T10:05", nil), "no duration"),
      (talk("2026-04-01T10:05", 60, agent: nil), "no agent"),
    ]
    for (contact, name) in cases {
      let later = ledger("b", [contact])
      let log = LogExtent([ledger("a", [talk("2026-04-01T10:00", 420)]), later])
      #expect(log.overlap(of: later.entries[0].contact) == nil, "\(name)")
    }
    // One call, logged once for each debt.
    let one = ledger("a", [talk("2026-04-01T10:00", 420), talk("2026-04-01T10:00", 420)])
    #expect(one.entries.allSatisfy { LogExtent([one]).overlap(of: $0.contact) == nil })
  }
}
