/// Something that must have come before an act, such as contact with the consumer before credit
/// reporting (12 CFR 1006.30(a)(1)).
struct PrecedingDeadline: Sendable {
  private let rule: Deadline
  private let events: DeadlineEvents
  private let calendar: DeadlineCalendar

  init(_ rule: Deadline, _ events: DeadlineEvents, _ calendar: DeadlineCalendar) {
    self.rule = rule
    self.events = events
    self.calendar = calendar
  }

  /// How a contact stands to an act.
  private enum Standing {
    case meets
    /// Undone within the wait; by which entry.
    case undone(by: Int)
    /// The wait was not over; how long it had been.
    case tooLate(days: Int)
    /// It holds no longer; how many days ago it was.
    case lapsed(days: Int)
  }

  func judged() -> DeadlineResult {
    var result = DeadlineResult()
    let acts = events.entries(rule.event, lenient: false)
    guard !acts.isEmpty else { return result }
    let needs = rule.needs.map { need in
      (
        need: need, entries: events.entries(need.event, lenient: true),
        undoing: need.undoneBy.map { events.entries($0) } ?? []
      )
    }
    for act in acts {
      guard let day = calendar.day(act) else { continue }
      let debts = events.certain(act)
      if debts.isEmpty { result.cannotSay(act, "debts") }
      debts: for debt in debts.sorted() {
        var missed = Missed(
          entry: act, debt: debt, first: day, last: day, days: 0, count: 0,
          state: "nothing of the kind is in the log", counted: [act])
        for (need, entries, undoing) in needs {
          let earlier = entries[..<entries.partitioningIndex { $0 >= act }]
          let undone = undoing.filter { $0 < act }
          // Latest first where what is older can only have lapsed for longer.
          let isLatestFirst = need.lasts != nil && undone.isEmpty
          scan: for step in earlier.indices {
            let entry = earlier[isLatestFirst ? earlier.endIndex - 1 - step : step]
            guard events.isPossible(entry, debt) else { continue }
            switch standing(entry, day, need, undone, debt) {
            case .meets:
              let open = events.questions(entry, need.event)
              if open.isEmpty { continue debts }
              missed.questions.formUnion(open)
            case .undone(let other): missed.note(entry, undoneBy: other, calendar)
            case .tooLate(let days): missed.note(entry, after: days, of: need.wait, calendar)
            case .lapsed(let days):
              let lasts = need.lasts ?? 0
              missed.note(entry, lapsed: days, of: lasts, calendar)
              // Dates of entries in order run back by two days at the most.
              if isLatestFirst, days > lasts + 2 { break scan }
            }
          }
        }
        guard !rule.lapsed || missed.first < day else { continue }
        guard let missed = weighed(missed, &result) else { continue }
        result.missed.append(missed)
      }
    }
    return result
  }

  private func standing(
    _ entry: Int, _ day: CivilDay, _ need: Deadline.Need, _ undoing: [Int], _ debt: Int
  ) -> Standing {
    guard let sent = calendar.day(entry) else { return .tooLate(days: 0) }
    let undone = undoing.first { other in
      guard events.undoes(other, entry, debt), let back = calendar.day(other) else { return false }
      return sent.distance(to: back) < need.wait
    }
    if let undone { return .undone(by: undone) }
    let days = sent.distance(to: day)
    if let lasts = need.lasts, days > lasts { return .lapsed(days: days) }
    return days >= need.wait ? .meets : .tooLate(days: days)
  }

  /// What may have come before the log began makes it a risk, or not evaluable.
  private func weighed(_ missed: Missed, _ result: inout DeadlineResult) -> Missed? {
    guard !rule.knownBy.isEmpty else { return missed }
    var missed = missed
    switch events.start(of: missed.debt, entry: missed.entry) {
    case .inLog: break
    case .unknown: missed.conditions = ["no contact came before this log"]
    case .earlier:
      result.cannotSay(missed.entry, "records before the log")
      return nil
    case .day(let day):
      guard let opens = calendar.log.first, opens <= day else {
        result.cannotSay(missed.entry, "records before the log")
        return nil
      }
    }
    return missed
  }
}

extension Missed {
  fileprivate mutating func note(_ entry: Int, undoneBy other: Int, _ calendar: DeadlineCalendar) {
    let day = calendar.day(other).map { " on \($0)" } ?? ""
    leftOut.append(Evidence.LeftOut(entry: entry, reason: "came back\(day)"))
    state = "what was sent came back\(day)"
    first = calendar.day(entry) ?? first
  }

  /// A wait that the law does not fix to the day may have been long enough.
  fileprivate mutating func note(
    _ entry: Int, after days: Int, of wait: Int, _ calendar: DeadlineCalendar
  ) {
    leftOut.append(
      Evidence.LeftOut(entry: entry, reason: "\(days) days before, with \(wait) to wait"))
    state = "only \(days) of \(wait) days had gone by since something was sent"
    first = calendar.day(entry) ?? first
    (self.days, count) = (wait, days)
    isRisk = true
  }

  /// Of several that hold no longer, the latest is told.
  fileprivate mutating func note(
    _ entry: Int, lapsed days: Int, of lasts: Int, _ calendar: DeadlineCalendar
  ) {
    guard let day = calendar.day(entry), first == last || day > first else { return }
    state = "the last of the kind was \(days) days before, and holds for \(lasts)"
    first = day
    (self.days, count) = (lasts, days)
    counted = [entry] + counted.suffix(1)
  }
}
