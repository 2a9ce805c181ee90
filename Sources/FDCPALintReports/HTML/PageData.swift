import FDCPALint

/// The run as the page's script reads it: short keys, and words that come back often as numbers of
/// one list. Whoever wants the data for a program takes the JSON report.
struct PageData {
  let report: Report
  private let options: RenderOptions
  let model: PageModel
  private let listed: Int
  var words = WordList()

  init(_ report: Report, _ options: RenderOptions, _ model: PageModel, listed: Int) {
    self.report = report
    self.options = options
    self.model = model
    self.listed = listed
  }

  /// JSON in which no `<` stands, so that nothing of it can end the element that holds it.
  static func text(
    _ report: Report, _ options: RenderOptions, _ model: PageModel, listed: Int
  ) -> HTML {
    var data = PageData(report, options, model, listed: listed)
    let text = data.write()
    guard text.utf8.contains(UInt8(ascii: "<")) else { return HTML(stringLiteral: text) }
    return HTML(stringLiteral: text.replacing("<", with: "\\u003c"))
  }

  private mutating func write() -> String {
    var json = JSONWriter()
    var data = self
    json.object { json in
      json.key("inputs")
      json.array(data.report.inputs) { json, input in
        json.array([input.path, input.digest]) { $0.string($1) }
      }
      json.key("rules")
      json.lines(data.model.rules.indices) { json, index in data.rule(index, &json) }
      json.key("findings")
      json.lines(data.report.findings) { json, finding in data.finding(finding, &json) }
      json.key("closed")
      json.lines(data.report.comparison?.closed.prefix(data.listed) ?? []) { json, finding in
        data.finding(finding, &json)
      }
      json.key("aside")
      json.lines(data.report.setAside.prefix(data.listed)) { json, aside in
        json.object { json in
          switch aside.cause {
          case .baseline: json.field("cause", "baseline")
          case .review:
            json.field("cause", "review")
            json.optional("reason", aside.finding.review?.review.why)
            json.optional("by", aside.finding.review?.review.who)
            json.optional("until", aside.finding.review?.review.until?.description)
          case .exception(let exception):
            json.field("cause", "exception")
            json.optional("reason", exception.reason)
            json.optional("by", exception.by)
            json.optional("until", exception.until?.description)
          }
          json.key("finding")
          data.finding(aside.finding, &json)
        }
      }
      json.key("pairs")
      json.lines(data.pairs) { json, item in data.pair(item, &json) }
      json.key("restrictions")
      json.lines(data.restrictions) { json, item in data.restriction(item.0, item.1, &json) }
      json.key("hours")
      json.lines(data.report.overview?.hours.near.items ?? []) { json, near in
        data.near(near, &json)
      }
      json.key("consents")
      json.lines(data.report.overview?.consents.items.prefix(data.listed) ?? []) { json, ending in
        json.array(
          [ending.consumer, ending.person, ending.record, ending.scope, "\(ending.last)"]
        ) { $0.string($1) }
      }
      json.key("facts")
      json.lines(data.report.facts.prefix(data.listed)) { json, reported in
        json.array(
          [
            reported.consumer, reported.fact.name, reported.record,
            data.options.details(of: reported.fact), reported.fact.confidence.rawValue,
          ]
        ) { $0.string($1) }
      }
      json.key("problems")
      json.lines(data.report.problems) { json, problem in
        json.array(
          [
            problem.path, problem.row.map(String.init) ?? "–", problem.field ?? "–",
            problem.message, problem.found ?? "–", problem.expected ?? "–",
          ]
        ) { $0.string($1) }
      }
      json.key("open")
      json.lines(data.report.notEvaluable.prefix(data.listed)) { json, open in
        json.array([
          open.rule, open.consumer, open.record, open.missing, Phrases.number(open.count),
        ]) { $0.string($1) }
      }
      json.key("decisions")
      json.lines(data.report.reviewable.compactMap(\.review)) { json, state in
        json.array([state.review.fingerprint, state.name, state.line]) { $0.string($1) }
      }
      json.field("words", data.words.all)
    }
    return json.text
  }

