internal import PCRE2

/// What each rule costs a scan, for `rules test --cost`: a rule that is looked for by common words,
/// or by none, slows all others down.
public struct ScanCost: Sendable {
  /// What the patterns of one rule or fact cost over all texts.
  public struct Outcome: Sendable {
    public var owner: String
    public var patterns = 0
    /// Of the patterns, those without a word that must occur: they run over every text.
    public var unplanned: [String] = []
    /// Words that texts are searched for, one of which makes a pattern a candidate; in order.
    public var words: [String] = []
    /// Texts that a pattern ran over.
    public var candidates = 0
    public var time: Duration = .zero
    /// Of the whole scan's time, 0 to 1.
    public var share = 0.0
  }

  public struct Report: Sendable {
    /// The dearest first.
    public var outcomes: [Outcome]
    public var bytes: Int
    /// The whole scan, and finding the candidates alone.
    public var time: Duration
    public var prefilter: Duration
  }

  /// The largest share of a scan that one rule may take.
  public static let largestShare = 0.05
  /// The least of so many rounds counts: other work on a machine only ever adds.
  private static let rounds = 3

  private let base: RuleBase

  public init(_ base: RuleBase) { self.base = base }

  /// Scans the texts of examples.
  public func report(on examples: [ExampleSet]) -> Report {
    let linter = Linter(rules: base, options: .init(today: CivilDay(number: 20_605), jobs: 1))
    return report(
      on: examples.flatMap { set in
        (set.flags + set.passes).flatMap { ExampleTrial($0, kind: .note).records(linter) }
      })
  }

  /// Scans the texts of documents.
  public func report(on sources: [Source]) -> Report {
    report(on: DocumentReader(kind: nil, contextKeys: base.contextKeys).read(sources).records)
  }

  private func report(on records: [Record]) -> Report {
    var best = round(records)
    for _ in 1..<Self.rounds {
      let next = round(records)
      best.prefilter = min(best.prefilter, next.prefilter)
      for index in best.outcomes.indices {
        best.outcomes[index].time = min(best.outcomes[index].time, next.outcomes[index].time)
      }
    }
    best.time = best.outcomes.reduce(best.prefilter) { $0 + $1.time }
    for index in best.outcomes.indices {
      best.outcomes[index].share = best.time == .zero ? 0 : best.outcomes[index].time / best.time
    }
    best.outcomes.sort { ($1.time, $0.owner) < ($0.time, $1.owner) }
    return best
  }

  /// One scan, its outcomes in the order of rules and facts.
  private func round(_ records: [Record]) -> Report {
    var outcomes = planned()
    var report = Report(outcomes: [], bytes: 0, time: .zero, prefilter: .zero)
    let clock = ContinuousClock()
    guard var scanner = try? Scanner(base) else { return report }
    for record in records {
      for text in record.texts {
        report.bytes += text.bytes.count
        let begun = clock.now
        let (folded, candidates) = scanner.candidates(text, of: record)
        var last = clock.now
        report.prefilter += last - begun
        for candidate in candidates {
          Self.confirm(candidate, base, scanner, folded)
          let now = clock.now
          let owner = base.owner(of: candidate.set)
          outcomes[owner]?.time += now - last
          outcomes[owner]?.candidates += 1
          last = now
        }
      }
    }
    report.outcomes = outcomes.values.sorted { $0.owner < $1.owner }
    return report
  }

  private static func confirm(
    _ candidate: Candidate, _ base: RuleBase, _ scanner: borrowing Scanner, _ text: [UInt8]
  ) {
    let named = base.sets[candidate.set].any[candidate.place]
    var position = 0
    // A limit ends the search here as it does in a scan, which reports it.
    while position <= text.count,
      let match = try? scanner.firstMatch(
        of: named, in: text, from: position, as: candidate.possible)
    {
      position = max(match.end, match.start + 1)
      while position < text.count, text[position] & 0xC0 == 0x80 { position += 1 }
    }
  }

  /// Every rule and fact with patterns, before any text is seen.
  private func planned() -> [String: Outcome] {
    var outcomes: [String: Outcome] = [:]
    var words: [String: Set<String>] = [:]
    for (index, set) in base.sets.enumerated() {
      let owner = base.owner(of: index)
      var outcome = outcomes[owner] ?? Outcome(owner: owner)
      for named in set.any {
        outcome.patterns += 1
        if let plan = LiteralPlan(named.pattern.source) {
          words[owner, default: []].formUnion(plan.groups[plan.trigger].words.map(\.shown))
        } else {
          outcome.unplanned.append(named.pattern.source)
        }
      }
      outcomes[owner] = outcome
    }
    for (owner, list) in words { outcomes[owner]?.words = list.sorted() }
    return outcomes
  }
}
