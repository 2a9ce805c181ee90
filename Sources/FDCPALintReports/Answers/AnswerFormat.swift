public import FDCPALint

/// A shape in which answers about proposed contacts are written.
public enum AnswerFormat: String, Sendable, CaseIterable {
  /// For people: the answer first, then what binds, its law, and when the contact is permitted.
  case text
  /// One JSON object an answer, on a line of its own.
  case json

  /// Writes answers, each ended by a line break.
  ///
  /// - Parameter named: Whether an answer says which question it is to, as in a batch.
  public func render(_ answers: [ContactAnswer], named: Bool) -> String {
    switch self {
    case .text:
      return answers.map {
        AnswerText(answer: $0, named: named).lines.joined(separator: "\n") + "\n"
      }
      .joined()
    case .json:
      var json = JSONWriter()
      for answer in answers {
        json.answer(answer, named: named)
        json.endLine()
      }
      return json.text
    }
  }
}

extension JSONWriter {
  fileprivate mutating func answer(_ answer: ContactAnswer, named: Bool) {
    object { json in
      if named { json.field("id", answer.question.id) }
      json.field("decision", answer.decision.rawValue)
      json.key("binding")
      json.array(answer.bindings) { json, binding in
        json.object { json in
          json.field("rule", binding.finding.rule)
          json.field("citations", binding.finding.citations)
          json.field("until", binding.until.map { $0.written(offset: answer.offset(at: $0)) })
          json.key("evidence")
          json.evidence(binding.finding.evidence)
        }
      }
      json.field("missing", answer.missing)
      json.field("next", answer.next.map { $0.written(offset: answer.offset(at: $0)) })
    }
  }
}

extension Instant {
  /// Such as `2026-04-08T08:01:00-04:00`.
  func written(offset: Int) -> String {
    let local = LocalTime(self, offset: offset)
    let minutes = abs(offset) / 60
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
    let clock = local.clock.seconds
    return "\(local.day)T\(two(clock / 3600)):\(two(clock / 60 % 60)):\(two(clock % 60))"
      + "\(offset < 0 ? "-" : "+")\(two(minutes / 60)):\(two(minutes % 60))"
  }
}
