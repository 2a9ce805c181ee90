extension Fact {
  /// Whether it holds only at some times of a week or a day.
  var isTimed: Bool { !days.isEmpty || clock != nil }

  /// Whether its words name a time that nobody could read; it then binds at no time.
  private var isUnread: Bool {
    !isTimed && SpokenTimes.names.contains { details[$0] != nil }
  }

  /// The stretches of a day, in seconds of its clock, in which it holds.
  ///
  /// A clock that runs over midnight belongs to the day on which it begins.
  func stretches(of day: CivilDay) -> [Range<Int>] {
    guard let clock else { return holds(on: day) ? [0..<86_400] : [] }
    guard clock.from >= clock.to else {
      return holds(on: day) ? [clock.from.seconds..<clock.to.seconds] : []
    }
    var stretches: [Range<Int>] = []
    if holds(on: day.advanced(by: -1)) { stretches.append(0..<clock.to.seconds) }
    if holds(on: day) { stretches.append(clock.from.seconds..<86_400) }
    return stretches.filter { !$0.isEmpty }
  }

  /// Whether it holds at a local time: `nil` if not, else the open questions on which that hangs.
  func binding(at time: LocalTime) -> Set<OpenQuestion>? {
    guard !isUnread else { return nil }
    let seconds = time.clock.seconds
    guard let stretch = stretches(of: time.day).first(where: { $0.contains(seconds) }) else {
      return nil
    }
    let isFirst = stretch.lowerBound > 0 && seconds - stretch.lowerBound < 60
    let isLast = stretch.upperBound < 86_400 && stretch.upperBound - seconds <= 60
    return isFirst || isLast ? [.exactMinute] : []
  }

  private func holds(on day: CivilDay) -> Bool {
    (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
      && (days.isEmpty || days.contains(day.weekday))
  }
}

/// Times that facts rule out, as one calendar of barred stretches.
struct DesignatedTimes: Sendable {
  let facts: [Fact]

  /// Whether every moment from one local time to a later one is ruled out.
  func isUnbroken(from start: LocalTime, to end: LocalTime) -> Bool {
    var day = start.day
    var second = start.clock.seconds
    while day < end.day || (day == end.day && second <= end.clock.seconds) {
      let stretches = facts.flatMap { $0.stretches(of: day) }
      guard let next = stretches.filter({ $0.contains(second) }).map(\.upperBound).max() else {
        return false
      }
      second = next
      if second >= 86_400 {
        day = day.advanced(by: 1)
        second = 0
      }
    }
    return true
  }

  /// Whether some fact rules a local time out.
  func isBarred(_ time: LocalTime) -> Bool {
    facts.contains { $0.binding(at: time) != nil }
  }
}

extension Consent {
  /// Whether consent to a barred time holds at a time of the clock: `nil` if not, else the open
  /// questions on which that hangs (12 CFR 1006.6(b)(4)(i)).
  func binding(at time: ClockTime) -> Set<OpenQuestion>? {
    guard let from, let to else {
      if let from, time < from { return nil }
      if let to, time >= to { return nil }
      return [.timeConsent]
    }
    if from <= to ? from <= time && time < to : from <= time || time < to { return [] }
    return to.isMinute(of: time) ? [.exactMinute] : nil
  }
}
