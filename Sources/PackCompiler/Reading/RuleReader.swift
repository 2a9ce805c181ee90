/// Reads one file: a rule, or what establishes a fact.
struct RuleReader {
  let id: String
  /// Word lists and citations to refer to.
  let packs: RulePacks
  let sink: ProblemSink

  private static let ruleKeys = [
    "title", "basis", "severity", "confidence", "citations", "in-force", "applies", "message",
    "why", "fix", "check", "examples", "note", "seeds", "stage", "formerly", "axis",
  ]
  private static let factKeys = [
    "title", "confidence", "citations", "applies", "establishes", "examples", "note", "seeds",
  ]
  static let placeholders: Set<String> = [
    "text", "count", "limit", "days", "first", "last", "debt", "person", "time", "zone", "fact",
    "fact-record", "fact-day", "missing", "channel",
  ]

  func read(_ root: Element, into packs: inout RulePacks, _ examples: inout [ExampleSet]) {
    let isFact = root.anyFields()?["establishes"] != nil
    guard let fields = root.fields(isFact ? Self.factKeys : Self.ruleKeys) else { return }
    if isFact {
      readFact(fields, into: &packs)
    } else {
      readRule(fields, into: &packs)
    }
    examples.append(ExampleReader(sink: sink).read(fields, id: id))
  }

  private func readRule(_ fields: Fields, into packs: inout RulePacks) {
    let basis = fields.required("basis")?.choice(Basis.self)
    let wording = WordingReader(packs: packs, sink: sink)
    let applies = fields["applies"].flatMap { readApplies($0, Applies()) } ?? Applies()
    let citations = readCitations(fields, needed: basis != .practice)
    guard let title = text(fields, "title"), let basis,
      let severity = fields.required("severity")?.choice(Severity.self),
      let confidence = fields.required("confidence")?.choice(Confidence.self),
      let message = text(fields, "message"), let why = text(fields, "why"),
      let fix = text(fields, "fix"),
      let check = fields.required("check").flatMap({
        CheckReader(wording: wording).read($0)
      })
    else { return }
    checkPlaceholders(fields)
    if basis == .practice && severity != .advice {
      fields["severity"]?.report("a practice rule is advice, never above")
    }
    packs.rules.append(
      Rule(
        id: id, title: title, basis: basis, severity: severity, confidence: confidence,
        citations: citations,
        inForce: fields["in-force"].flatMap(readInForce) ?? .always, applies: applies,
        message: message, why: why, fix: fix, check: check, note: fields["note"]?.string,
        seeds: fields["seeds"]?.strings ?? [],
        stage: fields["stage"]?.choice(Stage.self) ?? .stable,
        formerly: fields["formerly"]?.strings ?? [],
        axis: fields["axis"]?.choice(Axis.self)))
  }

  private func readFact(_ fields: Fields, into packs: inout RulePacks) {
    var defaults = Applies()
    defaults.speakers = Speaker.allCases
    defaults.modes = SpeechMode.allCases
    let applies = fields["applies"].flatMap { readApplies($0, defaults) } ?? defaults
    let wording = WordingReader(packs: packs, sink: sink)
    guard let title = text(fields, "title"),
      let confidence = fields.required("confidence")?.choice(Confidence.self),
      let inner = fields.required("establishes")?.fields(["fact", "wording"]),
      let fact = inner.required("fact")?.string,
      let sets = inner.required("wording").map({ wording.sets($0) })
    else { return }
    packs.facts.append(
      FactSource(
        id: id, title: title, confidence: confidence,
        citations: readCitations(fields, needed: false), applies: applies, fact: fact,
        wording: sets, note: fields["note"]?.string))
  }

  private func text(_ fields: Fields, _ key: String) -> String? {
    guard let element = fields.required(key), let text = element.string else { return nil }
    if text.isEmpty { element.report("must not be empty") }
    return text
  }

  private func readCitations(_ fields: Fields, needed: Bool) -> [String] {
    guard let element = fields["citations"] else {
      if needed { _ = fields.required("citations") }
      return []
    }
    return element.items.compactMap { item in
      guard let citation = item.string else { return nil }
      if packs.citations[citation] == nil {
        item.report(
          unknownCitation(citation))
      }
      return citation
    }
  }

  private func unknownCitation(_ citation: String) -> String {
    let hint = nearest(to: citation, among: Array(packs.citations.keys))
      .map { "; did you mean '\($0)'?" }
    let advice = "; add it to lexicon/citations.yaml or to the pack's own citations.yaml"
    return "unknown citation '\(citation)'\(hint ?? advice)"
  }

  private func readInForce(_ element: Element) -> InForce? {
    guard let fields = element.fields(["from", "until"]) else { return nil }
    return InForce(from: fields["from"]?.day, until: fields["until"]?.day)
  }

  /// An unknown placeholder would reach the reader as `{whatever}`.
  private func checkPlaceholders(_ fields: Fields) {
    guard let element = fields["message"], let text = element.string else { return }
    for part in text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
      let name = String(part.prefix { $0 != "}" })
      if !Self.placeholders.contains(name) {
        element.report(unknownName("placeholder", name, among: Self.placeholders.sorted()))
      }
    }
  }

  private func readApplies(_ element: Element, _ defaults: Applies) -> Applies? {
    let keys = [
      "kinds", "speakers", "modes", "channels", "directions", "outcomes", "parties", "formats",
      "visibilities", "senders", "profiles", "jurisdictions", "roles", "context", "context-known",
    ]
    guard let fields = element.fields(keys) else { return nil }
    var applies = defaults
    if let value = fields["kinds"] { applies.kinds = value.choices(DocumentKind.self) }
    if let value = fields["speakers"] { applies.speakers = value.choices(Speaker.self) }
    if let value = fields["modes"] { applies.modes = value.choices(SpeechMode.self) }
    if let value = fields["channels"] { applies.channels = value.choices(Channel.self) }
    if let value = fields["directions"] { applies.directions = value.choices(Direction.self) }
    if let value = fields["outcomes"] { applies.outcomes = value.choices(Outcome.self) }
    if let value = fields["parties"] { applies.parties = value.choices(Party.self) }
    if let value = fields["formats"] { applies.formats = value.strings }
    if let value = fields["visibilities"] { applies.visibilities = value.strings }
    if let value = fields["senders"] { applies.senders = value.strings }
    if let value = fields["profiles"] { applies.profiles = value.strings }
    if let value = fields["jurisdictions"] { applies.jurisdictions = value.strings }
    if let value = fields["roles"] { applies.roles = value.choices(Role.self) }
    applies.context = fields["context"].map(texts) ?? [:]
    applies.contextKnown = fields["context-known"].map(texts) ?? [:]
    return applies
  }

  private func texts(_ element: Element) -> [String: String] {
    var texts: [String: String] = [:]
    for (key, value) in element.anyFields()?.entries ?? [] { texts[key] = value.string }
    return texts
  }
}
