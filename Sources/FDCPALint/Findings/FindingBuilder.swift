/// Joins a rule and the evidence for it into what a person is shown.
struct FindingBuilder: Sendable {
  let fingerprints: Fingerprinter
  let base: RuleBase

  /// Above this many, `counted` names the first and the last only; the count stays exact.
  private static let longestList = 1_000

  /// - Parameter conditions: What is not known and would make it certain.
  func finding(
    _ rule: Rule, _ evidence: Evidence, in ledger: Ledger, _ clock: LedgerClock,
    conditions: [String]
  ) -> Finding {
    let entry = ledger.entries[evidence.entry]
    let conditions = conditions + evidence.conditions
    let isRisk = evidence.isRisk || !evidence.questions.isEmpty || !conditions.isEmpty
    let severity = isRisk ? min(rule.severity, .warning) : rule.severity
    let confidence = evidence.facts.map(\.confidence).reduce(rule.confidence, min)
    var message = Self.filled(rule.message, evidence.values)
    if !conditions.isEmpty {
      message += "; a risk if \(conditions.joined(separator: " and ")), which nothing here says"
    } else if !evidence.fineZones.isEmpty {
      let zones = evidence.fineZones.joined(separator: " and ")
      message += "; a risk, for it would be fine in \(zones), where the consumer may be as well"
    } else if evidence.isRisk {
      message += "; a risk, for it holds only of some of what is possible"
    }
    var finding = Finding(
      record: evidence.debtRecord(of: entry.contact) ?? entry.contact.id,
      consumer: entry.contact.consumer, rule: rule.id,
      title: rule.title, severity: severity, confidence: confidence, basis: rule.basis,
      stage: rule.stage, citations: rule.citations, message: message, why: rule.why, fix: rule.fix,
      location: location(evidence, entry), excerpt: evidence.mark?.excerpt,
      matched: evidence.mark?.text, speaker: evidence.mark?.speaker,
      evidence: named(
        evidence, of: rule, ledger, clock,
        clock.whereabouts.jurisdictions(of: entry.contact).uses(of: rule.applies.jurisdictions)),
      questions: Array(Set(evidence.questions)).sorted { $0.rawValue < $1.rawValue },
      fingerprint: "", isAllegation: evidence.mark?.kind == .complaint, at: entry.contact.at)
    finding.local = clock.localTime(ofEntry: evidence.entry, in: ledger)
    finding.handling = Handling(
      collector: entry.contact.collector, agent: entry.contact.agent,
      campaign: entry.contact.campaign)
    return finding
  }

  private func location(_ evidence: Evidence, _ entry: Entry) -> Location {
    if let place = evidence.mark?.location ?? evidence.place { return place }
    if evidence.isAboutDebt { return Location(path: entry.origin.path) }
    var location = entry.origin
    location.field = evidence.field?.rawValue
    if entry.isDocument, location.line == nil {
      location.line = 1
      location.column = 1
    }
    return location
  }

  func named(
    _ evidence: Evidence, of rule: Rule, _ ledger: Ledger, _ clock: LedgerClock,
    _ jurisdictions: [RegionUse]
  ) -> FindingEvidence {
    var named = FindingEvidence()
    named.count = evidence.total ?? evidence.counted.count
    let listed =
      evidence.counted.count > Self.longestList
      ? [evidence.counted[0], evidence.counted[evidence.counted.count - 1]] : evidence.counted
    named.counted = listed.map { CountedRecord(entry: $0, of: ledger, clock) }
    // The paragraphs that say what is left out are the regulation's; a state counts by its own law.
    let cites = rule.citations.contains(where: LeftOutReason.isOfRegulation)
    named.leftOut = evidence.leftOut.map {
      let contact = ledger.entries[$0.entry].contact
      return LeftOutRecord(
        record: contact.id, reason: cites ? $0.reason : LeftOutReason.uncited($0.reason),
        local: clock.localTime(of: contact))
    }
    named.window = evidence.window
    named.debt = evidence.debt
    named.person = evidence.person
    named.zones = evidence.zones
    named.jurisdictions = jurisdictions
    named.facts = evidence.facts
    return named
  }

  /// Puts values in place of `{name}`. The reader has refused names that no check gives.
  static func filled(_ template: String, _ values: [String: String]) -> String {
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      result += rest[..<open]
      result += values[name] ?? "?"
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

extension CountedRecord {
  init(entry index: Int, of ledger: Ledger, _ clock: LedgerClock) {
    let contact = ledger.entries[index].contact
    self.init(
      record: contact.id, local: clock.localTime(of: contact),
      row: ledger.entries[index].origin.row, channel: contact.channel,
      direction: contact.direction, outcome: contact.outcome)
  }
}

extension Evidence {
  /// The name that stands for a record where there is none; `nil` where there is one.
  fileprivate func debtRecord(of contact: Contact) -> String? {
    isAboutDebt ? "debt:\(contact.consumer)/\(debt ?? "")" : nil
  }
}
