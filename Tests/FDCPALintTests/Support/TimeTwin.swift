@testable import FDCPALint

/// Deadlines and patterns once more, by going through every record for every question. Slow, and it
/// shares no code with the checks.
struct TimeTwin {
  struct Found: Hashable {
    var entry: Int
    var debt: Int
    var first: Int
    var last: Int
    var isRisk: Bool
    var questions: Set<OpenQuestion>
  }
  private typealias Row = CallTwin.Row

  private let twin: CallTwin
  private let rows: [Row]
  private let context: String?
  /// First and last day of the log, by each record's own clock.
  private let opens: Int
  private let closes: Int

  init(_ ledger: Ledger) {
    twin = CallTwin(ledger)
    rows = twin.rows
    context = ledger.consumer.context["initial_communication"]
    let own = rows.map { row -> Int in
      let local = row.seconds + (row.contact.offset ?? 0)
      return local / 86_400
    }
    opens = own.min() ?? 0
    closes = own.max() ?? 0
  }

  private func signalled(_ row: Row, _ name: String) -> Bool { row.contact.signals.contains(name) }

  private func isOurs(_ row: Row) -> Bool { row.contact.sender == nil }

  private func named(_ row: Row) -> Set<Int> {
    if twin.debts.count == 1 { return [0] }
    return twin.numbers(row.contact.debts + row.contact.discussed)
  }

  private func certain(_ row: Row) -> Set<Int> {
    guard twin.debts.count > 1,
      row.contact.channel == .call || row.contact.outcome == .conversation,
      row.contact.outcome == .conversation, !row.contact.discussed.isEmpty
    else { return named(row) }
    return twin.numbers(row.contact.discussed)
  }

  private func mayBe(_ row: Row, _ debt: Int) -> Bool {
    named(row).isEmpty || named(row).contains(debt)
  }

  private func isTalk(_ row: Row) -> Bool {
    isOurs(row) && row.contact.channel == .call && row.contact.outcome == .conversation
      && [.consumer, .spouse].contains(row.contact.party)
  }

  private func isPerhapsTalk(_ row: Row) -> Bool {
    isOurs(row) && row.contact.channel == .call && row.contact.outcome == nil
      && [.consumer, .spouse].contains(row.contact.party)
  }

  private func isLetter(_ row: Row) -> Bool {
    isOurs(row) && row.contact.channel == .letter && row.contact.direction == .outbound
      && row.contact.outcome == .sent
  }

  /// What each zone finds, joined.
  private func joined(_ find: (Int) -> [Found]) -> Set<Found> {
    let zones = (0..<twin.zones).map(find)
    var result: Set<Found> = []
    for found in zones.joined() {
      let isSame = { (other: Found) in other.entry == found.entry && other.debt == found.debt }
      // The first zone that finds it gives it its dates.
      guard !result.contains(where: isSame) else { continue }
      var found = found
      if !zones.allSatisfy({ $0.contains(where: isSame) }) { found.questions.insert(.zoneDate) }
      result.insert(found)
    }
    return result
  }

  // MARK: Within days after the first talk

  func lateNotices(_ days: Int) -> Set<Found> {
    joined { zone in (0..<twin.debts.count).compactMap { late($0, days, zone) } }
  }

  private func late(_ debt: Int, _ days: Int, _ zone: Int) -> Found? {
    let talks = rows.filter { row in
      (isTalk(row) && !signalled(row, "wrong_number")) && certain(row).contains(debt)
    }
    guard let talk = talks.first else { return nil }
    var first = talk.days[zone]
    var isUnknown = false
    switch context {
    case "false": return nil
    case "true": break
    case let date?:
      guard let day = CivilDay(date)?.number, day >= opens else { return nil }
      first = day
    case nil: isUnknown = true
    }
    let last = first + days
    for row in rows {
      if isOurs(row), signalled(row, "validation_notice"), mayBe(row, debt), row.days[zone] <= last
      {
        return nil
      }
      let debtsOfFact = twin.numbers(
        row.contact.debts.isEmpty ? row.contact.discussed : row.contact.debts)
      if signalled(row, "paid_in_full"), row.days[zone] <= last,
        twin.debts.count == 1 || debtsOfFact.isEmpty || debtsOfFact.contains(debt)
      {
        return nil
      }
    }
    let late = rows.first { row in
      row.entry > talk.entry && isOurs(row) && signalled(row, "validation_notice")
        && certain(row).contains(debt) && row.days[zone] > last
    }
    if rows.contains(where: { isLetter($0) && mayBe($0, debt) && $0.days[zone] <= last }) {
      return nil
    }
    var found = Found(
      entry: talk.entry, debt: debt, first: first, last: last, isRisk: isUnknown, questions: [])
    let passed: Int
    if let late {
      found.entry = late.entry
      passed = late.days[zone] - first
    } else {
      let showsLetters = rows.contains {
        $0.contact.channel == .letter && $0.contact.direction == .outbound
      }
      guard !isUnknown, last < closes, showsLetters else { return nil }
      passed = closes - first
    }
    if !twin.knowsZone, abs(passed - days) <= 1 { found.questions.insert(.noZone) }
    return found
  }

