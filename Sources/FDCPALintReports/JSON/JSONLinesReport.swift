import FDCPALint

/// One object a line; the summary comes last, so that a missing one shows a truncated run.
struct JSONLinesReport {
  let report: Report
  let options: RenderOptions

  func render() -> String {
    var json = JSONWriter()
    for finding in report.findings {
      json.finding(finding, options: options)
      json.endLine()
    }
    for aside in report.setAside {
      json.setAside(aside, options: options)
      json.endLine()
    }
    for fact in report.facts {
      json.fact(fact, options: options)
      json.endLine()
    }
    for problem in report.problems {
      json.problem(problem)
      json.endLine()
    }
    for open in report.notEvaluable {
      json.notEvaluable(open)
      json.endLine()
    }
    json.summary(of: report)
    json.endLine()
    return json.text
  }
}
