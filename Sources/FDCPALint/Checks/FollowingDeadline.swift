/// Something that must come within so many days after something else, such as the validation
/// notice after the first communication (12 CFR 1006.34(a)(1)(i)(B)).
struct FollowingDeadline: Sendable {
  private let rule: Deadline
  private let days: Int
  private let events: DeadlineEvents
  private let calendar: DeadlineCalendar
  private let starts: [Int]
  /// Entries that meet each need.
  private let meeting: [[Int]]
  /// Entries that may be what is needed, for nothing shows what they said.
  private let unclear: [Int]

  init(
    _ rule: Deadline, _ days: Int, _ events: DeadlineEvents, _ calendar: DeadlineCalendar
  ) {
    self.rule = rule
    self.days = days
    self.events = events
    self.calendar = calendar
    starts = events.entries(rule.event, lenient: false)
    meeting =
      starts.isEmpty && !rule.first
      ? [] : rule.needs.map { events.entries($0.event, lenient: true) }
    unclear =
      rule.unclear.map { filter in
        events.entries(filter).filter { events.ledger.entries[$0].kinds[.text] == nil }
      } ?? []
  }

  func judged() -> DeadlineResult {
    var result = DeadlineResult()
    for debt in 0..<events.debts.count {
      let mine = starts.filter { events.certain($0).contains(debt) }
      if mine.isEmpty, rule.first {
        if let vague = starts.first(where: { events.certain($0).isEmpty }) {
          result.cannotSay(vague, "debts")
        } else {
          judge(debt, &result)
        }
      }
      for start in rule.first ? Array(mine.prefix(1)) : mine { judge(start, debt, &result) }
    }
    return result
  }

  /// A debt whose first communication a table dates, and no record shows.
  private func judge(_ debt: Int, _ result: inout DeadlineResult) {
    guard case .day(let first) = events.start(of: debt, entry: nil),
      events.debts.name(debt) != nil, !events.ledger.entries.isEmpty,
      let opens = calendar.log.first, opens <= first, let last = calendar.log.last,
      isShown, !isEnded(debt, by: first.advanced(by: days)),
      first.advanced(by: days) < last, entry(meeting: debt, from: first, after: nil) == nil
    else { return }
    var missed = missed(0, debt, first, last)
    missed.isAboutDebt = true
    missed.isRisk = true
    missed.state = missing(last)
    result.missed.append(missed)
  }

  private func judge(_ start: Int, _ debt: Int, _ result: inout DeadlineResult) {
    guard var first = calendar.day(start) else { return }
    if let name = rule.date {
      guard let text = events.detail(name, of: start) else { return }
      guard let date = MonthDay(text) else { return result.cannotSay(start, name) }
      guard let day = date.day(onOrAfter: first) else { return }
      first = day
    }
    let known = rule.knownBy.isEmpty ? .inLog : events.start(of: debt, entry: start)
    switch known {
    case .earlier: return
    case .day(let day):
      if let opens = calendar.log.first, day < opens {
        // A clock that ran out before the log began is not this log's affair.
        guard day.advanced(by: days) >= opens else { return }
        return result.cannotSay(start, "records from \(day) on")
      }
      first = day
    case .unknown, .inLog: break
    }
    let last = first.advanced(by: days)
    guard !isEnded(debt, by: last), entry(meeting: debt, from: first, after: start) == nil else {
      return
    }
    let isUnclear = unclear.contains { entry in
      events.isPossible(entry, debt) && calendar.day(entry).map { $0 <= last } ?? false
    }
    guard !isUnclear else { return result.cannotSay(start, "what was sent") }
    guard let late = late(debt, last, after: start) else {
      notYet(start, debt, first, known, &result)
      return
    }
    let day = calendar.day(late) ?? last
    var missed = missed(late, debt, first, day)
    missed.counted = [start, late]
    missed.state = "came on \(day)"
    if known == .unknown { missed.conditions = ["this log holds the first communication"] }
    result.missed.append(missed)
  }

  private func notYet(
    _ start: Int, _ debt: Int, _ first: CivilDay, _ known: DeadlineEvents.Start,
    _ result: inout DeadlineResult
  ) {
    guard let end = calendar.log.last, first.advanced(by: days) < end else { return }
    guard known != .unknown else { return result.cannotSay(start, rule.knownBy.first ?? "start") }
    guard isShown else {
      let channels = rule.unclear?.channels.map(\.rawValue) ?? []
      return result.cannotSay(start, "records of \(channels.joined(separator: " and "))")
    }
    var missed = missed(start, debt, first, end)
    missed.state = missing(end)
    result.missed.append(missed)
  }

  /// Whether the log shows the media at all in which the need would be met.
  private var isShown: Bool {
    guard let unclear = rule.unclear else { return true }
    return !calendar.log.channels.isDisjoint(with: unclear.channels)
  }

  private func missing(_ end: CivilDay) -> String { "is not in the log, which ends on \(end)" }

  private func missed(_ entry: Int, _ debt: Int, _ first: CivilDay, _ now: CivilDay) -> Missed {
    Missed(
      entry: entry, debt: debt, first: first, last: first.advanced(by: days), days: days,
      count: first.distance(to: now), state: "", counted: [entry])
  }

  private func isEnded(_ debt: Int, by last: CivilDay) -> Bool {
    events.endings(for: debt).contains { fact in
      guard let since = fact.since else { return true }
      let entry = events.ledger.entries.firstIndex { $0.contact.id == since.record }
      return entry.flatMap(calendar.day).map { $0 <= last } ?? true
    }
  }

  /// An entry that meets a need in time.
  private func entry(meeting debt: Int, from first: CivilDay, after start: Int?) -> Int? {
    let last = first.advanced(by: days)
    for (need, entries) in zip(rule.needs, meeting) {
      let met = entries.first { entry in
        guard events.isPossible(entry, debt), let day = calendar.day(entry), day <= last else {
          return false
        }
        switch need.since {
        case .ever: return true
        case .record: return start.map { entry > $0 } ?? true
        case .start: return day >= first && start.map { entry >= $0 } ?? true
        }
      }
      if let met { return met }
    }
    return nil
  }

  private func late(_ debt: Int, _ last: CivilDay, after start: Int) -> Int? {
    meeting.joined().filter { entry in
      entry > start && events.certain(entry).contains(debt)
        && calendar.day(entry).map { $0 > last } ?? false
    }.min()
  }
}
