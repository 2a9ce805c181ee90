/// What intake makes of everything that was handed in.
struct Intake: Sendable {
  var records: [Record] = []
  var consumers: [Consumer] = []
  var debts: [Debt] = []
  var problems: [Problem] = []
  var notices: [String] = []
  var inputs: [InputSummary] = []
  /// What became of the logs' rows; `nil` for documents.
  var population: Population?

  init() {}

  /// Reads contact logs and the companion tables beside them.
  ///
  /// - Parameter contextKeys: Columns beyond the contract's that some rule asks for.
  init(
    logs: [Source], consumers: [Source], debts: [Source], mapping: Mapping?,
    contextKeys: Set<String> = []
  ) {
    let log = LogReader(mapping: mapping, contextKeys: contextKeys).read(logs)
    records = log.records
    problems = log.problems
    notices = log.notices
    population = Population(
      received: log.read + log.unreadable, unreadable: log.unreadable,
      repeated: log.read - log.records.count)
    let reader = CompanionReader(contextKeys: contextKeys)
    for source in consumers {
      let table = reader.consumers(source)
      self.consumers += table.rows
      problems += table.problems
      notices += table.notices
    }
    for source in debts {
      let table = reader.debts(source)
      self.debts += table.rows
      problems += table.problems
      notices += table.notices
    }
    for source in logs {
      let count = records.count { $0.origin.path == source.name }
      inputs.append(
        InputSummary(path: source.name, records: count, digest: source.digest))
    }
    for source in consumers + debts {
      inputs.append(InputSummary(path: source.name, records: 0, digest: source.digest))
    }
  }
}