  private mutating func rule(_ index: Int, _ json: inout JSONWriter) {
    let rule = model.rules[index]
    json.object { json in
      json.field("id", rule.id)
      json.field("title", rule.title)
      json.field("law", rule.citations)
      json.field("basis", rule.basis.rawValue)
      json.field("chapter", model.chapters[index].rawValue)
      json.field("why", rule.why)
      json.field("fix", rule.fix)
    }
  }

  private mutating func finding(_ finding: Finding, _ json: inout JSONWriter) {
    let shown = options.words(of: finding)
    let index = model.ruleIndex[finding.rule] ?? 0
    json.object { json in
      json.field("s", Severity.allCases.firstIndex(of: finding.severity) ?? 0)
      json.field("r", index)
      json.field("i", finding.record)
      json.field("c", finding.consumer)
      json.field("m", shown.message)
      json.field("k", words.number(of: finding.confidence.rawValue))
      if finding.citations != model.rules[index].citations { json.field("law", finding.citations) }
      let place = finding.location
      json.field("p", words.number(of: place.path))
      json.optional("w", place.row)
      json.optional("f", place.field)
      json.optional("l", place.line)
      json.optional("o", place.column)
      json.optional("b", place.start)
      json.optional("d", place.end)
      if let excerpt = shown.excerpt {
        let parts = excerpt.parts
        json.key("x")
        json.array(
          [
            (excerpt.cutBefore ? "…" : "") + String(parts.before.drop(while: \.isWhitespace)),
            parts.marked, parts.behind + (excerpt.cutAfter ? "…" : ""),
          ]
        ) { $0.string($1.visible) }
      }
      json.key("e")
      evidence(finding.evidence, &json)
      if !finding.questions.isEmpty { json.field("q", finding.questions.map(\.rawValue)) }
      json.field("g", finding.fingerprint)
      if let trend = finding.trend { json.field("t", trend.rawValue) }
      if finding.isAllegation { json.field("a", true) }
      if finding.stage == .preview { json.field("v", true) }
      json.optional("y", finding.local?.description)
      let handling = finding.handling
      json.optional("hc", handling.collector)
      json.optional("ha", handling.agent)
      json.optional("hp", handling.campaign)
      json.optional("u", finding.keepUntil?.description)
    }
  }

  mutating func evidence(_ evidence: FindingEvidence, _ json: inout JSONWriter) {
    json.object { json in
      if evidence.count > 0 { json.field("n", evidence.count) }
      if !evidence.counted.isEmpty {
        json.key("c")
        json.array(evidence.counted) { json, counted in record(counted, &json) }
      }
      if !evidence.leftOut.isEmpty {
        json.key("o")
        json.array(evidence.leftOut) { json, left in
          json.object {
            $0.field("i", left.record)
            $0.optional("y", left.local?.description)
            $0.field("x", words.number(of: left.reason))
          }
        }
      }
      if let window = evidence.window {
        json.field("w", [window.first.description, window.last.description])
      }
      json.optional("d", evidence.debt)
      json.optional("p", evidence.person)
      let zones = evidence.zones.map { "\($0.zone), from \($0.evidence)" }
      if !zones.isEmpty { numbers("z", zones, &json) }
      let regions = evidence.jurisdictions.map { "\($0.region), from \($0.evidence)" }
      if !regions.isEmpty { numbers("j", regions, &json) }
      if !evidence.facts.isEmpty {
        json.key("t")
        json.array(evidence.facts) { json, fact in
          json.array([fact.name, fact.record, fact.confidence.rawValue]) { $0.string($1) }
        }
      }
    }
  }

  private mutating func numbers(_ key: String, _ texts: [String], _ json: inout JSONWriter) {
    json.key(key)
    json.array(texts.map { words.number(of: $0) }) { $0.integer($1) }
  }

  /// Record, time, row, and one word for medium, direction and outcome together.
  mutating func record(_ counted: CountedRecord, _ json: inout JSONWriter) {
    let kind = [
      counted.channel.rawValue, counted.direction.rawValue, counted.outcome?.rawValue ?? "",
    ].joined(separator: "|")
    let number = words.number(of: kind)
    json.object { json in
      json.field("i", counted.record)
      json.optional("y", counted.local?.description)
      json.optional("w", counted.row)
      json.field("k", number)
    }
  }
}
