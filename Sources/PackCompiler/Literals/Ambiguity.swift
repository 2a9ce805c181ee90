/// Whether a pattern can go through a text in so many ways that a match may run into its limits.
///
/// The report names a text on which that happens, also where the pattern does not match it. Such a
/// pattern gets no plan: it must run to be seen to fail.
extension PatternNode {
  /// Whether repetition without bound stands within repetition without bound, unless there is only
  /// one way to part a text among the rounds: `(?:very\s+)*`, but not `(?:\w+\s?)*`.
  var mayRunAway: Bool {
    switch self {
    case .one, .edge, .wordStart, .wordEnd, .nothing, .anything: false
    case .sequence(let nodes), .choice(let nodes): nodes.contains(where: \.mayRunAway)
    case .repeated(let body, _, .some): body.mayRunAway
    case .repeated(let body, _, nil):
      body.hasUnbounded && !Self.partsOneWay(body.flattened, thenWord: body.surelyBeginsWithWord)
    }
  }

  private var hasUnbounded: Bool {
    switch self {
    case .one, .edge, .wordStart, .wordEnd, .nothing, .anything: false
    case .sequence(let nodes), .choice(let nodes): nodes.contains(where: \.hasUnbounded)
    case .repeated(let body, _, let most): most == nil || body.hasUnbounded
    }
  }

  /// Whether a word's character must come first.
  private var surelyBeginsWithWord: Bool {
    let count = WordCount(self)
    return count.begins && !count.isNullable
  }

  /// Whether what each repetition without bound takes ends where it can go on no further: words'
  /// characters before something else, something else before a word.
  private static func partsOneWay(_ nodes: [PatternNode], thenWord: Bool) -> Bool {
    for (index, node) in nodes.enumerated() {
      let rest = PatternNode.sequence(Array(nodes[(index + 1)...]))
      let isLast = index + 1 == nodes.count
      let isWordNext = isLast ? thenWord : rest.surelyBeginsWithWord
      switch node {
      case .one, .edge, .wordStart, .wordEnd, .nothing: continue
      case .anything, .sequence: return false
      case .choice(let branches):
        guard branches.allSatisfy({ partsOneWay($0.flattened, thenWord: isWordNext) }) else {
          return false
        }
      case .repeated(.one(let set), _, nil):
        if !set.hasWord {
          guard isWordNext else { return false }
        } else {
          guard !set.hasNoWord, !isLast, case .one(let next) = nodes[index + 1], !next.hasWord,
            !next.others
          else { return false }
        }
      case .repeated(let body, _, let most):
        guard most != nil, isWordNext, body.surelyBeginsWithWord,
          partsOneWay(body.flattened, thenWord: true)
        else { return false }
      }
    }
    return true
  }
}
