/// What a check says of one ledger.
public struct CheckResult: Sendable {
  public var evidence: [Evidence] = []
  /// Entries that could not be judged, and what was missing for it.
  public var notEvaluable: [Missing] = []

  public init() {}

  public struct Missing: Sendable, Hashable {
    public var entry: Int
    public var what: String
    public init(entry: Int, what: String) {
      self.entry = entry
      self.what = what
    }
  }
}
