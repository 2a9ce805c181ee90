extension RuleBase {
  /// A number that sets of one purpose share.
  func order(of set: Int) -> Int {
    switch sets[set].purpose {
    case .wording(let rule): rule * 64
    case .requirementApplies(let rule): rule * 64 + 1
    case .excuse(let rule): rule * 64 + 2
    case .element(let rule, let element): rule * 64 + 3 + min(element, 60)
    case .fact(let source): packs.rules.count * 64 + source
    }
  }

  /// The id of the rule or fact that a set belongs to.
  func owner(of set: Int) -> String {
    switch sets[set].purpose {
    case .wording(let rule), .requirementApplies(let rule), .element(let rule, _),
      .excuse(let rule):
      packs.rules[rule].id
    case .fact(let source): packs.facts[source].id
    }
  }
}
