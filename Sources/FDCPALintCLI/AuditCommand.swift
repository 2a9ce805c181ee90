import ArgumentParser
import FDCPALint
import FDCPALintStore
import Foundation

struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Audit contact logs: count calls, read clocks, remember requests, read notes.",
    discussion: """
      LOG is a file of CSV, TSV or JSON Lines, plain or packed by gzip or zstd, an SQLite database
      with a table or view `contacts`, or - for standard input. A folder is read by the names in it:
      contacts.*, consumers.*, debts.*, mapping.yaml.

      With --ledger the log holds only what is new: the ledger keeps what came before, and the report is
      that of everything so far.
      """)

  @Argument(help: ArgumentHelp("Contact logs, a folder, or -.", valueName: "LOG"))
  var logs: [String] = []

  @OptionGroup var tables: TableOptions

  @Option(
    help: ArgumentHelp(
      "A file that keeps all records from run to run; it is made where there is none.",
      valueName: "FILE"))
  var ledger: String?

  @Option(help: "The name to take standard input for.")
  var stdinFilename = "<stdin>"

  @Option(
    help: ArgumentHelp(
      "An earlier audit's JSON: say which findings are new, persisting or closed.",
      valueName: "RUN"))
  var compare: String?

  @Option(
    help: ArgumentHelp(
      "How many rows the logs hold by your own count; another number makes the run incomplete.",
      valueName: "N"))
  var expectRecords: Int?

  @OptionGroup var baseline: BaselineOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var run: RunOptions

  func validate() throws {
    if let expectRecords, expectRecords < 0 {
      throw ValidationError("--expect-records \(expectRecords): expected 0 or more")
    }
    if ledger != nil, run.manifest != nil {
      throw ValidationError(
        "--manifest cannot go with --ledger, which holds more than this run's inputs; audit the "
          + "logs themselves for one")
    }
  }

  func run() async throws {
    let text = try ledger == nil ? JSONLinesOutput(run, compare: compare) : nil
    try await judged(text: text).tell(text: text)
  }

  /// - Parameters:
  ///   - today: What to take for today; `nil`: the system's day.
  ///   - text: Where findings go as they are made; the report then lacks them.
  func judged(today: CivilDay? = nil, text: JSONLinesOutput? = nil) async throws -> Judged {
    let running = Running(options: run, rules: try LoadedRules(rules), today: today)
    let configuration = running.rules.configuration
    let earlier = try compare.map(SavedRun.earlierAudit)
    let input = try AuditInput(
      logs: logs, tables: tables, standardInputName: stdinFilename, configuration)
    let linter = try baseline.linter(running)
    var report: Report
    if let ledger {
      report = try await LedgerRun(path: ledger, isQuiet: run.quiet).report(linter, input)
    } else {
      report = await linter.audit(
        input.logs.sources, consumers: input.consumers.sources, debts: input.debts.sources,
        mapping: input.mapping, stream: try text?.stream(running))
      report.problems = input.problems + report.problems
    }
    if let expectRecords { report.reconcile(expected: expectRecords) }
    if let earlier {
      guard earlier.report.keyedFingerprints == report.keyedFingerprints else {
        throw UsageError(
          message: "\(earlier.name) has fingerprints of another key; set FDCPALINT_KEY as it was "
            + "then")
      }
      report.compare(with: earlier)
    }
    let files =
      [input.mappingPath, compare].compactMap(\.self) + baseline.files(configuration)
      + configuration.files
    return Judged(running: running, report: report, files: files)
  }
}

/// The tables in a folder, by their names; `nil` for what is no folder.
struct AuditFolder {
  var contacts: [String] = []
  var consumers: [String] = []
  var debts: [String] = []
  var mapping: String?

  init?(_ path: String) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue,
      let names = try? FileManager.default.contentsOfDirectory(atPath: path)
    else { return nil }
    // A database may have its journal beside it.
    for name in names.sorted() where !["-wal", "-shm", "-journal"].contains(where: name.hasSuffix) {
      let full = path.hasSuffix("/") ? path + name : path + "/" + name
      switch name.prefix(while: { $0 != "." }) {
      case "contacts": contacts.append(full)
      case "consumers": consumers.append(full)
      case "debts": debts.append(full)
      case "mapping" where name.hasSuffix(".yaml") || name.hasSuffix(".yml"): mapping = full
      default: break
      }
    }
  }
}

extension SavedRun {
  /// An earlier run to compare an audit with: a whole one, of an audit.
  fileprivate static func earlierAudit(_ path: String) throws -> SavedRun {
    let run = try read(path)
    guard run.report.command == "audit", run.audience == nil || run.audience == "examiner" else {
      throw UsageError(
        message: "--compare \(path): expected the JSON of a whole audit, not of a check and not as "
          + "drawn for a client")
    }
    return run
  }
}
