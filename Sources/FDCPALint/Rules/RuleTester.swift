/// Runs a rule over its own examples, through the same intake, scan and checks as a user's records.
public struct RuleTester: Sendable {
  private let packs: RulePacks

  /// - Parameter packs: The rules and facts that examples may need.
  public init(_ packs: RulePacks) { self.packs = packs }

  public struct Outcome: Sendable {
    /// What does not hold, each as `line: what was expected, what was found`.
    public var failures: [String]
  }

  /// Tries every example of one rule or fact, to the exact words.
  ///
  /// - Returns: `nil` when the packs hold no such rule or fact.
  public func test(_ set: ExampleSet) async -> Outcome? {
    if let rule = packs.rules.first(where: { $0.id == set.id }) {
      return await test(rule, set)
    }
    guard let source = packs.facts.first(where: { $0.id == set.id }) else { return nil }
    return test(source, set)
  }

  // MARK: Rules

  private func test(_ rule: Rule, _ set: ExampleSet) async -> Outcome {
    var alone = packs
    alone.rules = [rule]
    let base = RuleBase(alone)
    var options = Linter.Options(today: Self.today, jobs: 1)
    // Some rules bind creditors alone.
    if let role = rule.applies.roles.first, !rule.applies.roles.contains(options.role) {
      options.role = role
    }
    let linter = Linter(rules: base, options: options)
    var failures: [String] = []
    var usage = Usage()
    for (example, mustFlag) in set.flags.map({ ($0, true) }) + set.passes.map({ ($0, false) }) {
      let trial = ExampleTrial(example, kind: rule.applies.kinds.first ?? .note)
      let report = await trial.report(linter)
      failures += report.problems.map { "\(example.line): cannot be read: \($0.message)" }
      failures += trial.failures(
        findings: report.findings.filter { $0.rule == rule.id }, mustFlag: mustFlag,
        notEvaluable: report.notEvaluable.filter { $0.rule == rule.id })
      usage.add(trial.records(linter), base)
    }
    failures += usage.unneeded(base)
    return Outcome(failures: failures)
  }

  // MARK: Facts

  private func test(_ source: FactSource, _ set: ExampleSet) -> Outcome {
    var alone = packs
    alone.rules = []
    alone.facts = [source]
    let base = RuleBase(alone)
    let linter = Linter(rules: base, options: .init(today: Self.today, jobs: 1))
    var failures: [String] = []
    var usage = Usage()
    for (example, mustFlag) in set.flags.map({ ($0, true) }) + set.passes.map({ ($0, false) }) {
      let trial = ExampleTrial(
        example, kind: source.applies.kinds.first ?? .note, isInbound: true)
      let records = trial.records(linter)
      usage.add(records, base)
      let found = Self.spans(records, base, source)
      if found != trial.expectedSpans || (mustFlag && found.isEmpty) {
        failures.append("\(example.line): \(trial.difference(found))")
      }
    }
    failures += usage.unneeded(base)
    return Outcome(failures: failures)
  }

  private static func spans(_ records: [Record], _ base: RuleBase, _ source: FactSource)
    -> [Range<Int>]
  {
    guard var scanner = try? Scanner(base, .everyPattern, everyMark: true) else { return [] }
    var spans: [Range<Int>] = []
    for record in records
    where base.applies(source.applies, to: record.contact, isDocument: record.isDocument) {
      for mark in scanner.scan(record) {
        spans.append((mark.location.start ?? 0)..<(mark.location.end ?? 0))
      }
    }
    return spans.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Examples speak of 2026; what has no day of its own is judged on this one.
  private static let today = CivilDay(year: 2026, month: 6, day: 1) ?? CivilDay(number: 20_605)
}

/// Which patterns and exceptions the examples of a rule needed.
private struct Usage {
  private var patterns: Set<PatternPlace> = []
  private var exceptions: Set<PatternPlace> = []

  mutating func add(_ records: [Record], _ base: RuleBase) {
    guard var scanner = try? Scanner(base, .everyPattern, everyMark: true) else { return }
    for record in records { _ = scanner.scan(record) }
    patterns.formUnion(scanner.usedPatterns)
    exceptions.formUnion(scanner.usedExceptions)
  }

  /// A pattern that no example needs may be a typing error that never matches anything.
  func unneeded(_ base: RuleBase) -> [String] {
    var result: [String] = []
    for (index, set) in base.sets.enumerated() {
      guard base.isOfRules(index) else { continue }
      for named in set.any where !patterns.contains(.init(set: index, place: named.index)) {
        result.append("0: no example is marked by the pattern \(named.pattern.source.prefix(70))")
      }
      for (place, pattern) in set.unless.enumerated()
      where !exceptions.contains(.init(set: index, place: place)) {
        result.append("0: no example needs the exception \(pattern.source.prefix(70))")
      }
    }
    return result
  }
}

extension RuleBase {
  /// Whether a set belongs to the rule under test, or to the only fact.
  fileprivate func isOfRules(_ set: Int) -> Bool {
    if case .fact = sets[set].purpose { return rules.isEmpty }
    return true
  }
}
