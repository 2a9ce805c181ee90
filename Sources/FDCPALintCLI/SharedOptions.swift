public import ArgumentParser
public import FDCPALint
public import FDCPALintReports
import Foundation

extension ReportFormat: ExpressibleByArgument {}
extension DocumentKind: ExpressibleByArgument {}
extension Confidence: ExpressibleByArgument {}
extension Role: ExpressibleByArgument {}
extension Channel: ExpressibleByArgument {}
extension Party: ExpressibleByArgument {}
extension EndpointKind: ExpressibleByArgument {}
extension AnswerFormat: ExpressibleByArgument {}
extension Audience: ExpressibleByArgument {}
extension Review.Decision: ExpressibleByArgument {}

/// What must not be below a finding for the run to fail.
enum Threshold: String, ExpressibleByArgument, CaseIterable {
  case error, warning, advice, none

  var severity: Severity? { Severity(rawValue: rawValue) }
}

enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

/// Where rules come from; every command has these.
struct RuleOptions: ParsableArguments {
  @Option(
    help: "A folder with a pack, or with several, that adds to the shipped ones or replaces them.")
  var pack: [String] = []

  @Option(help: "Only these rules: an id, or the beginning of ids such as federal/. Repeatable.")
  var select: [String] = []

  @Option(help: "Leave these rules out, in the same form. Repeatable.")
  var ignore: [String] = []

  @Option(
    help: ArgumentHelp(
      "The configuration. Otherwise .fdcpalint.yaml, looked for upward to the repository's root.",
      valueName: "F"))
  var config: String?

  @Flag(help: "Read no configuration file.")
  var isolated = false

  func validate() throws {
    guard config == nil || !isolated else {
      throw ValidationError("--config and --isolated exclude each other; leave one out")
    }
  }
}

/// What decides the verdict and the shape of the answer.
struct RunOptions: ParsableArguments {
  @Option(help: "How the result is written to standard output.")
  var format: ReportFormat = .text

  @Option(
    name: .customLong("report"),
    help: ArgumentHelp(
      "Also write the result to a file, as in html=report.html. Repeatable.",
      valueName: "FORMAT=PATH"))
  var reports: [String] = []

  @Option(
    help: ArgumentHelp(
      "Also write down what the run stands on, for `verify`.", valueName: "PATH"))
  var manifest: String?

  @Option(help: "The least severity that makes the exit code 1. (default: warning)")
  var failOn: Threshold?

  @Option(help: "Findings that are less sure are shown and never fail the run. (default: medium)")
  var minConfidence: Confidence?

  @Flag(help: "Exit with 0 where findings would make it 1.")
  var exitZero = false

  @Flag(help: "Show texts in formats that redact them.")
  var showText = false

  @Flag(help: "What is not evaluable makes the run incomplete (exit 3).")
  var requireEvaluable = false

  @Flag(help: "No input at all is clean, not incomplete.")
  var allowEmpty = false

  @Option(help: "How many texts are scanned at once; as many as there are processors by default.")
  var jobs: Int?

  @Option(
    help: """
      Judge as of this date (2026-04-01) where a record has none; a log is taken to be complete up \
      to it. By default today, and the log's last day.
      """)
  var asOf: String?

  @Option(help: "Our part for the debts. (default: third-party-collector)")
  var role: Role?

  @Flag(help: "No notices and no summary on standard error.")
  var quiet = false

  @Option(help: "Colour in text for people.")
  var color: ColorChoice = .auto

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs \(jobs): expected 1 or more") }
    if let asOf, CivilDay(asOf) == nil {
      throw ValidationError("--as-of \(asOf): expected a date such as 2026-04-01")
    }
    _ = try reportTargets()
  }

  /// The files to write, by format.
  func reportTargets() throws -> [ReportTarget] { try ReportTarget.all(reports) }
}
