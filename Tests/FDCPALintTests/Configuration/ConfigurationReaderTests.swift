import Testing

@testable import FDCPALint

@Suite struct ConfigurationReaderTests {
  private func problems(_ yaml: String) -> [String] {
    do throws(PackError) {
      _ = try Configuration(yaml: yaml, path: "c.yaml")
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  @Test func everyKeyIsReadWithItsPlace() throws {
    let configuration = try Configuration(
      yaml: """
        role: debt-buyer
        packs: [rules/house]
        select: federal/
        ignore: [practice/, privacy/]
        fail-on: none
        min-confidence: high
        require-evaluable: true
        documents:
          - paths: ['letters/**', '*.tmpl']
            kind: letter
            jurisdiction: NO
            context: {first-communication: true}
        exclude: [archive/]
        mapping: m.yaml
        exceptions: e.yaml
        baseline: b.json
        opt-out: {email: 'Reply STOP.', text: STOP=end}
        salutations: {Dear Debtor: Dear Sir}
        """, path: "c.yaml")
    #expect(configuration.role?.value == .debtBuyer)
    #expect(configuration.role?.place.description == "c.yaml:1:7")
    #expect(configuration.packs.map(\.value) == ["rules/house"])
    #expect(configuration.select.map(\.value) == ["federal/"])
    #expect(configuration.ignore.map(\.value) == ["practice/", "privacy/"])
    let failOn = try #require(configuration.failOn)
    #expect(failOn.value == nil)
    #expect(configuration.minConfidence?.value == .high)
    #expect(configuration.requireEvaluable?.value == true)
    #expect(configuration.documents.first?.paths.map(\.text) == ["letters/**", "*.tmpl"])
    #expect(configuration.documents.first?.kind == .letter)
    #expect(
      configuration.documents.first?.fields
        == ["jurisdiction": "NO", "first-communication": "true"])
    #expect(configuration.documents.first?.place.line == 9)
    #expect(configuration.exclude.map(\.value.text) == ["archive/"])
    #expect(configuration.mapping?.value == "m.yaml")
    #expect(configuration.exceptions?.value == "e.yaml")
    #expect(configuration.baseline?.value == "b.json")
    #expect(configuration.optOut[.text]?.value == "STOP=end")
    #expect(configuration.salutations.map(\.right) == ["Dear Sir"])
  }

  @Test(arguments: [
    ("fail-onn: error", "c.yaml:1:11: fail-onn: unknown key 'fail-onn'; did you mean 'fail-on'?"),
    ("fail-on: fatal", "c.yaml:1:10: fail-on: unknown value 'fatal'; expected one of: error, "),
    ("documents:\n  - kind: letter", "c.yaml:2:5: documents[1]: 'paths' is missing"),
    (
      "documents:\n  - paths: a\n    kid: letter",
      "c.yaml:3:10: documents[1].kid: unknown key 'kid'; did you mean 'kind'?"
    ),
    ("exclude: ['[ab].md']", "c.yaml:1:11: exclude[1]: expected a pattern of paths such as"),
    ("opt-out: {letter: x}", "c.yaml:1:19: opt-out.letter: unknown key 'letter'; "),
    ("salutations: {'…': x}", "expected words of a salutation, found '…'"),
    ("require-evaluable: yes", "expected true or false, found 'yes'"),
    ("role: x\nrole: y", "stands twice"), ("- a", "expected keys and values, found a list"),
    ("a: [", "is no YAML"),
  ])
  func whatIsWrongIsToldWithItsPlace(yaml: String, told: String) {
    let found = problems(yaml)
    #expect(found.count == 1)
    #expect(found.first?.contains(told) == true, "\(found)")
  }

  @Test func aFileOfCommentsChangesNothing() throws {
    let configuration = try Configuration(yaml: "# role: x\n\n  # more\n", path: "c.yaml")
    #expect(configuration.role == nil)
  }
}
