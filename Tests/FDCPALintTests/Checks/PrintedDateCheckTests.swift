import Testing

@testable import FDCPALint

/// What the rule files' own examples cannot show.
@Suite struct PrintedDateCheckTests {
  private static let rule = "federal/notice-ends-too-early"
  private static let words = "How do you want to respond? Write to us by"

  private func report(_ rows: String) async throws -> Report {
    let log = Source(name: "log.jsonl", bytes: Array(rows.utf8))
    return await (try Seeds.linter()).audit([log])
  }

  private func findings(_ at: String, _ text: String) async throws -> [Finding] {
    let row =
      #"{"id":"1","consumer":"c","at":"\#(at)","channel":"letter","direction":"outbound","#
      + #""party":"consumer","outcome":"sent","text":"\#(text)"}"#
    return try await report(row).findings.filter { $0.rule == Self.rule }
  }

  @Test func theFindingNamesBothDays() async throws {
    let found = try await findings("2026-06-01T10:00-04:00", "\(Self.words) July 7, 2026.")
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.message.contains("2026-07-07"))
    #expect(finding.message.contains("2026-07-08"))
    #expect(finding.evidence.window?.first.description == "2026-06-01")
    #expect(finding.evidence.window?.last.description == "2026-07-08")
    #expect(finding.severity == .error)
    #expect(finding.questions == [])
  }

  @Test func oneDayInSeveralSentencesIsOneFinding() async throws {
    let found = try await findings(
      "2026-06-01T10:00-04:00",
      "\(Self.words) July 7, 2026. Call us by 7/7/2026. Write to us by July 6, 2026.")
    #expect(found.count == 2)
  }

  @Test func aHolidayKeptOnAnotherDayIsAnOpenQuestion() async throws {
    let found = try await findings("2026-06-29T10:00-04:00", "\(Self.words) August 5, 2026.")
    #expect(found.map(\.questions) == [[.holidayObserved]])
    #expect(found.map(\.severity) == [.warning])
    let fine = try await findings("2026-06-29T10:00-04:00", "\(Self.words) August 6, 2026.")
    #expect(fine.isEmpty)
  }

  @Test(arguments: [
    ("36", Severity.error, false), ("40", .warning, true), ("41", nil, false),
  ])
  func aTemplateAddsDays(days: String, severity: Severity?, isForHolidays: Bool) async throws {
    let text = "\(Self.words) {{sent + \(days) days}}."
    let source = Source(name: "a.letter.md", bytes: Array(text.utf8))
    let found = await (try Seeds.linter()).check([source]).findings.filter { $0.rule == Self.rule }
    #expect(found.map(\.severity) == [severity].compactMap(\.self))
    #expect(
      found.contains { $0.message.contains("a holiday falls into the days") } == isForHolidays)
  }

  @Test func aLetterIsMeasuredByTheDayThatItBears() async throws {
    let linter = try Seeds.linter()
    func judged(_ text: String) async -> Report {
      await linter.check([
        Source(name: "letter.md", bytes: Array("---\nkind: letter\n---\n\(text)".utf8))
      ])
    }
    let early = await judged("June 1, 2026\n\n\(Self.words) July 1, 2026.\n")
    #expect(early.findings.contains { $0.rule == Self.rule })
    let fine = await judged("June 1, 2026\n\n\(Self.words) July 8, 2026.\n")
    #expect(!fine.findings.contains { $0.rule == Self.rule })
    let unknown = await judged("\(Self.words) July 8, 2026.\n")
    #expect(
      unknown.notEvaluable.contains { $0.rule == Self.rule && $0.missing.contains("sending") })
    let placeholder = await judged("\(Self.words) {{date}}.\n")
    #expect(!placeholder.notEvaluable.contains { $0.rule == Self.rule })
  }

  @Test func aDayThatLiesBeforeAnother() async throws {
    let rule = "federal/notice-with-payment-deadline"
    let linter = try Seeds.linter()
    func count(_ pay: String) async -> Int {
      let text = "You must pay $80 by \(pay). \(Self.words) July 8, 2026."
      let source = Source(name: "letter.md", bytes: Array("---\nkind: letter\n---\n\(text)".utf8))
      return await linter.check([source]).findings.filter { $0.rule == rule }.count
    }
    #expect(await count("July 7, 2026") == 1)
    #expect(await count("July 8, 2026") == 0)
  }

  @Test func thatNothingSaysWhereALetterGoesIsToldOnce() async throws {
    let text = "---\nkind: letter\n---\nFrom a debt collector. Your past due balance is $90.\n"
    let report = await (try Seeds.linter()).check([
      Source(name: "letter.md", bytes: Array(text.utf8))
    ])
    #expect(report.notEvaluable.filter { $0.missing == "jurisdiction" }.count == 1)
  }
}
