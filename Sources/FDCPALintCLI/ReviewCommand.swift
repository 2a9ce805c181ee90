import ArgumentParser
import FDCPALint
import FDCPALintReports
import Foundation

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Decide on findings: confirmed, false alarm, accepted risk, remediated.",
    discussion: """
      RUN is what --report json=run.json wrote. Decisions are kept in a CSV file, to which rows are
      only ever added (--reviews, the configuration's `reviews`, or fdcpalint-reviews.csv); the last
      one on a finding holds. With --reviews, check, audit and report show them: a false alarm, an
      accepted risk and what was remediated no longer count, until the last day they were given.
      """,
    subcommands: [List.self, Decide.self, Export.self, Import.self, Stats.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List a run's findings and how each was decided.")
    @OptionGroup var input: ReviewedRun
    @Flag(help: "Only those that nobody decided on, or whose decision holds no longer.")
    var open = false

    func run() throws {
      let work = try ReviewWork(input.rules, input.reviews, asOf: input.asOf)
      let findings = try work.report(input.run).reviewable.filter {
        !open || $0.review?.standing != .holds
      }
      Console.output(findings.map { reviewLine($0) + "\n" }.joined())
    }
  }

  struct Decide: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write down a decision on findings, named by their fingerprints or beginnings.")
    @OptionGroup var input: ReviewedRun
    @Argument(help: ArgumentHelp("Findings, as reports name them.", valueName: "FINDING"))
    var findings: [String]
    @Option(help: "What is decided.")
    var decision: Review.Decision
    @Option(help: "Who decides.")
    var who: String
    @Option(help: "The reason, for whoever reads it later.")
    var why: String
    @Option(help: "The last day on which it holds; an accepted risk needs one.")
    var until: String?

    func run() throws {
      let work = try ReviewWork(input.rules, input.reviews, asOf: input.asOf)
      let all = try work.report(input.run).reviewable
      let rows = try findings.map { name in
        let named = all.filter { $0.fingerprint.hasPrefix(name) }
        guard let finding = named.first, Set(named.map(\.fingerprint)).count == 1 else {
          let what = named.isEmpty ? "no finding" : "\(named.count) findings"
          throw UsageError(message: "\(what) of \(input.run) begin with \(name)")
        }
        return [
          finding.fingerprint, work.key, finding.rule, finding.record, decision.rawValue, who, why,
          work.today.description, until ?? "",
        ]
      }
      // The same reader as for a sheet, so that the same things are asked of a decision.
      let table = work.table(ReviewSheet.table(rows), who: nil)
      guard table.problems.isEmpty else {
        throw UsageError(
          message: table.problems.map { problem in
            "--\(problem.field ?? ""): \(problem.message)"
              + (problem.expected.map { " (expected \($0))" } ?? "")
          }.joined(separator: "\n"))
      }
      try work.add(table.reviews)
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write a run's findings as a sheet (CSV) for a reviewer to fill in.")
    @OptionGroup var input: ReviewedRun
    @Flag(help: "Show texts, which are masked otherwise.")
    var showText = false

    func run() throws {
      let work = try ReviewWork(input.rules, input.reviews, asOf: input.asOf)
      let run = try SavedRun.read(input.run)
      let report = try work.report(input.run)
      let masks = !run.isRedacted && !showText
      var options = RenderOptions(
        showText: showText,
        redactor: masks ? Redactor(packs: work.rules.base.packs) : Redactor(vocabulary: []),
        toolVersion: run.toolVersion)
      options.wasRedacted = run.isRedacted
      Console.output(ReviewSheet.sheet(report, key: work.key, options: options))
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take up the decisions of a sheet that was filled in.",
      discussion: """
        Rows without a decision are passed over, and so is a decision that is the last one on its
        finding already. A row that does not hold is told and left out; the exit code is 3 then.
        """)
    @Argument(help: ArgumentHelp("A sheet in CSV.", valueName: "SHEET"))
    var sheet: String
    @Option(help: "Who decided, where a row does not say it.")
    var who: String?
    @OptionGroup var reviews: ReviewOptions
    @Option(help: "The day to take for today.")
    var asOf: String?
    @OptionGroup var rules: RuleOptions

    func run() throws {
      let work = try ReviewWork(rules, reviews, asOf: asOf)
      guard let data = FileManager.default.contents(atPath: sheet) else {
        throw UsageError(message: "\(sheet) cannot be read; name a sheet in CSV")
      }
      let table = work.table(Source(name: sheet, bytes: [UInt8](data)), who: who)
      try work.add(table.reviews)
      for line in problemLines(table.problems) { Console.error(line) }
      if !table.problems.isEmpty { throw ExitWith(code: Int32(Verdict.incomplete.rawValue)) }
    }
  }

  struct Stats: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Tell how often each rule was right where somebody looked.",
      discussion: """
        The share of decisions that are not false alarms, with the interval in which it lies at
        95 %. Reviewed findings are those that somebody chose to look at, not a random sample.
        """)
    @OptionGroup var reviews: ReviewOptions
    @OptionGroup var rules: RuleOptions

    func run() throws {
      let work = try ReviewWork(rules, reviews, asOf: nil)
      let tallies = ReviewBook(try work.known()).tallies
      Console.output(tallies.map { "\($0.rule): \($0.line)\n" }.joined())
    }
  }
}

/// A run whose findings are decided on.
struct ReviewedRun: ParsableArguments {
  @Argument(help: ArgumentHelp("A run in JSON.", valueName: "RUN"))
  var run: String
  @OptionGroup var reviews: ReviewOptions
  @Option(help: "The day to take for today.")
  var asOf: String?
  @OptionGroup var rules: RuleOptions
}
