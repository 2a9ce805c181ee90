internal import PCRE2
internal import Patterns

/// Every rule and fact of a run, with its pattern sets laid out for one scan of each text.
public struct RuleBase: Sendable {
  public let packs: RulePacks
  /// By id.
  public var rules: [Rule] { packs.rules }
  let sets: [ScanSet]
  let segmenter: Segmenter
  private let lazyPrefilter: LazyPrefilter
  /// Made when first asked for; every copy of the rule base shares it.
  var prefilter: Prefilter? { lazyPrefilter.value(sets) }
  /// The prefilter, if no plan has to be made for it.
  var readyPrefilter: Prefilter? { lazyPrefilter.ready(sets) }
  /// The sets of each rule and fact source, by purpose's owner.
  private let setsOfRule: [[Int]]

  public init(_ packs: RulePacks) { self.init(packs, literals: Self.shippedLiterals) }

  /// - Parameter literals: Tables of the packs' patterns, and perhaps of others; where they lack one,
  ///   new tables are made when they are needed.
  package init(_ packs: RulePacks, literals: LiteralTables?) {
    self.packs = packs
    var sets: [ScanSet] = []
    var setsOfRule: [[Int]] = Array(repeating: [], count: packs.rules.count)
    for (index, rule) in packs.rules.enumerated() {
      let first = sets.count
      sets += Self.sets(of: rule, index)
      setsOfRule[index] = Array(first..<sets.count)
    }
    for (index, source) in packs.facts.enumerated() {
      sets += source.wording.map {
        ScanSet($0, applies: source.applies, purpose: .fact(source: index))
      }
    }
    self.sets = sets
    self.setsOfRule = setsOfRule
    segmenter = Segmenter(lexicons: packs.lexicons)
    lazyPrefilter = LazyPrefilter(literals)
  }

  /// The packs that are built into the program.
  ///
  /// - Throws: An error when the program was built from other sources than it thinks.
  public static func shippedPacks() throws -> RulePacks {
    try EmbeddedPacks.packs(ShippedPacks.packedRules)
  }

  /// The examples of the shipped rules.
  ///
  /// - Throws: As ``shippedPacks()``.
  public static func shippedExamples() throws -> [ExampleSet] {
    try EmbeddedPacks.examples(ShippedPacks.packedExamples)
  }

  /// The tables of the shipped patterns' words.
  package static let shippedLiterals = EmbeddedPacks.literals(
    ShippedPacks.spreadLiterals, count: ShippedPacks.bytesOfLiterals)

  /// Names of facts that every source ties to the record's own number or address.
  var addressFacts: Set<String> {
    let sources = Dictionary(grouping: packs.facts, by: \.fact)
    return Set(
      sources.filter { $0.value.allSatisfy { $0.wording.allSatisfy(\.bindsAddress) } }.keys)
  }

  /// Facts that no text shows and that some rule asks for.
  var contextKeys: Set<String> {
    rules.reduce(into: []) {
      $0.formUnion($1.applies.context.keys)
      $0.formUnion($1.applies.contextKnown.keys)
      if case .deadline(let deadline) = $1.check {
        $0.formUnion(deadline.knownBy + deadline.needs.flatMap(\.event.context.keys))
      }
    }
  }

  private static func sets(of rule: Rule, _ index: Int) -> [ScanSet] {
    switch rule.check {
    case .wording(let sets):
      return sets.map { ScanSet($0, applies: rule.applies, purpose: .wording(rule: index)) }
    case .require(let requirement):
      var result = requirement.when.map {
        var set = ScanSet($0, applies: rule.applies, purpose: .requirementApplies(rule: index))
        set.isPresence = true
        return set
      }
      for (number, element) in requirement.elements.enumerated() {
        result += element.wording.map {
          var set = ScanSet(
            $0, applies: rule.applies, purpose: .element(rule: index, element: number))
          set.isPresence = true
          if case .words(let count) = requirement.within { set.firstWords = count }
          return set
        }
      }
      return result
    case .afterFact(let check): return excuses(check.wording, rule, index)
    case .frequency(let limit): return excuses(limit.except.wording, rule, index)
    case .afterConversation(let check): return excuses(check.except.wording, rule, index)
    case .hours, .deadline: return []
    case .contradiction(let check): return excuses(check.wording, rule, index)
    case .callPattern(let pattern): return excuses(pattern.except.wording, rule, index)
    case .printedDate(let check):
      return check.wording.map {
        ScanSet($0, applies: rule.applies, purpose: .wording(rule: index))
      }
        + check.others.map {
          ScanSet(
            $0.set, applies: rule.applies, purpose: .element(rule: index, element: $0.place))
        }
    }
  }

  /// An exception is looked for in whatever the contact's own texts say, whoever speaks.
  private static func excuses(_ sets: [WordingSet], _ rule: Rule, _ index: Int) -> [ScanSet] {
    var anything = rule.applies
    anything.speakers = Speaker.allCases
    anything.modes = SpeechMode.allCases
    anything.kinds = DocumentKind.allCases
    return sets.map { ScanSet($0, applies: anything, purpose: .excuse(rule: index)) }
  }
}
