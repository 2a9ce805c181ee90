import Foundation
import Testing

@testable import PackCompiler

@Suite struct PlaceTablesTests {
  @Test func leavesCommentsAndHeaderOut() {
    let (rows, faults) = PlaceTables.rows(
      of: "# Source\nprefix,zones\n1201,A/B\n# more\n\n1202,A/B C/D\n", columns: 2)
    #expect(rows == ["1201,A/B", "1202,A/B C/D"])
    #expect(faults.isEmpty)
  }

  @Test(arguments: [
    ("k,v\n1,a,b\n", 2, "has 3 columns; expected 2"),
    ("k,v\n# c\n1\n", 3, "has 1 columns; expected 2"),
    ("k,v\n+1,a\n", 2, "begins with '+1'; expected digits or capitals"),
    ("k,v\n,a\n", 2, "begins with ''; expected digits or capitals"),
    ("k,v\n2,a\n1,a\n", 3, "'1' is out of order; sort the rows by their bytes"),
    ("k,v\n1,a\n1,a\n", 3, "'1' is out of order; sort the rows by their bytes"),
  ])
  func pointsAtWhatIsWrong(text: String, line: Int, message: String) {
    let faults = PlaceTables.rows(of: text, columns: 2).faults
    #expect(faults.map(\.line) == [line])
    #expect(faults.map(\.message) == [message])
  }

  @Test func needsEveryTable() {
    let error = #expect(throws: PackError.self) {
      try PlaceTables.read(in: FileManager.default.temporaryDirectory.path + "/none")
    }
    #expect(
      error?.problems.map(\.file) == [
        "zones/areas.csv", "zones/numbers.csv", "zones/states.csv", "zones/zips.csv",
      ])
  }
}
