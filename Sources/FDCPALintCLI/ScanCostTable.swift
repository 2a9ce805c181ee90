import FDCPALint
import Foundation

/// What `rules test --cost` prints.
enum ScanCostTable {
  /// Prints a line for each rule, the dearest first, and its patterns that run over every text.
  ///
  /// - Returns: How many rules cost too much.
  static func tell(_ loaded: LoadedRules, _ files: [String]) throws -> Int {
    let cost = ScanCost(loaded.base)
    let report =
      files.isEmpty
      ? cost.report(on: loaded.examples)
      : cost.report(
        on: try files.map { path in
          guard let data = FileManager.default.contents(atPath: path) else {
            throw UsageError(message: "\(path) cannot be read")
          }
          return Source(name: path, bytes: [UInt8](data))
        })
    let width = report.outcomes.map(\.owner.count).max() ?? 0
    let megabytes = max(Double(report.bytes), 1) / 1e6
    Console.output(
      "\("rule".padded(to: width))   share  µs per MB  candidates per MB  looked for by\n")
    for outcome in report.outcomes {
      let micro = outcome.time / .microseconds(1) / megabytes
      let figures = String(
        format: "%5.1f %%  %9.0f  %17.0f", outcome.share * 100, micro,
        Double(outcome.candidates) / megabytes)
      let words = outcome.words.prefix(6).joined(separator: " ")
      let more = outcome.words.count > 6 ? " and \(outcome.words.count - 6) more" : ""
      Console.output("\(outcome.owner.padded(to: width)) \(figures)  \(words)\(more)\n")
      for pattern in outcome.unplanned {
        Console.output("  runs over every text: \(pattern.prefix(90))\n")
      }
    }
    let dear = report.outcomes.filter { $0.share > ScanCost.largestShare }
    for outcome in dear {
      let share = String(format: "%.1f", outcome.share * 100)
      Console.output("\(outcome.owner): takes \(share) % of the scan; 5 % is the most\n")
    }
    let speed = megabytes / max(report.time / .seconds(1), 1e-9)
    let prefilter = 100 * (report.prefilter / report.time)
    Console.output(
      String(
        format: "%.1f MB/s; %.0f %% of the time finds candidates\n", speed,
        prefilter.isFinite ? prefilter : 0))
    return dear.count
  }
}
