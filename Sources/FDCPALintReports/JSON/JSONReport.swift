import FDCPALint

/// One document: what JSON Lines say, and what was read and which rules ran.
struct JSONReport {
  let report: Report
  let options: RenderOptions

  func render() -> String {
    var json = JSONWriter()
    json.object { json in
      json.field("schema", reportSchema)
      json.key("tool")
      json.object {
        $0.field("name", "fdcpalint")
        $0.field("version", options.toolVersion)
      }
      json.field("command", report.command)
      json.field("redacted", options.isRedacted)
      if options.audience != .internal { json.field("audience", options.audience.rawValue) }
      json.key("settings")
      json.settings(report.settings)
      json.key("inputs")
      json.lines(report.inputs) { json, input in
        json.object {
          $0.field("path", input.path)
          $0.field("records", input.records)
          $0.field("sha256", input.digest)
        }
      }
      if let population = report.population {
        json.key("population")
        json.population(population)
      }
      json.key("packs")
      json.lines(report.packs) { json, pack in
        json.object {
          $0.field("name", pack.name)
          $0.field("title", pack.title)
          $0.field("version", pack.version)
        }
      }
      json.key("rules")
      json.lines(report.rules) { $0.rule($1) }
      if !report.parameters.isEmpty {
        json.key("parameters")
        json.object { json in
          for (name, value) in report.parameters.sorted(by: { $0.key < $1.key }) {
            json.field(name, value)
          }
        }
      }
      json.key("findings")
      json.lines(report.findings) { $0.finding($1, options: options) }
      if !report.setAside.isEmpty {
        json.key("setAside")
        json.lines(report.setAside) { $0.setAside($1, options: options) }
      }
      json.key("facts")
      json.lines(report.facts) { $0.fact($1, options: options) }
      json.key("problems")
      json.lines(report.problems) { $0.problem($1) }
      json.key("notEvaluable")
      json.lines(report.notEvaluable) { $0.notEvaluable($1) }
      json.field("notices", report.notices)
      if let comparison = report.comparison {
        json.key("comparison")
        json.object { json in
          json.field("run", comparison.run)
          json.field("sha256", comparison.digest)
          json.field("new", report.count(of: .new))
          json.field("persisting", report.count(of: .persisting))
          json.field("notJudged", comparison.notJudged)
          json.key("closed")
          json.lines(comparison.closed) { $0.finding($1, options: options) }
        }
      }
      if let overview = report.overview {
        json.key("overview")
        json.overview(overview)
      }
      if let reviews = report.reviews {
        json.key("reviews")
        json.reviews(reviews)
      }
      json.key("summary")
      json.summary(of: report)
    }
    json.endLine()
    return json.text
  }
}

extension JSONWriter {
  fileprivate mutating func settings(_ settings: ReportSettings) {
    object { json in
      json.field("failOn", settings.failOn?.rawValue)
      json.field("minConfidence", settings.minConfidence.rawValue)
      json.field("requireEvaluable", settings.requireEvaluable)
      json.field("allowEmpty", settings.allowEmpty)
      json.field("exitZero", settings.exitZero)
    }
  }

  fileprivate mutating func rule(_ rule: RuleSummary) {
    object { json in
      json.field("id", rule.id)
      json.field("title", rule.title)
      json.field("basis", rule.basis.rawValue)
      json.field("severity", rule.severity.rawValue)
      json.field("confidence", rule.confidence.rawValue)
      json.field("stage", rule.stage.rawValue)
      json.field("citations", rule.citations)
      json.field("check", rule.check)
      json.field("from", rule.inForce.from?.description)
      json.field("until", rule.inForce.until?.description)
      json.field("why", rule.why)
      json.field("fix", rule.fix)
      json.field("note", rule.note)
      json.optional("chapter", rule.chapter)
    }
  }
}
