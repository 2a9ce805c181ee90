/// Words that every match of a pattern holds: groups of which one word each must be there, in order
/// and not too far apart.
package struct LiteralPlan: Equatable, Sendable {
  /// One of these words stands in every match.
  package struct Group: Equatable, Sendable {
    package var words: Set<Word>
    /// How many words on, at most, the next group's word begins.
    package var toNext = 0
  }

  /// In the order of the text; a word of a later one never stands before one of an earlier one.
  package var groups: [Group]
  /// Which group is looked for: the rarest.
  package var trigger: Int
  /// Whether every match begins where a word of the first group begins.
  package var startsMatch: Bool

  /// Groups farther apart than this are not looked for together.
  private static let farthest = 120
  /// Groups beside the trigger and the start; more of them tell little more.
  private static let mostGroups = 5

  /// The plan of a pattern; `nil` where no word is sure to be in every match, and the pattern has to
  /// run over every text.
  package init?(_ source: String) {
    guard let node = try? PatternParser.node(of: source), !node.mayRunAway else { return nil }
    let nodes = node.flattened
    let words = RequiredWords.all(in: nodes, takingMarks: false)
    self.init(nodes, words.isEmpty ? RequiredWords.all(in: nodes, takingMarks: true) : words)
  }

  private init?(_ nodes: [PatternNode], _ found: [RequiredWords]) {
    let rarest = found.indices.min { found[$0].frequency < found[$1].frequency }
    guard let rarest else { return nil }
    // How far each group is from the next; a chain is cut where there is no bound.
    let apart = found.indices.dropLast().map { found[$0].words(to: found[$0 + 1], in: nodes) }
    func isNear(_ index: Int) -> Bool { apart[index].map { $0 <= Self.farthest } ?? false }
    var first = rarest
    while first > 0, isNear(first - 1) { first -= 1 }
    var last = rarest
    while last < found.count - 1, isNear(last) { last += 1 }
    let others = (first...last).filter { $0 != rarest }
      .sorted { found[$0].frequency < found[$1].frequency }
    var chosen = Set(others.prefix(Self.mostGroups) + [rarest])
    let start = (first...last).first { found[$0].startsMatch }
    if let start { chosen.insert(start) }
    let order = chosen.sorted()
    groups = order.enumerated().map { place, index in
      var group = Group(words: found[index].words)
      if place + 1 < order.count {
        group.toNext = (index..<order[place + 1]).reduce(0) { $0 + (apart[$1] ?? 0) }
      }
      return group
    }
    trigger = order.firstIndex(of: rarest) ?? 0
    startsMatch = start != nil && start == order.first
  }
}

/// A group as it is found in a pattern.
struct RequiredWords {
  var words: Set<Word>
  /// Which of the pattern's nodes its word stands in, or begins at.
  var node: Int
  /// Words that may stand in that node before it.
  var before: Int? = 0
  /// Words from its beginning to the end of that node; `nil` within means without bound. A word that
  /// begins with the node may go on into the next ones.
  var after: Int?
  var beginsNode: Bool
  var startsMatch: Bool
  var frequency: Int

  /// Where the first words of a choice are this rare together, no rarer ones are looked for behind
  /// them.
  private static let common = 150

  /// How many words on, at most, a word of a later group begins.
  func words(to next: RequiredWords, in nodes: [PatternNode]) -> Int? {
    // A mark is not the word that is counted first.
    let own = words.contains(where: \.isMark) ? 1 : 0
    if beginsNode || next.node == node {
      return WordCount.sum(
        WordCount(.sequence(Array(nodes[node..<next.node]))).most, next.before, own)
    }
    let between = WordCount(.sequence(Array(nodes[node + 1..<next.node]))).most
    return WordCount.sum(after, between, next.before, own)
  }

  /// The groups of a sequence of nodes, in the order of the text.
  static func all(
    in nodes: [PatternNode], takingMarks: Bool, behind before: Bool = false,
    then outer: PatternRest? = nil, isWhole: Bool = true
  ) -> [RequiredWords] {
    var result: [RequiredWords] = []
    var beginsWord = before
    var isAtStart = isWhole
    for (index, node) in nodes.enumerated() {
      var frequency = Int.max
      if beginsWord || takingMarks, !node.isZeroWidth,
        let words = WordExpansion.words(
          at: PatternRest(nodes[index...], outer), beginsWord: beginsWord, takesMarks: takingMarks)
      {
        frequency = CommonWords.frequency(of: words)
        result.append(
          RequiredWords(
            words: words, node: index, beginsNode: true, startsMatch: isAtStart,
            frequency: frequency))
      }
      if frequency > Self.common, case .choice(let branches) = node,
        let group = anyBranch(
          branches, index, takingMarks, beginsWord, PatternRest(nodes[(index + 1)...], outer))
      {
        result.append(group)
      }
      beginsWord = node.beginsWord(behind: beginsWord)
      isAtStart = isAtStart && node.isZeroWidth
    }
    return result
  }

  /// The rarest group of each branch, all in one: a match takes one of the branches.
  private static func anyBranch(
    _ branches: [PatternNode], _ index: Int, _ takingMarks: Bool, _ beginsWord: Bool,
    _ rest: PatternRest
  ) -> RequiredWords? {
    var words: Set<Word> = []
    var before: Int? = 0
    var after: Int? = 0
    for branch in branches {
      let nodes = branch.flattened
      let groups = all(
        in: nodes, takingMarks: takingMarks, behind: beginsWord, then: rest, isWhole: false)
      guard let rarest = groups.min(by: { $0.frequency < $1.frequency }) else { return nil }
      words.formUnion(rarest.words)
      let ahead = WordCount(.sequence(Array(nodes[..<rarest.node]))).most
      let behind = WordCount(
        .sequence(Array(nodes[(rarest.beginsNode ? rarest.node : rarest.node + 1)...])))
      before = WordCount.larger(before, WordCount.sum(ahead, rarest.before))
      after = WordCount.larger(
        after, WordCount.sum(rarest.beginsNode ? 0 : rarest.after, behind.most))
    }
    return RequiredWords(
      words: words, node: index, before: before, after: after, beginsNode: false,
      startsMatch: false, frequency: CommonWords.frequency(of: words))
  }
}
