internal import PCRE2

/// Reads pattern sets, fills in word lists and compiles each pattern once to see that it is sound.
struct WordingReader {
  let packs: RulePacks
  let sink: ProblemSink

  private static let setKeys = [
    "within", "by-language", "any", "all", "unless", "unless-within", "fields", "kinds",
    "speakers", "modes", "channels", "directions", "contact", "address", "digits",
  ]

  /// One set, or a list of them; each becomes one set a language.
  ///
  /// - Parameter others: Keys that stand beside a set's own and are read elsewhere.
  func sets(_ element: Element, beside others: [String] = []) -> [WordingSet] {
    element.items.flatMap { item -> [WordingSet] in
      guard let fields = item.fields(Self.setKeys + others),
        let languages = fields.required("by-language")?.anyFields()
      else { return [] }
      return languages.entries.compactMap { language, inner in
        guard
          let own = inner.fields([
            "any", "all", "unless", "unless-within", "within", "after", "not-after",
          ])
        else {
          return nil
        }
        return set(language, own, fields, inner)
      }
    }
  }

  private func set(_ language: String, _ own: Fields, _ outer: Fields, _ at: Element)
    -> WordingSet?
  {
    var set = WordingSet(language: language)
    set.any = patterns(own["any"] ?? outer["any"], language)
    set.all = patterns(own["all"] ?? outer["all"], language)
    set.unless = patterns(own["unless"] ?? outer["unless"], language)
    if (own["any"] ?? outer["any"] ?? own["all"] ?? outer["all"]) == nil {
      at.report("needs 'any' or 'all'")
    }
    if let value = own["within"] ?? outer["within"] { set.within = scope(value) ?? .sentence }
    if let value = own["unless-within"] ?? outer["unless-within"] {
      set.unlessWithin = scope(value)
    }
    set.after = own["after"].flatMap { earlier($0, language) }
    set.notAfter = own["not-after"].flatMap { earlier($0, language) }
    if let value = outer["fields"] { set.fields = value.choices(TextField.self) }
    set.kinds = outer["kinds"]?.choices(DocumentKind.self)
    set.speakers = outer["speakers"]?.choices(Speaker.self)
    set.modes = outer["modes"]?.choices(SpeechMode.self)
    set.channels = outer["channels"]?.choices(Channel.self)
    set.directions = outer["directions"]?.choices(Direction.self)
    set.needsContact = only("required", outer["contact"])
    set.bindsAddress = only("record", outer["address"])
    set.digits = outer["digits"]?.choice(CheckDigit.self)
    // A complaint is the consumer's own story throughout.
    if set.kinds == [.complaint] {
      set.speakers = set.speakers ?? Speaker.allCases
      set.modes = set.modes ?? SpeechMode.allCases
    }
    return set
  }

  private func earlier(_ element: Element, _ language: String) -> EarlierWords? {
    guard let fields = element.fields(["speakers", "modes", "any"]) else { return nil }
    var words = EarlierWords()
    if let value = fields["speakers"] { words.speakers = value.choices(Speaker.self) }
    if let value = fields["modes"] { words.modes = value.choices(SpeechMode.self) }
    words.any = patterns(fields.required("any"), language)
    return words
  }

  /// Whether a key is there, which may say one thing only.
  private func only(_ value: String, _ element: Element?) -> Bool {
    guard let element, let text = element.string else { return false }
    if text != value { element.report("expected '\(value)', found '\(text)'") }
    return text == value
  }

  func scope(_ element: Element) -> TextScope? {
    if case .mapping = element.node {
      guard let words = element.fields(["words"])?.required("words")?.integer else { return nil }
      if words < 1 { element.report("words: \(words) is too small; expected 1 or more") }
      return .words(max(1, words))
    }
    switch element.string {
    case "clause": return .clause
    case "sentence": return .sentence
    case "turn": return .turn
    case "line": return .line
    case "document": return .document
    case nil: return nil
    case let text?:
      element.report(
        unknownName("scope", text, among: ["clause", "sentence", "turn", "line", "document"]))
      return nil
    }
  }

  private func patterns(_ element: Element?, _ language: String) -> [PatternText] {
    element?.items.compactMap { item in
      guard let text = item.string, let source = expanded(text, language, item, depth: 0) else {
        return nil
      }
      return checked(source, item)
    } ?? []
  }

  private func checked(_ source: String, _ item: Element) -> PatternText? {
    do {
      try Pattern(source).compile()
    } catch {
      item.report(
        "pattern does not compile: \(error.message) at '\(excerpt(source, error.offset))'")
      return nil
    }
    if matchesNothing(source) {
      item.report("pattern matches the empty text; it needs a word that must occur")
      return nil
    }
    return PatternText(source: source, line: item.line)
  }

  /// The few characters before the place where a pattern broke.
  private func excerpt(_ source: String, _ offset: Int) -> String {
    String(decoding: Array(source.utf8).prefix(offset).suffix(24), as: UTF8.self)
  }

  private func matchesNothing(_ source: String) -> Bool {
    guard let matcher = try? Matcher() else { return false }
    let nothing: [UInt8] = []
    return (try? matcher.firstMatch(of: Pattern(source), in: nothing.span, from: 0, to: 0)) != nil
  }

  /// Puts word lists in place of `{{name}}`.
  private func expanded(_ text: String, _ language: String, _ item: Element, depth: Int) -> String?
  {
    guard text.contains("{{") else { return text }
    guard depth < 5 else {
      item.report("word lists refer to each other in a circle")
      return nil
    }
    var result = ""
    var rest = text[...]
    while let open = rest.range(of: "{{"), let close = rest[open.upperBound...].range(of: "}}") {
      let name = String(rest[open.upperBound..<close.lowerBound])
      guard let words = packs.lexicons[name]?[language] else {
        if packs.lexicons[name] != nil {
          item.report("word list '\(name)' has no words for '\(language)'")
        } else {
          item.report(unknownName("word list", name, among: packs.lexicons.keys.sorted()))
        }
        return nil
      }
      let alternatives = words.compactMap { expanded($0, language, item, depth: depth + 1) }
      result += rest[..<open.lowerBound] + "(?:" + alternatives.joined(separator: "|") + ")"
      rest = rest[close.upperBound...]
    }
    return result + rest
  }
}

extension Substring {
  /// Where a literal first stands: Foundation's search would be its only use here.
  fileprivate func range(of literal: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(literal) {
        return start..<index(start, offsetBy: literal.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
