import Foundation
import Testing

@testable import FDCPALint

@Suite struct NameTableTests {
  /// Against a dictionary and a sorted list, with accents spelled in both ways.
  @Test(arguments: [1, 2, 3]) func namesAreNumberedOnceAndSorted(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces =
      seed == 1
      ? ["a", "b", "1", "\u{0}", "x-long-name"] : ["a", "é", "e\u{301}", "z", "Ω", "ab"]
    var table = NameTable()
    var known: [String: UInt32] = [:]
    for _ in 0..<5_000 {
      let name = "ID-" + (0..<random.below(5)).map { _ in random.pick(pieces) }.joined()
      let number = table.number(of: name)
      if let other = known[name] {
        #expect(number == other)
      } else {
        #expect(Int(number) == known.count)
        known[name] = number
      }
    }
    #expect(table.count == known.count)
    let expected = known.sorted {
      $0.key.precomposedStringWithCanonicalMapping.unicodeScalars.lexicographicallyPrecedes(
        $1.key.precomposedStringWithCanonicalMapping.unicodeScalars)
    }.map(\.value)
    #expect(table.sorted() == expected)
  }
}
