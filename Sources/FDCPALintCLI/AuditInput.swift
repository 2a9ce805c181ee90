import ArgumentParser
import FDCPALint
import FDCPALintStore
import Foundation

/// The companion tables and the mapping beside contact logs.
struct TableOptions: ParsableArguments {
  @Option(help: "The companion table of consumers.")
  var consumers: String?

  @Option(help: "The companion table of debts.")
  var debts: String?

  @Option(help: "A YAML file that names a system's own columns and codes.")
  var mapping: String?

  var areEmpty: Bool { consumers == nil && debts == nil && mapping == nil }
}

/// Contact logs and what stands beside them, read from files, folders and standard input.
struct AuditInput {
  var logs = Inputs(areLogs: true)
  var consumers = Inputs(areLogs: true)
  var debts = Inputs(areLogs: true)
  var mapping: Mapping?
  var mappingPath: String?

  private var databaseProblems: [Problem] = []

  /// What could not be opened.
  var problems: [Problem] {
    logs.problems + consumers.problems + debts.problems + databaseProblems
  }

  /// - Throws: ``UsageError`` for a folder without a log and for a mapping that does not hold.
  init(
    logs paths: [String], tables: TableOptions, standardInputName: String,
    _ configuration: FoundConfiguration
  ) throws {
    mappingPath = tables.mapping
    for path in paths {
      guard let folder = AuditFolder(path) else {
        readLog(path, standardInputName: standardInputName)
        continue
      }
      guard !folder.contacts.isEmpty else {
        throw UsageError(
          message: "\(path) holds no contacts.csv, .tsv, .jsonl or .sqlite; name the log itself")
      }
      for path in folder.contacts { readLog(path, standardInputName: path) }
      for path in folder.consumers { readTable(.consumers, path, path) }
      for path in folder.debts { readTable(.debts, path, path) }
      mappingPath = mappingPath ?? folder.mapping
    }
    if let path = tables.consumers { readTable(.consumers, path, standardInputName) }
    if let path = tables.debts { readTable(.debts, path, standardInputName) }
    mappingPath =
      mappingPath ?? configuration.values.mapping.map { configuration.resolved($0.value) }
    mapping = try mappingPath.map(Self.readMapping)
  }

  /// Reads a log; a database brings its companion tables along.
  private mutating func readLog(_ path: String, standardInputName: String) {
    guard path != "-", SQLiteLog.isDatabase(path) else {
      logs.read(path, standardInputName: standardInputName)
      return
    }
    let database = SQLiteLog(path: path)
    logs.add(database.contacts)
    consumers.add(database.consumers)
    debts.add(database.debts)
    databaseProblems += database.problems
  }

  private mutating func readTable(
    _ table: SQLiteLog.Table, _ path: String, _ standardInputName: String
  ) {
    var inputs = Inputs()
    if path != "-", SQLiteLog.isDatabase(path) {
      let database = SQLiteLog(path: path, needs: table)
      inputs.add(database[table])
      databaseProblems += database.problems
    } else {
      inputs.read(path, standardInputName: standardInputName)
    }
    if table == .consumers { consumers.add(inputs) } else { debts.add(inputs) }
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
