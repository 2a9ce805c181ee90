import Testing

@testable import FDCPALint

@Suite struct BaselineTests {
  private func linter(
    key: String? = nil, names: DocumentNames? = nil, baseline: Baseline? = nil
  ) throws -> Linter {
    var packs = try RuleBase.shippedPacks()
    packs.rules.removeAll { $0.id != "federal/threat-of-arrest" }
    var options = Linter.Options(today: CivilDay(number: 20_000))
    options.fingerprintKey = key
    options.names = names
    options.baseline = baseline
    return Linter(rules: RuleBase(packs), options: options)
  }

  private func source(_ text: String, _ name: String = "a.letter.md") -> Source {
    Source(name: name, bytes: Array(text.utf8))
  }

  @Test func aFileComesBackAsItWas() async throws {
    let linter = try linter()
    let baseline = linter.baseline(
      of: await linter.check([source("You will be arrested.", "letters/ä \"b\".letter.md")]))
    #expect(baseline.entries.count == 1)
    #expect(baseline.entries.first?.isDocument == true)
    let read = try Baseline(source(baseline.json, "b.json"))
    #expect(read == baseline)
    #expect(!baseline.json.contains("arrested"))
  }

  /// Edits elsewhere, other lines and the order of files change nothing; a further threat counts.
  @Test func itStaysWhileOtherPartsChange() async throws {
    let first = try linter()
    let before = await first.check([
      source("You will be arrested."), source("You will go to jail.", "b.letter.md"),
    ])
    let baseline = first.baseline(of: before)
    let second = try linter(baseline: baseline)
    let report = await second.check([
      source("You will go to jail.", "b.letter.md"),
      source("A new line.\n\nYou will  be\narrested. Good day.\n\nYou will be arrested."),
    ])
    let known = report.setAside.map(\.finding.record)
    #expect(known == ["a.letter.md", "b.letter.md"])
    #expect(report.findings.map(\.location.line) == [6])
    #expect(second.baseline(of: report).entries.count == 3)
  }

  @Test func aDocumentHasOneNameFromEveryFolder() async throws {
    let above = try linter(names: DocumentNames(root: "/r", directory: "/r"))
    let baseline = above.baseline(
      of: await above.check([source("You will be arrested.", "x/a.letter.md")]))
    #expect(baseline.entries.map(\.record) == ["x/a.letter.md"])
    let below = try linter(
      names: DocumentNames(root: "/r", directory: "/r/x"), baseline: baseline)
    let report = await below.check([source("You will be arrested.")])
    #expect(report.findings.isEmpty)
    #expect(report.setAside.count == 1)
  }

  @Test func anotherKeyIsTold() throws {
    #expect(try linter().baselineKey != linter(key: "k").baselineKey)
    #expect(try linter(key: "k").baselineKey == linter(key: "k").baselineKey)
  }

  @Test(arguments: [
    "", "{", "[]", #"{"schema": "other"}"#, #"{"schema": "fdcpalint-baseline/1"}"#,
    #"{"schema": "fdcpalint-baseline/1", "key": "k", "findings": [{"rule": "r"}]}"#,
  ])
  func whatIsNoBaselineIsRefused(text: String) {
    let problem = #expect(throws: Problem.self) { try Baseline(source(text, "b.json")) }
    #expect(problem?.message.contains("baseline write") == true)
  }
}
