import Foundation
import Testing

/// `.fdcpalint.yaml`, `config show` and `init`.
@Suite struct ConfigurationTests {
  private static let bad = "We will have you arrested.\n"

  private func run(
    _ files: [String: String], _ arguments: [String], below: String? = nil
  ) throws -> Tool.Result {
    var result: Tool.Result?
    try Tool.withFiles(files) { folder in
      result = try Tool.run(arguments, in: below.map { folder.appending(path: $0) } ?? folder)
    }
    return try #require(result)
  }

  @Test func itIsFoundUpwardToTheRepository() throws {
    let files = [
      ".fdcpalint.yaml": "ignore: [federal/threat-of-arrest]\n", "x/y/a.letter.md": Self.bad,
      "r/.git/HEAD": "", "r/a.letter.md": Self.bad,
    ]
    #expect(try run(files, ["check", "a.letter.md"], below: "x/y").code == 0)
    #expect(try run(files, ["check", "a.letter.md", "--isolated"], below: "x/y").code == 1)
    // What lies above a repository is not its business.
    #expect(try run(files, ["check", "a.letter.md"], below: "r").code == 1)
    #expect(
      try run(files, ["check", "a.letter.md", "--config", "../.fdcpalint.yaml"], below: "r").code
        == 0)
  }

  @Test func theCommandLineWins() throws {
    let files = [
      ".fdcpalint.yaml": "fail-on: none\nignore: [federal/]\n", "a.letter.md": Self.bad,
    ]
    #expect(try run(files, ["check", "."]).code == 0)
    #expect(try run(files, ["check", ".", "--fail-on", "error"]).code == 0)
    let chosen = ["check", ".", "--fail-on", "error", "--select", "federal/"]
    #expect(try run(files, chosen).code == 1)
  }

  @Test func documentsAreWhatTheirPathsSay() throws {
    let files = [
      ".fdcpalint.yaml": """
      documents:
        - {paths: 'sms/**', kind: text}
        - {paths: '*.tmpl', kind: letter}
      exclude: [old/]
      """, "sms/a.txt": "This is from a debt collector.\n", "x/b.tmpl": Self.bad,
      "old/c.letter.md": Self.bad,
    ]
    let result = try run(files, ["check", ".", "--format", "concise"])
    #expect(result.output.contains("./sms/a.txt:1:1: error federal/no-opt-out"))
    #expect(result.output.contains("./x/b.tmpl:1:9: error federal/threat-of-arrest"))
    #expect(!result.output.contains("old/"))
    // A file that somebody names is checked, whatever is excluded.
    #expect(try run(files, ["check", "old/c.letter.md"]).code == 1)
    // Names are the configuration's, from whichever folder.
    let below = try run(files, ["check", "a.txt", "--format", "concise"], below: "sms")
    #expect(below.output.contains("federal/no-opt-out"))
  }

  @Test(arguments: [
    ("fail-onn: error\n", ".fdcpalint.yaml:1:11: fail-onn: unknown key 'fail-onn'; did you mean"),
    (
      "ignore: [federal/threat-of-arest]\n",
      ".fdcpalint.yaml:1:10: no rule is named 'federal/threat-of-arest'; did you mean 'federal/"
    ),
    ("select: [federal/]\nignore: [federal/]\n", "no rule is left to run; check --select"),
    ("packs: [gone]\n", ".fdcpalint.yaml:1:9: packs: there is no folder 'gone'"),
    ("exceptions: gone.yaml\n", ".fdcpalint.yaml:1:13: exceptions: 'gone.yaml' cannot be read"),
    ("baseline: gone.json\n", "the baseline gone.json cannot be read"),
  ])
  func aConfigurationThatDoesNotHoldIsTwo(yaml: String, told: String) throws {
    let result = try run([".fdcpalint.yaml": yaml, "a.letter.md": "Hello.\n"], ["check", "."])
    #expect(result.code == 2)
    #expect(result.errors.contains(told), "\(result.errors)")
    #expect(result.output == "")
  }

  @Test func aFileThatIsNamedMustBeThere() throws {
    #expect(try run([:], ["check", "--allow-empty", "--config", "gone.yaml"]).code == 2)
    #expect(try run([:], ["check", "--allow-empty", "--config", "x", "--isolated"]).code == 2)
  }

  @Test func showTellsWhereEachValueComesFrom() throws {
    let files = [".fdcpalint.yaml": "min-confidence: low\nfail-on: error\n", "x/a": ""]
    let result = try run(files, ["config", "show", "--fail-on", "advice"], below: "x")
    #expect(result.code == 0)
    let lines = result.output.split(separator: "\n").map {
      $0.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
    #expect(lines.first == "# ../.fdcpalint.yaml")
    #expect(lines.contains("fail-on: advice # --fail-on"))
    #expect(lines.contains("min-confidence: low # ../.fdcpalint.yaml:1:17"))
    #expect(lines.contains("role: third-party-collector # default"))
  }

  @Test func aPackOfTheConfigurationIsRead() throws {
    let files = [
      "conf/.fdcpalint.yaml": "packs: [house]\n",
      "conf/house/pack.yaml": "title: H\nversion: 1.0.0\n",
      "conf/house/fruit.yaml": """
      title: Fruit
      basis: practice
      severity: advice
      confidence: high
      citations: []
      applies: {kinds: [letter]}
      message: names “{text}”
      why: Fruit is no business of a letter.
      fix: Take it out.
      check: {wording: {by-language: {en: {any: ['\\bplums?\\b']}}}}
      examples:
        flags: ['Eat «plums».', 'A «plum».', 'No «plum» today.']
        passes: ['Eat figs.', 'A fig.', 'Plumbing.']
      """, "conf/x/a.letter.md": "Eat plums.\n",
    ]
    let result = try run(files, ["check", "a.letter.md", "--format", "concise"], below: "conf/x")
    #expect(result.output.contains("house/fruit: names “plums”"), "\(result.errors)")
  }

  @Test func aForbiddenSalutationIsAFinding() throws {
    let files = [
      ".fdcpalint.yaml": "salutations: {Dear Debtor: Dear Sir}\n", "a.letter.md": "DEAR DEBTOR,\n",
      "b.note.md": "wrote Dear Debtor\n",
    ]
    let result = try run(files, ["check", ".", "--format", "concise"])
    #expect(
      result.output
        == "./a.letter.md:1:1: warning configuration/salutation: greets with “DEAR DEBTOR”\n")
    #expect(result.code == 1)
  }

  @Test func initWritesWhatHolds() throws {
    let files = [
      "letters/ma/a.md": "Hello.\n", "SMS/b.txt": "Hello.\n", "other/c.md": "Hello.\n",
      "rules/house/pack.yaml": "title: H\nversion: 1.0.0\n", "x/mapping.yaml": "zone: UTC\n",
    ]
    try Tool.withFiles(files) { folder in
      let first = try Tool.run(["init"], in: folder)
      #expect(first.code == 0)
      let text = try String(
        contentsOf: folder.appending(path: ".fdcpalint.yaml"), encoding: .utf8)
      #expect(text.contains("  - paths: '/SMS/**'\n    kind: text\n"))
      #expect(text.contains("  - paths: '/letters/**'\n    kind: letter\n"))
      #expect(text.contains("#   - paths: '/other/**'\n"))
      #expect(text.contains("packs: ['rules/house']\n"))
      #expect(text.contains("mapping: 'x/mapping.yaml'\n"))
      let shown = try Tool.run(["config", "show"], in: folder)
      #expect(shown.code == 0, "\(shown.errors)")
      let again = try Tool.run(["init"], in: folder)
      #expect(again.code == 2)
      #expect(again.errors.contains("--force"))
      #expect(try Tool.run(["init", "--force"], in: folder).code == 0)
    }
  }

  /// What the written file shows in comments holds as well, once somebody takes the marks away.
  @Test func theExamplesThatInitWritesHold() throws {
    try Tool.withFiles(["letters/a.md": "Hello.\n"]) { folder in
      #expect(try Tool.run(["init"], in: folder).code == 0)
      let file = folder.appending(path: ".fdcpalint.yaml")
      let text = try String(contentsOf: file, encoding: .utf8)
      let keys = ["exclude", "ignore", "opt-out", "  email", "  text", "salutations", "  Dear"]
      let open = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        let bare = line.hasPrefix("# ") ? line.dropFirst(2) : line
        return keys.contains { bare.hasPrefix($0 + ":") || bare.hasPrefix($0 + " Debtor:") }
          ? String(bare) : String(line)
      }
      try Data(open.joined(separator: "\n").utf8).write(to: file)
      let shown = try Tool.run(["config", "show"], in: folder)
      #expect(shown.code == 0, "\(shown.errors)")
      #expect(shown.output.contains("salutations.Dear Debtor: 'Dear {{ name }}'"))
    }
  }
}
