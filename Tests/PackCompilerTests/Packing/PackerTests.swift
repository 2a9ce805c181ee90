import Foundation
import Testing

@testable import PackCompiler

@Suite struct PackerTests {
  @Test(arguments: [
    (0, [0]), (1, [2]), (-1, [1]), (31, [0x3E]), (32, [0x40, 1]), (-33, [0x41, 1]),
    (2048, [0x40, 0x40, 1]),
  ])
  func packsNumbersInGroupsOfSixBits(_ number: Int, _ bytes: [UInt8]) throws {
    #expect(try Packer.bytes(of: number) == bytes)
  }

  @Test func packsTextsByTheirLength() throws {
    #expect(try Packer.bytes(of: "é") == [2, 0xC3, 0xA9])
    #expect(try Packer.bytes(of: ["", "ab"]) == [2, 0, 2, 0x61, 0x62])
    #expect(try Packer.bytes(of: ["b": true, "a": false]) == [2, 1, 0x61, 0, 1, 0x62, 1])
    #expect(try Packer.bytes(of: Int?.none) == [0])
    #expect(try Packer.bytes(of: Int?.some(3)) == [1, 6])
    #expect(try Packer.bytes(of: Severity.warning) == [1])
  }

  @Test func packsAStructFieldByField() throws {
    let pattern = PatternText(source: "a", line: 7)
    #expect(try Packer.bytes(of: pattern) == [1, 0x61, 14])
    let scopes = [TextScope.document, .words(3)]
    #expect(try Packer.bytes(of: scopes) == [2, 4, 5, 6])
  }

  @Test func refusesAStructThatForgetsAField() {
    struct Forgetful: PackedStruct {
      static var blank: Forgetful { Forgetful() }
      var told = 1
      var forgotten = 2
      mutating func visit(_ visitor: inout some FieldVisitor) throws(PackedFormError) {
        try visitor.field(&told)
      }
    }
    #expect(throws: PackedFormError.unpackedField(type: "Forgetful", fields: 2, visited: 1)) {
      try Packer.bytes(of: Forgetful())
    }
  }

  /// The program carries packed rules in a static string, which must be UTF-8 and spell out controls.
  @Test func bytesFitIntoALiteral() throws {
    let bytes = try Packer.bytes(of: Array(-200...200))
    #expect(bytes.allSatisfy { $0 < 0x80 })
    #expect(EmbeddedPacks.literal("a\u{0}\n\"#b") == ###"##"a\##u{0}\##u{a}"#b"##"###)
  }
}
