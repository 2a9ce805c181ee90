import Foundation
import Testing

@testable import FDCPALintReports

@Suite struct JSONWriterTests {
  private func written(_ value: String) -> String {
    var json = JSONWriter()
    json.string(value)
    return json.text
  }

  @Test(arguments: [
    ("", #""""#), ("a\"b\\c/", #""a\"b\\c/""#), ("\n\r\t", #""\n\r\t""#),
    ("\0\u{8}\u{1B}\u{1F}\u{7F}\u{85}", #""\u0000\u0008\u001B\u001F\u007F\u0085""#),
    ("\u{2028}\u{2029}", #""\u2028\u2029""#), ("é漢🙂", "\"é漢🙂\""),
  ])
  func escapes(value: String, expected: String) { #expect(written(value) == expected) }

  @Test func readsBackAnyScalar() throws {
    var random = SplitMix64(state: 42)
    for _ in 0..<500 {
      var text = String.UnicodeScalarView()
      for _ in 0..<20 {
        let range: UInt32 = random.next() % 2 == 0 ? 0x100 : 0x11_0000
        guard let scalar = Unicode.Scalar(UInt32(random.next() % UInt64(range))) else { continue }
        text.append(scalar)
      }
      let value = String(text)
      let read = try JSONDecoder().decode([String].self, from: Data("[\(written(value))]".utf8))
      #expect(read.first.map { Array($0.unicodeScalars) } == Array(value.unicodeScalars))
    }
  }

  @Test func separatesWhatStandsSideBySide() {
    var json = JSONWriter()
    json.object { json in
      json.field("a", nil as String?)
      json.optional("left out", nil as Int?)
      json.field("b", [])
      json.key("c")
      json.array([1, 2]) { json, number in json.object { $0.field("n", number) } }
      json.key("d")
      json.lines([true, false]) { json, value in json.object { $0.field("v", value) } }
    }
    json.endLine()
    json.integer(7)
    #expect(
      json.text == """
        {"a":null,"b":[],"c":[{"n":1},{"n":2}],"d":[
        {"v":true},
        {"v":false}]}
        7
        """)
  }
}
