extension Configuration {
  private static let keys = [
    "role", "packs", "select", "ignore", "fail-on", "min-confidence", "require-evaluable",
    "documents", "exclude", "mapping", "exceptions", "baseline", "reviews", "opt-out",
    "salutations",
  ]

  /// Kinds of documents that are drafts: they may be mended and excepted from within. Everything
  /// else is a record, and records are evidence.
  package static let draftKinds: [DocumentKind] = [.letter, .email, .text, .voicemail]

  private enum FailLevel: String, CaseIterable {
    case error, warning, advice, none
  }

  /// Reads a configuration, strictly: nothing that somebody wrote is passed over.
  ///
  /// - Parameter path: As messages show it.
  /// - Throws: ``PackError`` with every problem, each at its line and column and with the nearest
  ///   name that would have been right.
  package init(yaml: String, path: String) throws(PackError) {
    self.init()
    // A file of comments alone is a configuration that changes nothing.
    let lines = yaml.split(whereSeparator: \.isNewline)
    guard lines.contains(where: { $0.first { !$0.isWhitespace } ?? "#" != "#" }) else { return }
    let sink = ProblemSink(file: path)
    if let root = Element.root(
      of: PackFile(path: path, text: yaml), expected: "a configuration", sink),
      let fields = root.fields(Self.keys)
    {
      read(fields, path)
    }
    guard sink.problems.isEmpty else { throw PackError(problems: sink.problems) }
  }

  private mutating func read(_ fields: Fields, _ path: String) {
    func place(_ element: Element) -> Place {
      Place(file: path, line: element.line, column: element.column)
    }
    func setting<Value>(_ key: String, _ value: (Element) -> Value?) -> Setting<Value>? {
      fields[key].flatMap { element in
        value(element).map { Setting(value: $0, place: place(element)) }
      }
    }
    func settings(_ key: String) -> [Setting<String>] {
      (fields[key]?.items ?? []).compactMap { item in
        item.string.map { Setting(value: $0, place: place(item)) }
      }
    }
    role = setting("role") { $0.choice(Role.self) }
    packs = settings("packs")
    select = settings("select")
    ignore = settings("ignore")
    failOn = setting("fail-on") {
      $0.choice(FailLevel.self).map { Severity(rawValue: $0.rawValue) }
    }
    minConfidence = setting("min-confidence") { $0.choice(Confidence.self) }
    requireEvaluable = setting("require-evaluable", \.flag)
    mapping = setting("mapping", \.string)
    exceptions = setting("exceptions", \.string)
    baseline = setting("baseline", \.string)
    reviews = setting("reviews", \.string)
    for item in fields["exclude"]?.items ?? [] {
      if let pattern = Self.pattern(item) {
        exclude.append(Setting(value: pattern, place: place(item)))
      }
    }
    for item in fields["documents"]?.items ?? [] {
      if let documents = Self.documents(item, place(item)) { self.documents.append(documents) }
    }
    if let lines = fields["opt-out"]?.fields(["email", "text"]) {
      for (key, element) in lines.entries {
        guard let kind = DocumentKind(rawValue: key), let line = element.string else { continue }
        optOut[kind] = Setting(value: line, place: place(element))
      }
    }
    for (forbidden, element) in fields["salutations"]?.anyFields()?.entries ?? [] {
      guard let right = element.string else { continue }
      guard forbidden.contains(where: { $0.isLetter || $0.isNumber }) else {
        element.report("expected words of a salutation, found '\(forbidden)'")
        continue
      }
      salutations.append(
        Salutation(forbidden: forbidden, right: right, place: place(element)))
    }
  }

  private static func documents(_ element: Element, _ place: Place) -> Documents? {
    guard let fields = element.fields(["paths", "kind", "jurisdiction", "language", "context"]),
      let paths = fields.required("paths")?.items.compactMap(pattern)
    else { return nil }
    var documents = Documents(
      paths: paths, kind: fields["kind"]?.choice(DocumentKind.self), fields: [:], place: place)
    documents.fields["jurisdiction"] = fields["jurisdiction"]?.string
    documents.fields["language"] = fields["language"]?.string
    for (key, value) in fields["context"]?.anyFields()?.entries ?? [] {
      guard !["kind", "paths", "jurisdiction", "language"].contains(key) else {
        value.report("stands beside 'context', not in it")
        continue
      }
      documents.fields[key] = value.strings.joined(separator: ";")
    }
    return documents
  }

  /// A pattern of paths; what looks like one of another tool's is refused rather than never met.
  static func pattern(_ element: Element) -> PathPattern? {
    guard let text = element.string else { return nil }
    guard !text.isEmpty, !text.contains("["), !text.hasPrefix("!"), !text.contains("\\"),
      !text.split(separator: "/").contains("..")
    else {
      element.report(
        "expected a pattern of paths such as letters/**/*.md, without [ ], ! and .., found '\(text)'"
      )
      return nil
    }
    return PathPattern(text)
  }
}
