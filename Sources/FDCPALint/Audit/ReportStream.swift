/// What some consumers' records show, in the order of reports.
public struct ReportPart: Sendable {
  public var findings: [Finding] = []
  public var facts: [ReportedFact] = []
  public var notEvaluable: [NotEvaluable] = []
}

/// Takes an audit's report part by part.
public struct ReportStream: Sendable {
  /// A part as it is written.
  public struct Written: Sendable {
    public var findings: [UInt8]
    public var facts: [UInt8]
    public var notEvaluable: [UInt8]

    public init(findings: [UInt8], facts: [UInt8], notEvaluable: [UInt8]) {
      self.findings = findings
      self.facts = facts
      self.notEvaluable = notEvaluable
    }
  }

  let write: @Sendable (ReportPart) -> Written
  let take: @Sendable (Written) -> Void

  /// - Parameters:
  ///   - write: Puts a part into its form; done for several parts at once.
  ///   - take: Is given the parts one by one, in the report's order.
  public init(
    write: @escaping @Sendable (ReportPart) -> Written,
    take: @escaping @Sendable (Written) -> Void
  ) {
    self.write = write
    self.take = take
  }
}

/// How much of a report was told as a stream.
public struct StreamedTotals: Sendable, Hashable {
  public var findings: [Severity: Int] = [:]
  public var notEvaluable = 0
  /// Whether any of the findings makes the run fail.
  public var fails = false

  public init() {}

  init(_ part: ReportPart, _ settings: ReportSettings) {
    for finding in part.findings {
      findings[finding.severity, default: 0] += 1
      if let failOn = settings.failOn, !fails {
        fails = finding.counts(atOrAbove: failOn, confidence: settings.minConfidence)
      }
    }
    notEvaluable = part.notEvaluable.count
  }

  mutating func add(_ more: StreamedTotals) {
    findings.merge(more.findings) { $0 + $1 }
    notEvaluable += more.notEvaluable
    fails = fails || more.fails
  }
}
