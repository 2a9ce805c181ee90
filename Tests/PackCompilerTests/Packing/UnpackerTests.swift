import Foundation
import Testing

@testable import PackCompiler

@Suite struct UnpackerTests {
  static func unpacked<Value: Packed>(
    _ type: Value.Type, _ bytes: [UInt8]
  ) throws(PackedFormError) -> Value {
    let result: Result<Value, PackedFormError> = bytes.withUnsafeBytes { bytes in
      do throws(PackedFormError) { return .success(try Unpacker.value(type, of: bytes)) } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  @Test(arguments: [0, 1, -1, 63, 64, -64, -65, 4095, 1 << 40, .max, .min, .max - 1])
  func readsWhatWasPacked(_ number: Int) throws {
    #expect(try Self.unpacked(Int.self, Packer.bytes(of: number)) == number)
  }

  /// Values of every depth come back, and have the bytes that they had.
  @Test(arguments: 0..<40)
  func readsNestedValues(_ seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let value = Self.value(depth: 4, &random)
    let bytes = try Packer.bytes(of: value)
    #expect(try Self.unpacked(FieldValue.self, bytes) == value)
    #expect(try Packer.bytes(of: Self.unpacked(FieldValue.self, bytes)) == bytes)
  }

  /// Bytes that were cut or changed are refused or are another value: nothing is read behind them.
  @Test(arguments: 0..<40)
  func survivesOtherBytes(_ seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let bytes = try Packer.bytes(of: Self.value(depth: 4, &random))
    for length in bytes.indices {
      #expect(throws: PackedFormError.self) {
        try Self.unpacked(FieldValue.self, Array(bytes[..<length]))
      }
    }
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= UInt8.random(in: 1...255, using: &random)
      if let value = try? Self.unpacked(FieldValue.self, changed) {
        #expect(try Self.unpacked(FieldValue.self, Packer.bytes(of: value)) == value)
      }
    }
  }

  @Test func saysWhatIsWrong() {
    #expect(throws: PackedFormError.cutShort) { try Self.unpacked(String.self, [3, 0x61]) }
    #expect(throws: PackedFormError.cutShort) { try Self.unpacked([Bool].self, [0x7F, 0x3F]) }
    #expect(throws: PackedFormError.malformed(type: "text")) {
      try Self.unpacked(String.self, [1, 0xFF])
    }
    #expect(throws: PackedFormError.malformed(type: "Severity")) {
      try Self.unpacked(Severity.self, [3])
    }
    #expect(throws: PackedFormError.malformed(type: "number")) {
      try Self.unpacked(Int.self, Array(repeating: 0x7F, count: 12))
    }
    #expect(throws: PackedFormError.malformed(type: "number")) {
      try Self.unpacked(Int.self, [0x80])
    }
    #expect(throws: PackedFormError.leftOver(bytes: 1)) { try Self.unpacked(Bool.self, [1, 0]) }
  }

  private static func value(depth: Int, _ random: inout SplitMix) -> FieldValue {
    let texts = ["", "a", "ß “x”", "\u{0}\n\"#", "🙂", String(repeating: "long ", count: 40)]
    let count = Int.random(in: 0...4, using: &random)
    switch depth == 0 ? 0 : Int.random(in: 0...2, using: &random) {
    case 1: return .list((0..<count).map { _ in value(depth: depth - 1, &random) })
    case 2:
      return .object(
        Dictionary(
          (0..<count).map { ("\($0)é", value(depth: depth - 1, &random)) }, uniquingKeysWith: { $1 }
        )
      )
    default: return .text(texts.randomElement(using: &random) ?? "")
    }
  }
}

/// Numbers that are the same on every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
