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
  private let undoing: [Int]

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
    undoing = rule.undoneBy.map { events.entries($0) } ?? []
  }

  func judged() -> DeadlineResult {
    var result = DeadlineResult()
    for debt in 0..<events.debts.count {
      let endings = endings(for: debt)
      let mine = starts.filter { events.certain($0).contains(debt) }
      if mine.isEmpty, rule.first {
        if let vague = starts.first(where: { events.certain($0).isEmpty }) {
          result.cannotSay(vague, "debts")
        } else {
          judge(debt, endings, &result)
        }
      }
      for start in rule.first ? Array(mine.prefix(1)) : mine {
        judge(start, debt, endings, &result)
      }
    }
    return result
  }

  /// A debt whose first communication a table dates, and no record shows.
  private func judge(_ debt: Int, _ endings: [CivilDay?], _ result: inout DeadlineResult) {
    guard case .day(let first) = events.start(of: debt, entry: nil),
      events.debts.name(debt) != nil, !events.ledger.entries.isEmpty,
      let opens = calendar.log.first, opens <= first,
      isShown, !isEnded(endings, by: first.advanced(by: days)),
      calendar.log.isPast(first.advanced(by: days)),
      let open = questions(meeting: debt, from: first, after: nil),
      let last = calendar.log.last
    else { return }
    var missed = missed(0, debt, first, last)
    missed.questions = open
    missed.isAboutDebt = true
    missed.isRisk = true
    missed.state = missing(last)
    result.missed.append(missed)
  }

  private func judge(
    _ start: Int, _ debt: Int, _ endings: [CivilDay?], _ result: inout DeadlineResult
  ) {
    guard var first = calendar.day(start) else { return }
    var from = start
    if rule.undoneBy != nil {
      guard let undone = undoing.first(where: { events.undoes($0, start, debt) }),
        let day = calendar.day(undone)
      else { return }
      (from, first) = (undone, day)
    }
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
        return result.cannotSay(start, "records before the log")
      }
      first = day
    case .unknown, .inLog: break
    }
    let last = first.advanced(by: days)
    guard !isEnded(endings, by: last),
      let open = questions(meeting: debt, from: first, after: from)
    else { return }
    let late = late(debt, last, after: from)
    // A clock that still runs is no finding, and nothing is missing yet.
    guard late != nil || calendar.log.isPast(last) else { return }
    let isUnclear = unclear.contains { entry in
      events.isPossible(entry, debt) && calendar.day(entry).map { $0 <= last } ?? false
    }
    guard !isUnclear else { return result.cannotSay(start, "what was sent") }
    guard let late else {
      notYet(start, debt, first, known, open, &result)
      return
    }
    let day = calendar.day(late) ?? last
    var missed = missed(late, debt, first, day)
    missed.counted = Array(Set([start, from, late])).sorted()
    missed.state = "came on \(day)"
    missed.questions = open
    if known == .unknown { missed.conditions = ["this log holds the first communication"] }
    result.missed.append(missed)
  }

  private func notYet(
    _ start: Int, _ debt: Int, _ first: CivilDay, _ known: DeadlineEvents.Start,
    _ open: Set<OpenQuestion>, _ result: inout DeadlineResult
  ) {
    guard known != .unknown else { return result.cannotSay(start, rule.knownBy.first ?? "start") }
    guard isShown else {
      let channels = rule.unclear?.channels.map(\.rawValue) ?? []
      return result.cannotSay(start, "records of \(channels.joined(separator: " and "))")
    }
    guard let end = calendar.log.last else { return }
    var missed = missed(start, debt, first, end)
    if let undone = undoing.first(where: { events.undoes($0, start, debt) }) {
      missed.counted.append(undone)
    }
    missed.state = missing(end)
    missed.questions = open
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

  /// The days on which the duty ended, `nil` where it never began.
  private func endings(for debt: Int) -> [CivilDay?] {
    events.endings(for: debt).map { fact in
      guard let since = fact.since else { return nil }
      return events.ledger.entries.firstIndex { $0.contact.id == since.record }
        .flatMap(calendar.day)
    }
  }

  private func isEnded(_ endings: [CivilDay?], by last: CivilDay) -> Bool {
    endings.contains { $0.map { $0 <= last } ?? true }
  }

  /// `nil` when a need is met in time, else the open questions on which it hangs that none is.
  private func questions(
    meeting debt: Int, from first: CivilDay, after start: Int?
  ) -> Set<OpenQuestion>? {
    let last = first.advanced(by: days)
    var open: Set<OpenQuestion> = []
    for (need, entries) in zip(rule.needs, meeting) {
      let opening: Int
      switch need.since {
      case .ever: opening = 0
      case .record: opening = start.map { $0 + 1 } ?? 0
      case .start: opening = start ?? 0
      }
      for entry in entries[entries.partitioningIndex { $0 >= opening }...] {
        guard let day = calendar.day(entry) else { continue }
        // Dates of records that share no zone may run back by a day.
        if day > last.advanced(by: 2) { break }
        guard day <= last, need.since != .start || day >= first else { continue }
        guard events.isPossible(entry, debt) else { continue }
        let questions = events.questions(entry, need.event)
        if questions.isEmpty { return nil }
        open.formUnion(questions)
      }
    }
    return open
  }

  /// The first entry that would have met a need in time.
  private func late(_ debt: Int, _ last: CivilDay, after start: Int) -> Int? {
    meeting.compactMap { entries in
      entries[entries.partitioningIndex { $0 > start }...].first { entry in
        calendar.day(entry).map { $0 > last } ?? false && events.certain(entry).contains(debt)
      }
    }.min()
  }
}
