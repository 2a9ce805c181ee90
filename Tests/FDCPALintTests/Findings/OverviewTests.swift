import Testing

@testable import FDCPALint

@Suite struct OverviewTests {
  private static func linter(_ asOf: String = "2026-06-30") throws -> Linter {
    var options = Linter.Options(today: try #require(CivilDay("2026-06-01")))
    options.overview = true
    options.asOf = CivilDay(asOf)
    return Linter(rules: RuleBase(try RuleBase.shippedPacks()), options: options)
  }

  private static func source(_ lines: [String]) -> Source {
    Source(name: "log.jsonl", bytes: Array((lines.joined(separator: "\n") + "\n").utf8))
  }

  private static let consumers = Source(
    name: "consumers.jsonl",
    bytes: Array(
      ["C1", "C2", "C3", "C4"].map {
        #"{"consumer":"\#($0)","state":"OH","time_zone":"America/New_York"}"#
      }.joined(separator: "\n").utf8))

  private static func call(
    _ id: String, _ consumer: String, _ at: String, _ more: String = ""
  ) -> String {
    """
    {"id":"\(id)","at":"\(at)","zone":"America/New_York","consumer":"\(consumer)","direction":\
    "outbound","channel":"call","outcome":"no_answer","debts":["D-\(consumer)"],"agent":"A"\(more)}
    """
  }

  private static func overview(
    _ lines: [String], asOf: String = "2026-06-30"
  ) async throws -> Overview {
    try await overview(of: [source(lines)], asOf: asOf)
  }

  private static func overview(
    of logs: [Source], asOf: String = "2026-06-30"
  ) async throws -> Overview {
    let report = try await linter(asOf).audit(logs, consumers: [consumers])
    #expect(report.problems == [])
    return try #require(report.overview)
  }

  /// One call a day from 1 April on for C1, three in all for C2, and eight on one day for C3.
  private static let log =
    (1...7).map { call("a\($0)", "C1", "2026-04-0\($0)T10:00") }
    + (1...3).map { call("b\($0)", "C2", "2026-04-0\($0)T11:00") }
    + (1...8).map { call("c\($0)", "C3", "2026-04-04T1\($0):00") }

  @Test func countsWindowsAndPairs() async throws {
    let overview = try await Self.overview(Self.log)
    let seven = try #require(overview.frequency["federal/call-frequency-seven"])
    #expect(seven.limit == 7 && seven.days == 7)
    #expect(seven.windows == [1: 3, 2: 3, 3: 3, 4: 2, 5: 2, 6: 2, 7: 2, 8: 1])
    #expect(seven.pairs == [3: 1, 7: 1, 8: 1])
    #expect(seven.pairsOver == 1)
    #expect(seven.near.items.map(\.consumer) == ["C1"])
    let near = try #require(seven.near.items.first)
    #expect(near.evidence.counted.map(\.record) == (1...7).map { "a\($0)" })
    #expect(near.evidence.window?.last.description == "2026-04-07")
    // The first of the seven leaves the seven days on the 8th.
    #expect(near.free?.description == "2026-04-08")
    #expect(seven.clear.items.map(\.consumer) == ["C2"])
    #expect(seven.clear.items[0].evidence.counted.map(\.record) == ["b1", "b2", "b3"])
    #expect(seven.clear.items[0].free == nil)
    #expect(overview.contacts == [.init(channel: .call, direction: .outbound): 18])
    #expect(overview.staff == [.init(kind: .agent, name: "A"): 18])
    #expect(overview.days?.first.description == "2026-04-01")
    #expect(overview.days?.last.description == "2026-04-07")
  }

  @Test func leavesOutWhatDoesNotCountAndSaysWhy() async throws {
    let overview = try await Self.overview(
      (1...6).map { Self.call("a\($0)", "C1", "2026-04-0\($0)T10:00") } + [
        Self.call("busy", "C1", "2026-04-03T12:00").replacing("no_answer", with: "busy")
      ])
    let seven = try #require(overview.frequency["federal/call-frequency-seven"])
    let near = try #require(seven.near.items.first)
    #expect(near.evidence.count == 6 && near.free == nil)
    #expect(
      near.evidence.leftOut.map { "\($0.record) \($0.reason)" }
        == ["busy busy: not connected (12 CFR 1006.14(b)(3)(ii))"])
  }

  @Test func placesContactsOnTheConsumersClock() async throws {
    let overview = try await Self.overview([
      // A Wednesday: half past nine in the evening, a minute before nine, and nine past eight.
      Self.call("late", "C1", "2026-04-01T21:30"), Self.call("close", "C1", "2026-04-01T20:59"),
      Self.call("early", "C2", "2026-04-01T08:09"), Self.call("noon", "C3", "2026-04-01T12:00"),
    ])
    let hours = overview.hours
    #expect(hours.placed == 4 && hours.unplaced == 0)
    #expect([8, 12, 20, 21].map { hours.grid[2 * 24 + $0] } == [1, 1, 1, 1])
    #expect(hours.limits["federal/inconvenient-hours"]?.to.description == "21:00")
    #expect(hours.near.items.map(\.contact.record) == ["close", "early"])
    #expect(hours.near.items.map(\.minutes) == [1, 9])
    #expect(hours.near.items[0].isLate && !hours.near.items[1].isLate)
    #expect(hours.near.items[0].next?.description == "2026-04-02 08:01")
    #expect(hours.near.items[1].next == nil)
    #expect(hours.zones.keys.map(\.zone) == ["America/New_York"])
  }

