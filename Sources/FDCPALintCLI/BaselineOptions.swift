import ArgumentParser
import FDCPALint
import Foundation

/// The findings that do not count: they were there before, or somebody decided so.
struct BaselineOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Findings in this file do not count; `fdcpalint baseline write` makes it.", valueName: "F"))
  var baseline: String?

  @OptionGroup var decisions: ReviewOptions

  /// The file that is meant: the one named, otherwise the configuration's.
  func path(_ configuration: FoundConfiguration) -> String? {
    baseline ?? configuration.values.baseline.map { configuration.resolved($0.value) }
  }

  /// The files that are read for it.
  func files(_ configuration: FoundConfiguration) -> [String] {
    [path(configuration), decisions.path(configuration)].compactMap(\.self)
  }

  /// A run's linter with the baseline and the decisions that are meant, if any.
  ///
  /// - Throws: ``UsageError`` for a file that is missing, does not hold, or has another key.
  func linter(_ running: Running) throws -> Linter {
    var linter =
      try path(running.rules.configuration).map { try Self.linter(running, $0) }
      ?? running.linter()
    if let path = decisions.path(running.rules.configuration) {
      linter.options.reviews = ReviewBook(
        try ReviewFile(path).reviews(key: linter.baselineKey))
    }
    return linter
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
