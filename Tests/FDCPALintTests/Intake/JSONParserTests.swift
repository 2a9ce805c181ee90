import Foundation
import Testing

@testable import FDCPALint

@Suite struct JSONParserTests {
  private func parse(_ text: String) throws(JSONError) -> JSONValue {
    try JSONParser.parse(Array(text.utf8))
  }

  @Test(arguments: [
    (" null ", JSONValue.null), ("true", .bool(true)), ("false", .bool(false)),
    ("0", .number("0")), ("-0.50e+10", .number("-0.50e+10")),
    ("12345678901234567890123", .number("12345678901234567890123")),
    (#""a\"\\\/\b\f\n\r\té\ud83d\ude00""#, .string("a\"\\/\u{8}\u{C}\n\r\té😀")),
    ("\"é\u{7F}\"", .string("é\u{7F}")), (#""\u0000""#, .string("\u{0}")),
    ("[]", .array([])), ("[1,\t[ ]\r\n]", .array([.number("1"), .array([])])),
    ("{}", .object(JSONObject(members: []))),
  ])
  func readsValues(_ text: String, _ expected: JSONValue) throws {
    #expect(try parse(text) == expected)
  }

  @Test func keepsTheOrderOfKeys() throws {
    guard case .object(let object) = try parse(#"{"b":1,"a":{"c":null}}"#) else {
      Issue.record("no object")
      return
    }
    #expect(object.members.map(\.key) == ["b", "a"])
    #expect(object["a"]?.compact == #"{"c":null}"#)
  }

  @Test(arguments: [
    ("", JSONError.Reason.unexpectedEnd, 0), ("{", .unexpectedEnd, 1),
    (#"{"a""#, .unexpectedEnd, 4),
    (#"{"a":"#, .unexpectedEnd, 5), (#"{"a":1"#, .unexpectedEnd, 6),
    (#"{"a":1,"#, .unexpectedEnd, 7),
    ("[1", .unexpectedEnd, 2), (#""ab"#, .unexpectedEnd, 3), (#""a\"#, .unexpectedEnd, 3),
    (#""\u00"#, .unexpectedEnd, 5), (#""\ud83d"#, .unexpectedEnd, 7),
    (#""\ud83d\"#, .unexpectedEnd, 8),
    ("tru", .unexpectedEnd, 3), ("-", .unexpectedEnd, 1), ("1.", .unexpectedEnd, 2),
    ("1e", .unexpectedEnd, 2), ("01", .unexpectedByte, 1), ("+1", .unexpectedByte, 0),
    (".5", .unexpectedByte, 0), ("1.x", .unexpectedByte, 2), ("[1,]", .unexpectedByte, 3),
    ("{,}", .unexpectedByte, 1), (#"{"a":1,}"#, .unexpectedByte, 7), ("{a:1}", .unexpectedByte, 1),
    ("'a'", .unexpectedByte, 0), ("nul!", .unexpectedByte, 3), ("1 2", .unexpectedByte, 2),
    ("NaN", .unexpectedByte, 0), ("\u{A0}1", .unexpectedByte, 0), ("\"a\tb\"", .badString, 2),
    (#""\x41""#, .badString, 1), (#""\u12G4""#, .badString, 5), (#""a\udc00""#, .badString, 2),
    (#""\ud83dx""#, .badString, 1), (#""\ud83dA""#, .badString, 1),
    (#"{"a":1,"b":2,"a":3}"#, .duplicateKey, 13), (#"{"a":1,"\u0061":3}"#, .duplicateKey, 7),
  ])
  func refusesWhatIsNoJSON(_ text: String, _ reason: JSONError.Reason, _ offset: Int) {
    #expect(throws: (any Error).self) { try parse(text) }
    do throws(JSONError) { _ = try parse(text) } catch {
      #expect(error.reason == reason, "\(text)")
      #expect(error.offset == offset, "\(text)")
    }
  }

  @Test func namesTheKeyThatStandsTwice() {
    let many = (0..<40).map { "\"k\($0)\":0" }.joined(separator: ",")
    do throws(JSONError) {
      _ = try parse("{\(many),\"k3\":1}")
      Issue.record("accepted")
    } catch {
      #expect(error.message == "the key 'k3' stands twice")
    }
  }

  @Test func refusesWhatIsTooDeep() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    _ = try parse(nested(64))
    do throws(JSONError) {
      _ = try parse(nested(65))
      Issue.record("accepted")
    } catch {
      #expect(error.reason == .tooDeep)
      #expect(error.offset == 64)
    }
  }

  /// Accepts and refuses what Foundation does, over text that is nearly JSON.
  @Test func agreesWithFoundation() throws {
    var random = SplitMix64(seed: 11)
    let seeds = [
      #"{"id":"a","at":"2026-04-01T10:00:00-04:00","n":-1.5e3,"l":[true,false,null],"o":{"k":"vé"}}"#,
      #"["a\n\u00e9\ud83d\ude00",0,10,-0,1E5,2e-7,{}]"#, #" { "a" : [ ] } "#, #""x""#, "-12.5",
    ].map { Array($0.utf8) }
    let bits = Array(#"{}[]",:\u09dD8cCeE+-.tfn /b"#.utf8) + [0x09, 0x0A, 0x0B, 0x1F, 0x7F]
    var (accepted, refused) = (0, 0)
    for _ in 0..<30_000 {
      var bytes = seeds[random.below(seeds.count)]
      for _ in 0..<(1 + random.below(3)) {
        let place = random.below(bytes.count)
        switch random.below(4) {
        case 0: bytes[place] = bits[random.below(bits.count)]
        case 1: bytes.insert(bits[random.below(bits.count)], at: place)
        case 2: bytes.remove(at: place)
        default: bytes.removeLast(random.below(bytes.count))
        }
        if bytes.isEmpty { bytes = [0x30] }
      }
      guard String(validating: bytes, as: UTF8.self) != nil else { continue }
      let foundation = try? JSONSerialization.jsonObject(
        with: Data(bytes), options: .fragmentsAllowed)
      do throws(JSONError) {
        let value = try JSONParser.parse(bytes)
        accepted += 1
        let again = try? JSONParser.parse(Array(value.compact.utf8))
        #expect(again == value)
        #expect(foundation != nil, "only we accept \(String(decoding: bytes, as: UTF8.self))")
      } catch {
        refused += 1
        // Foundation keeps the last of two equal keys, and passes over a comma before an end.
        guard error.reason != .duplicateKey, !isEndAfterComma(bytes, error.offset) else {
          continue
        }
        #expect(foundation == nil, "only we refuse \(String(decoding: bytes, as: UTF8.self))")
      }
    }
    #expect(accepted > 1000)
    #expect(refused > 1000)
  }

  private func isEndAfterComma(_ bytes: [UInt8], _ offset: Int) -> Bool {
    guard offset < bytes.count,
      bytes[offset] == UInt8(ascii: "}") || bytes[offset] == UInt8(ascii: "]")
    else { return false }
    return bytes[..<offset].last { $0 > 0x20 } == UInt8(ascii: ",")
  }
}
