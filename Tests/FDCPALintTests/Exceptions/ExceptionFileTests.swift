import Testing

@testable import FDCPALint

@Suite struct ExceptionFileTests {
  @Test func entriesAreReadWithTheirPlace() throws {
    let file = try ExceptionFile(
      yaml: """
        exceptions:
          - {rule: a/b, record: NO, reason: r, by: me, until: 2027-01-31}
          - rule: a/c
            path: notes/**
        """, path: "e.yaml")
    #expect(file.exceptions.map(\.rule) == ["a/b", "a/c"])
    #expect(file.exceptions[0].reach == .records(id: "NO", paths: nil))
    #expect(file.exceptions[0].missing == [])
    #expect(file.exceptions[1].reach == .records(id: nil, paths: PathPattern("notes/**")))
    #expect(file.exceptions[1].place.line == 3)
    #expect(
      file.exceptions[1].missing == ["a reason", "who allows it (by)", "its last day (until)"])
  }

  @Test(arguments: [
    ("exceptions:\n  - {rule: a}", "e.yaml:2:5: exceptions[1]: 'record' or 'path' is missing"),
    ("exceptions:\n  - {record: a}", "e.yaml:2:5: exceptions[1]: 'rule' is missing"),
    ("exeptions: []", "did you mean 'exceptions'?"),
    (
      "exceptions:\n  - {rule: a, record: b, until: 31.1.27}",
      "expected a date such as 2021-11-30, found '31.1.27'"
    ),
  ])
  func whatIsWrongIsTold(yaml: String, told: String) {
    let error = #expect(throws: PackError.self) {
      try ExceptionFile(yaml: yaml, path: "e.yaml")
    }
    #expect(error?.description.contains(told) == true, "\(error?.description ?? "")")
  }
}
