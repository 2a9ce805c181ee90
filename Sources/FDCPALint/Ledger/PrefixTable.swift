internal import Patterns

/// A table that is built into the program: lines `key,field,…` in the order of their keys, searched
/// where they lie, so that nothing is read before something is asked.
struct PrefixTable: Sendable {
  /// Zones by the first digits of a telephone number, its leading 1 included.
  static let numbers = PrefixTable(ShippedPacks.numbersTable, longestKey: 7)
  /// Regions, as `US-NY`, by area code.
  static let areas = PrefixTable(ShippedPacks.areasTable, longestKey: 3)
  /// Zones by the postal code of a state.
  static let states = PrefixTable(ShippedPacks.statesTable, longestKey: 2)
  /// Regions and zones by the first digits of a ZIP code.
  static let zips = PrefixTable(ShippedPacks.zipsTable, longestKey: 5)

  private let text: StaticString
  private let longestKey: Int

  private init(_ text: StaticString, longestKey: Int) {
    self.text = text
    self.longestKey = longestKey
  }

  /// The fields after a key.
  func fields(_ key: some Collection<UInt8>) -> [String]? {
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    var low = 0
    var high = bytes.count
    while low < high {
      var start = (low + high) / 2
      while start > low, bytes[start - 1] != Self.newline { start -= 1 }
      let line = bytes[start...].prefix { $0 != Self.newline }
      let own = line.prefix { $0 != Self.comma }
      if own.elementsEqual(key) {
        return line[own.endIndex...].dropFirst()
          .split(separator: Self.comma, omittingEmptySubsequences: false)
          .map { String(decoding: $0, as: UTF8.self) }
      }
      if own.lexicographicallyPrecedes(key) {
        low = line.endIndex + 1
      } else {
        high = start
      }
    }
    return nil
  }

  /// The longest key with which the digits begin, and its fields.
  func longestPrefix(of digits: [UInt8]) -> (length: Int, fields: [String])? {
    var length = min(digits.count, longestKey)
    while length > 0 {
      if let fields = fields(digits[..<length]) { return (length, fields) }
      length -= 1
    }
    return nil
  }

  private static let newline = UInt8(ascii: "\n")
  private static let comma = UInt8(ascii: ",")
}
