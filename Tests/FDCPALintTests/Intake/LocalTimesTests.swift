import Foundation
import Testing

@testable import FDCPALint

@Suite struct LocalTimesTests {
  @Test(arguments: ["EST", "PST8PDT", "Eastern", "GMT-5", "America/Nowhere", "", "-04:00"])
  func refusesWhatIsNoZone(_ name: String) {
    #expect(ZoneBook.shared.zone(name) == nil)
  }

  @Test(arguments: [
    ("America/NewYork", "America/New_York"), ("New York", "America/New_York"),
    ("chicago", "America/Chicago"),
  ])
  func knowsWhatWasMeant(_ written: String, _ meant: String) {
    #expect(Zone.nearestName(to: written) == meant)
  }

  @Test(
    arguments: [
      // New York, 8 March 2026: clocks go from 02:00 to 03:00.
      ("2026-03-08", 1, 59, -18_000, nil), ("2026-03-08", 2, 0, -18_000, Zone.Doubt.skipped),
      ("2026-03-08", 2, 59, -18_000, .skipped), ("2026-03-08", 3, 0, -14_400, nil),
      // 1 November 2026: clocks show 01:00 to 02:00 twice.
      ("2026-11-01", 0, 59, -14_400, nil), ("2026-11-01", 1, 0, -14_400, .repeated),
      ("2026-11-01", 1, 59, -14_400, .repeated), ("2026-11-01", 2, 0, -18_000, nil),
      ("1969-07-20", 12, 0, -14_400, nil), ("2150-01-01", 12, 0, -18_000, nil),
    ] as [(String, Int, Int, Int, Zone.Doubt?)])
  func readsTheClockOfNewYork(
    _ day: String, _ hour: Int, _ minute: Int, _ offset: Int, _ doubt: Zone.Doubt?
  ) throws {
    let zone = try #require(ZoneBook.shared.zone("America/New_York"))
    let number = try #require(CivilDay(day)).number
    let read = zone.offset(atLocal: number * 86_400 + hour * 3600 + minute * 60)
    #expect(read.offset == offset)
    #expect(read.doubt == doubt)
  }

  /// Against Foundation's calendar, over years and around every change of offset.
  @Test(arguments: [
    "America/New_York", "America/Phoenix", "Pacific/Honolulu", "America/St_Johns", "UTC",
    "America/Adak", "Europe/Warsaw", "Australia/Lord_Howe", "America/Puerto_Rico",
  ])
  func agreesWithFoundation(_ name: String) throws {
    let zone = try #require(ZoneBook.shared.zone(name))
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: name))
    var random = SplitMix64(seed: 13)
    var places = (0..<300).map { _ in 631_152_000 + random.below(1_900_000_000) }
    var moment = Date(timeIntervalSince1970: 1_700_000_000)
    for _ in 0..<6 {
      guard let next = calendar.timeZone.nextDaylightSavingTimeTransition(after: moment) else {
        break
      }
      let local = Int(next.timeIntervalSince1970) + calendar.timeZone.secondsFromGMT(for: next)
      places += stride(from: local - 10_800, through: local + 10_800, by: 900)
      moment = next
    }
    for local in places {
      let time = LocalTime(Instant(seconds: local), offset: 0)
      let (year, month, day) = time.day.components
      let parts = DateComponents(
        year: year, month: month, day: day, hour: time.clock.seconds / 3600,
        minute: time.clock.seconds / 60 % 60, second: time.clock.seconds % 60)
      let date = try #require(calendar.date(from: parts))
      let read = zone.offset(atLocal: local)
      #expect(local - read.offset == Int(date.timeIntervalSince1970), "\(name) \(time)")
    }
  }
}
