import Testing

@testable import FDCPALint

@Suite struct ReviewTableTests {
  private static let header = "fingerprint,key,rule,record,decision,who,why,when,until\n"

  private func table(_ rows: String, who: String? = nil, header: String = header) -> ReviewTable {
    ReviewTable(
      Source(name: "sheet.csv", bytes: Array((header + rows).utf8)), key: "k1", who: who,
      today: CivilDay("2026-04-01") ?? CivilDay(number: 0))
  }

  @Test func rowsBecomeDecisions() {
    let read = table(
      """
      f1,k1,r/a,c1,false-alarm,A. Kim,"a bank's own call, not ours",2026-03-31,
      f2,k1,r/a,c2,,,,,
      f3,,r/b,c3,Accepted Risk,,'=as agreed,,2026-06-30

      """, who: "B. Ode")
    #expect(read.problems.isEmpty)
    #expect(read.reviews.map(\.fingerprint) == ["f1", "f3"])
    #expect(read.reviews.map(\.decision) == [.falseAlarm, .acceptedRisk])
    #expect(read.reviews.map(\.who) == ["A. Kim", "B. Ode"])
    #expect(read.reviews.map(\.why) == ["a bank's own call, not ours", "=as agreed"])
    #expect(read.reviews.map(\.when.description) == ["2026-03-31", "2026-04-01"])
    #expect(read.reviews.map(\.until?.description) == [nil, "2026-06-30"])
  }

  @Test(arguments: [
    ("f1,k1,r,c,maybe,A,why,,", "decision"), ("f1,k2,r,c,confirmed,A,why,,", "key"),
    ("f1,k1,r,c,confirmed,,why,,", "who"), ("f1,k1,r,c,confirmed,A,,,", "why"),
    ("f1,k1,,c,confirmed,A,why,,", "rule"), (",k1,r,c,confirmed,A,why,,", "fingerprint"),
    ("f1,k1,r,c,confirmed,A,why,soon,", "when"), ("f1,k1,r,c,confirmed,A,why,2026-04-02,", "when"),
    ("f1,k1,r,c,confirmed,A,why,2026-03-02,2026-03-01", "until"),
    ("f1,k1,r,c,accepted-risk,A,why,2026-03-02,", "until"),
  ])
  func aRowThatDoesNotHoldIsToldAndTheOthersAreRead(_ row: String, _ field: String) {
    let read = table(row + "\nf9,k1,r,c,confirmed,A,why,,\n")
    #expect(read.problems.map(\.field) == [field])
    #expect(read.problems.map(\.row) == [2])
    #expect(read.reviews.map(\.fingerprint) == ["f9"])
  }

  @Test func aTableWithoutTheColumnsIsNone() {
    let read = table("f1,x\n", header: "fingerprint,note\n")
    #expect(read.problems.map(\.code) == ["missing-column"])
    #expect(read.problems.map(\.field) == ["decision"])
    #expect(read.reviews.isEmpty)
  }
}
