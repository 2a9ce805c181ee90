import Testing

@testable import FDCPALint

@Suite struct TimeTextTests {
  private let day = CivilDay(year: 2026, month: 4, day: 1)

  @Test(
    arguments: [
      ("2026-04-01T10:00", 36_000, nil), ("2026-04-01T10:00:30", 36_030, nil),
      ("2026-04-01T10:00:30.123456789Z", 36_030, 0), ("2026-04-01 10:00", 36_000, nil),
      ("2026-04-01t10:00z", 36_000, 0), ("2026-04-01T10:00-04:00", 36_000, -14_400),
      ("2026-04-01T10:00:00+0530", 36_000, 19_800), ("2026-04-01 10:00:00-04", 36_000, -14_400),
      ("2026-04-01 10:00:00 -04:00", 36_000, -14_400), ("2026-04-01 10:00:00 UTC", 36_000, 0),
      ("2026-04-01T00:00-14:00", 0, -50_400), ("2026-04-01T23:59:59", 86_399, nil),
      ("2026-04-01", nil, nil),
    ] as [(String, Int?, Int?)])
  func readsISO(_ text: String, _ second: Int?, _ offset: Int?) throws {
    for format in TimeFormat.allCases {
      let time = try TimeText(text, format: format)
      #expect(time.day == day)
      #expect(time.second == second)
      #expect(time.offset == offset)
    }
  }

  @Test(
    arguments: [
      ("04/01/2026 2:05 PM", 50_700), ("4/1/2026 02:05:09pm", 50_709), ("4/1/2026 14:05", 50_700),
      ("04/01/2026 12:00 AM", 0), ("04/01/2026 12:30 PM", 45_000), ("4/1/2026", nil),
      ("2026-04-01 2:05 PM", 50_700),
    ] as [(String, Int?)])
  func readsUS(_ text: String, _ second: Int?) throws {
    let time = try TimeText(text, format: .us)
    #expect(time.day == day)
    #expect(time.second == second)
  }

  @Test(arguments: [
    ("", TimeText.Fault.shape), ("soon", .shape), ("2026-4-1T10:00", .shape),
    ("2026-04-01T10", .shape), ("2026-04-01T1:00", .shape), ("2026-04-01T10:00:0", .shape),
    ("2026-04-01T10:00:00.", .shape), ("2026-04-01T10:00 EST", .shape),
    ("2026-04-01T10:00Zx", .shape), ("2026-04-01x10:00", .shape), ("2026-04-01T10:00-4:00", .shape),
    ("20260401T100000Z", .shape), ("1775052000", .shape), ("2026-04-01T2:05 PM", .shape),
    ("04/01/26 10:00", .shape), ("2026-02-30T10:00", .noSuchDay), ("2026-13-01T10:00", .noSuchDay),
    ("2025-02-29T10:00", .noSuchDay), ("0000-01-01T10:00", .noSuchDay),
    ("2026-04-01T24:00", .noSuchTime), ("2026-04-01T10:60", .noSuchTime),
    ("2026-04-01T10:00:60", .noSuchTime), ("2026-04-01T10:00+14:01", .noSuchOffset),
    ("2026-04-01T10:00-04:60", .noSuchOffset), ("10/06/2026 2:05 PM", .dayAndMonthUnclear),
    ("10/06/2026", .dayAndMonthUnclear),
  ])
  func refuses(_ text: String, _ fault: TimeText.Fault) {
    #expect(throws: fault) { try TimeText(text, format: .iso) }
  }

  @Test(arguments: [
    ("13/01/2026 10:00", TimeText.Fault.noSuchDay), ("4/1/2026 13:05 PM", .noSuchTime),
    ("4/1/2026 0:05 AM", .noSuchTime), ("4/1/2026 2:05 XM", .shape), ("4/1/2026 2:05 P", .shape),
  ])
  func refusesUS(_ text: String, _ fault: TimeText.Fault) {
    #expect(throws: fault) { try TimeText(text, format: .us) }
  }
}
