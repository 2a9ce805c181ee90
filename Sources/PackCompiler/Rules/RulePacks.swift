/// What a set of packs holds once read: rules, fact sources, word lists, the index of sections.
public struct RulePacks: Codable, Sendable {
  public struct Pack: Codable, Sendable {
    public var name: String
    public var title: String
    public var version: String
    public var description: String

    public init(name: String, title: String, version: String, description: String) {
      self.name = name
      self.title = title
      self.version = version
      self.description = description
    }
  }
  /// By name.
  public var packs: [Pack]
  /// By id.
  public var rules: [Rule]
  /// By id.
  public var facts: [FactSource]
  /// Word lists by name, then by language.
  public var lexicons: [String: [String: [String]]]
  /// Headings by citation.
  public var citations: [String: String]
  /// Legal numbers that several checks share, by name, such as `age-of-majority` in years.
  public var parameters: [String: Int]
  /// Sections whose findings a report shows in a chapter of their own, by the chapter's name.
  public var chapters: [String: [String]]

  public init(
    packs: [Pack] = [], rules: [Rule] = [], facts: [FactSource] = [],
    lexicons: [String: [String: [String]]] = [:], citations: [String: String] = [:],
    parameters: [String: Int] = [:], chapters: [String: [String]] = [:]
  ) {
    self.packs = packs
    self.rules = rules
    self.facts = facts
    self.lexicons = lexicons
    self.citations = citations
    self.parameters = parameters
    self.chapters = chapters
  }
}

extension RulePacks {
  /// These packs with others added; a pack of the same name is replaced whole.
  public func joined(with others: RulePacks) -> RulePacks {
    let replaced = Set(others.packs.map(\.name))
    func isKept(_ id: String) -> Bool { !replaced.contains(String(id.prefix { $0 != "/" })) }
    var result = self
    result.packs = (packs.filter { !replaced.contains($0.name) } + others.packs)
      .sorted { $0.name < $1.name }
    result.rules = (rules.filter { isKept($0.id) } + others.rules).sorted { $0.id < $1.id }
    result.facts = (facts.filter { isKept($0.id) } + others.facts).sorted { $0.id < $1.id }
    result.lexicons.merge(others.lexicons) { _, new in new }
    result.citations.merge(others.citations) { _, new in new }
    result.parameters.merge(others.parameters) { _, new in new }
    result.chapters.merge(others.chapters) { _, new in new }
    return result
  }

  /// The chapter of a report that citations belong to: that of the first which lies in a section
  /// of some chapter; `nil`: of none.
  public func chapter(of citations: [String]) -> String? {
    for citation in citations {
      for (name, sections) in chapters.sorted(by: { $0.key < $1.key })
      where sections.contains(where: { Self.lies(citation, in: $0) }) {
        return name
      }
    }
    return nil
  }

  /// `12 CFR 1006.6(d)(1)` lies in `12 CFR 1006.6(d)`, and `12 CFR 1006.100` not in `12 CFR 1006.10`.
  private static func lies(_ citation: String, in section: String) -> Bool {
    guard citation.hasPrefix(section) else { return false }
    let next = citation.dropFirst(section.count).first
    return next == nil || next == "("
  }
}
