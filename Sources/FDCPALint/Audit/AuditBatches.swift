/// The second reading: some consumers at a time, each with all of its rows, its ledger and what rules
/// say of it. Only what is found stays.
struct AuditBatches: Sendable {
  let linter: Linter
  let reader: RowReader
  let index: LogIndex
  let rows: RowsByConsumer
  let builder: LedgerBuilder
  let judge: LedgerJudge
  let method: Scanner.Method
  let justInTime: Bool
  /// Ids of records that exceptions name.
  let named: Set<String>
  let write: (@Sendable (ReportPart) -> ReportStream.Written)?

  /// Bytes of rows that one task reads.
  private static let mostBytes = 1 << 20
  /// Consumers that one task judges.
  private static let mostConsumers = 256

  /// What one batch gave.
  struct Result: Sendable {
    /// Empty where it was written.
    var part = ReportPart()
    var written: ReportStream.Written?
    var totals = StreamedTotals()
    /// What could not be decided, by the place of the record among all.
    var scanned: [(order: Int, problem: Problem)] = []
    var joined: [Problem] = []
    var overview = Overview()
    /// Records that exceptions name.
    var named: [(id: String, path: String)] = []
  }

  /// The consumers of the batch that begins with one; `nil` at the end.
  func batch(from consumer: Int) -> Range<Int>? {
    guard consumer < rows.count else { return nil }
    var end = consumer
    var bytes = 0
    while end < rows.count, end - consumer < Self.mostConsumers, bytes < Self.mostBytes {
      bytes += rows.rows(of: end).reduce(0) { $0 + length(of: $1) }
      end += 1
    }
    return consumer..<end
  }

  func audited(_ consumers: Range<Int>) -> Result {
    var result = Result()
    for entries in entries(of: consumers, into: &result) {
      guard let id = entries.first?.contact.consumer else { continue }
      let facts = entries.flatMap { linter.rules.facts(in: $0) }
      let (ledger, problems) = builder.ledger(of: id, entries: entries, facts: facts)
      result.joined += problems
      let judged = judge.judged(ledger, overview: &result.overview)
      result.part.findings += judged.findings
      result.part.notEvaluable += judged.notEvaluable
      result.part.facts += ledger.facts.map {
        ReportedFact(consumer: ledger.consumer.id, record: $0.source, fact: $0)
      }
    }
    result.part.findings = linter.ordered(result.part.findings, "audit")
    guard let write else { return result }
    result.written = write(result.part)
    result.totals = StreamedTotals(result.part, linter.options.settings)
    result.part = ReportPart()
    return result
  }

  /// What stays of the records of each consumer once their texts are scanned, in the order of logs.
  private func entries(of consumers: Range<Int>, into result: inout Result) -> [[Entry]] {
    var places = consumers.flatMap { consumer in
      rows.rows(of: consumer).map { (row: $0, consumer: consumer - consumers.lowerBound) }
    }
    places.sort { $0.row < $1.row }
    var entries = [[Entry]](repeating: [], count: consumers.count)
    for (place, consumer) in consumers.enumerated() {
      entries[place].reserveCapacity(rows.rows(of: consumer).count)
    }
    var start = 0
    while start < places.count {
      // Of one consumer with a million records no more texts than these are at hand at once.
      var (end, bytes) = (start, 0)
      while end < places.count, bytes < Self.mostBytes {
        bytes += length(of: places[end].row)
        end += 1
      }
      let records = reader.records(places[start..<end].lazy.map(\.row), in: index)
      let scanned = linter.scan(records[...], method, justInTime: justInTime)
      result.scanned += zip(scanned.orders, scanned.problems).map { ($0, $1) }
      var place = start
      for entry in scanned.entries {
        while Int(places[place].row) != entry.order { place += 1 }
        entries[places[place].consumer].append(entry)
        if named.contains(entry.contact.id) {
          result.named.append((entry.contact.id, entry.origin.path))
        }
      }
      start = end
    }
    return entries
  }

  /// A row that others were not read behind may seem longer than it is.
  private func length(of row: UInt32) -> Int {
    min(index.range(of: Int(row)).count, Self.mostBytes)
  }
}

extension Linter {
  /// Judges what a survey found, consumer by consumer.
  func report(on survey: AuditSurvey, stream: ReportStream?) async -> Report {
    var survey = survey
    let (rows, extent) = survey.sorted()
    let mayStand = !options.exceptions.isEmpty || options.baseline != nil || options.reviews != nil
    let batches = AuditBatches(
      linter: self, reader: survey.rowReader, index: survey.index, rows: rows,
      builder: LedgerBuilder(
        consumers: survey.consumers, debts: survey.debts, addressFacts: rules.addressFacts,
        majority: rules.packs.parameters["age-of-majority"]),
      judge: LedgerJudge(self, in: extent),
      method: survey.textBytes < Self.leastForPrefilter && rules.readyPrefilter == nil
        ? .everyPattern : .prefiltered,
      justInTime: survey.textBytes >= Self.leastForJustInTime,
      named: Set(options.exceptions.compactMap(\.record)),
      // Exceptions and decisions are held against all findings at once.
      write: mayStand ? nil : stream?.write)
    var found = AuditBatches.Result()
    var next = 0
    await inOrder {
      guard let batch = batches.batch(from: next) else { return nil }
      next = batch.upperBound
      return batch
    } work: {
      batches.audited($0)
    } take: { (result: AuditBatches.Result) in
      if let written = result.written { stream?.take(written) }
      found.part.findings += result.part.findings
      found.part.facts += result.part.facts
      found.part.notEvaluable += result.part.notEvaluable
      found.totals.add(result.totals)
      found.scanned += result.scanned
      found.joined += result.joined
      found.overview.merge(result.overview)
      found.named += result.named
    }
    return report(found, on: survey, consumers: rows.kept)
  }

  private func report(
    _ found: AuditBatches.Result, on survey: AuditSurvey, consumers: Int
  ) -> Report {
    let sorted = settingAside(signed: found.part.findings, "audit", []) {
      var scope = ExceptionBook.Scope()
      // An exception that names no record asks only for files.
      scope.records = found.named + survey.pathsRead.map { ("", $0) }
      return scope
    }
    let undecided = found.scanned.enumerated().sorted {
      ($0.element.order, $0.offset) < ($1.element.order, $1.offset)
    }
    var report = Report(
      command: "audit", findings: sorted.findings, facts: found.part.facts,
      problems: survey.problems + undecided.map(\.element.problem) + found.joined
        + survey.changedSince,
      notEvaluable: found.part.notEvaluable, notices: survey.notices,
      records: survey.index.count - survey.index.dropped.count, consumers: consumers,
      inputs: survey.inputs,
      rules: (rules.rules + ExceptionRule.allCases.map(\.rule)).map(summary),
      packs: rules.packs.packs, keyedFingerprints: fingerprints.isKeyed,
      settings: options.settings, setAside: sorted.aside,
      overview: options.overview ? found.overview : nil, population: survey.population,
      parameters: rules.packs.parameters)
    report.streamed = found.totals
    if let reviews = options.reviews { report.apply(reviews, today: options.today) }
    return report
  }
}

extension RuleException {
  /// The record that it names, if it is about one.
  fileprivate var record: String? {
    if case .records(let id, _) = reach { id } else { nil }
  }
}
