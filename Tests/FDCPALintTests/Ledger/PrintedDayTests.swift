import Testing

@testable import FDCPALint

@Suite struct PrintedDayTests {
  @Test(arguments: [
    ("July 8, 2026", "2026-07-08"), ("JULY 8 2026", "2026-07-08"), ("Jul. 8th, 2026", "2026-07-08"),
    ("8 July 2026", "2026-07-08"), ("7/8/2026", "2026-07-08"), ("7/8/26", "2026-07-08"),
    ("2026-07-08", "2026-07-08"), ("July 8,\n2026", "2026-07-08"),
    ("28 de agosto del 2020", "2020-08-28"), ("1 de enero de 2027", "2027-01-01"),
    ("February 29, 2028", "2028-02-29"),
  ]) func aDayWithItsYear(text: String, expected: String) {
    #expect(PrintedDay(text)?.day(nearest: nil)?.description == expected)
  }

  @Test(arguments: [
    ("July 8", "2026-06-01", "2026-07-08"), ("January 30", "2026-12-23", "2027-01-30"),
    ("Dec 30", "2027-01-04", "2026-12-30"),
  ]) func aDayWithoutOne(text: String, near: String, expected: String) throws {
    let other = try #require(CivilDay(near))
    #expect(PrintedDay(text)?.day(nearest: other)?.description == expected)
    #expect(PrintedDay(text)?.day(nearest: nil) == nil)
  }

  @Test(arguments: [
    "", "soon", "2026", "July", "July 32, 2026", "13/8/2026", "7/8", "{{date}}", "30 days",
    "February 30, 2027", "1/2/3/4",
  ]) func whatNamesNoDay(text: String) {
    #expect(PrintedDay(text)?.day(nearest: nil) == nil)
  }
}
