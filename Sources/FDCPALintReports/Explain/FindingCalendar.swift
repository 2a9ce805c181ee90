import FDCPALint

/// The window of a finding that counts as a calendar: weeks as rows, Monday first, each day with the
/// times of what counted. What was left out carries a letter, and the letters their reasons below.
struct FindingCalendar {
  private static let width = 10
  /// The most weeks shown; further ones are said to be there.
  private static let mostWeeks = 12

  private let account: FindingAccount
  private let window: DayRange
  private let opensWithTalk: Bool

  /// `nil` for a finding that counts nothing.
  init?(_ account: FindingAccount, opensWithTalk: Bool) {
    guard let window = account.window else { return nil }
    self.account = account
    self.window = window
    self.opensWithTalk = opensWithTalk
  }

  var lines: [String] {
    var lines = [
      "\(Phrases.number(account.count)) counted\(about), \(window.first) to \(window.last)"
    ]
    lines += account.zones.map { "on the calendar of \($0.zone) (\($0.evidence))" }
    lines.append("")
    lines.append(row(Weekday.allCases.map { " " + $0.rawValue }))
    let weeks = weeks
    for monday in weeks.prefix(Self.mostWeeks) { lines += week(from: monday) }
    if weeks.count > Self.mostWeeks { lines.append("… \(weeks.count - Self.mostWeeks) more weeks") }
    lines += legend
    return lines
  }

  private var about: String {
    [account.person.map { "person \($0)" }, account.debt.map { "debt \($0)" }]
      .compactMap(\.self).map { ", " + $0 }.joined()
  }

  /// Mondays of the weeks from the first day that matters to the last.
  private var weeks: [CivilDay] {
    let days = (account.counted + account.leftOut).compactMap(\.local?.day)
    let first = min(window.first, days.min() ?? window.first)
    let last = max(window.last, days.max() ?? window.last)
    let monday = first.advanced(by: -place(of: first))
    return stride(from: monday.number, through: last.number, by: 7).map { CivilDay(number: $0) }
  }

  private func place(of day: CivilDay) -> Int {
    Weekday.allCases.firstIndex(of: day.weekday) ?? 0
  }

  private func week(from monday: CivilDay) -> [String] {
    let days = (0..<7).map { monday.advanced(by: $0) }
    let cells = days.map { ["\(date($0))"] + times(on: $0) }
    let height = cells.map(\.count).max() ?? 1
    return (0..<height).map { line in
      row(cells.map { $0.indices.contains(line) ? $0[line] : "" })
    }
  }

  /// `[04-01` opens the window, `04-07]` closes it.
  private func date(_ day: CivilDay) -> String {
    let text = String(day.description.dropFirst(5))
    return (day == window.first ? "[" : " ") + text + (day == window.last ? "]" : "")
  }

  private func times(on day: CivilDay) -> [String] {
    let counted = account.counted.enumerated().map { index, listed in
      let isTalk = opensWithTalk && index == 0
      return (listed, isTalk ? " T" : listed.record == account.record ? " *" : "")
    }
    let letters = letters
    let left = account.leftOut.map { ($0, " " + (letters[$0.reason ?? ""] ?? "?")) }
    return (counted + left).filter { $0.0.local?.day == day }
      .sorted { ($0.0.local?.clock.seconds ?? 0) < ($1.0.local?.clock.seconds ?? 0) }
      .map { " " + String(($0.0.local?.clock.description ?? "").prefix(5)) + $0.1 }
  }

  /// A letter for each reason, in the order in which they occur.
  private var letters: [String: String] {
    var letters: [String: String] = [:]
    for reason in account.leftOut.compactMap(\.reason) where letters[reason] == nil {
      let number = letters.count
      letters[reason] = number < 26 ? String(UnicodeScalar(UInt8(97 + number))) : "z"
    }
    return letters
  }

  private var legend: [String] {
    var lines = ["", "[ ]  first and last day of the window"]
    if opensWithTalk { lines.append("T    the conversation: its date is the first day") }
    if account.counted.contains(where: { $0.record == account.record }) {
      lines.append("*    this finding's record, \(account.record)")
    }
    if account.counted.count < account.count {
      lines.append(
        "     only the first and the last of \(Phrases.number(account.count)) are listed")
    }
    let undated = (account.counted + account.leftOut).count { $0.local == nil }
    if undated > 0 { lines.append("     \(Phrases.count(undated, "record")) without a time here") }
    for (reason, letter) in letters.sorted(by: { $0.value < $1.value }) {
      let records = account.leftOut.filter { $0.reason == reason }.map(\.record)
      let more = records.count > 12 ? ", … and \(records.count - 12) more" : ""
      lines.append(
        "\(letter)    left out: \(reason): \(records.prefix(12).joined(separator: ", "))\(more)")
    }
    return lines
  }

  private func row(_ cells: [String]) -> String {
    var line = cells.map { $0 + String(repeating: " ", count: max(0, Self.width - $0.count)) }
      .joined()
    while line.last == " " { line.removeLast() }
    return line
  }
}
