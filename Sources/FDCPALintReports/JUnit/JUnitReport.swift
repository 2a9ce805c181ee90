import FDCPALint

/// Escapes for HTML are escapes for XML too.
typealias XML = HTML

/// A report as JUnit's XML: a suite for the run, one for each input, one for what was not evaluable.
///
/// A finding is a test case that fails, or is skipped where it does not reach the threshold; a
/// problem is an error. The run's suite carries the totals as properties. Nothing in it reads a clock: the
/// timestamps that the schema asks for are fixed.
struct JUnitReport {
  let report: Report
  let options: RenderOptions

  func render() -> String {
    let suites = [run] + inputs + (report.notEvaluable.isEmpty ? [] : [notEvaluable])
    let all: XML = """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites>
      \(suites.enumerated().map { $1.markup(id: $0) }.joined())</testsuites>

      """
    return all.text
  }

  private var run: JUnitSuite {
    var suite = JUnitSuite(name: "fdcpalint \(report.command)", package: "fdcpalint")
    suite.properties = report.totals.map { ($0.name, String($0.count)) }
    suite.properties += [
      ("version", options.toolVersion), ("redacted", String(options.isRedacted)),
    ]
    suite.properties += report.packs.map { ("pack \($0.name)", $0.version) }
    var outcome = JUnitCase.Outcome.passed
    // Where a problem makes a run incomplete, the problem's own case says so.
    if report.verdict == .incomplete, report.problems.isEmpty {
      outcome = .error(type: "incomplete", message: report.summaryLine, lines: [])
    }
    suite.cases = [JUnitCase(name: "run", group: "fdcpalint", outcome: outcome)]
    suite.output = [report.summaryLine] + report.notices.map { "note: \($0)" }
    return suite
  }

  /// Inputs in the order in which they were read, then other paths that something stands at.
  private var inputs: [JUnitSuite] {
    let findings = Dictionary(grouping: report.findings, by: \.location.path)
    let problems = Dictionary(grouping: report.problems, by: \.path)
    var seen: Set<String> = []
    let paths =
      report.inputs.map(\.path) + report.findings.map(\.location.path)
      + report.problems.map(\.path)
    return paths.filter { seen.insert($0).inserted }.map { path in
      var suite = JUnitSuite(name: path, package: path)
      suite.cases = (findings[path] ?? []).map(testCase) + (problems[path] ?? []).map(testCase)
      if suite.cases.isEmpty {
        suite.cases = [JUnitCase(name: "no finding", group: "fdcpalint", outcome: .passed)]
      }
      return suite
    }
  }

  private func testCase(_ finding: Finding) -> JUnitCase {
    let words = options.words(of: finding)
    let message = words.message.collapsingSpace
    var lines = ["\(grade(of: finding)) \(finding.rule): \(message)"]
    if let parts = words.excerpt?.parts {
      lines.append("text: \(parts.before)«\(parts.marked)»\(parts.behind)")
    }
    if let window = finding.evidence.window {
      let count = Phrases.number(finding.evidence.count)
      lines.append("counted: \(count), \(window.first) to \(window.last)")
    }
    if finding.isAllegation { lines.append("allegation: \(Phrases.allegation)") }
    if finding.stage == .preview { lines.append("preview: \(Phrases.preview)") }
    lines += finding.questions.map { "open question: \($0.rawValue)" }
    if !finding.citations.isEmpty {
      lines.append("law: \(finding.citations.joined(separator: ", "))")
    }
    lines += [("why", finding.why), ("fix", finding.fix), ("fingerprint", finding.fingerprint)]
      .filter { !$1.isEmpty }.map { "\($0): \($1)" }
    let outcome: JUnitCase.Outcome =
      report.reachesThreshold(finding)
      ? .failure(type: finding.severity.rawValue, message: message, lines: lines)
      : .skipped(message: "\(grade(of: finding)), below the threshold: \(message)", lines: lines)
    return JUnitCase(
      name: "\(finding.title) at \(place(of: finding))", group: finding.rule, outcome: outcome)
  }

  private func testCase(_ problem: Problem) -> JUnitCase {
    let place = [problem.row.map { "row \($0)" }, problem.field.map { "field \($0)" }]
      .compactMap(\.self).joined(separator: ", ")
    return JUnitCase(
      name: "problem \(problem.code)\(place.isEmpty ? "" : " at \(place)")", group: "fdcpalint",
      outcome: .error(type: problem.code, message: problem.message, lines: problemLines([problem])))
  }

  private var notEvaluable: JUnitSuite {
    var suite = JUnitSuite(name: "not evaluable", package: "fdcpalint")
    suite.cases = report.notEvaluable.map { open in
      let records = Phrases.count(open.count, "record")
      return JUnitCase(
        name: "consumer \(open.consumer), record \(open.record), missing \(open.missing)",
        group: open.rule,
        outcome: .skipped(message: "missing \(open.missing), \(records)", lines: []))
    }
    return suite
  }
}
