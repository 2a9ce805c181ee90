/// Forbidden wording: each mark that a rule's pattern sets left is evidence.
enum WordingCheck {
  static func evidence(rule: Int, in ledger: Ledger, _ base: RuleBase) -> CheckResult {
    var result = CheckResult()
    for index in ledger.entries.indices where !ledger.entries[index].marks.isEmpty {
      let entry = ledger.entries[index]
      for mark in entry.marks where base.sets[mark.set].purpose == .wording(rule: rule) {
        var evidence = Evidence(entry: index)
        evidence.mark = mark
        evidence.person = entry.contact.person
        evidence.values["text"] = mark.text.split(whereSeparator: \.isWhitespace)
          .joined(separator: " ")
        result.evidence.append(evidence)
      }
    }
    return result
  }
}
