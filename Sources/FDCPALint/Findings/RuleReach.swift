/// Which rules can find anything in a ledger: most consumers are in one state, and the rules of the
/// others need not look at their records; most records hold no words that a rule is about.
struct RuleReach: Sendable {
  /// The different sets of jurisdictions that rules ask for.
  private let jurisdictions: [[String]]
  /// The number of each rule's set; `nil` for rules that hold everywhere.
  private let setOf: [Int?]
  /// By rule, whether nothing but marks of its own can be its evidence.
  private let needsMarks: [Bool]
  /// By pattern set, the rule whose forbidden wording it is.
  private let ruleOfSet: [Int?]
  private let base: RuleBase

  init(_ base: RuleBase) {
    var sets: [[String]] = []
    var known: [[String]: Int] = [:]
    setOf = base.rules.map { rule in
      let wanted = rule.applies.jurisdictions
      guard !wanted.isEmpty else { return nil }
      if let number = known[wanted] { return number }
      known[wanted] = sets.count
      sets.append(wanted)
      return sets.count - 1
    }
    jurisdictions = sets
    needsMarks = base.rules.map { if case .wording = $0.check { true } else { false } }
    ruleOfSet = base.sets.map { if case .wording(let rule) = $0.purpose { rule } else { nil } }
    self.base = base
  }

  /// Whether each rule, by its number, may bind some record of a ledger.
  func binding(in ledger: Ledger, _ conditions: Conditions) -> [Bool] {
    let places = conditions.whereabouts.jurisdictions
    let answers = jurisdictions.map { wanted in
      places.contains { $0.standing(wanted) != .doesNotApply }
    }
    var isMarked = needsMarks.map { !$0 }
    for index in ledger.entries.indices {
      for mark in ledger.entries[index].marks {
        if let rule = ruleOfSet[mark.set] { isMarked[rule] = true }
      }
    }
    return base.rules.indices.map { index in
      isMarked[index] && setOf[index].map { answers[$0] } ?? true
        && base.rules[index].applies.roles.contains(conditions.role)
    }
  }
}
