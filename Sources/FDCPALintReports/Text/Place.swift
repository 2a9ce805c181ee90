public import FDCPALint

/// Where a finding stands: `path:line:column` for documents, so that editors can jump there, and
/// `path row N (record id), field F, line:column` for rows of a log.
func place(of finding: Finding) -> String {
  let location = finding.location
  let spot = [location.line, location.column].compactMap { $0.map(String.init) }
    .joined(separator: ":")
  let record = finding.record.visible
  let path = location.path.visible
  if let row = location.row {
    let field = location.field.map { ", field \($0.visible)" } ?? ""
    return "\(path) row \(row) (record \(record))\(field)\(spot.isEmpty ? "" : ", " + spot)"
  }
  if spot.isEmpty { return record == path ? path : "\(path) (record \(record))" }
  return "\(path):\(spot)"
}

/// `error`, `warning[medium]`: the confidence only where it is not high.
func grade(of finding: Finding) -> String {
  finding.confidence == .high
    ? finding.severity.rawValue : "\(finding.severity.rawValue)[\(finding.confidence.rawValue)]"
}

/// One line a finding.
func conciseReport(_ report: Report) -> String {
  report.findings.map {
    "\(place(of: $0)): \(grade(of: $0)) \($0.rule): \($0.message.collapsingSpace.visible)\n"
  }.joined()
}

/// Lines for standard error: `path:row: field: message (found …, expected …)`.
public func problemLines(_ report: Report) -> [String] { problemLines(report.problems) }

/// As ``problemLines(_:)-(Report)``, of problems alone.
public func problemLines(_ problems: [Problem]) -> [String] {
  problems.map { problem in
    var line = problem.path
    if let row = problem.row { line += ":\(row)" }
    line += ": "
    if let field = problem.field { line += "\(field): " }
    line += problem.message
    let details = [
      problem.found.map { "found \($0)" }, problem.expected.map { "expected \($0)" },
    ].compactMap(\.self)
    if !details.isEmpty { line += " (\(details.joined(separator: ", ")))" }
    return line.collapsingSpace.visible
  }
}

/// The last line of a run for people.
public func summaryLine(_ report: Report) -> String { report.summaryLine }
