import ArgumentParser
import FDCPALint
import FDCPALintReports

struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Run again what a manifest describes, and compare byte for byte.",
    discussion: """
      MANIFEST is what `check` or `audit` left with --manifest PATH. Paths in it are read from the
      working directory: start from the folder in which the run was made. Exits with 0 when the
      result has the same bytes, and otherwise with 1 and what differs.
      """)

  @Argument(help: ArgumentHelp("A manifest.", valueName: "MANIFEST"))
  var path: String

  func run() async throws {
    let then = try Manifest(path: path)
    guard let today = CivilDay(then.today) else {
      throw UsageError(message: "\(path) is no manifest: its day is '\(then.today)'")
    }
    let now = try await Self.again(then.arguments, today: today, path: path)
    let differences = then.differences(from: now)
    guard differences.isEmpty else {
      Console.output(differences.map { "differs: \($0)\n" }.joined())
      throw ExitWith(code: 1)
    }
    Console.output(
      "same: \(then.inputs.count) inputs, \(then.rules.count) rules, zone data \(then.zoneData), "
        + "result \(then.result.sha256)\n")
  }

  private static func again(_ arguments: [String], today: CivilDay, path: String) async throws
    -> Manifest
  {
    let command: any ParsableCommand
    do { command = try FDCPALintCommand.parseAsRoot(arguments) } catch {
      throw UsageError(
        message: "\(path) holds a command line that this version does not take: "
          + FDCPALintCommand.message(for: error))
    }
    let judged: Judged
    switch command {
    case let check as CheckCommand: judged = try await check.judged(today: today)
    case let audit as AuditCommand: judged = try await audit.judged(today: today)
    default: throw UsageError(message: "\(path) is no manifest: its command is no check or audit")
    }
    return try judged.manifest(arguments: arguments)
  }
}
