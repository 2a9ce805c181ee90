import FDCPALint
import FDCPALintReports
import Foundation

/// What `check` and `audit` do alike: set a linter up, tell the result, leave with its code.
struct Running {
  let options: RunOptions
  let rules: LoadedRules
  /// The day taken for today where --as-of names none.
  let today: CivilDay

  init(options: RunOptions, rules: LoadedRules, today: CivilDay? = nil) {
    self.options = options
    self.rules = rules
    self.today = options.asOf.flatMap { CivilDay($0) } ?? today ?? Self.systemToday()
  }

  func linter() throws -> Linter {
    var settings = Linter.Options(
      today: today,
      jobs: options.jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    settings.converter = .programs
    settings.asOf = options.asOf.flatMap { CivilDay($0) }
    settings.role = options.role
    settings.fingerprintKey = ProcessInfo.processInfo.environment["FDCPALINT_KEY"]
    settings.settings = ReportSettings(
      failOn: options.failOn.severity, minConfidence: options.minConfidence,
      requireEvaluable: options.requireEvaluable, allowEmpty: options.allowEmpty,
      exitZero: options.exitZero)
    return Linter(rules: rules.base, options: settings)
  }

  /// A linter for what needs no run's options: as many jobs as processors, today, the user's key.
  static func linter(_ rules: LoadedRules, role: Role, jobs: Int? = nil) -> Linter {
    var settings = Linter.Options(
      today: systemToday(), jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    settings.role = role
    settings.fingerprintKey = ProcessInfo.processInfo.environment["FDCPALINT_KEY"]
    return Linter(rules: rules.base, options: settings)
  }

  /// Writes the report in every form asked for and throws the code to leave with.
  func tell(_ report: Report) throws {
    var rendering = RenderOptions(
      showText: options.showText, redactor: Redactor(packs: rules.base.packs),
      toolVersion: fdcpalintVersion)
    try ReportTarget.write(report, to: try options.reportTargets(), options: rendering)
    rendering.color = Console.wantsColor(options.color)
    Console.output(options.format.render(report, options: rendering))
    if !options.quiet {
      for notice in report.notices { Console.error("note: \(notice)") }
    }
    for line in problemLines(report) { Console.error(line) }
    throw ExitWith(code: report.exitCode)
  }

  private static func systemToday() -> CivilDay {
    let now = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    return CivilDay(year: now.year ?? 1970, month: now.month ?? 1, day: now.day ?? 1)
      ?? CivilDay(number: 0)
  }
}
