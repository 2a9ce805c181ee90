/// Required wording: a text of a kind that the rule is about, in which an element is missing.
enum RequirementCheck {
  static func evidence(
    _ requirement: Requirement, rule: Int, in ledger: Ledger, _ base: RuleBase
  ) -> CheckResult {
    var result = CheckResult()
    let applies = base.rules[rule].applies
    for index in ledger.entries.indices where !ledger.entries[index].kinds.isEmpty {
      let entry = ledger.entries[index]
      for (field, kind) in entry.kinds.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        guard kind != .unknown else {
          // Nothing says what the text is, so nothing says what it must hold.
          result.notEvaluable.append(.init(entry: index, what: "kind of document"))
          continue
        }
        guard applies.kinds.contains(kind), field != .envelope else { continue }
        let found = entry.marks.filter { $0.location.field == field.rawValue }
        guard
          requirement.when.isEmpty
            || found.contains(where: {
              base.sets[$0.set].purpose == .requirementApplies(rule: rule)
            })
        else { continue }
        let missing = requirement.elements.enumerated().filter { number, _ in
          !found.contains { base.sets[$0.set].purpose == .element(rule: rule, element: number) }
        }
        guard !missing.isEmpty else { continue }
        var evidence = Evidence(entry: index)
        evidence.person = entry.contact.person
        evidence.field = field
        evidence.values["missing"] = missing.map(\.element.name).joined(separator: "; ")
        result.evidence.append(evidence)
      }
    }
    return result
  }
}
