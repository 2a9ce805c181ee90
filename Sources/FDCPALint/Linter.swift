/// Reads what debt collectors wrote and did, and says where it breaks the FDCPA or Regulation F.
///
/// ```swift
/// let rules = RuleBase(try RuleBase.shippedPacks())
/// let today = CivilDay(year: 2026, month: 4, day: 1) ?? CivilDay(number: 0)
/// let linter = Linter(rules: rules, options: Linter.Options(today: today))
/// let note = Source(name: "call.note.txt", bytes: Array("told cust she will be arrested".utf8))
/// let report = await linter.check([note])
/// for finding in report.findings {
///   print(finding.title, finding.citations, finding.message)
/// }
/// ```
public struct Linter: Sendable {
  public let rules: RuleBase
  public var options: Options

  /// What a run is told from outside; nothing in the library reads a clock or the environment.
  public struct Options: Sendable {
    /// Our own part for the debts (15 USC 1692a(6)).
    public var role: Role = .thirdPartyCollector
    /// Today, for what has no day of its own.
    public var today: CivilDay
    /// The day up to which the log is complete, where the user says so; otherwise its last one.
    public var asOf: CivilDay?
    /// The secret that keys fingerprints.
    public var fingerprintKey: String?
    /// How many texts are scanned at once.
    public var jobs: Int
    /// Reads .docx and .pdf; `nil`: they are problems.
    public var converter: DocumentConverter?
    /// What decides the verdict.
    public var settings = ReportSettings()
    /// Names documents by their place; `nil`: they are named as they were given.
    public var names: DocumentNames?
    /// What documents are by their paths, where they do not say it themselves.
    public var paths = PathDescriptions()
    /// Exceptions that are not written in the documents.
    public var exceptions: [RuleException] = []
    /// Ids of rules that exist beside those that run, so that an exception may name one.
    public var otherRules: Set<String> = []
    /// Findings that do not count any more.
    public var baseline: Baseline?
    /// What people decided on findings.
    public var reviews: ReviewBook?
    /// Whether an audit also makes its ``Report/overview``, which costs a second count of contacts.
    public var overview = false

    public init(today: CivilDay, jobs: Int = 2) {
      self.today = today
      self.jobs = jobs
    }
  }

  public init(rules: RuleBase, options: Options) {
    self.rules = rules
    self.options = options
  }

  /// Judges documents: notes, transcripts, letters, messages, each by itself unless they name one
  /// consumer.
  ///
  /// - Parameter kind: What all of them are; `nil` where each says so itself.
  public func check(_ sources: [Source], kind: DocumentKind? = nil) async -> Report {
    var reader = DocumentReader(kind: kind, contextKeys: rules.contextKeys)
    reader.converter = options.converter
    reader.paths = options.paths
    let (intake, exceptions) = reader.readWithExceptions(sources)
    return await report(on: intake, command: "check", exceptions: exceptions)
  }

  /// Judges contact logs, with what companion tables say of consumers and debts.
  ///
  /// Logs are read twice: once to see what is wrong with them and where each row stands, and once
  /// more consumer by consumer. So memory grows with what is found, and by some forty bytes with each
  /// row, but not with what stands in the rows.
  ///
  /// - Parameter stream: Takes what is found as consumers are judged; the report then lacks it and
  ///   has only its numbers.
  public func audit(
    _ logs: [Source], consumers: [Source] = [], debts: [Source] = [], mapping: Mapping? = nil,
    stream: ReportStream? = nil
  ) async -> Report {
    var survey = AuditSurvey(linter: self, mapping: mapping)
    await survey.read(logs)
    survey.readTables(consumers: consumers, debts: debts)
    return await report(on: survey, stream: stream)
  }

  /// The way through: records, marks, ledgers, evidence, findings.
  func report(
    on intake: Intake, command: String, exceptions: [RuleException] = []
  ) async -> Report {
    let scanned = await scan(intake.records)
    let joined = LedgerBuilder.ledgers(
      entries: scanned.entries, consumers: intake.consumers, debts: intake.debts,
      facts: reportedFacts(in: scanned.entries), addressFacts: rules.addressFacts,
      majority: rules.packs.parameters["age-of-majority"])
    let judged = await judge(
      joined.ledgers, in: LogExtent(joined.ledgers, asOf: options.asOf))
    let sorted = settingAside(judged.findings, command, exceptions, intake)
    var report = Report(
      command: command, findings: sorted.findings,
      facts: joined.ledgers.flatMap { ledger in
        ledger.facts.map { ReportedFact(consumer: ledger.consumer.id, record: $0.source, fact: $0) }
      },
      problems: intake.problems + scanned.problems + joined.problems,
      notEvaluable: judged.notEvaluable, notices: intake.notices, records: scanned.entries.count,
      consumers: joined.ledgers.count, inputs: intake.inputs,
      rules: (rules.rules + ExceptionRule.allCases.map(\.rule)).map(summary),
      packs: rules.packs.packs, keyedFingerprints: fingerprints.isKeyed,
      settings: options.settings, setAside: sorted.aside,
      overview: options.overview && command == "audit" ? judged.overview : nil,
      population: command == "audit" ? intake.population : nil,
      parameters: rules.packs.parameters)
    if let reviews = options.reviews { report.apply(reviews, today: options.today) }
    return report
  }

  func summary(_ rule: Rule) -> RuleSummary {
    var summary = RuleSummary(rule)
    summary.chapter = rules.packs.chapter(of: rule.citations)
    return summary
  }

  var fingerprints: Fingerprinter {
    Fingerprinter(key: options.fingerprintKey, names: options.names)
  }
}
