import Foundation
import Testing

@testable import FDCPALint

/// Calendar windows against a counter that asks the system's calendar about every pair of records.
@Suite struct WindowTwinTests {
  static let windows: [CountWindow] = [
    .calendarWeek, .businessWeek, .calendarMonth, .calendarQuarter, .undefinedWeek, .rolling,
  ]

  private struct Sampled {
    var ledger: Ledger
    var limit: Int
    var zone: TimeZone
    var weekStarts: Weekday
  }

  /// Dense logs that run over the ends of weeks, months, quarters, years and daylight time.
  private static func sample(_ seed: UInt64) -> Sampled? {
    var random = SplitMix64(seed: seed)
    let starts = [
      "2026-03-27T20:00", "2026-12-24T20:00", "2028-02-26T20:00", "2026-10-29T20:00",
      "2026-03-05T20:00",
    ]
    let name = random.pick(["America/New_York", "America/Los_Angeles", "Pacific/Honolulu"])
    guard let start = Sample.instant(random.pick(starts)).0, let zone = TimeZone(identifier: name)
    else { return nil }
    let days = random.pick([9, 16, 45])
    let rows = (0..<(3 + random.below(16))).map { _ in
      Sample.call("2026-01-01T00:00", random.pick([.voicemail, .conversation, .busy])) {
        $0.at = Instant(seconds: start.seconds + random.below(days * 24) * 3600)
        $0.direction = random.chance(90) ? .outbound : .inbound
        $0.party = random.chance(80) ? .consumer : .spouse
      }
    }
    return Sampled(
      ledger: Sample.ledger(rows, Sample.consumer(zone: name)), limit: random.below(4), zone: zone,
      weekStarts: random.chance(50) ? .sunday : .monday)
  }

  /// Names the window that a date lies in; `nil` for none.
  private static func name(
    _ window: CountWindow, of date: Date, _ calendar: Calendar
  ) -> String? {
    let parts = calendar.dateComponents([.year, .month, .weekday], from: date)
    let week = calendar.dateInterval(of: .weekOfYear, for: date)?.start
    switch window {
    case .calendarWeek, .undefinedWeek: return week?.description
    case .businessWeek:
      // Sunday is 1, Saturday is 7.
      return [1, 7].contains(parts.weekday ?? 1) ? nil : week?.description
    case .calendarMonth: return "\(parts.year ?? 0) \(parts.month ?? 0)"
    case .calendarQuarter: return "\(parts.year ?? 0) \(((parts.month ?? 1) + 2) / 3)"
    case .rolling: return ""
    }
  }

  private static func expected(_ sampled: Sampled, _ window: CountWindow) -> [Int: Bool] {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = sampled.zone
    calendar.firstWeekday = sampled.weekStarts == .sunday || window != .calendarWeek ? 1 : 2
    func date(_ index: Int) -> Date {
      Date(
        timeIntervalSince1970: TimeInterval(sampled.ledger.entries[index].contact.at?.seconds ?? 0))
    }
    func daysBetween(_ left: Int, _ right: Int) -> Int {
      let from = calendar.startOfDay(for: date(left))
      let to = calendar.startOfDay(for: date(right))
      return Int(((to.timeIntervalSince(from)) / 86_400).rounded())
    }
    let counting = sampled.ledger.entries.indices.filter {
      let contact = sampled.ledger.entries[$0].contact
      return contact.direction == .outbound && contact.outcome != .busy
    }
    var over: [Int: Bool] = [:]
    for call in counting {
      guard let own = name(window, of: date(call), calendar) else { continue }
      let inCalendar = counting.filter { other in
        other <= call && name(window, of: date(other), calendar) == own
      }
      let inSeven = counting.filter { $0 <= call && daysBetween($0, call) < 7 }
      switch window {
      case .rolling: if inSeven.count > sampled.limit { over[call] = true }
      case .undefinedWeek:
        if inSeven.count > sampled.limit { over[call] = inCalendar.count > sampled.limit }
      default: if inCalendar.count > sampled.limit { over[call] = true }
      }
    }
    return over
  }

  @Test(arguments: windows) func theCheckAgrees(window: CountWindow) throws {
    var found = 0
    for seed in 0..<UInt64(2000) {
      let sampled = try #require(Self.sample(seed))
      let rule = try #require(
        FrequencyWindowTests.rule(
          sampled.limit, days: window == .rolling ? 7 : nil, window,
          weekStarts: sampled.weekStarts))
      let weekStarts = window == .undefinedWeek ? Weekday.sunday : sampled.weekStarts
      var limit = rule
      limit.weekStarts = weekStarts
      let result = FrequencyCheck.evidence(
        limit, in: sampled.ledger, clock: LedgerClock(sampled.ledger))
      let over = Dictionary(
        uniqueKeysWithValues: result.evidence.map { ($0.entry, $0.questions.isEmpty) })
      let expected = Self.expected(sampled, window)
      found += expected.count
      guard over != expected else { continue }
      Issue.record("seed \(seed): the check \(over), the twin \(expected)")
      return
    }
    #expect(found > 2000)
  }
}
