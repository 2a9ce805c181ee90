import ArgumentParser
import FDCPALint
import Foundation

struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Audit contact logs: count calls, read clocks, remember requests, read notes.",
    discussion: """
      LOG is a file of CSV, TSV or JSON Lines, or - for standard input. A folder is read by the names
      in it: contacts.*, consumers.*, debts.*, mapping.yaml.
      """)

  @Argument(help: ArgumentHelp("Contact logs, a folder, or -.", valueName: "LOG"))
  var logs: [String] = []

  @OptionGroup var tables: TableOptions

  @Option(help: "The name to take standard input for.")
  var stdinFilename = "<stdin>"

  @OptionGroup var baseline: BaselineOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var run: RunOptions

  func run() async throws {
    let running = Running(options: run, rules: try LoadedRules(rules))
    let input = try AuditInput(
      logs: logs, tables: tables, standardInputName: stdinFilename, running.rules.configuration)
    let linter = try baseline.linter(running)
    var report = await linter.audit(
      input.logs.sources, consumers: input.consumers.sources, debts: input.debts.sources,
      mapping: input.mapping)
    report.problems = input.problems + report.problems
    try running.tell(report)
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
    for name in names.sorted() {
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
