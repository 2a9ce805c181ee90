/// Findings that were there when an agency began: they are counted, and fail no run.
///
/// An entry holds a fingerprint, the rule and the record; no line, no time, no word of a text. It
/// stays valid while other parts of a document change, and ends with the words that it is about.
public struct Baseline: Sendable, Hashable {
  public struct Entry: Sendable, Hashable, Comparable {
    public var fingerprint: String
    public var rule: String
    /// A document's name, or a record's id.
    public var record: String
    public var isDocument: Bool

    public static func < (left: Entry, right: Entry) -> Bool {
      (left.record, left.rule, left.fingerprint) < (right.record, right.rule, right.fingerprint)
    }
  }

  /// In order, each once.
  public let entries: [Entry]
  /// Tells keys of fingerprints apart without telling the key.
  public let key: String
  private let fingerprints: Set<String>

  public init(entries: [Entry], key: String) {
    self.entries = Set(entries).sorted()
    self.key = key
    fingerprints = Set(entries.map(\.fingerprint))
  }

  public func holds(_ finding: Finding) -> Bool { fingerprints.contains(finding.fingerprint) }

  static let schema = "fdcpalint-baseline/1"
}

extension Linter {
  /// A baseline of everything that a run found, set aside by an older baseline or not; findings on
  /// exceptions are never taken up.
  public func baseline(of report: Report) -> Baseline {
    let aside = report.setAside.filter { $0.cause == .baseline }.map(\.finding)
    let own = Set(ExceptionRule.allCases.map(\.id))
    let entries = (report.findings + aside).filter { !own.contains($0.rule) }.map(entry)
    return Baseline(entries: entries, key: fingerprints.keyCheck)
  }

  private func entry(_ finding: Finding) -> Baseline.Entry {
    let isDocument = finding.record == finding.location.path
    let name = isDocument ? options.names?.name(of: finding.record) : nil
    return Baseline.Entry(
      fingerprint: finding.fingerprint, rule: finding.rule, record: name ?? finding.record,
      isDocument: isDocument)
  }

  /// What each file of one document is; files of several documents, and unreadable ones, have none.
  package func documentKinds(_ sources: [Source], kind: DocumentKind?) -> [String: DocumentKind] {
    var reader = DocumentReader(kind: kind, contextKeys: rules.contextKeys)
    reader.paths = options.paths
    reader.converter = options.converter
    return reader.read(sources).documentKinds
  }

  /// The ids of documents that stand in files of several.
  package func documentIDs(in sources: [Source]) -> Set<String> {
    var reader = DocumentReader(kind: nil, contextKeys: rules.contextKeys)
    reader.converter = options.converter
    let intake = reader.read(sources)
    return Set(intake.records.filter { $0.origin.row != nil }.map(\.contact.id))
  }

  /// The ids of a log's records.
  package func recordIDs(in logs: [Source], mapping: Mapping?) -> Set<String> {
    let intake = Intake(
      logs: logs, consumers: [], debts: [], mapping: mapping, contextKeys: rules.contextKeys)
    return Set(intake.records.map(\.contact.id))
  }

  /// The name of the key that this linter's fingerprints use.
  public var baselineKey: String { fingerprints.keyCheck }

  /// Whether that key is the user's own.
  public var hasOwnKey: Bool { fingerprints.isKeyed }
}
