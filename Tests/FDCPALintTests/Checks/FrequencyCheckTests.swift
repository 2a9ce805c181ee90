import Testing

@testable import FDCPALint

@Suite struct FrequencyCheckTests {
  /// A log and the rows that are over; in `open`, the questions on which that hangs.
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let rows: [Contact]
    var consumer = Sample.consumer()
    var groups: [String: String] = [:]
    var debts: [String] = []
    var over: [Int] = []
    var open: [Int: [OpenQuestion]] = [:]

    init(
      _ name: String, _ rows: [Contact], consumer: Consumer = Sample.consumer(),
      groups: [String: String] = [:], debts: [String] = [], over: [Int] = [],
      open: [Int: [OpenQuestion]] = [:]
    ) {
      testDescription = name
      self.rows = rows
      self.consumer = consumer
      self.groups = groups
      self.debts = debts
      self.over = over
      self.open = open
    }
  }

  @Test(arguments: window + callsThatCount + consent + wrongNumbers + debts)
  func isOver(sample: Case) throws {
    let ledger = Sample.ledger(
      sample.rows, sample.consumer, groups: sample.groups, debts: sample.debts)
    let result = FrequencyCheck.evidence(
      try Sample.sevenInSeven(), in: ledger, clock: LedgerClock(ledger),
      inForce: Sample.regulationF)
    let orders = result.evidence.map { (ledger.entries[$0.entry].order, $0.questions) }
    #expect(orders.filter { $0.1.isEmpty }.map(\.0) == sample.over)
    let open = Dictionary(orders.filter { !$0.1.isEmpty }) { $0 + $1 }
    #expect(open == sample.open)
  }

  @Test func namesWhatCounted() throws {
    let rows =
      Self.week() + [
        Sample.call("2026-04-06T12:00", .busy), Sample.call("2026-04-07T12:00", debts: ["B"]),
        Sample.call("2026-04-07T21:05"),
      ]
    let ledger = Sample.ledger(rows)
    let result = FrequencyCheck.evidence(
      try Sample.sevenInSeven(), in: ledger, clock: LedgerClock(ledger))
    let evidence = try #require(result.evidence.first)
    #expect(result.evidence.count == 1)
    #expect(evidence.counted == [0, 1, 2, 3, 4, 5, 7, 9])
    #expect(
      evidence.leftOut == [
        Evidence.LeftOut(entry: 6, reason: "busy: not connected (12 CFR 1006.14(b)(3)(ii))"),
        Evidence.LeftOut(entry: 8, reason: "about debt B (12 CFR 1006.14(b)(4))"),
      ])
    #expect(evidence.window?.first == CivilDay("2026-04-01"))
    #expect(evidence.window?.last == CivilDay("2026-04-07"))
    #expect(
      evidence.zones == [
        ZoneUse(zone: "America/New_York", evidence: "time_zone of the consumers table")
      ])
    #expect(
      evidence.values == [
        "count": "8", "limit": "7", "days": "7", "first": "2026-04-01", "last": "2026-04-07",
        "debt": "A", "person": "consumer", "time": "21:05", "zone": "America/New_York",
      ])
  }

  @Test func namesThePigeonhole() throws {
    let rows = (0..<3).map { Sample.call("2026-04-0\(1 + $0)T10:00", debts: []) }
    let ledger = Sample.ledger(rows, debts: ["A", "B"])
    let result = FrequencyCheck.evidence(
      try Sample.sevenInSeven(limit: 1), in: ledger, clock: LedgerClock(ledger))
    let last = try #require(result.evidence.last)
    #expect(last.debt == nil)
    #expect(last.counted == [0, 1, 2])
    #expect(last.values["debt"] == "A, B")
    #expect(last.values["limit"] == "2")
  }

  @Test func listsNothingThatNobodyWants() throws {
    let ledger = Sample.ledger(
      (1...4).map { Sample.call("2026-04-0\($0)T10:00") } + [Sample.call("2026-04-20T10:00")])
    let result = FrequencyCheck.evidence(
      try Sample.sevenInSeven(limit: 1), in: ledger, clock: LedgerClock(ledger)
    ) { entry in
      switch entry {
      case 1: .nothing
      case 2: .entry
      default: .evidence
      }
    }
    #expect(result.evidence.map(\.entry) == [2, 3])
    #expect(result.evidence.map(\.counted) == [[], [0, 1, 2, 3]])
  }

  @Test func cannotJudgeWithoutATime() throws {
    let ledger = Sample.ledger([
      Sample.call("", debts: ["A"]), Sample.call("", .busy), Sample.message("", .letter),
    ])
    let result = FrequencyCheck.evidence(
      try Sample.sevenInSeven(), in: ledger, clock: LedgerClock(ledger))
    #expect(result.evidence.isEmpty)
    #expect(result.notEvaluable == [CheckResult.Missing(entry: 0, what: "time")])
  }

  @Test func listsNoMoreThanAThousand() throws {
    let rows = (0..<1002).map { number in
      Sample.call("2026-04-01T08:01") {
        $0.id = "r\(10_000 + number)"
        $0.at = $0.at?.advanced(by: number)
      }
    }
    let ledger = Sample.ledger(rows)
    let result = FrequencyCheck.evidence(
      try Sample.sevenInSeven(), in: ledger, clock: LedgerClock(ledger))
    let last = try #require(result.evidence.last)
    #expect(last.counted == [0, 1001])
    #expect(last.total == 1002)
    #expect(last.values["count"] == "1002")
    #expect(result.evidence.first?.total == nil)
  }

  @Test func countsWithoutAWindow() throws {
    var filter = ContactFilter()
    filter.outcomes = [.conversation]
    let rule = try FrequencyLimit(
      limit: 1, days: nil, per: [.person], counts: filter, except: CountExceptions())
    let ledger = Sample.ledger([
      Sample.call("2025-01-01T10:00", .conversation, to: "aunt", party: .thirdParty),
      Sample.call("2026-01-01T10:00", .conversation, to: "uncle", party: .thirdParty),
      Sample.call("2026-04-01T10:00", .conversation, to: "aunt", party: .thirdParty, debts: ["B"]),
    ])
    let result = FrequencyCheck.evidence(rule, in: ledger, clock: LedgerClock(ledger))
    #expect(result.evidence.map(\.counted) == [[0, 2]])
    #expect(result.evidence.first?.window?.first == CivilDay("2025-01-01"))
  }

  /// Whatever the collector counts a call of unknown debt to, some debt is over: tried out.
  @Test func provesThePigeonhole() throws {
    var random = SplitMix64(seed: 7)
    var proven = 0
    for _ in 0..<400 {
      let limit = 1 + random.below(2)
      let rows = (0..<(3 + random.below(6))).map { number in
        Sample.call(
          "2026-04-01T1\(number):00", debts: random.pick([[], [], ["A"], ["B"], ["A", "B"]]))
      }
      let ledger = Sample.ledger(rows, debts: random.pick([["A", "B"], ["A", "B", "C"]]))
      let result = FrequencyCheck.evidence(
        try Sample.sevenInSeven(limit: limit), in: ledger, clock: LedgerClock(ledger))
      let certain = result.evidence.filter { $0.questions.isEmpty && $0.debt == nil }
      let names = ledger.debtNames
      for evidence in certain {
        proven += 1
        let choices = rows[...evidence.entry].map { $0.debts.isEmpty ? names : $0.debts }
        #expect(!Self.fits(choices[...], limit, [:]))
      }
    }
    #expect(proven > 100)
  }

  /// Whether the calls can be counted each to one of its debts, and no debt be over.
  private static func fits(
    _ choices: ArraySlice<[String]>, _ limit: Int, _ counts: [String: Int]
  ) -> Bool {
    guard let first = choices.first else { return true }
    return first.contains { debt in
      var counts = counts
      counts[debt, default: 0] += 1
      return counts[debt, default: 0] <= limit && fits(choices.dropFirst(), limit, counts)
    }
  }
}
