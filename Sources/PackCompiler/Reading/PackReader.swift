internal import PCRE2

/// Reads the files of packs into rules, strictly: nothing that an author wrote is passed over.
public struct PackReader {
  /// What the files may refer to beside each other: word lists and sections of packs read before.
  private let base: RulePacks

  public init(base: RulePacks = RulePacks()) { self.base = base }

  /// Reads packs.
  ///
  /// - Returns: The packs alone (without ``RulePacks`` given as base, save word lists and
  ///   citations, which are joined) and the examples of each rule and fact.
  /// - Throws: ``PackError`` with every problem of every file.
  public func read(_ files: [PackFile]) throws(PackError) -> (RulePacks, [ExampleSet]) {
    var packs = RulePacks(
      lexicons: base.lexicons, citations: base.citations, parameters: base.parameters,
      chapters: base.chapters)
    var problems: [PackProblem] = []
    let sorted = files.sorted { $0.path < $1.path }

    // Word lists and the index of sections come first: every rule may refer to them.
    for file in sorted where Self.isLexicon(file.path) {
      let sink = ProblemSink(file: file.path)
      if let root = Self.root(of: file, sink) { readLexicon(root, file.path, into: &packs) }
      problems += sink.problems
    }
    var examples: [ExampleSet] = []
    for file in sorted where !Self.isLexicon(file.path) {
      let sink = ProblemSink(file: file.path)
      if let root = Self.root(of: file, sink) {
        let id = String(file.path.dropLast(".yaml".count))
        if file.path.hasSuffix("/pack.yaml") {
          readPack(root, id, into: &packs)
        } else {
          let reader = RuleReader(id: id, packs: packs, sink: sink)
          reader.read(root, into: &packs, &examples)
        }
      }
      problems += sink.problems
    }
    problems += Self.missingPackFiles(packs)
    guard problems.isEmpty else { throw PackError(problems: problems) }
    packs.packs.sort { $0.name < $1.name }
    return (packs, examples)
  }

  private static func isLexicon(_ path: String) -> Bool {
    // A jurisdiction keeps the sections that it cites beside its rules.
    path.split(separator: "/").contains("lexicon") || path.hasSuffix("/citations.yaml")
  }

  private static func root(of file: PackFile, _ sink: ProblemSink) -> Element? {
    Element.root(of: file, expected: "a rule", sink)
  }

  private func readPack(_ root: Element, _ id: String, into packs: inout RulePacks) {
    guard let fields = root.fields(["title", "version", "description"]) else { return }
    packs.packs.append(
      RulePacks.Pack(
        name: String(id.dropLast("/pack".count)), title: fields.required("title")?.string ?? "",
        version: fields.required("version")?.string ?? "",
        description: fields["description"]?.string ?? ""))
  }

  private func readLexicon(_ root: Element, _ path: String, into packs: inout RulePacks) {
    let name = String(path.split(separator: "/").last?.dropLast(".yaml".count) ?? "")
    guard name != "citations" else {
      guard let fields = root.fields(["title", "sections"]),
        let sections = fields.required("sections")?.anyFields()
      else { return }
      for (citation, heading) in sections.entries { packs.citations[citation] = heading.string }
      return
    }
    guard name != "parameters" else {
      readParameters(root, into: &packs)
      return
    }
    guard name != "chapters" else {
      guard let fields = root.fields(["title", "chapters"]),
        let chapters = fields.required("chapters")?.anyFields()
      else { return }
      for (name, sections) in chapters.entries { packs.chapters[name] = sections.strings }
      return
    }
    guard let fields = root.fields(["title", "words", "note"]),
      let languages = fields.required("words")?.anyFields()
    else { return }
    for (language, words) in languages.entries {
      packs.lexicons[name, default: [:]][language] = words.strings
    }
  }

  private func readParameters(_ root: Element, into packs: inout RulePacks) {
    guard let fields = root.fields(["title", "parameters"]),
      let parameters = fields.required("parameters")?.anyFields()
    else { return }
    for (name, element) in parameters.entries {
      guard let inner = element.fields(["value", "citation", "note"]),
        let value = inner.required("value")?.integer, inner.required("citation")?.string != nil
      else { continue }
      packs.parameters[name] = value
    }
  }

  /// A rule outside a declared pack would have no version to be named by.
  private static func missingPackFiles(_ packs: RulePacks) -> [PackProblem] {
    let declared = Set(packs.packs.map(\.name))
    let used = Set(packs.rules.map(\.pack) + packs.facts.map { String($0.id.prefix { $0 != "/" }) })
    return used.subtracting(declared).sorted().map {
      PackProblem(
        file: "\($0)/pack.yaml", line: 0, column: 0,
        message: "is missing; a pack needs title and version")
    }
  }
}
