public import FDCPALint

/// Decisions as tables: the file that keeps them, and a sheet for a reviewer to fill in.
public enum ReviewSheet {
  /// Rows of the file that keeps decisions.
  public static func rows(_ reviews: [Review], key: String, withHeader: Bool) -> String {
    var csv = CSVWriter()
    if withHeader { csv.record(ReviewTable.Column.allCases.map(\.rawValue)) }
    for review in reviews {
      csv.record(ReviewTable.Column.allCases.map { cell($0, of: review, key: key) })
    }
    return csv.text
  }

  /// Cells in the order of the columns, as a table to be read.
  public static func table(_ rows: [[String]]) -> Source {
    var csv = CSVWriter()
    csv.record(ReviewTable.Column.allCases.map(\.rawValue))
    for row in rows { csv.record(row) }
    return Source(name: "review", bytes: Array(csv.text.utf8))
  }

  /// A run's findings, each with the decision on it and what a reviewer needs to see.
  ///
  /// The columns of the file that keeps decisions come first, so that the sheet can be handed back
  /// as it is.
  public static func sheet(_ report: Report, key: String, options: RenderOptions) -> String {
    var csv = CSVWriter()
    let shown = [
      "standing", "severity", "confidence", "title", "citations", "message", "excerpt", "consumer",
      "path", "row", "line",
    ]
    csv.record(ReviewTable.Column.allCases.map(\.rawValue) + shown)
    for finding in report.reviewable {
      let words = options.words(of: finding)
      let cells = ReviewTable.Column.allCases.map { column in
        switch column {
        case .fingerprint: finding.fingerprint
        case .key: key
        case .rule: finding.rule
        case .record: finding.record
        case .decision, .who, .why, .when, .until:
          finding.review.map { cell(column, of: $0.review, key: key) } ?? ""
        }
      }
      csv.record(
        cells + [
          finding.review?.standing.rawValue ?? "open", finding.severity.rawValue,
          finding.confidence.rawValue, finding.title, finding.citations.joined(separator: "; "),
          words.message, words.excerpt?.text ?? "", finding.consumer, finding.location.path,
          finding.location.row.map(String.init) ?? "", finding.location.line.map(String.init) ?? "",
        ])
    }
    return csv.text
  }

  private static func cell(_ column: ReviewTable.Column, of review: Review, key: String) -> String {
    switch column {
    case .fingerprint: review.fingerprint
    case .key: key
    case .rule: review.rule
    case .record: review.record
    case .decision: review.decision.rawValue
    case .who: review.who
    case .why: review.why
    case .when: review.when.description
    case .until: review.until?.description ?? ""
    }
  }
}

extension Report {
  /// The findings that somebody can decide on: those that count, and those set aside by a decision.
  public var reviewable: [Finding] {
    findings + setAside.filter { $0.cause == .review }.map(\.finding)
  }
}

/// A finding and the decision on it, in one line.
public func reviewLine(_ finding: Finding) -> String {
  let state = finding.review?.line ?? "open"
  return "\(finding.fingerprint.prefix(12)) \(grade(of: finding)) \(finding.rule) "
    + "\(place(of: finding)): \(state.collapsingSpace.visible)"
}
