import PackCompiler
import Testing

@Suite struct CheckDigitTests {
  @Test(arguments: [
    ("4012000033330026", true), ("4012 0000 3333 0026", true), ("3400-000000-00009", true),
    ("4222222222222", true), ("card no 18", true), ("00", true),
    ("4012000033330027", false), ("4021000033330026", false), ("19", false),
    // Nothing to check.
    ("0", false), ("card", false), ("", false),
  ])
  func luhn(text: String, holds: Bool) {
    #expect(CheckDigit.luhn.holds(Array(text.utf8)) == holds)
  }

  /// Any one digit changed, and most two neighbours exchanged, are found.
  @Test func findsOneWrongDigit() {
    let number = Array("5105105105105100".utf8)
    for place in number.indices {
      for digit in UInt8(ascii: "0")...UInt8(ascii: "9") where digit != number[place] {
        var wrong = number
        wrong[place] = digit
        #expect(!CheckDigit.luhn.holds(wrong), "\(digit) at \(place)")
      }
    }
  }
}
