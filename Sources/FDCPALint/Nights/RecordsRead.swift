/// What was read of one night's logs and tables.
package struct RecordsRead: Sendable {
  package var records: [Record]
  package var consumers: [Consumer]
  package var debts: [Debt]
  package var problems: [Problem]
  /// Of each problem, the consumer whom alone it concerns; `nil`: it may concern anybody.
  package var concerns: [String?]
  package var notices: [String]
  package var inputs: [InputSummary]
}

extension Linter {
  /// Reads contact logs and tables as an audit does, and judges nothing.
  package func records(
    logs: [Source], consumers: [Source], debts: [Source], mapping: Mapping?
  ) -> RecordsRead {
    let intake = Intake(
      logs: logs, consumers: consumers, debts: debts, mapping: mapping,
      contextKeys: rules.contextKeys)
    return RecordsRead(
      records: intake.records, consumers: intake.consumers, debts: intake.debts,
      problems: intake.problems, concerns: RecordGaps(intake.problems, intake.records).concerns,
      notices: intake.notices, inputs: intake.inputs)
  }
}

extension Record {
  /// Whether of two records under one id this is the one that counts: the first by instant, then by
  /// what they say. `nil`: they say the same.
  package func counts(before other: Record) -> Bool? {
    let (own, its) = (RecordContent(self), RecordContent(other))
    return own == its ? nil : own < its
  }
}

extension Problem {
  /// - Parameters:
  ///   - kept: Where the record stands that counts.
  ///   - others: Where its id stands as well.
  package init(duplicate id: String, kept: Location, others: [Location]) {
    self = Duplicates.problem(id, [kept] + others, kept)
  }
}
