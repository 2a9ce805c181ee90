import ArgumentParser
import FDCPALint
import Foundation

/// The findings that a run leaves out because they were there before.
struct BaselineOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Findings in this file do not count; `fdcpalint baseline write` makes it.", valueName: "F"))
  var baseline: String?

  /// The file that is meant: the one named, otherwise the configuration's.
  func path(_ configuration: FoundConfiguration) -> String? {
    baseline ?? configuration.values.baseline.map { configuration.resolved($0.value) }
  }

  /// A run's linter with the baseline that is meant, if any.
  ///
  /// - Throws: ``UsageError`` for a file that is missing, does not hold, or has another key.
  func linter(_ running: Running) throws -> Linter {
    guard let path = path(running.rules.configuration) else { return try running.linter() }
    return try Self.linter(running, path)
  }

  /// Refuses a baseline whose fingerprints another key made: none of them would be met.
  static func linter(_ running: Running, _ path: String) throws -> Linter {
    let baseline = try read(path)
    let linter = try running.linter(baseline: baseline)
    guard baseline.key == linter.baselineKey else {
      throw UsageError(
        message: "the baseline \(path) was written with another FDCPALINT_KEY; set the same key, "
          + "or write it anew")
    }
    return linter
  }

  private static func read(_ path: String) throws -> Baseline {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw UsageError(
        message: "the baseline \(path) cannot be read; write it with `fdcpalint baseline write`")
    }
    do {
      return try Baseline(Source(name: path, bytes: [UInt8](data)))
    } catch {
      throw UsageError(message: "\(path): \(error.message)")
    }
  }
}
