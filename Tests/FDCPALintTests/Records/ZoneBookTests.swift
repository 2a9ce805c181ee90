import Foundation
import Testing

@testable import FDCPALint

@Suite struct ZoneBookTests {
  static let names = [
    "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles",
    "America/Phoenix", "Pacific/Honolulu", "America/Anchorage", "America/Adak",
    "America/Indiana/Indianapolis", "America/Indiana/Knox", "America/Indiana/Tell_City",
    "America/North_Dakota/Beulah", "America/Puerto_Rico", "America/Havana", "Asia/Kathmandu",
    "Australia/Lord_Howe",
  ]

  @Test(arguments: names) func agreesWithTheCalendar(name: String) throws {
    let zone = try #require(ZoneBook.shared.zone(name))
    let system = try #require(TimeZone(identifier: name))
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = system
    var generator = SplitMix64(seed: UInt64(name.utf8.count))
    // From 1980 to 2060: before, within and after the tables.
    var seconds = (0..<2000).map { _ in
      Int.random(in: 315_532_800...2_840_140_800, using: &generator)
    }
    var date = Date(timeIntervalSince1970: 946_684_800)
    while let next = system.nextDaylightSavingTimeTransition(after: date),
      next.timeIntervalSince1970 < 2_300_000_000
    {
      seconds += [-1, 0, 1].map { Int(next.timeIntervalSince1970) + $0 }
      date = next
    }
    for second in seconds {
      let local = zone.local(Instant(seconds: second))
      let expected = calendar.dateComponents(
        [.year, .month, .day, .hour, .minute, .second],
        from: Date(timeIntervalSince1970: TimeInterval(second)))
      let day = try #require(
        CivilDay(
          year: expected.year ?? 0, month: expected.month ?? 0, day: expected.day ?? 0))
      let clock =
        (expected.hour ?? 0) * 3600 + (expected.minute ?? 0) * 60 + (expected.second ?? 0)
      #expect(local.day == day && local.clock.seconds == clock, "\(name) at \(second)")
    }
  }

  @Test(arguments: [
    // The clock goes from 01:59:59 to 03:00:00, and from 01:59:59 back to 01:00:00.
    ("America/New_York", 1_772_953_199, "2026-03-08 01:59:59"),
    ("America/New_York", 1_772_953_200, "2026-03-08 03:00"),
    ("America/New_York", 1_793_512_799, "2026-11-01 01:59:59"),
    ("America/New_York", 1_793_512_800, "2026-11-01 01:00"),
    ("America/Phoenix", 1_783_000_000, "2026-07-02 06:46:40"),
    ("Pacific/Honolulu", 1_783_000_000, "2026-07-02 03:46:40"),
    // Indiana took daylight time up in 2006.
    ("America/Indiana/Indianapolis", 1_120_219_200, "2005-07-01 07:00"),
    ("America/Indiana/Indianapolis", 1_151_755_200, "2006-07-01 08:00"),
  ])
  func readsLocalTime(name: String, seconds: Int, expected: String) throws {
    let zone = try #require(ZoneBook().zone(name))
    #expect(zone.local(Instant(seconds: seconds)).description == expected)
  }

  /// Clocks agree in a period when they agree in each of its quarters of an hour.
  @Test(arguments: names.prefix(12)) func agreesAsItsHoursDo(name: String) throws {
    let zone = try #require(ZoneBook.shared.zone(name))
    var random = SplitMix64(seed: UInt64(name.utf8.count))
    for other in try Self.names.prefix(12).map({ try #require(ZoneBook.shared.zone($0)) }) {
      let start = 1_104_537_600 + random.below(400_000) * 900
      let end = start + random.pick([0, 900, 86_400, 2_592_000, 9_000_000])
      let same = stride(from: start, through: end, by: 900).allSatisfy {
        zone.offset(at: Instant(seconds: $0)) == other.offset(at: Instant(seconds: $0))
      }
      let period = Instant(seconds: start)...Instant(seconds: end)
      #expect(zone.agrees(with: other, during: period) == same, "\(other.name) from \(start)")
    }
    #expect(zone.agrees(with: zone, during: nil))
  }

  @Test(arguments: ["", "America/Nowhere", "EST", "PST", "GMT-5", "UTC+3", "New York", "/"])
  func namesNoPlace(name: String) { #expect(ZoneBook().zone(name) == nil) }

  @Test func isSharedBetweenTasks() async throws {
    let book = ZoneBook()
    let offsets = await withTaskGroup(of: Int?.self) { group in
      for _ in 0..<64 {
        group.addTask { book.zone("America/Denver")?.offset(at: Instant(seconds: 1_783_000_000)) }
      }
      return await group.reduce(into: Set<Int?>()) { $0.insert($1) }
    }
    #expect(offsets == [-21_600])
  }
}
