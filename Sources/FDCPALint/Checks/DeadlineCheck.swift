/// Finds what came too late, too early or not at all: a validation notice, credit reporting before
/// any contact, records deleted too soon, a promise that nobody followed up.
///
/// Days are dates on the consumer's calendar. A clock that has not run out by the last day of the
/// log is no finding; what the log cannot show is not evaluable.
enum DeadlineCheck {
  /// - Parameter log: What all records show; by default, what this ledger's do.
  static func evidence(
    _ rule: Deadline, in ledger: Ledger, clock: LedgerClock, log: LogExtent? = nil
  ) -> CheckResult {
    guard DeadlineEvents.mayStart(rule, in: ledger) else { return CheckResult() }
    let events = DeadlineEvents(rule, ledger)
    let log = log ?? LogExtent([ledger])
    let readings = clock.dayReadings.map { reading in
      let calendar = DeadlineCalendar(clock: clock, reading: reading, log: log)
      switch rule.form {
      case .following(let days):
        return FollowingDeadline(rule, days, events, calendar).judged()
      case .preceding: return PrecedingDeadline(rule, events, calendar).judged()
      case .quiet(let period, let contacts, let sinceFirst):
        return QuietDeadline(rule, period, contacts, sinceFirst, events, calendar).judged()
      }
    }
    return merged(readings, events, clock)
  }

  private struct Key: Hashable {
    var entry: Int
    var debt: Int
  }

  private static func merged(
    _ readings: [DeadlineResult], _ events: DeadlineEvents, _ clock: LedgerClock
  ) -> CheckResult {
    var found: [Key: (missed: Missed, times: Int)] = [:]
    for missed in readings.flatMap(\.missed) {
      let key = Key(entry: missed.entry, debt: missed.debt)
      found[key] = (found[key]?.missed ?? missed, (found[key]?.times ?? 0) + 1)
    }
    var result = CheckResult()
    result.evidence = found.sorted { ($0.key.entry, $0.key.debt) < ($1.key.entry, $1.key.debt) }
      .map { _, value in
        evidence(value.missed, isDated: value.times < readings.count, events, clock)
      }
    result.notEvaluable = readings.first?.gaps ?? []
    return result
  }

  private static func evidence(
    _ missed: Missed, isDated: Bool, _ events: DeadlineEvents, _ clock: LedgerClock
  ) -> Evidence {
    let contact = events.ledger.entries[missed.entry].contact
    var evidence = Evidence(entry: missed.entry)
    evidence.debt = events.debts.name(missed.debt) ?? contact.debts.first
    evidence.person = contact.personKey
    evidence.counted = missed.isAboutDebt ? [] : missed.counted
    evidence.leftOut = missed.leftOut
    evidence.window = DayRange(first: missed.first, last: missed.last)
    evidence.conditions = missed.conditions
    evidence.isRisk = missed.isRisk
    evidence.isAboutDebt = missed.isAboutDebt
    var questions = missed.questions
    if isDated { questions.insert(.zoneDate) }
    if !clock.knowsZone(of: contact), missed.isClose { questions.insert(.noZone) }
    evidence.questions = questions.inOrder
    evidence.place(contact, clock)
    evidence.values["first"] = missed.first.description
    evidence.values["last"] = missed.last.description
    evidence.values["days"] = String(missed.days)
    evidence.values["count"] = String(missed.count)
    evidence.values["debt"] = evidence.debt ?? "(not named)"
    evidence.values["missing"] = missed.state
    return evidence
  }
}

/// What one reading of the dates says.
struct DeadlineResult: Sendable {
  var missed: [Missed] = []
  var gaps: [CheckResult.Missing] = []

  mutating func cannotSay(_ entry: Int, _ what: String) {
    gaps.append(CheckResult.Missing(entry: entry, what: what))
  }
}

/// A deadline that was not kept.
struct Missed: Sendable {
  /// The entry that the finding lies on.
  var entry: Int
  var debt: Int
  /// First and last day of the span.
  var first: CivilDay
  var last: CivilDay
  /// What the rule allows or demands, in days or years.
  var days: Int
  /// How many days it took, so far or at last.
  var count: Int
  /// How it stands, in words: `came on 2026-06-09`.
  var state: String
  var counted: [Int]
  var leftOut: [Evidence.LeftOut] = []
  var conditions: [String] = []
  var questions: Set<OpenQuestion> = []
  var isRisk = false
  var isAboutDebt = false

  /// Whether another zone's date could make a difference.
  var isClose: Bool { abs(count - days) <= 1 }
}

/// The dates of entries in one zone, and how far the log reaches.
struct DeadlineCalendar: Sendable {
  let clock: LedgerClock
  let reading: Int
  let log: LogExtent

  func day(_ entry: Int) -> CivilDay? { clock.day(of: entry, reading: reading) }
}
