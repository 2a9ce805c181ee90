import ArgumentParser
import FDCPALint
import FDCPALintReports
import Foundation

/// A file to write a report to: `--report FORMAT=PATH`.
struct ReportTarget {
  var format: ReportFormat
  var path: String

  /// - Throws: `ValidationError` for what is no `FORMAT=PATH`.
  static func all(_ texts: [String]) throws -> [ReportTarget] {
    try texts.map { text in
      let parts = text.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let format = ReportFormat(rawValue: String(parts[0])) else {
        let formats = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError(
          "--report \(text): expected FORMAT=PATH, with a format among \(formats)")
      }
      return ReportTarget(format: format, path: String(parts[1]))
    }
  }

  /// Writes a report to every target, without colour.
  static func write(_ report: Report, to targets: [ReportTarget], options: RenderOptions) throws {
    for target in targets {
      do {
        let text = target.format.render(report, options: options)
        try Data(text.utf8).write(to: URL(filePath: target.path))
      } catch {
        throw UsageError(
          message: "--report \(target.format.rawValue)=\(target.path) cannot be written; check "
            + "folder and rights")
      }
    }
  }
}
