import Testing

@testable import FDCPALint

@Suite struct PhoneNumberTests {
  @Test(arguments: [
    "2125550101", "12125550101", "+12125550101", "212-555-0101", "(212) 555-0101",
    "+1 (212) 555-0101", "1.212.555.0101", "1/212/555-0101", " 212 555 0101 ", "tel:+12125550101",
    "TEL:212-555-0101", "212\u{A0}555\u{2011}0101", "212-555-0101 x 12", "212-555-0101 ext. 9",
    "212-555-0101;ext=9", "212-555-0101#9", "0012125550101", "011 1 212 555 0101",
  ])
  func readsEveryForm(text: String) {
    #expect(PhoneNumber(text) == .northAmerican(Array("12125550101".utf8)))
  }

  @Test(arguments: ["555-0101", "5550101", "555 0199"])
  func missesAnAreaCode(text: String) { #expect(PhoneNumber(text) == .local) }

  @Test(arguments: [
    "+44 20 7946 0018", "+52 55 5555 0101", "011 44 20 7946 0018", "+212 5555 0101 x2",
  ])
  func isForeign(text: String) { #expect(PhoneNumber(text) == .foreign) }

  @Test(arguments: [
    "", "-", "mobile-1", "12 Oak St", "pat@example.com", "work", "10019", "123-456-7890",
    "212-055-0101", "212-155-0101", "21255501012", "212555010", "+1 212 555", "1-800-FLOWERS",
    "212-555-0101 or 0102", "2125550101 evenings", "+", "+1 212 555 01011",
  ])
  func isNone(text: String) { #expect(PhoneNumber(text) == .none) }
}
