import ArgumentParser
import FDCPALint
import FDCPALintReports
import Foundation

struct BaselineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: "Begin on old records: what is there now is written down and fails no run.",
    discussion: """
      PATH are documents, as for check; --log is a contact log, as for audit. The file holds
      fingerprints, rules and names of records: no line numbers, no times, no word of a text.
      """,
    subcommands: [Write.self, Compare.self, Prune.self])

  struct Write: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write everything that is found now as the baseline.")
    @OptionGroup var input: BaselineInput

    func run() async throws {
      let work = try BaselineWork(input, mustExist: false)
      let report = try await work.report()
      try work.requireComplete(report)
      let baseline = work.linter.baseline(of: report)
      try work.write(baseline)
      Console.output("\(work.path): \(baseline.entries.count) findings written\n")
    }
  }

  struct Compare: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Tell what is new since the baseline, and what of it is gone.",
      discussion: "Exit codes as for check: 1 when something new is found.")
    @OptionGroup var input: BaselineInput

    func run() async throws {
      let work = try BaselineWork(input, mustExist: true)
      let report = try await work.report()
      for entry in work.gone(report) {
        Console.error("gone: \(entry.record): \(entry.rule)")
      }
      try work.running.tell(report)
    }
  }

  struct Prune: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take out of the baseline what is no longer found.",
      discussion: """
        An entry goes when its document was read, or is no longer there, and its finding is gone.
        Entries of what was not read stay.
        """)
    @OptionGroup var input: BaselineInput

    func run() async throws {
      let work = try BaselineWork(input, mustExist: true)
      let report = try await work.report()
      try work.requireComplete(report)
      let gone = Set(work.gone(report))
      let old = work.linter.options.baseline?.entries ?? []
      let kept = old.filter { !gone.contains($0) }
      if !gone.isEmpty {
        try work.write(Baseline(entries: kept, key: work.linter.baselineKey))
      }
      Console.output("\(work.path): \(gone.count) entries taken out, \(kept.count) stay\n")
    }
  }
}

/// What a baseline is made from or held against.
struct BaselineInput: ParsableArguments {
  @Argument(help: ArgumentHelp("Files and folders of documents.", valueName: "PATH"))
  var paths: [String] = []

  @Option(help: "What all documents are.")
  var kind: DocumentKind?

  @Option(help: ArgumentHelp("A contact log or a folder, as for audit.", valueName: "F"))
  var log: [String] = []

  @OptionGroup var tables: TableOptions
  @OptionGroup var baseline: BaselineOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var run: RunOptions

  func validate() throws {
    guard !paths.isEmpty || !log.isEmpty else {
      throw ValidationError("name documents, or a contact log with --log")
    }
    guard paths.isEmpty || log.isEmpty else {
      throw ValidationError("documents and --log have baselines of their own; give one of them")
    }
    guard !paths.contains("-"), !log.contains("-") else {
      throw ValidationError("a baseline is about files; - has no name to find again")
    }
  }
}

/// One run of a baseline's command.
struct BaselineWork {
  /// The file's name where neither the command line nor the configuration gives one.
  private static let defaultPath = "fdcpalint-baseline.json"

  let input: BaselineInput
  let running: Running
  let linter: Linter
  let path: String
  private let sources: [Source]
  private let problems: [Problem]
  private let audit: AuditInput?

  init(_ input: BaselineInput, mustExist: Bool) throws {
    self.input = input
    running = Running(options: input.run, rules: try LoadedRules(input.rules))
    let configuration = running.rules.configuration
    path = input.baseline.path(configuration) ?? Self.defaultPath
    if mustExist {
      linter = try BaselineOptions.linter(running, path)
    } else {
      linter = try running.linter()
    }
    audit =
      input.log.isEmpty
      ? nil
      : try AuditInput(
        logs: input.log, tables: input.tables, standardInputName: "-", configuration)
    let read = DocumentFiles.read(input.paths, standardInputName: "-", configuration)
    sources = read.sources
    problems = read.problems + (audit?.problems ?? [])
  }

  func report() async throws -> Report {
    var report: Report
    if let audit {
      report = await linter.audit(
        audit.logs.sources, consumers: audit.consumers.sources, debts: audit.debts.sources,
        mapping: audit.mapping)
    } else {
      report = await linter.check(sources, kind: input.kind)
    }
    report.problems = problems + report.problems
    return report
  }

  /// Leaves with 3 when something was not read: a baseline of half the records hides the other half.
  func requireComplete(_ report: Report) throws {
    guard report.verdict == .incomplete else { return }
    for line in problemLines(report) { Console.error(line) }
    Console.error("error: the run is incomplete, so \(path) was left as it was")
    throw ExitWith(code: report.exitCode)
  }

  /// Entries whose finding is gone, of documents that were read or are no longer there, and of
  /// records in the log that was read.
  func gone(_ report: Report) -> [Baseline.Entry] {
    let found = Set(report.setAside.filter { $0.cause == .baseline }.map(\.finding.fingerprint))
    let missing = (linter.options.baseline?.entries ?? []).filter {
      !found.contains($0.fingerprint)
    }
    guard !missing.isEmpty else { return [] }
    if let audit {
      let ids = linter.recordIDs(in: audit.logs.sources, mapping: audit.mapping)
      return missing.filter { !$0.isDocument && ids.contains($0.record) }
    }
    let names = running.rules.configuration.names
    let read = Set(sources.map { names.name(of: $0.name) })
    let ids = linter.documentIDs(in: sources)
    return missing.filter { entry in
      guard entry.isDocument else { return ids.contains(entry.record) }
      let isThere = FileManager.default.fileExists(atPath: names.root + "/" + entry.record)
      return read.contains(entry.record) || !isThere
    }
  }

  func write(_ baseline: Baseline) throws {
    do {
      try Data(baseline.json.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw UsageError(message: "\(path) cannot be written; check the folder and its rights")
    }
  }
}
