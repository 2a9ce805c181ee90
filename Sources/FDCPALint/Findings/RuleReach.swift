/// Which rules can bind anything in a ledger: most consumers are in one state, and the rules of the
/// others need not look at their records.
struct RuleReach: Sendable {
  /// For each set of jurisdictions, a rule that asks for these alone.
  private let probes: [Rule]
  /// The number of each rule's probe; `nil` for rules that hold everywhere.
  private let probeOf: [Int?]
  private let base: RuleBase

  init(_ base: RuleBase) {
    var probes: [Rule] = []
    var known: [[String]: Int] = [:]
    probeOf = base.rules.map { rule in
      let jurisdictions = rule.applies.jurisdictions
      guard !jurisdictions.isEmpty else { return nil }
      if let number = known[jurisdictions] { return number }
      var probe = rule
      probe.applies = Applies()
      probe.applies.jurisdictions = jurisdictions
      probe.applies.roles = Role.allCases
      probe.inForce = .always
      known[jurisdictions] = probes.count
      probes.append(probe)
      return probes.count - 1
    }
    self.probes = probes
    self.base = base
  }

  /// Whether each rule, by its number, may bind some record of a ledger.
  func binding(in ledger: Ledger, _ conditions: Conditions) -> [Bool] {
    let answers = probes.map { probe in
      ledger.entries.contains {
        conditions.answer(probe, $0, ledger, day: nil, base) != .doesNotApply
      }
    }
    return base.rules.indices.map { index in
      base.rules[index].applies.roles.contains(conditions.role)
        && probeOf[index].map { answers[$0] } ?? true
    }
  }
}
