import ArgumentParser
import FDCPALint
import FDCPALintReports

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Draw a run again in any format, from its JSON, without judging anew.",
    discussion: """
      RUN is what --report json=run.json wrote, or - for standard input. What a run masked stays
      masked; of a run made with --show-text, formats that redact mask texts unless --show-text is
      given again. Audiences: internal is the run as it is; client leaves out advice, rules in
      preview, facts and excerpts, and masks texts; examiner shortens no list.
      """)

  @Argument(help: ArgumentHelp("A run in JSON, or -.", valueName: "RUN"))
  var path: String

  @Option(help: "How the result is written to standard output.")
  var format: ReportFormat = .text

  @Option(
    name: .customLong("report"),
    help: ArgumentHelp(
      "Also write the result to a file, as in html=report.html. Repeatable.",
      valueName: "FORMAT=PATH"))
  var reports: [String] = []

  @Option(help: "For whom it is drawn.")
  var audience: Audience?

  @Flag(help: "Show texts in formats that redact them.")
  var showText = false

  @Option(help: "Colour in text for people.")
  var color: ColorChoice = .auto

  @OptionGroup var reviews: ReviewOptions

  @Option(help: "The day on which decisions are held against their last days; otherwise today.")
  var asOf: String?

  @OptionGroup var rules: RuleOptions

  func validate() throws { _ = try ReportTarget.all(reports) }

  func run() throws {
    var run = try SavedRun.read(path)
    // Decisions are let in where they are asked for; a configuration's belong to runs that judge.
    if reviews.reviews != nil {
      run.report = try ReviewWork(rules, reviews, asOf: asOf).report(path)
    }
    let audience = try chosenAudience(run)
    guard audience != .client || !showText else {
      throw UsageError(
        message: "--show-text is not for the audience client, whose texts are masked")
    }
    let targets = try ReportTarget.all(reports)
    let formats = [format] + targets.map(\.format)
    if audience == .client, !run.isRedacted, let open = formats.first(where: \.alwaysShowsText) {
      throw UsageError(
        message: "the format \(open.rawValue) shows texts, which are masked for the audience "
          + "client; choose another, such as markdown")
    }
    // The words that stay are needed only where something is still to be masked.
    let masks = !run.isRedacted && !showText
    var options = RenderOptions(
      showText: showText,
      redactor: masks
        ? Redactor(packs: try LoadedRules(rules).base.packs) : Redactor(vocabulary: []),
      toolVersion: run.toolVersion)
    options.wasRedacted = run.isRedacted
    options.audience = audience
    // A run that was drawn for an audience has left out already what it leaves out.
    let report = run.audience == nil ? audience.view(of: run.report) : run.report
    try ReportTarget.write(report, to: targets, options: options)
    options.color = Console.wantsColor(color)
    Console.output(format.render(report, options: options))
  }

  private func chosenAudience(_ run: SavedRun) throws -> Audience {
    guard let drawnFor = run.audience.flatMap({ Audience(rawValue: $0) }) else {
      return audience ?? .internal
    }
    guard audience == nil || audience == drawnFor else {
      throw UsageError(
        message: "\(path) was drawn for the audience \(drawnFor.rawValue); draw from the run "
          + "itself")
    }
    return drawnFor
  }
}

extension SavedRun {
  /// Reads a run's file.
  ///
  /// - Throws: ``UsageError`` where it cannot be opened or is no run.
  static func read(_ path: String) throws -> SavedRun {
    var inputs = Inputs()
    inputs.read(path, standardInputName: "<stdin>")
    guard let source = inputs.sources.first, inputs.sources.count == 1 else {
      throw UsageError(message: "\(path): \(inputs.problems.first?.message ?? "is not one file")")
    }
    do { return try SavedRun(source) } catch {
      throw UsageError(message: problemLines([error]).joined(separator: "\n"))
    }
  }
}
