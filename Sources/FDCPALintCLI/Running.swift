import FDCPALint
import FDCPALintReports
import Foundation

/// What `check` and `audit` do alike: set a linter up, tell the result, leave with its code.
struct Running {
  var options: RunOptions
  let rules: LoadedRules
  /// The day taken for today where --as-of names none.
  let today: CivilDay

  init(options: RunOptions, rules: LoadedRules, today: CivilDay? = nil) {
    self.options = options
    self.rules = rules
    self.today = options.asOf.flatMap { CivilDay($0) } ?? today ?? Self.systemToday()
  }

  /// - Parameter baseline: What does not count any more.
  func linter(baseline: Baseline? = nil) throws -> Linter {
    let found = rules.configuration
    let values = found.values
    var settings = Linter.Options(
      today: today,
      jobs: options.jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    settings.converter = .programs
    settings.asOf = options.asOf.flatMap { CivilDay($0) }
    settings.role = options.role ?? values.role?.value ?? .thirdPartyCollector
    settings.fingerprintKey = ProcessInfo.processInfo.environment["FDCPALINT_KEY"]
    settings.settings = ReportSettings(
      failOn: options.failOn.map(\.severity) ?? values.failOn.map(\.value) ?? .warning,
      minConfidence: options.minConfidence ?? values.minConfidence?.value ?? .medium,
      requireEvaluable: options.requireEvaluable || values.requireEvaluable?.value ?? false,
      allowEmpty: options.allowEmpty, exitZero: options.exitZero)
    settings.names = found.names
    settings.paths = found.paths
    settings.exceptions = try found.exceptions()
    settings.otherRules = rules.allRules
    settings.baseline = baseline
    // The other formats have no place for what is counted beside the findings.
    settings.overview = try ([options.format] + options.reportTargets().map(\.format))
      .contains(where: \.showsOverview)
    return Linter(rules: rules.base, options: settings)
  }

  /// A linter for what needs no run's options: as many jobs as processors, today, the user's key.
  static func linter(_ rules: LoadedRules, role: Role?, jobs: Int? = nil) -> Linter {
    var settings = Linter.Options(
      today: systemToday(), jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    settings.role = role ?? rules.configuration.values.role?.value ?? .thirdPartyCollector
    settings.fingerprintKey = ProcessInfo.processInfo.environment["FDCPALINT_KEY"]
    settings.names = rules.configuration.names
    return Linter(rules: rules.base, options: settings)
  }

  /// Writes the report in every form asked for and throws the code to leave with.
  ///
  /// - Parameter text: Where what was found went already.
  func tell(_ report: Report, text: JSONLinesOutput? = nil) throws {
    let targets = try options.reportTargets()
    var rendering = try rendering()
    try ReportTarget.write(report, to: targets, options: rendering)
    rendering.color = Console.wantsColor(options.color)
    if let text {
      try text.finish(report, rendering)
    } else {
      Console.output(options.format.render(report, options: rendering))
    }
    if !options.quiet {
      for notice in report.notices { Console.error("note: \(notice)") }
      // The summary for people says it; other shapes may have no place for it.
      if options.format != .text, let aside = setAsideLine(report) {
        Console.error("note: \(aside)")
      }
    }
    for line in problemLines(report) { Console.error(line) }
    throw ExitWith(code: report.exitCode)
  }

  /// How reports are written, whatever their format.
  func rendering() throws -> RenderOptions {
    let formats = try [options.format] + options.reportTargets().map(\.format)
    let isMasked = !options.showText && !formats.allSatisfy(\.alwaysShowsText)
    return RenderOptions(
      showText: options.showText,
      redactor: isMasked ? Redactor(packs: rules.base.packs) : Redactor(vocabulary: []),
      toolVersion: fdcpalintVersion)
  }

  /// The system's own day; Foundation's calendar would read the zones of the world for it.
  private static func systemToday() -> CivilDay {
    var now = time(nil)
    var local = tm()
    guard localtime_r(&now, &local) != nil else { return CivilDay(number: now / 86_400) }
    return CivilDay(
      year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
      ?? CivilDay(number: now / 86_400)
  }
}