  // MARK: Before credit reporting

  func early(_ wait: Int) -> Set<Found> {
    joined { zone in
      rows.filter { isOurs($0) && $0.contact.outcome == .furnished }.flatMap { act in
        certain(act).sorted().compactMap { early(act, $0, wait, zone) }
      }
    }
  }

  private func early(_ act: Row, _ debt: Int, _ wait: Int, _ zone: Int) -> Found? {
    var isRisk = false
    var questions: Set<OpenQuestion> = []
    for row in rows where row.entry < act.entry && mayBe(row, debt) {
      if isTalk(row) { return nil }
      if isPerhapsTalk(row) { questions.insert(.outcomeMissing) }
      guard isLetter(row) else { continue }
      let isBack = rows.contains { back in
        back.entry > row.entry && back.entry < act.entry && isOurs(back) && mayBe(back, debt)
          && back.contact.outcome == .undeliverable && back.contact.channel == .letter
          && back.days[zone] < row.days[zone] + wait
          && (back.contact.to == nil || row.contact.to == nil || back.contact.to == row.contact.to)
      }
      if isBack { continue }
      if act.days[zone] >= row.days[zone] + wait { return nil }
      isRisk = true
    }
    switch context {
    case "false": return nil
    case "true": break
    case let date?:
      guard let day = CivilDay(date)?.number, day >= opens else { return nil }
    case nil: isRisk = true
    }
    return Found(
      entry: act.entry, debt: debt, first: 0, last: 0, isRisk: isRisk, questions: questions)
  }

  // MARK: Deletions

  func deletions(_ days: Int) -> Set<Found> {
    joined { zone in
      rows.filter { isOurs($0) && $0.contact.outcome == .recordsDeleted }.compactMap { act in
        let debts = certain(act)
        let activity = rows.last { row in
          row.entry < act.entry && isOurs(row) && row.contact.direction == .outbound
            && [.call, .letter, .email].contains(row.contact.channel)
            && (debts.isEmpty || debts.contains { mayBe(row, $0) })
        }
        guard let activity, act.days[zone] < activity.days[zone] + days else { return nil }
        var found = Found(
          entry: act.entry, debt: debts.min() ?? 0, first: activity.days[zone],
          last: activity.days[zone] + days - 1, isRisk: false, questions: [])
        let passed = act.days[zone] - activity.days[zone]
        if !twin.knowsZone, abs(passed - days) <= 1 { found.questions.insert(.noZone) }
        return found
      }
    }
  }

  // MARK: Patterns

  /// Entries that complete `count` calls to one number, with the calls counted.
  func patterns(_ count: Int, minutes: Int?, days: Int?) -> [Int: (Set<Int>, Set<OpenQuestion>)] {
    var zones: [[Int: Set<Int>]] = []
    for zone in 0..<twin.zones {
      var found: [Int: Set<Int>] = [:]
      for row in rows where counts(row) {
        let window = window(row, zone, minutes, days)
        let before = rows.last {
          counts($0) && $0.entry < row.entry && $0.contact.to == row.contact.to
        }
        let wasOver = before.map { self.window($0, zone, minutes, days).count >= count } ?? false
        if window.count >= count, !wasOver { found[row.entry] = window }
      }
      zones.append(found)
    }
    var result: [Int: (Set<Int>, Set<OpenQuestion>)] = [:]
    for (entry, counted) in zones.joined() where result[entry] == nil {
      var questions: Set<OpenQuestion> = []
      if !zones.allSatisfy({ $0[entry] != nil }) { questions.insert(.zoneDate) }
      if !twin.knowsZone { questions.insert(.noZone) }
      result[entry] = (counted, questions)
    }
    return result
  }

  private func counts(_ row: Row) -> Bool {
    twin.connected(row.contact) == [] && row.contact.to != nil
  }

  private func window(_ row: Row, _ zone: Int, _ minutes: Int?, _ days: Int?) -> Set<Int> {
    Set(
      rows.filter { other in
        guard counts(other), other.contact.to == row.contact.to, other.entry <= row.entry else {
          return false
        }
        if let minutes { return row.seconds - other.seconds <= minutes * 60 }
        let apart = row.days[zone] - other.days[zone]
        return apart >= 0 && apart < days ?? 0
      }.map(\.entry))
  }
}
