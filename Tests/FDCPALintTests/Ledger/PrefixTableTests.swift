import Foundation
import Testing

@testable import FDCPALint

@Suite struct PrefixTableTests {
  /// A table as its file has it: key and fields of each row.
  static func rows(_ name: String) throws -> [(key: [UInt8], fields: [String])] {
    let file = Seeds.folder.deletingLastPathComponent().appending(
      path: "Patterns/zones/\(name).csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
    return lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return (Array(cells[0].utf8), Array(cells.dropFirst()))
    }
  }

  static func table(_ name: String) -> PrefixTable {
    switch name {
    case "numbers": .numbers
    case "areas": .areas
    case "states": .states
    default: .zips
    }
  }

  @Test(arguments: [("numbers", 2030), ("areas", 365), ("states", 56), ("zips", 1000)])
  func findsEveryRow(name: String, count: Int) throws {
    let rows = try Self.rows(name)
    #expect(rows.count == count)
    for row in rows { #expect(Self.table(name).fields(row.key) == row.fields, "\(row.fields)") }
  }

  @Test func findsNothingElse() {
    for key in ["", "0", "1", "12", "1200", "12124", "9999999", "A", "New"] {
      #expect(PrefixTable.numbers.fields(key.utf8) == nil, "\(key)")
    }
    #expect(PrefixTable.states.fields("A".utf8) == nil)
    #expect(PrefixTable.states.fields("AKX".utf8) == nil)
    #expect(PrefixTable.numbers.longestPrefix(of: []) == nil)
    #expect(PrefixTable.numbers.longestPrefix(of: Array("44".utf8)) == nil)
  }

  /// Every row of the table is looked at, and the longest that fits wins.
  @Test(arguments: [("numbers", 11, 1), ("zips", 5, 2)])
  func agreesWithASlowSearch(name: String, digits: Int, seed: UInt64) throws {
    let rows = try Self.rows(name)
    var random = SplitMix64(seed: seed)
    var trials = rows.indices.filter { $0 % 3 == 0 }.map { rows[$0].key }
    trials += (0..<300).map { _ in
      name == "numbers" ? Array("1\(200 + random.below(800))".utf8) : []
    }
    for start in trials {
      var number = start
      while number.count < digits {
        number.append(UInt8(ascii: "0") + UInt8(random.below(10)))
      }
      var longest: (length: Int, fields: [String])?
      for row in rows where number.starts(with: row.key) {
        if row.key.count > longest?.length ?? 0 { longest = (row.key.count, row.fields) }
      }
      let found = Self.table(name).longestPrefix(of: number)
      #expect(found?.length == longest?.length)
      #expect(found?.fields == longest?.fields)
    }
  }

  @Test func namesKnownZones() throws {
    var names = Set(try Self.rows("numbers").flatMap { $0.fields[0].split(separator: " ") })
    names.formUnion(try Self.rows("states").flatMap { $0.fields[0].split(separator: " ") })
    names.formUnion(try Self.rows("zips").flatMap { $0.fields[1].split(separator: " ") })
    #expect(names.count > 40)
    for name in names { #expect(ZoneBook.shared.zone(String(name)) != nil, "\(name)") }
  }

  @Test func namesKnownRegions() throws {
    var regions = Set(try Self.rows("areas").map { $0.fields[0] })
    regions.formUnion(
      try Self.rows("zips").compactMap {
        $0.fields[0].split(separator: " ").first.map(String.init)
      })
    #expect(regions.count == 56)
    for region in regions { #expect(StateCode(region)?.regions == [region], "\(region)") }
  }
}
