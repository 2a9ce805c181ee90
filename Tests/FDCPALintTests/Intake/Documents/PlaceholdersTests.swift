import Testing

@testable import FDCPALint

@Suite struct PlaceholdersTests {
  private func opaque(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    return Placeholders.opaque(MappedText(bytes, 0..<bytes.count))?.string
  }

  @Test(arguments: [
    ("{{x}}", "{{_x_}}"), ("{{ attorney.name | upcase }}", "{{_attorney_name_upcase_}}"),
    ("{{{raw}}}", "{{_raw_}}"), ("<<Client Name>>", "{{_Client_Name_}}"), ("«Name»", "{{_Name_}}"),
    ("[NAME]", "{{_NAME_}}"), ("[Account Number]", "{{_Account_Number_}}"),
    ("[amount_due]", "{{_amount_due_}}"), ("[[due date]]", "{{_due_date_}}"),
    ("${due.date}", "{{_due_date_}}"), ("%first_name%", "{{_first_name_}}"),
    ("%%Email%%", "{{_Email_}}"), ("{name}", "{{_name_}}"),
    ("{!Contact.Name}", "{{_Contact_Name_}}"),
    ("{ MERGEFIELD Name }", "{{_MERGEFIELD_Name_}}"), ("*|FNAME|*", "{{_FNAME_}}"),
    ("<%= due %>", "{{_due_}}"), ("@@Name@@", "{{_Name_}}"), ("#{name}", "{{_name_}}"),
  ])
  func eachStyleIsOneWord(placeholder: String, word: String) {
    #expect(opaque("a \(placeholder) b") == "a \(word) b")
  }

  @Test(arguments: [
    "plain words", "a [sentence in brackets that goes on and on] b", "[x]", "[1]", "5% of 9% here",
    "[link](x)", "[link][x]", "{ \"a\": 1 }", "«una cita entera de palabras»", "100%", "a < b << c",
    "{", "{{", "[", "<<", "%", "$", "${", "*|", "[]", "{{}}",
  ])
  func wordsStay(text: String) {
    #expect(opaque(text) == nil)
  }

  @Test func theirPlaceIsKept() throws {
    let bytes = Array("Dear {{ name }}, pay".utf8)
    let text = try #require(Placeholders.opaque(MappedText(bytes, 0..<bytes.count)))
    #expect(text.string == "Dear {{_name_}}, pay")
    #expect(text.map.source(of: 5..<15) == 5..<15)
    #expect(text.map.source(of: 17..<20) == 17..<20)
  }

  @Test func longNamesFitThePatternsForFilledPlaces() throws {
    let word = try #require(opaque("{{ " + String(repeating: "long_name.", count: 12) + " }}"))
    #expect(word.utf8.count <= 42)
  }
}
