/// What a check says of one ledger.
public struct CheckResult: Sendable {
  public var evidence: [Evidence] = []
  /// Entries that could not be judged, and what was missing for it.
  public var notEvaluable: [Missing] = []

  public init() {}

  /// What somebody will want to know of an entry on which evidence is found.
  enum Wanted: Sendable {
    case evidence
    /// Only that there is some.
    case entry
    case nothing
  }

  public struct Missing: Sendable, Hashable {
    public var entry: Int
    public var what: String
    public init(entry: Int, what: String) {
      self.entry = entry
      self.what = what
    }
  }
}
