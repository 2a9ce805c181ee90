import FDCPALint
import Testing

@testable import FDCPALintReports

@Suite struct FindingGroupTests {
  private func finding(
    _ rule: String, _ severity: Severity, _ start: Int, _ end: Int, path: String = "a.txt"
  ) -> Finding {
    Sample.finding(
      rule, rule, record: path, severity: severity, message: "m",
      location: Sample.place(start, end, path: path))
  }

  private func names(_ findings: [Finding]) -> [[String]] {
    FindingGroup.groups(of: findings).map { [$0.leader.rule] + $0.others.map(\.rule) }
  }

  @Test func putsTheGravestFirst() {
    #expect(
      names([finding("a", .advice, 0, 9), finding("b", .error, 5, 12)]) == [["b", "a"]])
  }

  @Test func prefersConfidenceThenOrderAmongEquals() {
    var sure = finding("c", .error, 0, 9)
    var unsure = finding("b", .error, 0, 9)
    (sure.confidence, unsure.confidence) = (.high, .low)
    #expect(names([unsure, sure]) == [["c", "b"]])
    #expect(names([finding("x", .error, 0, 9), finding("y", .error, 0, 9)]) == [["x", "y"]])
  }

  @Test func keepsApartWhatOnlyTouches() {
    #expect(names([finding("a", .error, 0, 5), finding("b", .error, 5, 9)]) == [["a"], ["b"]])
  }

  @Test func groupsOnlyWithTheLeader() {
    // b overlaps both, a and c share nothing: c stays on its own.
    let findings = [
      finding("a", .error, 0, 5), finding("b", .warning, 4, 9), finding("c", .advice, 8, 12),
    ]
    #expect(names(findings) == [["a", "b"], ["c"]])
  }

  @Test func keepsTextsApart() {
    var note = finding("a", .error, 0, 5)
    var text = finding("b", .error, 0, 5)
    (note.location.field, text.location.field) = ("note", "text")
    #expect(names([note, text]) == [["a"], ["b"]])
    let other = finding("c", .error, 0, 5, path: "b.txt")
    #expect(names([finding("a", .error, 0, 5), other]) == [["a"], ["c"]])
  }

  @Test func losesNothing() {
    var random = SplitMix64(state: 7)
    for _ in 0..<200 {
      let findings = (0..<12).map { index in
        let start = Int(random.next() % 40)
        let severity = Severity.allCases[Int(random.next() % 3)]
        return finding("r\(index)", severity, start, start + 1 + Int(random.next() % 9))
      }
      let groups = FindingGroup.groups(of: findings)
      let rules = groups.flatMap { [$0.leader.rule] + $0.others.map(\.rule) }
      #expect(rules.sorted() == findings.map(\.rule).sorted())
      for group in groups {
        #expect(group.others.allSatisfy { $0.severity <= group.leader.severity })
      }
    }
  }
}
