import FDCPALint
import FDCPALintReports
import FDCPALintStore
import Foundation
import Testing

/// Nights on a ledger against one audit of everything so far, which knows of no ledger.
@Suite struct NightTests {
  static let base = Result { RuleBase(try RuleBase.shippedPacks()) }

  static func linter(_ base: RuleBase? = nil, asOf: CivilDay? = nil) throws -> Linter {
    var options = Linter.Options(today: CivilDay(number: 20_574))
    options.asOf = asOf
    return Linter(rules: try base ?? Self.base.get(), options: options)
  }

  /// What a report says of the records, as bytes; what is told of a night alone is left out.
  static func said(_ report: Report) -> String {
    var report = report
    report.problems = []
    report.comparison = nil
    for index in report.findings.indices { report.findings[index].trend = nil }
    return ReportFormat.jsonl.render(
      report, options: RenderOptions(showText: true, redactor: Redactor(vocabulary: [])))
  }

  @Test(arguments: 0..<14) func aNightSaysWhatAnAuditOfEverythingSays(seed: UInt64) async throws {
    let nights = RandomNights(seed: seed &* 77 &+ 5).nights
    let asOf = seed % 3 == 0 ? CivilDay(year: 2026, month: 4, day: 18) : nil
    let linter = try Self.linter(asOf: asOf)
    try await withFolder { folder in
      let path = folder.appending(path: "ledger.sqlite").path
      var before: Set<String> = []
      for (number, night) in nights.enumerated() {
        let logs = nights[...number].map(\.log)
        let whole = await linter.audit(
          logs, consumers: [night.allConsumers], debts: [night.allDebts])
        let input = NightInput(
          logs: [night.log], consumers: [night.consumers].compactMap(\.self),
          debts: [night.debts].compactMap(\.self))
        let store = try LedgerStore(path: path, for: .writing)
        let told = try await store.night(linter, input, tool: "1")
        #expect(Self.said(told.report) == Self.said(whole), "seed \(seed), night \(number)")
        let now = Set(whole.findings.map(\.fingerprint))
        let new = told.report.findings.filter { $0.trend == .new }.map(\.fingerprint)
        if told.number > 1, told.number == number + 1 {
          #expect(Set(new) == now.subtracting(before), "seed \(seed), night \(number)")
          #expect(
            Set(told.report.comparison?.closed.map(\.fingerprint) ?? [])
              == before.subtracting(now), "seed \(seed), night \(number)")
        }
        before = now
        // The same rows again are the same night again, to the byte.
        let again = try await store.night(linter, input, tool: "1")
        #expect(again.added == 0 && again.judged == 0 && again.number == told.number)
        #expect(
          ReportFormat.json.render(again.report) == ReportFormat.json.render(told.report),
          "seed \(seed), night \(number)")
      }
    }
  }

  private static func day(_ day: Int, _ consumers: [String], note: String = "RNR") -> Source {
    let rows = consumers.map { name in
      #"{"id":"\#(name)-\#(day)","at":"2026-04-0\#(day)T12:00:00-04:00","consumer":"\#(name)","#
        + #""debts":["D"],"direction":"outbound","channel":"call","outcome":"no_answer","#
        + #""state":"OH","note":"\#(note)"}"# + "\n"
    }
    return Source(name: "day\(day).jsonl", bytes: Array(rows.joined().utf8))
  }

  @Test func whoIsNotTouchedIsNotJudgedAgain() async throws {
    let linter = try Self.linter()
    try await withFolder { folder in
      let store = try LedgerStore(
        path: folder.appending(path: "ledger.sqlite").path, for: .writing)
      let names = (1...20).map { "C\($0)" }
      let first = try await store.night(
        linter, NightInput(logs: [Self.day(1, names)]), tool: "1")
      #expect(first.judged == 20)
      let second = try await store.night(
        linter, NightInput(logs: [Self.day(2, ["C3", "C4"])]), tool: "1")
      #expect(second.judged == 2)
      #expect(second.consumers == 20)
      #expect(second.report.records == 22)
      // Another version of the tool may judge in another way.
      let third = try await store.night(linter, NightInput(logs: []), tool: "2")
      #expect(third.judged == 20)
    }
  }

  private static func row(_ id: String, _ at: String, _ consumer: String, _ more: String) -> String
  {
    #"{"id":"\#(id)","at":"2026-04-\#(at):00-04:00","consumer":"\#(consumer)","debts":["D"],"#
      + #""direction":"outbound",\#(more)}"# + "\n"
  }

  @Test func whatTimeAndOthersChangeIsJudgedAgain() async throws {
    let talk = #""channel":"call","outcome":"conversation","agent":"Voss","duration":1200"#
    let letter = #""channel":"letter","outcome":"sent""#
    let nights = [
      Self.row("a", "01T12:00", "C1", talk) + Self.row("b", "02T12:00", "C2", letter),
      // A late row of somebody else: the agent was still speaking with them.
      Self.row("c", "01T11:50", "C3", talk),
      Self.row("d", "06T12:00", "C2", letter),
      // Five days after the first communication have gone by, and nothing was sent.
      Self.row("e", "07T12:00", "C2", letter),
      Self.row("f", "09T12:00", "C2", letter),
    ].enumerated().map { Source(name: "night\($0).jsonl", bytes: Array($1.utf8)) }
    let tables = [
      Source(
        name: "consumers.jsonl",
        bytes: Array(
          (#"{"consumer":"C1","initial_communication":"true","time_zone":"America/New_York"}"#)
            .utf8))
    ]
    let linter = try Self.linter()
    try await withFolder { folder in
      let store = try LedgerStore(
        path: folder.appending(path: "ledger.sqlite").path, for: .writing)
      var rules: [Set<String>] = []
      var ends: [Bool] = []
      for (number, night) in nights.enumerated() {
        let told = try await store.night(
          linter, NightInput(logs: [night], consumers: number == 0 ? tables : []), tool: "1")
        let whole = await linter.audit(Array(nights[...number]), consumers: tables)
        #expect(Self.said(told.report) == Self.said(whole), "night \(number)")
        let own = told.report.findings.filter { $0.consumer == "C1" }
        rules.append(Set(own.map(\.rule)))
        ends.append(own.contains { $0.message.contains("ends on 2026-04-09") })
      }
      let notice = "federal/validation-notice-late"
      let overlap = rules[1].subtracting(rules[0])
      #expect(!overlap.isEmpty)
      #expect(rules.map { $0.contains(notice) } == [false, false, false, true, true])
      #expect(ends == [false, false, false, false, true])
    }
  }

  @Test func otherRulesScanAllTextsAgain() async throws {
    var fewer = try RuleBase.shippedPacks()
    fewer.rules.removeAll { $0.id == "federal/threat-of-arrest" }
    let log = Self.day(1, ["C1"], note: "told cust she will be arrested fri")
    try await withFolder { folder in
      let store = try LedgerStore(
        path: folder.appending(path: "ledger.sqlite").path, for: .writing)
      let without = try await store.night(
        try Self.linter(RuleBase(fewer)), NightInput(logs: [log]), tool: "1")
      #expect(!without.report.findings.contains { $0.rule == "federal/threat-of-arrest" })
      let linter = try Self.linter()
      let with = try await store.night(linter, NightInput(logs: []), tool: "1")
      #expect(with.report.findings.contains { $0.rule == "federal/threat-of-arrest" })
      #expect(Self.said(with.report) == Self.said(await linter.audit([log])))
    }
  }

  @Test func aRowThatDiffersUnderOneIDIsAProblemAndTheFirstByTimeCounts() async throws {
    func row(_ path: String, hour: Int) -> Source {
      Source(
        name: path,
        bytes: Array(
          (#"{"id":"R1","at":"2026-04-01T\#(hour):00:00-04:00","consumer":"C1","debts":["D"],"#
            + #""direction":"outbound","channel":"call","outcome":"busy"}"#).utf8))
    }
    let linter = try Self.linter()
    try await withFolder { folder in
      let store = try LedgerStore(
        path: folder.appending(path: "ledger.sqlite").path, for: .writing)
      _ = try await store.night(
        linter, NightInput(logs: [row("a.jsonl", hour: 12)]), tool: "1")
      let night = try await store.night(
        linter, NightInput(logs: [row("b.jsonl", hour: 11)]), tool: "1")
      #expect(night.replaced == 1)
      let problem = try #require(night.report.problems.first)
      #expect(night.report.problems.count == 1)
      #expect(problem.code == "duplicate-id")
      #expect(
        problem.message == "'R1' stands in row 1 and differently in row 1 of a.jsonl; the first by "
          + "time counts, give each record its own id")
      #expect(problem.path == "b.jsonl")
      #expect(night.report.records == 1)
      let whole = await linter.audit([row("a.jsonl", hour: 12), row("b.jsonl", hour: 11)])
      #expect(night.report.problems == whole.problems)
      #expect(Self.said(night.report) == Self.said(whole))
    }
  }
}
