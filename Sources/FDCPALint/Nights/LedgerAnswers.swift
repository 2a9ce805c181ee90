extension Linter {
  /// Answers questions from what a ledger knows of the consumers they are about.
  ///
  /// - Parameter problems: What could not be read, each with the consumer whom alone it concerns.
  package func answers(
    to questions: [ContactQuestion], from records: KnownRecords,
    problems: [(problem: Problem, consumer: String?)]
  ) async -> ContactAnswers {
    var records = records
    records.problems = problems.map(\.problem)
    return await answers(to: questions, from: records) { all in
      // What is found on joining follows, and may concern anybody asked about.
      RecordGaps(problems + all.dropFirst(problems.count).map { ($0, nil) })
    }
  }
}
