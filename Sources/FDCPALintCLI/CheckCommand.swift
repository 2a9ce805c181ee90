import ArgumentParser
import FDCPALint

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check notes, transcripts, letters, e-mails, texts and voicemail scripts.",
    discussion: """
      PATH is a file, a folder, or - for standard input. A file of JSON Lines (.jsonl) holds one
      document a line: {"id", "kind", "text"}. Markdown, HTML, e-mails (.eml), .docx, .pdf and
      templates are read as their readers get them, each branch of a template included. What a
      document is: --kind, then its own `kind` (front matter or JSON), then the configuration, then
      its name (call.note.txt, first.letter.md, .eml).

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
    guard fix || diff else { return try await judged().tell() }
    let running = Running(options: run, rules: try LoadedRules(rules))
    let (sources, problems) = try read(running)
    let mending = try Mending(
      linter: try baseline.linter(running), kind: kind, running.rules.configuration, sources)
    let report = try await mending.run(showingOnly: diff, problems: problems, running)
    try running.tell(report)
  }

  /// - Parameter today: What to take for today; `nil`: the system's day.
  func judged(today: CivilDay? = nil) async throws -> Judged {
    var running = Running(options: run, rules: try LoadedRules(rules), today: today)
    let configuration = running.rules.configuration
    if staged { running.options.allowEmpty = true }
    let (sources, problems) = try read(running)
    var report = try await baseline.linter(running).check(sources, kind: kind)
    report.problems = problems + report.problems
    let files = baseline.files(configuration) + configuration.files
    return Judged(running: running, report: report, files: files)
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
