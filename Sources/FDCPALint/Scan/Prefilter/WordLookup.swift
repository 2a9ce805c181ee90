/// Which of the tables' words a text's word is.
struct WordLookup {
  private let startBits: UnsafeBufferPointer<UInt64>
  private let slots: UnsafeBufferPointer<LiteralTables.Slot>
  private let entries: UnsafeBufferPointer<LiteralTables.Entry>
  private let short: UnsafeBufferPointer<UInt16>

  init(_ tables: LiteralTables) {
    startBits = tables.startBits
    slots = tables.slots
    entries = tables.entries
    short = tables.short
  }

  /// The number of the longest word that a text's word is, or begins with; -1 where there is none.
  ///
  /// All other words that it begins with are beginnings of that one.
  @inline(__always)
  func number(of key: UInt64) -> Int32 {
    let start = UInt32(truncatingIfNeeded: key)
    let hash = WordHash.of(start)
    if startBits[hash >> 6] >> UInt64(hash & 63) & 1 == 1 {
      var slot = hash & (slots.count - 1)
      while slots[slot].count > 0 {
        if slots[slot].key == start {
          let first = Int(slots[slot].first)
          for index in first..<first + Int(slots[slot].count) {
            let entry = entries[index]
            let mask = entry.length == 0 ? .max : Word.mask(Int(entry.length))
            if key & mask == entry.key { return Int32(entry.number) }
          }
          break
        }
        slot = (slot + 1) & (slots.count - 1)
      }
    }
    return Int32(short[WordHash.shortIndex(key)]) - 1
  }
}
