/// Finds records whose result code and whose note, duration or date cannot both be true.
enum ContradictionCheck {
  /// - Parameters:
  ///   - rule: The place of the rule in the base, whose pattern sets left the marks.
  ///   - log: Where the agent's other conversations are looked up.
  static func evidence(
    _ check: Contradiction, rule: Int, in ledger: Ledger, clock: LedgerClock, log: LogExtent?,
    _ base: RuleBase
  ) -> CheckResult {
    var result = CheckResult()
    for (index, entry) in ledger.entries.enumerated() {
      let contact = entry.contact
      // A record without a result contradicts nothing.
      guard contact.outcome != nil || check.contacts.outcomes.isEmpty,
        check.contacts.reading(contact).passes, names(check.signals, index, ledger)
      else { continue }
      let mark = entry.marks.first {
        base.sets[$0.set].purpose == .excuse(rule: rule) && isDated($0, check, contact, clock)
      }
      let duration = contact.duration.flatMap { length in
        let isLong = check.longerThan.map { length > $0 } ?? false
        let isShort = check.shorterThan.map { length < $0 } ?? false
        return isLong || isShort ? length : nil
      }
      let overlap = check.overlapAbove.flatMap { slack in
        log?.overlap(of: contact).flatMap { $0.seconds > slack ? $0 : nil }
      }
      guard mark != nil || duration != nil || overlap != nil else { continue }
      var evidence = Evidence(entry: index)
      evidence.mark = mark
      evidence.person = contact.personKey
      evidence.counted = [index]
      evidence.place(contact, clock)
      evidence.values["text"] = mark.map { spaced($0.text) }
      evidence.values["count"] = (overlap?.seconds ?? duration).map { String($0) }
      evidence.values["first"] = mark?.details["date"]
      evidence.values["last"] = clock.localTime(of: contact)?.day.description
      evidence.values["missing"] = contact.outcome.map { words($0.rawValue) }
      if let overlap {
        evidence.facts = [
          Evidence.FactUse(name: "conversation", record: overlap.record, confidence: .high)
        ]
        evidence.values["fact-record"] = overlap.record
      }
      result.evidence.append(evidence)
    }
    return result
  }

  /// Whether the record names one of these facts itself.
  private static func names(_ signals: [String], _ entry: Int, _ ledger: Ledger) -> Bool {
    guard !signals.isEmpty else { return true }
    let contact = ledger.entries[entry].contact
    return signals.contains(where: contact.signals.contains)
      || ledger.facts.contains {
        signals.contains($0.name) && $0.since?.record == contact.id
      }
  }

  /// Whether the words' own date lies before the record on every calendar that may be the
  /// consumer's, and not so long before that it can only be history.
  private static func isDated(
    _ mark: Mark, _ check: Contradiction, _ contact: Contact, _ clock: LedgerClock
  ) -> Bool {
    guard let most = check.datedWithin else { return true }
    guard let text = mark.details["date"], let own = clock.localTime(of: contact)?.day,
      let day = MonthDay(text)?.day(nearest: own)
    else { return false }
    // Where the collector sits, and where it ends a shift, the date may be another.
    return (2...max(2, most)).contains(day.distance(to: own))
  }

  private static func spaced(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
  private static func words(_ name: String) -> String { String(name.map { $0 == "_" ? " " : $0 }) }
}
