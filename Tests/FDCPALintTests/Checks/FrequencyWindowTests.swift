import Testing

@testable import FDCPALint

/// The parameters by which jurisdictions count differently from Regulation F.
@Suite struct FrequencyWindowTests {
  /// A log, a rule, the rows that are over, and in `open` those of which that hangs on questions.
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let rows: [Contact]
    let rule: FrequencyLimit
    var over: [Int] = []
    var open: [Int: [OpenQuestion]] = [:]
  }

  static func rule(
    _ limit: Int, days: Int? = nil, _ window: CountWindow = .rolling, per: [CountKey] = [.consumer],
    weekStarts: Weekday = .sunday, _ filter: (inout ContactFilter) -> Void = { _ in },
    except: (inout CountExceptions) -> Void = { _ in }
  ) -> FrequencyLimit? {
    var counts = ContactFilter()
    counts.directions = [.outbound]
    counts.outcomes = [.voicemail, .conversation, .sent]
    filter(&counts)
    var exceptions = CountExceptions()
    except(&exceptions)
    return try? FrequencyLimit(
      limit: limit, days: days, window: window, weekStarts: weekStarts, per: per, counts: counts,
      except: exceptions)
  }

  static func calls(_ days: [String], _ change: (inout Contact) -> Void = { _ in }) -> [Contact] {
    days.map { Sample.call("2026-\($0)T10:00", .voicemail, change) }
  }

  static func cases(
    _ list: [(
      name: String, rows: [Contact], rule: FrequencyLimit?, over: [Int],
      open: [Int: [OpenQuestion]]
    )]
  ) -> [Case] {
    list.compactMap { item in
      item.rule.map {
        Case(
          testDescription: item.name, rows: item.rows, rule: $0, over: item.over, open: item.open)
      }
    }
  }

  /// 5 April 2026 was a Sunday.
  static let windows = cases([
    (
      "a calendar week is Sunday to Saturday", calls(["04-05", "04-11", "04-12"]),
      rule(1, .calendarWeek), [1], [:]
    ),
    (
      "its count begins again on Sunday", calls(["04-10", "04-11", "04-12", "04-13"]),
      rule(2, .calendarWeek), [], [:]
    ),
    (
      "it may begin on Monday", calls(["04-05", "04-06", "04-11", "04-12"]),
      rule(2, .calendarWeek, weekStarts: .monday), [3], [:]
    ),
    (
      "a business week is Monday to Friday", calls(["04-06", "04-10", "04-13"]),
      rule(1, .businessWeek), [1], [:]
    ),
    (
      "a weekend counts in no business week", calls(["04-04", "04-05", "04-06", "04-11", "04-12"]),
      rule(1, .businessWeek), [], [:]
    ),
    (
      "a month is a calendar month", calls(["04-01", "04-30", "05-01", "05-31"]),
      rule(1, .calendarMonth), [1, 3], [:]
    ),
    (
      "a quarter begins in January, April, July, October",
      calls(["01-01", "03-31", "04-01", "06-30", "07-01"]), rule(1, .calendarQuarter), [1, 3], [:]
    ),
    (
      "thirty days are thirty dates", calls(["04-01", "04-15", "04-30", "05-01"]),
      rule(2, days: 30), [2, 3], [:]
    ),
    (
      "the thirty-first has left", calls(["04-01", "04-15", "05-01"]), rule(2, days: 30), [], [:]
    ),
    (
      "a day is a date", calls(["04-06", "04-06", "04-06", "04-07"]), rule(2, days: 1), [2], [:]
    ),
    (
      "an undefined week: certain within a calendar week", calls(["04-06", "04-09"]),
      rule(1, .undefinedWeek), [1], [:]
    ),
    (
      "an undefined week: open across two of them", calls(["04-09", "04-13"]),
      rule(1, .undefinedWeek), [], [1: [.weekUnclear]]
    ),
    (
      "an undefined week: a week apart", calls(["04-06", "04-13"]), rule(1, .undefinedWeek), [], [:]
    ),
    ("a limit of nothing bars all", calls(["04-06"]), rule(0, days: 1), [0], [:]),
  ])

  static let units = cases([
    (
      "consumer: everybody whom the filter lets in, about any debt",
      [
        Sample.call("2026-04-06T10:00", .voicemail, debts: ["A"]),
        Sample.call("2026-04-07T10:00", .voicemail, to: "s", party: .spouse, debts: ["B"]),
        Sample.call("2026-04-07T11:00", .voicemail, to: "n", party: .thirdParty, debts: ["B"]),
        Sample.message("2026-04-08T10:00", .letter, debts: ["C"]),
      ], rule(2, days: 7) { $0.parties = [.consumer, .spouse] }, [3], [:]
    ),
    (
      "debt alone: persons add up, debts do not",
      [
        Sample.call("2026-04-06T10:00", .voicemail, debts: ["A"]),
        Sample.call("2026-04-07T10:00", .voicemail, to: "s", party: .spouse, debts: ["A"]),
        Sample.call("2026-04-08T10:00", .voicemail, debts: ["B"]),
      ], rule(1, days: 7, per: [.debt]), [1], [:]
    ),
    (
      "number: however it is written, and nobody else's",
      calls(["04-06"]) { $0.to = "206-555-0101" } + calls(["04-06"]) { $0.to = "+1 (206) 555-0101" }
        + calls(["04-06"]) { $0.to = "206-555-0102" }, rule(1, days: 1, per: [.number]), [1], [:]
    ),
  ])

  static let counted = cases([
    (
      "an answer is free, the next message is not",
      calls(["04-06"]) + [
        Sample.message("2026-04-07T09:00", .text, .inbound),
        Sample.message("2026-04-07T10:00", .text), Sample.message("2026-04-07T11:00", .text),
      ], rule(1, days: 7, except: { $0.reply = true }), [3], [:]
    ),
    (
      "an answer in another medium counts",
      calls(["04-06"]) + [
        Sample.message("2026-04-07T09:00", .text, .inbound),
        Sample.call("2026-04-07T10:00", .voicemail),
      ], rule(1, days: 7, except: { $0.reply = true }), [2], [:]
    ),
    (
      "an outcome that may count", calls(["04-06"]) + [Sample.call("2026-04-07T10:00", .noAnswer)],
      rule(1, days: 7) { $0.unclearOutcomes = [.noAnswer] }, [], [1: [.outcomeUnclear]]
    ),
    (
      "what is open does not make the next one certain",
      [Sample.call("2026-04-06T10:00", .noAnswer)] + calls(["04-07", "04-08"]),
      rule(1, days: 7) { $0.unclearOutcomes = [.noAnswer] }, [2], [1: [.outcomeUnclear]]
    ),
    (
      "a kind of number that does not count",
      calls(["04-06", "04-07"]) { $0.endpoint = .mobile }
        + calls(["04-08"]) { $0.endpoint = .work },
      rule(1, days: 7) { $0.notEndpoints = [.work] }, [1], [:]
    ),
    (
      "recordings alone, by the log's word or the outcome",
      [
        Sample.call("2026-04-06T10:00", .recordedMessage),
        Sample.call("2026-04-06T11:00", .voicemail) { $0.prerecorded = true },
        Sample.call("2026-04-06T12:00", .voicemail),
        Sample.call("2026-04-06T13:00", .recordedMessage) { $0.prerecorded = false },
      ],
      rule(1, days: 1) {
        $0.outcomes.append(.recordedMessage)
        $0.prerecorded = true
      }, [1], [:]
    ),
    (
      "a number of unknown kind may count",
      calls(["04-06"]) { $0.endpoint = .mobile }
        + calls(["04-07"]), rule(1, days: 7) { $0.notEndpoints = [.work] }, [],
      [1: [.endpointUnclear]]
    ),
  ])

  @Test(arguments: windows + units + counted) func isOver(sample: Case) {
    let ledger = Sample.ledger(sample.rows)
    let result = FrequencyCheck.evidence(sample.rule, in: ledger, clock: LedgerClock(ledger))
    let certain = result.evidence.filter(\.questions.isEmpty)
    #expect(certain.map { ledger.entries[$0.entry].order } == sample.over)
    let rest = result.evidence.filter { !$0.questions.isEmpty }
    let open = rest.map { (ledger.entries[$0.entry].order, $0.questions) }
    #expect(Dictionary(open, uniquingKeysWith: { first, _ in first }) == sample.open)
    #expect(result.notEvaluable == [])
  }

  @Test func everyCaseHasARule() {
    #expect(Self.windows.count == 14)
    #expect(Self.units.count == 3)
    #expect(Self.counted.count == 7)
  }

  @Test func aNumberMustBeKnown() throws {
    let ledger = Sample.ledger(Self.calls(["04-06", "04-06"]))
    let rule = try #require(Self.rule(1, days: 1, per: [.number]))
    let result = FrequencyCheck.evidence(rule, in: ledger, clock: LedgerClock(ledger))
    #expect(result.evidence.isEmpty)
    #expect(
      result.notEvaluable == [
        CheckResult.Missing(entry: 0, what: "to"), CheckResult.Missing(entry: 1, what: "to"),
      ])
  }

  @Test func showsTheWholeWindow() throws {
    let ledger = Sample.ledger(Self.calls(["04-06", "04-08"]))
    let rule = try #require(Self.rule(1, .businessWeek))
    let result = FrequencyCheck.evidence(rule, in: ledger, clock: LedgerClock(ledger))
    let evidence = try #require(result.evidence.first)
    #expect(evidence.values["first"] == "2026-04-06")
    #expect(evidence.values["last"] == "2026-04-10")
    #expect(evidence.values["count"] == "2")
    #expect(evidence.person == nil)
    #expect(evidence.counted == [0, 1])
  }
}
