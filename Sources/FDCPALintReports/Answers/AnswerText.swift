import FDCPALint

/// An answer for a person about to dial: the decision is the first word.
struct AnswerText {
  let answer: ContactAnswer
  let named: Bool

  var lines: [String] {
    var lines = [head]
    for binding in answer.bindings { lines += self.lines(binding) }
    if !answer.missing.isEmpty {
      lines.append("  open or missing: \(answer.missing.joined(separator: "; "))".visible)
    }
    switch answer.decision {
    case .allowed: break
    case .notAllowed, .undetermined:
      lines.append("  next permitted time: \(answer.next.map(moment) ?? noTime)")
    }
    if let zone = answer.zones.first {
      lines.append("  zone: \(zone.zone) (\(zone.evidence))".visible)
    }
    return lines
  }

  private var noTime: String {
    let isBound = answer.bindings.contains { $0.until == nil }
    return isBound || answer.missing.isEmpty
      ? "none within \(ContactAnswer.daysAhead) days" : "cannot be told while something is missing"
  }

  private var head: String {
    let question = answer.question
    var about = question.channel?.rawValue ?? "contact"
    about += " to " + (question.person ?? question.party?.rawValue ?? "the consumer")
    if !question.consumer.isEmpty { about += " of file \(question.consumer)" }
    if !question.debts.isEmpty { about += " about debt \(question.debts.joined(separator: ", "))" }
    if let at = answer.at { about += " at \(moment(at))" }
    let name = named ? question.id.map { " [\($0)]" } ?? "" : ""
    return "\(answer.decision.rawValue)\(name): \(about)".collapsingSpace.visible
  }

  private func lines(_ binding: ContactAnswer.Binding) -> [String] {
    let finding = binding.finding
    let until = binding.until.map { "until \(moment($0))" } ?? "with no end in sight"
    var lines = ["  \(finding.rule): \(finding.message.collapsingSpace.visible); \(until)"]
    if !finding.citations.isEmpty {
      lines.append("    law: \(finding.citations.joined(separator: ", "))")
    }
    return lines
  }

  /// Such as `Wed 2026-04-08 08:01 (UTC-04:00)`.
  private func moment(_ instant: Instant) -> String {
    let written = instant.written(offset: answer.offset(at: instant))
    let day = LocalTime(instant, offset: answer.offset(at: instant)).day.weekday.rawValue
    let clock = written.dropFirst(11).prefix(5)
    return "\(day) \(written.prefix(10)) \(clock) (UTC\(written.suffix(6)))"
  }
}
