/// What a configuration says of documents by their paths: their kind, and what stands beside them.
/// A document's own word on itself goes before.
public struct PathDescriptions: Sendable {
  /// What one set of patterns says.
  public struct Entry: Sendable {
    public var paths: [PathPattern]
    public var kind: DocumentKind?
    /// Keys as in front matter, such as `jurisdiction` and `first-communication`.
    public var fields: [String: String]

    public init(paths: [PathPattern], kind: DocumentKind?, fields: [String: String] = [:]) {
      self.paths = paths
      self.kind = kind
      self.fields = fields
    }
  }

  private let entries: [Entry]
  /// Names documents below the patterns' own folder.
  let names: DocumentNames?

  /// - Parameter names: Makes paths relative to the patterns' folder; `nil`: they are.
  public init(_ entries: [Entry] = [], names: DocumentNames? = nil) {
    self.entries = entries
    self.names = names
  }

  /// What is said of a document; of two entries that say the same thing, the later wins.
  public func kind(of path: String) -> DocumentKind? {
    matching(path).last { $0.kind != nil }?.kind
  }

  /// By key, in the order of the keys.
  public func fields(of path: String) -> [(key: String, value: String)] {
    matching(path).reduce(into: [String: String]()) { merged, entry in
      merged.merge(entry.fields) { _, later in later }
    }
    .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func matching(_ path: String) -> [Entry] {
    guard !entries.isEmpty else { return [] }
    let name = names?.name(of: path) ?? path
    return entries.filter { $0.paths.contains { $0.matches(name) } }
  }
}
