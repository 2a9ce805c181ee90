/// An act that must wait until nothing has happened for some time, such as the deletion of records
/// three years after the last collection activity (12 CFR 1006.100).
struct QuietDeadline: Sendable {
  private let rule: Deadline
  private let period: Deadline.Period
  private let contacts: ContactFilter
  private let sinceFirst: Bool
  private let events: DeadlineEvents
  private let calendar: DeadlineCalendar

  init(
    _ rule: Deadline, _ period: Deadline.Period, _ contacts: ContactFilter, _ sinceFirst: Bool,
    _ events: DeadlineEvents, _ calendar: DeadlineCalendar
  ) {
    self.rule = rule
    self.period = period
    self.contacts = contacts
    self.sinceFirst = sinceFirst
    self.events = events
    self.calendar = calendar
  }

  func judged() -> DeadlineResult {
    var result = DeadlineResult()
    let acts = events.entries(rule.event, lenient: false)
    guard !acts.isEmpty else { return result }
    let activity = events.entries(contacts)
    for act in acts {
      guard let day = calendar.day(act) else { continue }
      let named = events.certain(act)
      let mine = activity.filter { entry in
        entry < act && (named.isEmpty || named.contains { events.isPossible(entry, $0) })
      }
      guard let first = mine.first, let last = mine.last else {
        result.cannotSay(act, "what came before it")
        continue
      }
      let from = sinceFirst ? first : last
      if let missed = missed(act, named.min() ?? 0, from, day) {
        result.missed.append(missed)
      } else if sinceFirst, missed(act, 0, last, day) != nil {
        // One of the calls is old enough and another is not.
        result.cannotSay(act, "which of the contacts it is about")
      }
    }
    return result
  }

  private func missed(_ act: Int, _ debt: Int, _ from: Int, _ day: CivilDay) -> Missed? {
    guard let start = calendar.day(from) else { return nil }
    let end = start.advanced(by: period)
    guard day < end else { return nil }
    let length: Int
    switch period {
    case .days(let count), .years(let count): length = count
    }
    var missed = Missed(
      entry: act, debt: debt, first: start, last: end.advanced(by: -1), days: length,
      count: start.distance(to: day), state: "", counted: [from, act])
    if sinceFirst { missed.conditions = ["it is about a contact in this log"] }
    return missed
  }
}
