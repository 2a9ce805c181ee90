import Testing

@testable import PackCompiler

@Suite struct LiteralTablesTests {
  private let sources = [
    #"\btold\W+(?:\w+\W+){0,5}?mother\b"#, #"\bcall(?:ed|ing)?\b"#, #"\w+\s"#, #"\bmother\b"#,
  ]

  @Test func aPatternIsKnownByItsSource() {
    let tables = LiteralTables(sources: sources + sources)
    #expect(tables.plans.count == 4)
    #expect(sources.map { tables.number(of: $0) } == [0, 1, 2, 3])
    #expect(tables.number(of: #"\bmother"#) == nil)
    #expect(LiteralTables(sources: []).number(of: "a") == nil)
  }

  @Test func plansAreLaidOut() {
    let tables = LiteralTables(sources: sources)
    #expect(tables.plans.map(\.count) == [2, 1, 0, 1])
    #expect(tables.plans.map(\.trigger) == [1, 0, 0, 0])
    #expect(tables.plans.map(\.startsMatch) == [1, 1, 0, 1])
    #expect(tables.groups.map(\.toNext) == [6, 0, 0, 0])
    // Both patterns look for the same group of words.
    #expect(tables.groups[1].column == tables.groups[3].column)
    #expect(tables.shownWords.sorted() == ["call", "called", "calling", "mother", "told"])
  }

  /// Another program, or the next run, reads the bytes as they lie, aligned or not.
  @Test(arguments: [0, 1, 4]) func theBytesAreTheTables(shift: Int) throws {
    let tables = LiteralTables(sources: sources)
    let copy = UnsafeMutableRawBufferPointer.allocate(
      byteCount: tables.bytes.count + 8, alignment: 8)
    defer { copy.deallocate() }
    UnsafeMutableRawBufferPointer(rebasing: copy[shift...]).copyBytes(from: tables.bytes)
    let bytes = UnsafeRawBufferPointer(
      rebasing: UnsafeRawBufferPointer(copy)[shift..<shift + tables.bytes.count])
    let read = try #require(LiteralTables(bytes: bytes))
    #expect(Array(read.bytes) == Array(tables.bytes))
    #expect(Array(read.plans) == Array(tables.plans))
    #expect(Array(read.groups) == Array(tables.groups))
    #expect(read.shownWords == tables.shownWords)
    #expect(read.number(of: sources[3]) == 3)
  }

  @Test func otherBytesAreNot() {
    let tables = LiteralTables(sources: sources)
    #expect(LiteralTables(bytes: UnsafeRawBufferPointer(start: nil, count: 0)) == nil)
    for count in stride(from: 0, to: tables.bytes.count - 8, by: 97) {
      #expect(LiteralTables(bytes: UnsafeRawBufferPointer(rebasing: tables.bytes[..<count])) == nil)
    }
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: tables.bytes.count, alignment: 8)
    defer { copy.deallocate() }
    copy.copyBytes(from: tables.bytes)
    copy[0] ^= 1
    #expect(LiteralTables(bytes: UnsafeRawBufferPointer(copy)) == nil)
  }

  /// The same packs give the same bytes, so that builds can be compared.
  @Test func theSamePatternsGiveTheSameBytes() {
    let first = LiteralTables(sources: sources)
    let second = LiteralTables(sources: sources)
    #expect(Array(first.bytes) == Array(second.bytes))
  }
}
