import FDCPALint
import FDCPALintReports
import Foundation

/// A run that was judged and not yet told.
struct Judged {
  var running: Running
  var report: Report
  /// What was read beside the report's inputs, such as a mapping.
  var files: [String] = []

  /// - Parameter text: Where what was found went already.
  func tell(text: JSONLinesOutput? = nil) throws {
    if let path = running.options.manifest {
      try manifest(arguments: Array(CommandLine.arguments.dropFirst())).write(to: path)
    }
    try running.tell(report, text: text)
  }

  /// - Throws: ``UsageError`` for standard input, which cannot be read again.
  func manifest(arguments: [String]) throws -> Manifest {
    guard !arguments.contains("-") else {
      throw UsageError(message: "--manifest: standard input cannot be read again; name a file")
    }
    return try Manifest(
      report, rules: running.rules.base, today: running.today, arguments: arguments, files: files)
  }
}
