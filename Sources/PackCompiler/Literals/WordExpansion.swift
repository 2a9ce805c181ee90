/// What follows in a pattern, innermost first.
final class PatternRest {
  let nodes: ArraySlice<PatternNode>
  let outer: PatternRest?

  init(_ nodes: ArraySlice<PatternNode>, _ outer: PatternRest?) {
    self.nodes = nodes
    self.outer = outer
  }
}

/// Writes out the words that can stand at a place of a pattern where a word begins.
struct WordExpansion {
  /// Words that have come to their end.
  private var closed: [Word] = []
  private var hasFailed = false
  /// Whether a word's character would surely begin a word.
  private let beginsWord: Bool
  private let takesMarks: Bool

  /// More words at one place than this tell a text from others too poorly.
  private static let mostWords = 700
  /// A set of more characters than this is not written out: the word begins as it does before it.
  private static let mostCharacters = 12

  /// - Parameters:
  ///   - beginsWord: Whether a word's character there would surely begin a word.
  ///   - takesMarks: Whether marks may stand beside words, or in their place.
  /// - Returns: Every word that can begin where `rest` begins, each perhaps cut short; `nil` where
  ///   they cannot be told, or where something else can stand there.
  static func words(at rest: PatternRest, beginsWord: Bool, takesMarks: Bool) -> Set<Word>? {
    var expansion = WordExpansion(beginsWord: beginsWord, takesMarks: takesMarks)
    var open = [Word()]
    var place: PatternRest? = rest
    while let current = place, !open.isEmpty, !expansion.hasFailed {
      for node in current.nodes where !open.isEmpty && !expansion.hasFailed {
        open = expansion.step(node, open)
      }
      place = current.outer
    }
    for word in open { expansion.close(word) }
    return expansion.hasFailed || expansion.closed.isEmpty ? nil : Set(expansion.closed)
  }

  private init(beginsWord: Bool, takesMarks: Bool) {
    self.beginsWord = beginsWord
    self.takesMarks = takesMarks
  }

  /// Takes words through a node, and gives those that may go on behind it.
  private mutating func step(_ node: PatternNode, _ open: [Word]) -> [Word] {
    guard !hasFailed, !open.isEmpty else { return [] }
    guard open.count + closed.count <= Self.mostWords else {
      hasFailed = true
      return []
    }
    switch node {
    case .one(let set): return step(set, open)
    case .sequence(let nodes): return nodes.reduce(open) { step($1, $0) }
    case .choice(let nodes):
      return Self.distinct(nodes.flatMap { step($0, open) })
    case .repeated(let body, let least, let most):
      return step(body, least, most, open)
    case .edge, .wordEnd:
      // A word that has begun ends here; otherwise it is still to begin.
      for word in open where word.length > 0 { closed.append(word.closed) }
      return open.filter { $0.length == 0 }
    case .wordStart, .nothing: return open
    case .anything:
      for word in open { close(word) }
      return []
    }
  }

  private mutating func step(_ set: ByteSet, _ open: [Word]) -> [Word] {
    var result: [Word] = []
    let characters = set.foldedWord
    for word in open {
      if set.hasNoWord || set.others {
        if word.length > 0 {
          closed.append(word.closed)
        } else if takesMarks, let marks = set.marks {
          closed += marks.map(Word.mark)
        } else {
          hasFailed = true
          return []
        }
      }
      if word.length == 0, set.hasWord, !beginsWord {
        hasFailed = true
        return []
      }
      if characters.count > Self.mostCharacters || word.length == Word.longest {
        if set.hasWord { close(word) }
        continue
      }
      for character in characters {
        var longer = word
        longer.append(character)
        result.append(longer)
      }
    }
    return result
  }

  private mutating func step(_ body: PatternNode, _ least: Int, _ most: Int?, _ open: [Word])
    -> [Word]
  {
    var required = open
    for _ in 0..<min(least, Word.longest) { required = step(body, required) }
    if let most, most <= max(least, 0) { return required }
    var result = required
    var extra = required
    // What goes on after a few optional repetitions is cut short there.
    let written = min(most.map { $0 - least } ?? 1, 2)
    for _ in 0..<written {
      extra = step(body, extra)
      result += extra
    }
    if most.map({ $0 - least > written }) ?? true {
      for word in extra { close(word) }
      result.removeLast(extra.count)
    }
    return Self.distinct(result)
  }

  /// Branches often begin alike: without this each would be gone through again and again.
  private static func distinct(_ words: [Word]) -> [Word] {
    words.count < 2 ? words : Array(Set(words))
  }

  /// Ends a word before its end is known: it stands for every word that begins like it.
  private mutating func close(_ word: Word) {
    if word.length == 0 { hasFailed = true } else { closed.append(word) }
  }
}
