import Testing

@testable import FDCPALint

/// Answers before a contact, on small logs with literal expectations.
@Suite struct MayContactTests {
  private static let header = "id,at,consumer,person,party,debts,direction,channel,outcome,signal\n"

  private static func calls(_ days: ClosedRange<Int>) -> String {
    days.map {
      "r\($0),2026-04-0\($0)T10:00:00-04:00,C1,,,D1,outbound,call,no_answer,\n"
    }.joined()
  }

  private static func answer(
    _ rows: String, at: String, channel: Channel = .call,
    consumers: String = "C1,America/New_York,",
    debts: [String] = ["D1"], _ change: (inout ContactQuestion) -> Void = { _ in }
  ) async throws -> ContactAnswer {
    var options = Linter.Options(today: try #require(CivilDay("2026-04-01")))
    options.jobs = 1
    let linter = Linter(rules: RuleBase(try RuleBase.shippedPacks()), options: options)
    var question = ContactQuestion(
      consumer: "C1", channel: channel, time: ProposedTime(at))
    question.debts = debts
    change(&question)
    let answers = await linter.mayContact(
      [question], logs: [Source(name: "log.csv", bytes: Array((header + rows).utf8))],
      consumers: [
        Source(
          name: "consumers.csv",
          bytes: Array(("consumer,time_zone,possible_time_zones\n" + consumers).utf8))
      ])
    return try #require(answers.answers.first)
  }

  private static func instant(_ text: String) -> Instant? { Sample.instant(text).0 }

  @Test func theEighthCallWaitsForTheFirstToLeaveTheWindow() async throws {
    let answer = try await Self.answer(Self.calls(1...7), at: "2026-04-07T12:00:00-04:00")
    #expect(answer.decision == .notAllowed)
    #expect(answer.bindings.map(\.finding.rule) == ["federal/call-frequency-seven"])
    #expect(answer.bindings.first?.finding.evidence.count == 8)
    #expect(answer.bindings.first?.until == Self.instant("2026-04-08T00:00-04:00"))
    #expect(answer.next == Self.instant("2026-04-08T08:01-04:00"))
    #expect(answer.missing.isEmpty)
  }

  @Test func theSeventhCallAndATextAreAllowed() async throws {
    let seventh = try await Self.answer(Self.calls(1...6), at: "2026-04-07T12:00:00-04:00")
    #expect(seventh.decision == .allowed)
    #expect(seventh.next == nil)
    let text = try await Self.answer(
      Self.calls(1...7), at: "2026-04-07T12:00:00-04:00", channel: .text)
    #expect(text.decision == .allowed)
  }

  @Test func afterAConversationTheNextCallIsOnTheEighthDay() async throws {
    let answer = try await Self.answer(
      "r1,2026-04-01T10:00:00-04:00,C1,,,D1,inbound,call,conversation,\n",
      at: "2026-04-01T12:00:00-04:00")
    #expect(answer.decision == .notAllowed)
    #expect(answer.bindings.map(\.finding.rule) == ["federal/call-after-conversation"])
    #expect(answer.next == Self.instant("2026-04-08T08:01-04:00"))
  }

  @Test(arguments: [
    ("2026-04-07T07:59:00-04:00", ContactAnswer.Decision.notAllowed, "2026-04-07T08:01-04:00"),
    ("2026-04-07T08:00:00-04:00", .undetermined, "2026-04-07T08:01-04:00"),
    ("2026-04-07T08:01", .allowed, ""),
    ("2026-04-07T20:59:59-04:00", .allowed, ""),
    ("2026-04-07T21:00:00-04:00", .undetermined, "2026-04-08T08:01-04:00"),
    ("2026-04-07T21:01:30-04:00", .notAllowed, "2026-04-08T08:01-04:00"),
    // Daylight time ends on 1 November: the night is an hour longer.
    ("2026-10-31T22:00:00-04:00", .notAllowed, "2026-11-01T08:01-05:00"),
  ])
  func hours(at: String, decision: ContactAnswer.Decision, next: String) async throws {
    let answer = try await Self.answer("", at: at)
    #expect(answer.decision == decision)
    #expect(answer.next == Self.instant(next))
  }

  @Test func aContactIsAllowedOnlyWithinHoursOfEveryPossibleZone() async throws {
    let answer = try await Self.answer(
      "", at: "2026-04-07T09:00:00-04:00",
      consumers: "C1,,America/New_York;America/Los_Angeles")
    #expect(answer.decision == .undetermined)
    #expect(answer.missing == ["time zone"])
    #expect(answer.next == Self.instant("2026-04-07T11:01-04:00"))
    #expect(answer.next.map(answer.offset(at:)) == -14_400)
  }

  @Test func aCeaseRequestHasNoEnd() async throws {
    let answer = try await Self.answer(
      "r1,2026-04-01T10:00:00-04:00,C1,,,D1,inbound,letter,received,cease_request\n",
      at: "2026-04-20T12:00:00-04:00")
    #expect(answer.decision == .notAllowed)
    #expect(answer.bindings.contains { $0.finding.rule == "federal/after-cease" })
    #expect(answer.next == nil)
  }

  @Test(arguments: [
    (
      "r1,2026-04-01T10:00:00-04:00,C1,,,D1,outbound,call,no_answer,\n", "C1,,", ["D1"],
      ["time zone"]
    ),
    ("", "C2,America/New_York,", ["D1"], ["consumer", "time zone"]),
    (
      "r1,2026-04-01T10:00:00-04:00,C1,,,D1;D2,outbound,text,sent,\n", "C1,America/New_York,", [],
      ["debt"]
    ),
    (
      "r1,2026-04-01T10:00:00-04:00,C1,,,D1,outbound,call,nonsense,\n", "C1,America/New_York,",
      ["D1"], ["log.csv row 2 outcome (bad-value)"]
    ),
    (
      "r1,2026-04-01T10:00:00-04:00,C1,ann,consumer,D1,outbound,call,no_answer,\n"
        + "r2,2026-04-01T10:00:00-04:00,C1,bob,consumer,D1,outbound,call,no_answer,\n",
      "C1,America/New_York,", ["D1"], ["person"]
    ),
  ])
  func whatIsMissingLeavesItUndetermined(
    rows: String, consumers: String, debts: [String], missing: [String]
  ) async throws {
    let answer = try await Self.answer(
      rows, at: "2026-04-20T12:00:00-04:00", consumers: consumers, debts: debts)
    #expect(answer.decision == .undetermined)
    #expect(answer.missing == missing)
    #expect(answer.next == nil)
  }

  @Test func aBrokenRowOfSomebodyElseChangesNothing() async throws {
    let answer = try await Self.answer(
      "r1,2026-04-01T10:00:00-04:00,C2,,,D1,outbound,call,nonsense,\n",
      at: "2026-04-20T12:00:00-04:00")
    #expect(answer.decision == .allowed)
  }

  @Test func theOnlyPersonThatTheLogNamesIsMeant() async throws {
    let rows = Self.calls(1...7).replacingOccurrences(of: "C1,,", with: "C1,ann,consumer")
    let answer = try await Self.answer(rows, at: "2026-04-07T12:00:00-04:00")
    #expect(answer.decision == .notAllowed)
    let other = try await Self.answer(rows, at: "2026-04-07T12:00:00-04:00") {
      $0.person = "bob"
      $0.party = .spouse
    }
    #expect(other.decision == .allowed)
  }

  @Test func aBatchKeepsItsOrderAndNamesWhatItCannotRead() {
    let lines = """
      {"id":"a","consumer":"C1","debt":"D1","channel":"call","at":"2026-04-07T12:00:00-04:00"}
      {"id":"b","consumer":"C1","debt":["D1","D2"],"channel":"cal","at":"noon"}
      nonsense
      {"id":7,"consumer":"C1","party":"spouse","channel":"text"}
      """
    let questions = QuestionReader.questions(
      in: Source(name: "questions.jsonl", bytes: Array(lines.utf8)))
    #expect(questions.map(\.id) == ["a", "b", nil, "7"])
    #expect(questions.map(\.debts) == [["D1"], ["D1", "D2"], [], []])
    #expect(questions[0].unread.isEmpty)
    #expect(questions[1].unread.count == 2)
    #expect(questions[2].unread.count == 1)
    #expect(questions[3].unread == ["at"])
  }
}