  @Test func followsRestrictions() async throws {
    let signal = #","signal":"cease_request""#
    let overview = try await Self.overview([
      Self.call("before", "C1", "2026-04-01T10:00"),
      #"{"id":"ask","at":"2026-04-02T10:00","zone":"America/New_York","consumer":"C1","direction":"inbound","channel":"letter","outcome":"received","debts":["D-C1"]\#(signal)}"#,
      Self.call("after", "C1", "2026-04-03T10:00"), Self.call("more", "C1", "2026-04-04T10:00"),
      #"{"id":"ask2","at":"2026-04-02T10:00","zone":"America/New_York","consumer":"C2","direction":"inbound","channel":"letter","outcome":"received","debts":["D-C2"]\#(signal)}"#,
    ])
    let sum = try #require(overview.restrictions["cease_request"])
    #expect(sum.count == 2 && sum.contacted == 1)
    let broken = try #require(sum.broken.items.first)
    #expect(sum.broken.total == 1 && broken.record == "ask")
    #expect(broken.after.map(\.record) == ["after", "more"] && broken.total == 2)
    #expect(broken.since?.description == "2026-04-02 10:00")
    #expect(sum.kept.items.isEmpty)
  }

  @Test func seesConsentThatIsAboutToEnd() async throws {
    let consent = #","consent":{"scope":"additional_calls","to":"collector"}"#
    let given =
      #"{"id":"yes","at":"2026-04-02T10:00","zone":"America/New_York","consumer":"C1","direction":"inbound","channel":"email","outcome":"received","debts":["D-C1"]\#(consent)}"#
    // Seven days with its own: from the 2nd to the 8th.
    let lines = [given, Self.call("a", "C1", "2026-04-03T10:00")]
    let ending = try await Self.overview(lines, asOf: "2026-04-08").consents
    #expect(ending.items.map(\.record) == ["yes"])
    #expect(ending.items.first?.last.description == "2026-04-08")
    #expect(try await Self.overview(lines, asOf: "2026-04-09").consents.items == [])
    // A conversation about the debt ends it.
    let talk = Self.call("talk", "C1", "2026-04-04T10:00").replacing(
      "no_answer", with: "conversation")
    #expect(try await Self.overview(lines + [talk], asOf: "2026-04-08").consents.items == [])
  }

  @Test func namesTheDayToKeepEvidenceTo() async throws {
    let report = try await Self.linter().audit(
      [Self.source(Self.log + [Self.call("last", "C3", "2026-05-20T10:00")])],
      consumers: [Self.consumers])
    let eighth = try #require(report.findings.first { $0.rule == "federal/call-frequency-seven" })
    #expect(eighth.keepUntil?.description == "2029-05-20")
    #expect(eighth.local?.description == "2026-04-04 18:00")
    #expect(eighth.handling.agent == "A")
  }

  @Test func isMadeOnlyWhereAsked() async throws {
    let options = Linter.Options(today: try #require(CivilDay("2026-06-01")))
    let linter = Linter(rules: RuleBase(try RuleBase.shippedPacks()), options: options)
    #expect(await linter.audit([Self.source(Self.log)]).overview == nil)
  }

  /// Logs of several consumers, judged together and each alone, in any order.
  @Test(arguments: 0..<12 as Range<UInt64>)
  func mergesInAnyOrderToTheSame(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    var lines: [String: [String]] = [:]
    for number in 0..<random.pick([10, 40, 90]) {
      let consumer = random.pick(["C1", "C2", "C3", "C4"])
      let day = random.pick(Array(10...19))
      let hour = random.pick([7, 8, 12, 20, 21])
      let at = "2026-04-\(day)T\(hour < 10 ? "0" : "")\(hour):\(random.pick([10, 45]))"
      lines[consumer, default: []].append(Self.call("r\(number)", consumer, at))
    }
    // A log for each consumer, so that rows are the same in both.
    let logs = lines.values.map(Self.source)
    let whole = try await Self.overview(of: logs)
    var parts: [Overview] = []
    for log in logs { parts.append(try await Self.overview(of: [log])) }
    func merged(_ parts: [Overview]) -> Overview {
      parts.reduce(into: Overview()) { $0.merge($1) }
    }
    // Compared before #expect, which would print both.
    let (forward, backward) = (merged(parts) == whole, merged(parts.reversed()) == whole)
    #expect(forward && backward)
    // The same counts once more, by going through all calls for each.
    let seven = try #require(whole.frequency["federal/call-frequency-seven"])
    var windows: [Int: Int] = [:]
    for own in lines.values {
      let days = own.compactMap { line in
        line.firstMatch(of: #/2026-04-(\d\d)T(\d\d:\d\d)/#).map { match in
          (day: Int(match.output.1) ?? 0, time: "\(match.output.1) \(match.output.2)")
        }
      }.sorted { $0.time < $1.time }
      for (index, call) in days.enumerated() {
        let count = days[...index].count { (call.day - 6...call.day).contains($0.day) }
        windows[count, default: 0] += 1
      }
    }
    #expect(seven.windows == windows)
  }

  @Test func aShortlistKeepsTheLeastOfAll() {
    var random = SplitMix64(seed: 4)
    for _ in 0..<50 {
      let numbers = (0..<random.pick([0, 3, 9, 30])).map { _ in random.pick(Array(0...40)) }
      var whole = Shortlist<Int>(limit: 5)
      var (left, right) = (whole, whole)
      for (index, number) in numbers.enumerated() {
        whole.add(number)
        if index % 3 == 0 { left.add(number) } else { right.add(number) }
      }
      #expect(whole.items == Array(numbers.sorted().prefix(5)) && whole.total == numbers.count)
      right.merge(left)
      #expect(right.items == whole.items && right.total == whole.total)
    }
  }
}
