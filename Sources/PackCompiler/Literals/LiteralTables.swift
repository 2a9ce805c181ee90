/// The plans of many patterns as flat tables in one buffer, for a scanner to ask texts with.
///
/// The tables are made from the sources of patterns alone, and are used as they lie: a program that
/// carries the buffer need not make a plan. Numbers in it are in the machine's own byte order.
///
/// A *word* is known by its number, a pattern by its number among the distinct sources, and a
/// *column* is a group of words: one that several plans share is one column.
package final class LiteralTables: @unchecked Sendable {
  // Unchecked, because pointers are not Sendable: nothing writes to the buffer once it is made.

  /// The plan of a pattern.
  package struct Plan: BitwiseCopyable, Equatable {
    /// Its groups in ``groups``; no groups, no plan: it runs over every text.
    package var first: UInt32
    package var count: UInt8
    /// Which of its groups is looked for.
    package var trigger: UInt8
    /// 1 where every match begins at a word of the first group.
    package var startsMatch: UInt8
    var unused: UInt8 = 0
  }

  /// A group of some plan.
  package struct Group: BitwiseCopyable, Equatable {
    package var column: UInt16
    /// How many words on, at most, the next group's word begins.
    package var toNext: UInt16
  }

  /// Words that begin with the same four characters: `entries[first..<first + count]`.
  package struct Slot: BitwiseCopyable {
    package var key: UInt32
    package var first: UInt32
    package var count: UInt32
  }

  /// A word, the longest first among those that begin alike.
  package struct Entry: BitwiseCopyable {
    package var key: UInt64
    package var number: UInt32
    /// How many characters count; 0: all, and the word ends there.
    package var length: UInt32
  }

  /// What the buffer holds, in this order.
  enum Section: Int, CaseIterable {
    case startBits, slots, entries, short, marks, words, signatures, columnStarts, columns
    case triggerStarts, triggers, plans, groups, sources, sourceSlots
  }

  /// "Literals" and the form of what follows: to be changed with any of the tables.
  private static let form: UInt64 = 0x4C69_7465_7261_6C02
  static let headerBytes = 8 + Section.allCases.count * 8

  /// All of it, to be written somewhere.
  package let bytes: UnsafeRawBufferPointer
  private let isOwner: Bool

  /// A bit for each hash of four characters that a word begins with.
  package let startBits: UnsafeBufferPointer<UInt64>
  /// An open hash table by four characters; its size is a power of two.
  package let slots: UnsafeBufferPointer<Slot>
  package let entries: UnsafeBufferPointer<Entry>
  /// Numbers, plus one, of words of one or two characters that may go on, by a text's first two.
  package let short: UnsafeBufferPointer<UInt16>
  /// Numbers, plus one, of marks by their character; first that of every character beyond ASCII.
  package let marks: UnsafeBufferPointer<UInt16>
  /// Each word's characters.
  let words: UnsafeBufferPointer<Entry>
  /// Bit `column % 64` for each column that a word is in.
  package let signatures: UnsafeBufferPointer<UInt64>
  /// A word's columns are `columns[columnStarts[word]..<columnStarts[word + 1]]`, in order.
  package let columnStarts: UnsafeBufferPointer<UInt32>
  package let columns: UnsafeBufferPointer<UInt16>
  /// The patterns that a word is a trigger of, likewise.
  package let triggerStarts: UnsafeBufferPointer<UInt32>
  package let triggers: UnsafeBufferPointer<UInt16>
  package let plans: UnsafeBufferPointer<Plan>
  package let groups: UnsafeBufferPointer<Group>
  private let sources: UnsafeBufferPointer<UInt64>
  private let sourceSlots: UnsafeBufferPointer<UInt16>

  /// Takes tables as ``bytes`` of others gave them.
  ///
  /// - Parameter bytes: They must outlive every use of the tables. Where they are not aligned to
  ///   eight bytes they are copied.
  /// - Returns: `nil` where they are of another form, or not whole.
  package convenience init?(bytes: UnsafeRawBufferPointer) {
    guard Self.isWhole(bytes) else { return nil }
    guard Int(bitPattern: bytes.baseAddress) % 8 == 0 else {
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
      copy.copyMemory(from: bytes)
      self.init(trusted: UnsafeRawBufferPointer(copy), isOwner: true)
      return
    }
    self.init(trusted: bytes, isOwner: false)
  }

  init(trusted bytes: UnsafeRawBufferPointer, isOwner: Bool) {
    func table<Row: BitwiseCopyable>(_ section: Section, of row: Row.Type) -> UnsafeBufferPointer<
      Row
    > {
      let (offset, count) = Self.place(of: section, in: bytes)
      let part = UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
      return part.assumingMemoryBound(to: row)
    }
    self.bytes = bytes
    self.isOwner = isOwner
    startBits = table(.startBits, of: UInt64.self)
    slots = table(.slots, of: Slot.self)
    entries = table(.entries, of: Entry.self)
    short = table(.short, of: UInt16.self)
    marks = table(.marks, of: UInt16.self)
    words = table(.words, of: Entry.self)
    signatures = table(.signatures, of: UInt64.self)
    columnStarts = table(.columnStarts, of: UInt32.self)
    columns = table(.columns, of: UInt16.self)
    triggerStarts = table(.triggerStarts, of: UInt32.self)
    triggers = table(.triggers, of: UInt16.self)
    plans = table(.plans, of: Plan.self)
    groups = table(.groups, of: Group.self)
    sources = table(.sources, of: UInt64.self)
    sourceSlots = table(.sourceSlots, of: UInt16.self)
  }

  deinit { if isOwner { bytes.deallocate() } }

  /// The number of a pattern; `nil` where the tables were made without it.
  package func number(of source: String) -> Int? {
    guard !sourceSlots.isEmpty else { return nil }
    let hash = SourceHash.of(source)
    var slot = Int(truncatingIfNeeded: hash) & (sourceSlots.count - 1)
    while sourceSlots[slot] != 0 {
      let number = Int(sourceSlots[slot]) - 1
      if sources[number] == hash { return number }
      slot = (slot + 1) & (sourceSlots.count - 1)
    }
    return nil
  }

  /// The words that are looked for, by number, as people write them.
  package var shownWords: [String] {
    words.map { word in
      let characters = (64 - word.key.leadingZeroBitCount + 7) / 8
      return Word(key: word.key, length: characters, isWhole: word.length == 0).shown
    }
  }

  // MARK: The buffer

  private static func isWhole(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count >= headerBytes, bytes.loadUnaligned(as: UInt64.self) == form else {
      return false
    }
    return Section.allCases.allSatisfy { section in
      let (offset, count) = place(of: section, in: bytes)
      return offset >= headerBytes && offset % 8 == 0 && offset + count <= bytes.count
    }
  }

  /// Where a section lies, in bytes.
  private static func place(of section: Section, in bytes: UnsafeRawBufferPointer) -> (Int, Int) {
    let entry = 8 + section.rawValue * 8
    return (
      Int(bytes.loadUnaligned(fromByteOffset: entry, as: UInt32.self)),
      Int(bytes.loadUnaligned(fromByteOffset: entry + 4, as: UInt32.self))
    )
  }

  /// Lays sections out one after the other.
  static func buffer(_ sections: [Section: [UInt8]]) -> UnsafeRawBufferPointer {
    func padded(_ count: Int) -> Int { (count + 7) / 8 * 8 }
    let size = sections.values.reduce(headerBytes) { $0 + padded($1.count) }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 8)
    buffer.initializeMemory(as: UInt8.self, repeating: 0)
    buffer.storeBytes(of: form, as: UInt64.self)
    var offset = headerBytes
    for section in Section.allCases {
      let part = sections[section] ?? []
      buffer.storeBytes(
        of: UInt32(offset), toByteOffset: 8 + section.rawValue * 8, as: UInt32.self)
      buffer.storeBytes(
        of: UInt32(part.count), toByteOffset: 12 + section.rawValue * 8, as: UInt32.self)
      UnsafeMutableRawBufferPointer(rebasing: buffer[offset...]).copyBytes(from: part)
      offset += padded(part.count)
    }
    return UnsafeRawBufferPointer(buffer)
  }
}

/// What a pattern's source is known by in tables.
enum SourceHash {
  /// Eight bytes at a time: at the start of a program every pattern is asked for.
  static func of(_ source: String) -> UInt64 {
    var source = source
    return source.withUTF8 { text in
      let bytes = UnsafeRawBufferPointer(text)
      var hash = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
      var index = 0
      while index + 8 <= bytes.count {
        mix(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self), into: &hash)
        index += 8
      }
      var last: UInt64 = 0
      while index < bytes.count {
        last = last << 8 | UInt64(bytes[index])
        index += 1
      }
      mix(last, into: &hash)
      return hash
    }
  }

  private static func mix(_ value: UInt64, into hash: inout UInt64) {
    let product = (hash ^ value).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    hash = product.high ^ product.low &+ 0x9E37_79B9_7F4A_7C15
  }
}
