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

  @Option(help: "The companion table of consumers.")
  var consumers: String?

  @Option(help: "The companion table of debts.")
  var debts: String?

  @Option(help: "A YAML file that names a system's own columns and codes.")
  var mapping: String?

  @Option(help: "The name to take standard input for.")
  var stdinFilename = "<stdin>"

  @OptionGroup var rules: RuleOptions
  @OptionGroup var run: RunOptions

  func run() async throws {
    let running = Running(options: run, rules: try LoadedRules(rules))
    var logInputs = Inputs()
    var consumerInputs = Inputs()
    var debtInputs = Inputs()
    var mappingPath = mapping
    for log in logs {
      guard let folder = AuditFolder(log) else {
        logInputs.read(log, standardInputName: stdinFilename)
        continue
      }
      guard !folder.contacts.isEmpty else {
        throw UsageError(
          message: "\(log) holds no contacts.csv, .tsv or .jsonl; name the log itself")
      }
      for path in folder.contacts { logInputs.readFile(path) }
      for path in folder.consumers { consumerInputs.readFile(path) }
      for path in folder.debts { debtInputs.readFile(path) }
      mappingPath = mappingPath ?? folder.mapping
    }
    if let consumers { consumerInputs.read(consumers, standardInputName: stdinFilename) }
    if let debts { debtInputs.read(debts, standardInputName: stdinFilename) }
    var report = try await running.linter().audit(
      logInputs.sources, consumers: consumerInputs.sources, debts: debtInputs.sources,
      mapping: try mappingPath.map(Self.readMapping))
    report.problems =
      logInputs.problems + consumerInputs.problems + debtInputs.problems + report.problems
    try running.tell(report)
  }

  private static func readMapping(_ path: String) throws -> Mapping {
    var inputs = Inputs()
    inputs.read(path, standardInputName: path)
    guard let source = inputs.sources.first else {
      throw UsageError(message: "\(path): \(inputs.problems.first?.message ?? "cannot be read")")
    }
    do { return try Mapping(source) } catch {
      throw UsageError(message: "\(error)")
    }
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
