import ArgumentParser
import FDCPALint
import Foundation

/// The companion tables and the mapping beside contact logs.
struct TableOptions: ParsableArguments {
  @Option(help: "The companion table of consumers.")
  var consumers: String?

  @Option(help: "The companion table of debts.")
  var debts: String?

  @Option(help: "A YAML file that names a system's own columns and codes.")
  var mapping: String?
}

/// Contact logs and what stands beside them, read from files, folders and standard input.
struct AuditInput {
  var logs = Inputs(areLogs: true)
  var consumers = Inputs(areLogs: true)
  var debts = Inputs(areLogs: true)
  var mapping: Mapping?
  var mappingPath: String?

  /// What could not be opened.
  var problems: [Problem] { logs.problems + consumers.problems + debts.problems }

  /// - Throws: ``UsageError`` for a folder without a log and for a mapping that does not hold.
  init(
    logs paths: [String], tables: TableOptions, standardInputName: String,
    _ configuration: FoundConfiguration
  ) throws {
    mappingPath = tables.mapping
    for path in paths {
      guard let folder = AuditFolder(path) else {
        logs.read(path, standardInputName: standardInputName)
        continue
      }
      guard !folder.contacts.isEmpty else {
        throw UsageError(
          message: "\(path) holds no contacts.csv, .tsv or .jsonl; name the log itself")
      }
      for path in folder.contacts { logs.readFile(path) }
      for path in folder.consumers { consumers.readFile(path) }
      for path in folder.debts { debts.readFile(path) }
      mappingPath = mappingPath ?? folder.mapping
    }
    if let path = tables.consumers { consumers.read(path, standardInputName: standardInputName) }
    if let path = tables.debts { debts.read(path, standardInputName: standardInputName) }
    mappingPath =
      mappingPath ?? configuration.values.mapping.map { configuration.resolved($0.value) }
    mapping = try mappingPath.map(Self.readMapping)
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
