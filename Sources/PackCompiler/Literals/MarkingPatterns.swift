extension WordingSet {
  /// The patterns of which each match may be a mark: without `any`, the first of `all`.
  package var marking: [PatternText] { any.isEmpty ? Array(all.prefix(1)) : any }
}

extension RulePacks {
  /// Every pattern of the rules and facts that may leave a mark.
  package var markingSources: [String] {
    (rules.flatMap(\.check.wordingSets) + facts.flatMap(\.wording)).flatMap {
      $0.marking.map(\.source)
    }
  }
}

extension LiteralTables {
  /// The tables of all rules and facts of some packs.
  package convenience init(_ packs: RulePacks) { self.init(sources: packs.markingSources) }
}

extension Check {
  /// The pattern sets that texts are searched for.
  fileprivate var wordingSets: [WordingSet] {
    switch self {
    case .wording(let sets): sets
    case .require(let requirement): requirement.when + requirement.elements.flatMap(\.wording)
    case .afterFact(let check): check.wording
    case .frequency(let limit): limit.except.wording
    case .afterConversation(let check): check.except.wording
    case .hours, .deadline: []
    case .contradiction(let check): check.wording
    case .callPattern(let pattern): pattern.except.wording
    case .printedDate(let check): check.wording + check.others.map(\.set)
    }
  }
}
