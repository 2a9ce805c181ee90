import FDCPALint

/// A table for spreadsheets: findings, then those set aside, pairs of a person and a debt that come
/// near a limit, some drawn from the clear ones, problems, what was not evaluable, and the totals, each row with its `type`. The total `exit` is the last row; without it a run was cut
/// short.
struct CSVReport {
  let report: Report
  let options: RenderOptions

  /// The columns, in the order in which they stand. New ones are added at the end.
  enum Column: String, CaseIterable {
    case type, severity, confidence, basis, stage, rule, title, message, citations, excerpt
    case record, consumer, person, debt
    case path, row, field, line, column
    case endLine = "end_line"
    case endColumn = "end_column"
    case firstDay = "first_day"
    case lastDay = "last_day"
    case count, counted
    case leftOut = "left_out"
    case zones, jurisdictions, facts, questions, allegation
    case missing, code, found, expected
    case why, fix, fingerprint
    /// Of a row set aside: `exception`, `baseline` or `review`. The next three are the exception's
    /// own words, or those of the decision on the finding.
    case cause, reason, by, until
    /// The decision on the finding, its day, and how it stands.
    case review, reviewed, standing
    /// The record's time on the consumer's clock, who made the contact, and how long to keep it.
    case local, collector, agent, campaign
    case keepUntil = "keep_until"
  }

  func render() -> String {
    var csv = CSVWriter()
    csv.record(Column.allCases.map(\.rawValue))
    for finding in report.findings { csv.record(row(cells(of: finding))) }
    for aside in report.setAside { csv.record(row(aside)) }
    for (rule, frequency) in (report.overview?.frequency ?? [:]).sorted(by: { $0.key < $1.key }) {
      for pair in frequency.near.items { csv.record(row("near", rule, pair)) }
      for pair in frequency.clear.items { csv.record(row("clear", rule, pair)) }
    }
    for problem in report.problems { csv.record(row(problem)) }
    for open in report.notEvaluable { csv.record(row(open)) }
    for total in report.totals {
      csv.record(row([.type: "total", .title: total.name, .count: String(total.count)]))
    }
    return csv.text
  }

  private func row(_ cells: [Column: String?]) -> [String] {
    Column.allCases.map { cells[$0]?.flatMap(\.self) ?? "" }
  }

  private func row(_ aside: SetAside) -> [String] {
    var cells = cells(of: aside.finding)
    cells[.type] = "set-aside"
    switch aside.cause {
    case .baseline: cells[.cause] = "baseline"
    case .review: cells[.cause] = "review"
    case .exception(let exception):
      cells[.cause] = "exception"
      cells[.reason] = exception.reason
      cells[.by] = exception.by
      cells[.until] = exception.until?.description
    }
    return row(cells)
  }

  private func cells(of finding: Finding) -> [Column: String?] {
    let words = options.words(of: finding)
    let (location, evidence) = (finding.location, finding.evidence)
    let end = finding.textEnd
    let review = finding.review?.review
    var cells: [Column: String?] = [
      .type: "finding", .severity: finding.severity.rawValue,
      .confidence: finding.confidence.rawValue, .basis: finding.basis.rawValue,
      .stage: finding.stage.rawValue, .rule: finding.rule, .title: finding.title,
      .message: words.message, .citations: list(finding.citations),
      .excerpt: words.excerpt.map(\.text), .record: finding.record, .consumer: finding.consumer,
      .path: location.path, .row: number(location.row), .field: location.field,
      .line: number(location.line), .column: number(location.column),
      .endLine: number(end?.line), .endColumn: number(end?.column),
      .jurisdictions: list(evidence.jurisdictions.map { "\($0.region) (\($0.evidence))" }),
      .facts: list(evidence.facts.map { "\($0.name) from \($0.record)" }),
      .questions: list(finding.questions.map(\.rawValue)),
      .allegation: finding.isAllegation ? "yes" : "", .why: finding.why, .fix: finding.fix,
      .fingerprint: finding.fingerprint, .local: finding.local?.description,
      .collector: finding.handling.collector, .agent: finding.handling.agent,
      .campaign: finding.handling.campaign, .keepUntil: finding.keepUntil?.description,
      .reason: review?.why, .by: review?.who, .until: review?.until?.description,
      .review: review?.decision.rawValue, .reviewed: review?.when.description,
      .standing: finding.review?.standing.rawValue,
    ]
    cells.merge(self.cells(of: evidence)) { first, _ in first }
    return cells
  }

  private func cells(of evidence: FindingEvidence) -> [Column: String?] {
    [
      .person: evidence.person, .debt: evidence.debt,
      .firstDay: evidence.window?.first.description, .lastDay: evidence.window?.last.description,
      .count: String(evidence.count),
      .counted: list(evidence.counted.map { timed($0.record, $0.local) }),
      .leftOut: list(evidence.leftOut.map { "\(timed($0.record, $0.local)) \($0.reason)" }),
      .zones: list(evidence.zones.map { "\($0.zone) (\($0.evidence))" }),
    ]
  }

  /// A pair of a person and a debt that is within a rule's limit.
  private func row(_ type: String, _ rule: String, _ pair: CountedPair) -> [String] {
    var cells = cells(of: pair.evidence)
    cells[.type] = type
    cells[.rule] = rule
    cells[.consumer] = pair.consumer
    cells[.questions] = ""
    return row(cells)
  }

  private func row(_ problem: Problem) -> [String] {
    row([
      .type: "problem", .message: problem.message, .path: problem.path, .row: number(problem.row),
      .field: problem.field, .code: problem.code, .found: problem.found,
      .expected: problem.expected,
    ])
  }

  private func row(_ open: NotEvaluable) -> [String] {
    row([
      .type: "not-evaluable", .rule: open.rule, .record: open.record, .consumer: open.consumer,
      .count: String(open.count), .missing: open.missing,
    ])
  }

  private func number(_ value: Int?) -> String? { value.map { String($0) } }

  private func list(_ values: [String]) -> String { values.joined(separator: "; ") }

  /// A record and its time on the consumer's calendar: `c-14 2026-04-08 09:30`.
  private func timed(_ record: String, _ local: LocalTime?) -> String {
    local.map { "\(record) \($0)" } ?? record
  }
}
