public import FDCPALint

/// A report as JSON Lines, in the parts that follow one another: one object a line, and the summary
/// last, so that a missing one shows a truncated run.
public struct JSONLinesText: Sendable {
  /// Those that count, then those set aside.
  public let findings: [UInt8]
  public let facts: [UInt8]
  public let problems: [UInt8]
  public let notEvaluable: [UInt8]
  public let summary: [UInt8]

  public init(_ report: Report, _ options: RenderOptions) {
    findings =
      Self.lines(report.findings) { $0.finding($1, options: options) }
      + Self.lines(report.setAside) { $0.setAside($1, options: options) }
    facts = Self.lines(report.facts) { $0.fact($1, options: options) }
    problems = Self.lines(report.problems) { $0.problem($1) }
    notEvaluable = Self.lines(report.notEvaluable) { $0.notEvaluable($1) }
    summary = Self.lines(CollectionOfOne(report)) { $0.summary(of: $1) }
  }

  /// A part of an audit's report as it is streamed.
  public static func part(_ part: ReportPart, _ options: RenderOptions) -> ReportStream.Written {
    ReportStream.Written(
      findings: lines(part.findings) { $0.finding($1, options: options) },
      facts: lines(part.facts) { $0.fact($1, options: options) },
      notEvaluable: lines(part.notEvaluable) { $0.notEvaluable($1) })
  }

  /// The whole.
  var text: String {
    String(decoding: findings + facts + problems + notEvaluable + summary, as: UTF8.self)
  }

  private static func lines<Element>(
    _ elements: some Sequence<Element>, _ write: (inout JSONWriter, Element) -> Void
  ) -> [UInt8] {
    var json = JSONWriter()
    for element in elements {
      write(&json, element)
      json.endLine()
    }
    return json.bytes
  }
}
