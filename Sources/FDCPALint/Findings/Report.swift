/// Everything one run says.
public struct Report: Sendable {
  /// Which command made it: `check` or `audit`.
  public var command: String
  /// Sorted: `check` by path, start, rule; `audit` by consumer, instant, record, rule.
  public var findings: [Finding]
  /// Sorted by consumer, then by moment.
  public var facts: [ReportedFact]
  public var problems: [Problem]
  public var notEvaluable: [NotEvaluable]
  /// Things worth saying that are no problems: unknown columns, a guessed mapping.
  public var notices: [String]
  /// Records read, of all inputs.
  public var records: Int
  public var consumers: Int
  /// What was read, in order.
  public var inputs: [InputSummary]
  /// Every rule that ran, by id.
  public var rules: [RuleSummary]
  public var packs: [RulePacks.Pack]
  /// Whether fingerprints use a key of the user's own.
  public var keyedFingerprints: Bool
  public var settings: ReportSettings
  /// With an earlier run, where one was given.
  public var comparison: Comparison?
  /// What exceptions, a baseline and decisions keep from counting, in the order of findings.
  public var setAside: [SetAside] = []
  /// How often rules were right, where the run knows of decisions.
  public var reviews: ReviewSummary?
  /// What was counted beside the findings, where it was asked for.
  public var overview: Overview?
  /// What became of the rows of an audit's logs.
  public var population: Population?
  /// Legal numbers that checks and this report share, by name.
  public var parameters: [String: Int] = [:]
  /// How much was told as a stream, and so is not in the lists above.
  public var streamed = StreamedTotals()
}

/// What decides the verdict.
public struct ReportSettings: Sendable {
  /// `nil`: nothing fails.
  public var failOn: Severity?
  public var minConfidence: Confidence
  public var requireEvaluable: Bool
  public var allowEmpty: Bool
  public var exitZero: Bool

  public init(
    failOn: Severity? = .warning, minConfidence: Confidence = .medium,
    requireEvaluable: Bool = false,
    allowEmpty: Bool = false, exitZero: Bool = false
  ) {
    self.failOn = failOn
    self.minConfidence = minConfidence
    self.requireEvaluable = requireEvaluable
    self.allowEmpty = allowEmpty
    self.exitZero = exitZero
  }
}

/// One input: how much of it was read.
public struct InputSummary: Sendable, Hashable {
  public var path: String
  public var records: Int
  /// SHA-256 of its bytes, in hexadecimal.
  public var digest: String
}

/// A fact and the consumer it is about.
public struct ReportedFact: Sendable {
  public var consumer: String
  public var record: String
  public var fact: Fact

  package init(consumer: String, record: String, fact: Fact) {
    self.consumer = consumer
    self.record = record
    self.fact = fact
  }
}

/// How a run ended.
public enum Verdict: Int, Sendable {
  case clean = 0
  case found = 1
  /// Something was not read or not decided: outranks ``found``.
  case incomplete = 3
}

extension Report {
  public var verdict: Verdict {
    if !problems.isEmpty || (records == 0 && !settings.allowEmpty)
      || (settings.requireEvaluable && !(notEvaluable.isEmpty && streamed.notEvaluable == 0))
    {
      return .incomplete
    }
    guard let failOn = settings.failOn else { return .clean }
    let fails = findings.contains {
      $0.counts(atOrAbove: failOn, confidence: settings.minConfidence)
    }
    return fails || streamed.fails ? .found : .clean
  }

  /// The process's exit code: the verdict's, but for findings that the settings let pass.
  public var exitCode: Int32 {
    settings.exitZero && verdict == .found ? 0 : Int32(verdict.rawValue)
  }
}
