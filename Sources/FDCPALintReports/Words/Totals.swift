package import FDCPALint

extension Report {
  /// The totals that every format of a run shows, by the names that the JSON summary has for them.
  package var totals: [(name: String, count: Int)] {
    var totals = [("records", records), ("consumers", consumers), ("rules", rules.count)]
    totals += Severity.allCases.map { ($0.rawValue, count(of: $0)) }
    if !setAside.isEmpty { totals.append(("set_aside", setAside.count)) }
    totals += [
      ("problems", problems.count), ("not_evaluable", notEvaluable.count + streamed.notEvaluable),
      ("exit", Int(exitCode)),
    ]
    return totals.map { (name: $0.0, count: $0.1) }
  }

  /// Whether the finding reaches the run's threshold, whatever the exit code then is.
  func reachesThreshold(_ finding: Finding) -> Bool {
    guard let failOn = settings.failOn else { return false }
    return finding.counts(atOrAbove: failOn, confidence: settings.minConfidence)
  }
}
