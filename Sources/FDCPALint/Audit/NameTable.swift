internal import Foundation

/// Numbers for names, ten million of them in a few hundred megabytes: their bytes stand in one array.
struct NameTable: Sendable {
  private var arena: [UInt8] = []
  /// Where each name ends.
  private var ends: [Int] = []
  /// Numbers by hash, each increased by one; zero is none.
  private var slots: [UInt32] = Array(repeating: 0, count: 1 << 10)

  var count: Int { ends.count }

  subscript(number: Int) -> String { String(decoding: arena[range(number)], as: UTF8.self) }

  /// The number of a name, which is added where it is new.
  mutating func number(of name: String) -> UInt32 {
    if count * 2 >= slots.count { grow() }
    let slot = slot(of: name)
    if slots[slot] > 0 { return slots[slot] - 1 }
    arena.append(contentsOf: name.utf8)
    ends.append(arena.count)
    slots[slot] = UInt32(ends.count)
    return slots[slot] - 1
  }

  /// The numbers in the order of their names. The table takes no more names then.
  mutating func sorted() -> [UInt32] {
    slots = []
    let shared = sharedPrefix
    var keys: [(key: UInt64, number: UInt32)] = []
    keys.reserveCapacity(count)
    var isASCII = true
    for number in 0..<count {
      var key: UInt64 = 0
      let name = range(number)
      for offset in shared..<shared + 8 {
        let index = name.lowerBound + offset
        key = key << 8 | (index < name.upperBound ? UInt64(arena[index]) : 0)
      }
      isASCII = isASCII && arena[name].allSatisfy { $0 < 0x80 }
      keys.append((key, UInt32(number)))
    }
    // Of ASCII the order of bytes is that of texts.
    keys.sort { left, right in
      if isASCII, left.key != right.key { return left.key < right.key }
      let (one, two) = (self[Int(left.number)], self[Int(right.number)])
      // Not by `<` where accents are spelled in two ways: texts may then be in neither order.
      return isASCII ? one < two : Self.spelled(one).lexicographicallyPrecedes(Self.spelled(two))
    }
    return keys.map(\.number)
  }

  private static func spelled(_ name: String) -> String.UTF8View {
    name.precomposedStringWithCanonicalMapping.utf8
  }

  /// How many bytes all names begin with alike.
  private var sharedPrefix: Int {
    guard count > 1 else { return 0 }
    let first = range(0)
    var length = first.count
    for number in 1..<count {
      let other = range(number)
      var same = 0
      while same < min(length, other.count),
        arena[first.lowerBound + same] == arena[other.lowerBound + same]
      {
        same += 1
      }
      length = same
    }
    return length
  }

  private func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  /// Where a name stands, or would.
  private func slot(of name: String) -> Int {
    let mask = slots.count - 1
    var slot = name.hashValue & mask
    while slots[slot] > 0, !isSame(Int(slots[slot] - 1), name) { slot = (slot + 1) & mask }
    return slot
  }

  private func isSame(_ number: Int, _ name: String) -> Bool {
    let range = range(number)
    if range.count == name.utf8.count, arena[range].elementsEqual(name.utf8) { return true }
    // Accents may be spelled in two ways.
    return !name.utf8.allSatisfy { $0 < 0x80 } && self[number] == name
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for number in 0..<count { slots[slot(of: self[number])] = UInt32(number + 1) }
  }
}
