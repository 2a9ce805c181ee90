import ArgumentParser
import FDCPALint

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check notes, transcripts, letters, e-mails, texts and voicemail scripts.",
    discussion: """
      PATH is a file, a folder, or - for standard input. A file of JSON Lines (.jsonl) holds one
      document a line: {"id", "kind", "text"}. What a document is: --kind, then its own `kind`
      (front matter or JSON), then the configuration, then its name (call.note.txt,
      first.letter.md, .eml).

      With --staged, what is staged in git is read in place of files, and PATH narrows it.
      """)

  @Argument(help: ArgumentHelp("Files and folders, or -.", valueName: "PATH"))
  var paths: [String] = []

  @Option(help: "What all documents are.")
  var kind: DocumentKind?

  @Option(help: "The name to take standard input for.")
  var stdinFilename = "<stdin>"

  @Flag(help: "Check what the next commit will hold; nothing staged is clean.")
  var staged = false

  @Flag(help: "Mend drafts in place with the configuration's opt-out lines and salutations.")
  var fix = false

  @Flag(help: "Show what --fix would change, and change nothing.")
  var diff = false

  @OptionGroup var baseline: BaselineOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var run: RunOptions

  func validate() throws {
    let mends = fix || diff
    guard !(staged && mends) else {
      throw ValidationError("--staged reads the index, which --fix and --diff do not change")
    }
    guard !(paths.contains("-") && (staged || mends)) else {
      throw ValidationError("- is standard input, which --staged, --fix and --diff do not read")
    }
  }

  func run() async throws {
    var running = Running(options: run, rules: try LoadedRules(rules))
    let configuration = running.rules.configuration
    if staged { running.options.allowEmpty = true }
    let linter = try baseline.linter(running)
    let (sources, problems) = try read(running)
    if fix || diff {
      let mending = try Mending(linter: linter, kind: kind, configuration, sources)
      let report = try await mending.run(showingOnly: diff, problems: problems, running)
      return try running.tell(report)
    }
    var report = await linter.check(sources, kind: kind)
    report.problems = problems + report.problems
    try running.tell(report)
  }

  private func read(_ running: Running) throws -> (sources: [Source], problems: [Problem]) {
    let configuration = running.rules.configuration
    guard staged else {
      return DocumentFiles.read(paths, standardInputName: stdinFilename, configuration)
    }
    let documents = try StagedDocuments(narrow: paths, configuration)
    let read = documents.sources.count + documents.problems.count
    if !run.quiet, read < documents.staged {
      Console.error("note: \(read) of \(documents.staged) staged files are documents")
    }
    return (documents.sources, documents.problems)
  }
}
