/// Required wording: a text of a kind that the rule is about, in which an element is missing.
enum RequirementCheck {
  static func evidence(
    _ requirement: Requirement, rule: Int, in ledger: Ledger, _ base: RuleBase
  ) -> CheckResult {
    var result = CheckResult()
    let applies = base.rules[rule].applies
    for index in ledger.entries.indices where !ledger.entries[index].kinds.isEmpty {
      let entry = ledger.entries[index]
      for (field, kind) in entry.kinds.sorted(by: { $0.key.rawValue < $1.key.rawValue })
      where field == .note || field == .text {
        guard kind != .unknown else {
          // Nothing says what the text is, so nothing says what it must hold.
          result.notEvaluable.append(.init(entry: index, what: "kind of document"))
          continue
        }
        guard applies.kinds.contains(kind) else { continue }
        let found = entry.marks.filter { $0.location.field == field.rawValue }
        var gap = ReadingGap(readings: entry.readings)
        for reading in gap.numbers {
          func holds(_ purpose: ScanSet.Purpose) -> Bool {
            found.contains {
              base.sets[$0.set].purpose == purpose && $0.readings.holds(reading)
            }
          }
          guard requirement.when.isEmpty || holds(.requirementApplies(rule: rule)) else { continue }
          gap.note(
            requirement.elements.indices.filter { !holds(.element(rule: rule, element: $0)) },
            in: reading)
        }
        guard !gap.isEmpty else { continue }
        var evidence = Evidence(entry: index)
        evidence.person = entry.contact.person
        evidence.field = field
        evidence.place = gap.place
        evidence.values["missing"] = gap.description { requirement.elements[$0].name }
        result.evidence.append(evidence)
      }
    }
    return result
  }
}
