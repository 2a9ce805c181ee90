extension Configuration {
  /// The id of the rule that a configuration's salutations make.
  package static let salutationRule = "configuration/salutation"

  /// The rule that forbids what the configuration forbids, `nil` where it names no salutation.
  ///
  /// A warning, unlike other practice: whoever lists a salutation wants it stopped.
  package var salutationRule: Rule? {
    guard !salutations.isEmpty else { return nil }
    var wording = WordingSet(language: "en")
    wording.within = .line
    wording.any = salutations.map {
      PatternText(source: Self.phrase($0.forbidden), line: $0.place.line)
    }
    var applies = Applies()
    applies.kinds = Self.draftKinds
    applies.roles = Role.allCases
    return Rule(
      id: Self.salutationRule, title: "Salutation that the configuration forbids",
      basis: .practice, severity: .warning, confidence: .high, citations: [], applies: applies,
      message: "greets with “{text}”",
      why: "The configuration lists this salutation among those that no letter may use.",
      fix: "Use the salutation that the configuration gives in its place, or run with --fix.",
      check: .wording([wording]))
  }

  /// What takes the place of words that the rule found.
  package func rightSalutation(for words: String) -> String? {
    func plain(_ text: String) -> String {
      text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }
    return salutations.first { plain($0.forbidden) == plain(words) }?.right
  }

  /// The words in this order, whatever stands between and around them is no letter.
  private static func phrase(_ text: String) -> String {
    let words = text.split { !$0.isLetter && !$0.isNumber }
    return #"\b"# + words.joined(separator: #"\W{1,3}"#) + #"\b"#
  }
}
