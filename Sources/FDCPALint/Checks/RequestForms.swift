extension Contact {
  /// In what form words reached the collector; `nil` where the channel does not tell.
  var form: RequestForm? {
    switch channel {
    case .letter, .email, .text, .social, .web: .written
    case .call, .inPerson: .oral
    case .other: nil
    }
  }
}

extension FactJudge {
  /// Whether a fact binds at a time by its form and its age: `nil` if not, else the open questions
  /// on which that hangs.
  func held(_ fact: Fact, at instant: Instant, on day: CivilDay) -> Set<OpenQuestion>? {
    var questions: Set<OpenQuestion> = []
    if let form = rule.form {
      let record = fact.since.flatMap { entryOf[$0.record] }.map { ledger.entries[$0].contact }
      if record?.form != form {
        guard record?.form == nil else { return nil }
        questions.insert(.formUnclear)
      }
    }
    if let hours = rule.graceHours, let since = fact.since,
      instant.seconds - since.instant.seconds < hours * 3600
    {
      return nil
    }
    if let days = rule.lasts, let first = self.day(of: fact), first.distance(to: day) >= days {
      return nil
    }
    return questions
  }
}
