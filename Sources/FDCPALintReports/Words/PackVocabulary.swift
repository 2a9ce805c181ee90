public import FDCPALint

extension Redactor {
  /// Keeps the words that the patterns and word lists of these packs name.
  public init(packs: RulePacks) {
    var words: Set<String> = []
    for list in packs.lexicons.values.flatMap(\.values).joined() {
      words.formUnion(patternWords(list))
    }
    for set in packs.rules.flatMap(\.check.wordingSets) + packs.facts.flatMap(\.wording) {
      for pattern in set.any + set.all + set.unless {
        words.formUnion(patternWords(pattern.source))
      }
    }
    self.init(vocabulary: words)
  }
}

extension Check {
  fileprivate var wordingSets: [WordingSet] {
    switch self {
    case .wording(let sets): sets
    case .require(let requirement): requirement.when + requirement.elements.flatMap(\.wording)
    case .afterFact(let after): after.wording
    case .contradiction(let check): check.wording
    case .printedDate(let check): check.wording + check.others.map(\.set)
    case .frequency, .afterConversation, .hours, .deadline, .callPattern: []
    }
  }
}

/// The runs of letters that a PCRE2 pattern matches literally, in lower case: not its escapes,
/// group names and options.
func patternWords(_ pattern: String) -> Set<String> {
  let scalars = Array(pattern.unicodeScalars)
  var words: Set<String> = []
  var word = String.UnicodeScalarView()
  var index = 0
  while index < scalars.count {
    if scalars[index].isLetter {
      word.append(scalars[index])
      index += 1
      continue
    }
    if !word.isEmpty { words.insert(String(word).lowercased()) }
    word = String.UnicodeScalarView()
    index = behindSyntax(scalars, at: index)
  }
  if !word.isEmpty { words.insert(String(word).lowercased()) }
  return words
}

/// The index behind an escape with its argument (`\b`, `\p{L}`, `\k<name>`), behind the opening
/// of a group with its name or options (`(?<name`, `(?i`), or behind any other one scalar.
private func behindSyntax(_ scalars: [Unicode.Scalar], at index: Int) -> Int {
  var next = index + 1
  if scalars[index] == "\\" {
    next += 1
    guard next < scalars.count, scalars[next] == "{" || scalars[next] == "<" else { return next }
    while next < scalars.count, scalars[next] != "}", scalars[next] != ">" { next += 1 }
    return next + 1
  }
  guard scalars[index] == "(", next < scalars.count, scalars[next] == "?" else { return next }
  next += 1
  while next < scalars.count, scalars[next].isInGroupName { next += 1 }
  return next
}

extension Unicode.Scalar {
  /// Patterns are nearly all ASCII, for which the table of properties is a long way round.
  fileprivate var isLetter: Bool {
    isASCII ? ("a"..."z") ~= self || ("A"..."Z") ~= self : properties.isAlphabetic
  }

  fileprivate var isInGroupName: Bool {
    isLetter || self == "<" || self == "-" || self == "_" || ("0"..."9") ~= self
  }
}
