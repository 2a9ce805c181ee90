import ArgumentParser
import FDCPALint

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check notes, transcripts, letters, e-mails, texts and voicemail scripts.",
    discussion: """
      PATH is a file, a folder, or - for standard input. A file of JSON Lines (.jsonl) holds one
      document a line: {"id", "kind", "text"}. Markdown, HTML, e-mails (.eml), .docx, .pdf and
      templates are read as their readers get them, each branch of a template included. What a document is: --kind, then its own `kind`
      (front matter or JSON), then its name (call.note.txt, first.letter.md, .eml).
      """)

  @Argument(help: ArgumentHelp("Files and folders, or -.", valueName: "PATH"))
  var paths: [String] = []

  @Option(help: "What all documents are.")
  var kind: DocumentKind?

  @Option(help: "The name to take standard input for.")
  var stdinFilename = "<stdin>"

  @OptionGroup var rules: RuleOptions
  @OptionGroup var run: RunOptions

  func run() async throws { try await judged().tell() }

  /// - Parameter today: What to take for today; `nil`: the system's day.
  func judged(today: CivilDay? = nil) async throws -> Judged {
    let running = Running(options: run, rules: try LoadedRules(rules), today: today)
    var inputs = Inputs(areDocuments: true)
    for path in paths { inputs.read(path, standardInputName: stdinFilename) }
    var report = try await running.linter().check(inputs.sources, kind: kind)
    report.problems = inputs.problems + report.problems
    return Judged(running: running, report: report)
  }
}
