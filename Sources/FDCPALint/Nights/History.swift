/// Everything that a ledger holds, once a night is over, for its report.
package struct History: Sendable {
  /// With the trend since the night before, where there was one.
  package var findings: [Finding] = []
  package var facts: [ReportedFact] = []
  package var notEvaluable: [NotEvaluable] = []
  package var problems: [Problem] = []
  package var notices: [String] = []
  package var inputs: [InputSummary] = []
  package var records = 0
  package var consumers = 0
  /// Ids of all records and the files that they stood in; needed only where there are exceptions.
  package var places: [(id: String, path: String)] = []
  package var comparison: Comparison?

  package init() {}
}

extension Linter {
  /// Whether a report has to know of every record.
  package var needsPlaces: Bool { !options.exceptions.isEmpty }

  /// The report of a night, which is that of an audit of all that the ledger holds.
  package func report(on history: History) -> Report {
    var intake = Intake()
    intake.records = history.places.map { place in
      Record(
        contact: Contact(id: place.id, consumer: ""), texts: [],
        origin: Location(path: place.path))
    }
    let sorted = settingAside(history.findings, "audit", [], intake)
    var report = Report(
      command: "audit", findings: sorted.findings,
      facts: inOrder(history.facts),
      problems: history.problems,
      notEvaluable: inOrder(history.notEvaluable), notices: history.notices,
      records: history.records, consumers: history.consumers, inputs: history.inputs,
      rules: (rules.rules + ExceptionRule.allCases.map(\.rule)).map(summary),
      packs: rules.packs.packs, keyedFingerprints: fingerprints.isKeyed,
      settings: options.settings, comparison: history.comparison, setAside: sorted.aside,
      parameters: rules.packs.parameters)
    if let reviews = options.reviews { report.apply(reviews, today: options.today) }
    return report
  }

  /// By consumer; each consumer's are in order already.
  private func inOrder(_ facts: [ReportedFact]) -> [ReportedFact] {
    Dictionary(grouping: facts, by: \.consumer).sorted { $0.key < $1.key }.flatMap(\.value)
  }

  private func inOrder(_ open: [NotEvaluable]) -> [NotEvaluable] {
    Dictionary(grouping: open, by: \.consumer).sorted { $0.key < $1.key }.flatMap(\.value)
  }
}
