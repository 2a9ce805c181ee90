import ArgumentParser
import FDCPALint
import FDCPALintReports

struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "What a rule says, or what a finding stands on, with a calendar to recount it.",
    discussion: """
      WHAT is a rule's id, such as federal/threat-of-arrest, or a finding's fingerprint or its unique
      beginning, as reports show it; then say where the finding is: --in a report in JSON or JSON
      Lines, or --log to audit again.
      """)

  @Argument(help: ArgumentHelp("A rule's id, or a finding's fingerprint.", valueName: "WHAT"))
  var what: String
  @Option(name: .customLong("in"), help: ArgumentHelp("A report that holds it.", valueName: "F"))
  var report: String?
  @Option(help: ArgumentHelp("The contact log or a folder, as for audit.", valueName: "F"))
  var log: [String] = []
  @OptionGroup var tables: TableOptions
  @Option(help: "Our part for the debts. (default: third-party-collector)")
  var role: Role?
  @OptionGroup var rules: RuleOptions

  /// The fewest digits of a fingerprint that are taken for one.
  private static let fewestDigits = 4

  func validate() throws {
    guard report == nil || log.isEmpty else {
      throw ValidationError("--in and --log both say where the finding is; leave one out")
    }
  }

  func run() async throws {
    guard report != nil || !log.isEmpty else {
      let isFingerprint = what.count >= Self.fewestDigits && what.allSatisfy(\.isHexDigit)
      guard !isFingerprint else {
        throw UsageError(
          message: "'\(what)' looks like a finding's fingerprint; say where the finding is: "
            + "--in report.json, or --log with --consumers and --debts")
      }
      return try Explanation.tell(what, rules, withExamples: false)
    }
    let loaded = try LoadedRules(rules)
    let found = try await accounts(loaded).filter { $0.fingerprint.hasPrefix(what.lowercased()) }
    guard let account = found.first else {
      throw UsageError(
        message: "no finding has the fingerprint '\(what)'; it is on each finding's last line, and "
          + "changes with FDCPALINT_KEY")
    }
    guard found.count == 1 else {
      let names = found.prefix(4).map { String($0.fingerprint.prefix(16)) }
      throw UsageError(
        message: "\(found.count) findings begin with '\(what)': \(names.joined(separator: ", "))"
          + "\(found.count > 4 ? ", …" : ""); give more digits")
    }
    Console.output(FindingExplanation(account, packs: loaded.base.packs).text)
  }

  private func accounts(_ loaded: LoadedRules) async throws -> [FindingAccount] {
    if let report {
      var inputs = Inputs()
      inputs.read(report, standardInputName: "report.json")
      if let problem = inputs.problems.first {
        throw UsageError(message: "--in \(report): \(problem.message)")
      }
      do {
        return try inputs.sources.flatMap { try FindingAccount.findings(in: $0) }
      } catch let problem as Problem {
        throw UsageError(message: "--in \(report) \(problem.message)")
      }
    }
    let input = try AuditInput(
      logs: log, tables: tables, standardInputName: "contacts.csv", loaded.configuration)
    let audit = await Running.linter(loaded, role: role).audit(
      input.logs.sources, consumers: input.consumers.sources, debts: input.debts.sources,
      mapping: input.mapping)
    for line in problemLines(input.problems + audit.problems) { Console.error(line) }
    return audit.findings.map { FindingAccount($0) }
  }
}

/// A rule for people to read.
enum Explanation {
  static func tell(_ id: String, _ options: RuleOptions, withExamples: Bool) throws {
    let loaded = try LoadedRules(options, withExamples: true, everyRule: true)
    var packs = loaded.base.packs
    packs.rules += ExceptionRule.allCases.map(\.rule)
    guard let rule = packs.rules.first(where: { $0.id == id || $0.formerly.contains(id) }) else {
      let matches = packs.rules.map(\.id).filter { $0.hasSuffix("/" + id) || $0.contains(id) }
      let hint =
        matches.isEmpty
        ? "`fdcpalint rules list` shows all" : "did you mean \(matches.joined(separator: " or "))?"
      throw UsageError(message: "no rule is named '\(id)'; \(hint)")
    }
    var lines = [
      rule.title, String(repeating: "=", count: rule.title.count), "",
      "\(rule.severity.rawValue), \(rule.basis.rawValue), confidence \(rule.confidence.rawValue)"
        + (rule.stage == .preview ? ", preview: never fails a run" : ""),
      "", "why   \(rule.why)", "fix   \(rule.fix)", "",
    ]
    for citation in rule.citations {
      lines.append("law   \(citation): \(packs.citations[citation] ?? "")")
    }
    if let from = rule.inForce.from { lines.append("from  \(from)") }
    if let until = rule.inForce.until { lines.append("until \(until)") }
    if let note = rule.note { lines += ["", "note  \(note)"] }
    if let set = loaded.examples.first(where: { $0.id == rule.id }) {
      let limit = withExamples ? Int.max : 3
      lines += ["", "flags"] + set.flags.prefix(limit).map { "  " + text($0) }
      lines += ["", "passes"] + set.passes.prefix(limit).map { "  " + text($0) }
    }
    if withExamples { lines += ["", "check \(rule.check.name)", "id    \(rule.id)"] }
    Console.output(lines.joined(separator: "\n") + "\n")
  }

  private static func text(_ example: Example) -> String {
    switch example.material {
    case .text(let marked, _):
      return marked.split(separator: "\n").joined(separator: " / ")
    case .contacts(let rows):
      let flagged = rows.filter(\.finding).count
      return "a log of \(rows.count) contacts" + (flagged > 0 ? ", \(flagged) of them found" : "")
    }
  }
}
