/// What became of the findings of an earlier run, by fingerprint.
public struct Comparison: Sendable {
  /// The earlier run's file, or the night of a ledger.
  public var run: String
  /// SHA-256 in hexadecimal: of the file's bytes, or of the night's fingerprints.
  public var digest: String
  /// Findings of the earlier run whose rules ran again and did not find them. One that an exception
  /// or a baseline now keeps from counting is found all the same, and so not closed.
  public var closed: [Finding]
  /// How many findings of the earlier run are of rules that did not run again.
  public var notJudged: Int

  package init(run: String, digest: String, closed: [Finding], notJudged: Int) {
    self.run = run
    self.digest = digest
    self.closed = closed
    self.notJudged = notJudged
  }
}

/// Whether an earlier run had a finding already.
public enum Trend: String, Sendable, CaseIterable, Codable {
  case new, persisting
}

extension Report {
  /// Compares with an earlier run of the same command whose fingerprints have the same key.
  public mutating func compare(with earlier: SavedRun) {
    let known = earlier.report.allFingerprints
    for index in findings.indices {
      findings[index].trend = known.contains(findings[index].fingerprint) ? .persisting : .new
    }
    let found = allFingerprints
    let ran = Set(rules.map(\.id))
    let gone = earlier.report.findings.filter { !found.contains($0.fingerprint) }
    comparison = Comparison(
      run: earlier.name, digest: earlier.digest,
      closed: gone.filter { ran.contains($0.rule) }.map { finding in
        var finding = finding
        finding.trend = nil
        return finding
      },
      notJudged: gone.count { !ran.contains($0.rule) })
  }

  /// Of what was found, whether it counts or not.
  private var allFingerprints: Set<String> {
    Set(findings.map(\.fingerprint) + setAside.map(\.finding.fingerprint))
  }

  public func count(of trend: Trend) -> Int { findings.count { $0.trend == trend } }
}
