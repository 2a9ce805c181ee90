import FDCPALint

/// Annotations as workflow commands of GitHub Actions, one a line: the summary, then findings,
/// problems, and what was not evaluable.
struct GitHubReport {
  let report: Report
  let options: RenderOptions
  /// GitHub shows so many annotations of each level for one step; the log holds all.
  private static let shown = 10

  func render() -> String {
    var commands = [summary]
    commands += report.findings.map(command)
    commands += report.problems.map(command)
    commands += report.notEvaluableByMissing.map {
      WorkflowCommand(level: .notice, title: "fdcpalint: not evaluable", message: Phrases.open($0))
    }
    return commands.map { $0.text + "\n" }.joined()
  }

  /// The first line, so that it is among those shown.
  private var summary: WorkflowCommand {
    var message = report.summaryLine
    let levels = report.findings.map { WorkflowCommand.Level($0.severity) }
    let errors = levels.count { $0 == .error } + report.problems.count
    let notices =
      1 + levels.count { $0 == .notice } + report.notEvaluableByMissing.count
    let hidden = [errors, levels.count { $0 == .warning }, notices]
      .reduce(0) { $0 + max(0, $1 - Self.shown) }
    if hidden > 0 {
      message +=
        "; GitHub shows \(Self.shown) annotations of a level, \(Phrases.number(hidden)) more "
        + "are in the step's log"
    }
    return WorkflowCommand(level: .notice, title: "fdcpalint \(report.command)", message: message)
  }

  private func command(_ finding: Finding) -> WorkflowCommand {
    let location = finding.location
    var command = WorkflowCommand(
      level: WorkflowCommand.Level(finding.severity), title: finding.title,
      message: message(of: finding))
    command.file = location.path
    guard location.row == nil else {
      // In a log, line and column are those of a field's text, not of the file.
      command.line = location.path.hasLineRows ? location.row : nil
      return command
    }
    command.line = location.line
    command.column = location.column
    if let end = finding.textEnd {
      command.endLine = end.line
      command.endColumn = end.column
    }
    return command
  }

  private func message(of finding: Finding) -> String {
    var lines = [options.words(of: finding).message.collapsingSpace]
    if let row = finding.location.row {
      let field = finding.location.field.map { ", field \($0)" } ?? ""
      lines[0] = "row \(row) (record \(finding.record))\(field): \(lines[0])"
    }
    if finding.isAllegation { lines.append("Allegation: \(Phrases.allegation)") }
    if finding.stage == .preview { lines.append("Preview: \(Phrases.preview)") }
    if !finding.citations.isEmpty {
      lines.append("Law: \(finding.citations.joined(separator: ", "))")
    }
    if !finding.fix.isEmpty { lines.append("Fix: \(finding.fix.collapsingSpace)") }
    lines.append("Rule: \(finding.rule)")
    return lines.map(\.visible).joined(separator: "\n")
  }

  private func command(_ problem: Problem) -> WorkflowCommand {
    let details = [
      problem.found.map { "found \($0)" }, problem.expected.map { "expected \($0)" },
    ].compactMap(\.self).joined(separator: ", ")
    let place = [problem.row.map { "row \($0)" }, problem.field.map { "field \($0)" }]
      .compactMap(\.self).joined(separator: ", ")
    let message =
      (place.isEmpty ? "" : place + ": ") + problem.message
      + (details.isEmpty ? "" : " (\(details))")
    var command = WorkflowCommand(
      level: .error, title: "fdcpalint: \(problem.code)", message: message.collapsingSpace.visible)
    command.file = problem.path
    command.line = problem.path.hasLineRows ? problem.row : nil
    return command
  }
}
