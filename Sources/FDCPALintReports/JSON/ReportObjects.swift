import FDCPALint

/// The objects that a JSON document and JSON Lines share, each with its `type` first.
extension JSONWriter {
  mutating func finding(_ finding: Finding, options: RenderOptions) {
    object { json in
      json.field("type", "finding")
      json.field("record", finding.record)
      json.field("consumer", finding.consumer)
      json.field("rule", finding.rule)
      json.field("title", finding.title)
      json.field("severity", finding.severity.rawValue)
      json.field("confidence", finding.confidence.rawValue)
      json.field("basis", finding.basis.rawValue)
      json.field("citations", finding.citations)
      json.field("message", options.words(of: finding).message)
      json.key("location")
      json.location(finding.location, end: finding.textEnd)
      if let excerpt = options.words(of: finding).excerpt {
        json.key("excerpt")
        json.excerpt(excerpt)
      }
      // Masked words would not show which ones to mask elsewhere.
      if !options.isRedacted { json.optional("matched", finding.matched) }
      json.key("evidence")
      json.evidence(finding.evidence, isDetailed: true)
      json.field("questions", finding.questions.map(\.rawValue))
      json.field("fingerprint", finding.fingerprint)
      // Said only where it limits what a finding means.
      if finding.stage == .preview { json.field("stage", finding.stage.rawValue) }
      if finding.isAllegation { json.field("allegation", true) }
      json.optional("trend", finding.trend?.rawValue)
      if let state = finding.review {
        json.key("review")
        json.review(state)
      }
      json.optional("local", finding.local?.description)
      json.optional("collector", finding.handling.collector)
      json.optional("agent", finding.handling.agent)
      json.optional("campaign", finding.handling.campaign)
      json.optional("keep_until", finding.keepUntil?.description)
    }
  }

  private mutating func excerpt(_ excerpt: Excerpt) {
    object { json in
      json.field("text", excerpt.text)
      json.field("start", excerpt.marked.lowerBound)
      json.field("end", excerpt.marked.upperBound)
      json.field("cut_before", excerpt.cutBefore)
      json.field("cut_after", excerpt.cutAfter)
    }
  }

  mutating func location(_ location: Location, end: (line: Int, column: Int)? = nil) {
    object { json in
      json.field("path", location.path)
      json.field("row", location.row)
      json.field("field", location.field)
      json.field("line", location.line)
      json.field("column", location.column)
      json.field("start", location.start)
      json.field("end", location.end)
      json.optional("end_line", end?.line)
      json.optional("end_column", end?.column)
    }
  }

  /// - Parameter isDetailed: Whether what is known of each record that counted is said as well.
  mutating func evidence(_ evidence: FindingEvidence, isDetailed: Bool = false) {
    object { json in
      json.field("count", evidence.count)
      json.field("counted", evidence.counted.map(\.record))
      // Times on the consumer's calendar, so that a report alone can be recounted.
      if evidence.window != nil {
        json.key("counted_at")
        json.array(evidence.counted) { json, counted in
          if let local = counted.local { json.string(local.description) } else { json.null() }
        }
      }
      if isDetailed, !evidence.counted.isEmpty {
        json.key("counted_records")
        json.array(evidence.counted) { $0.counted($1) }
      }
      json.key("left_out")
      json.array(evidence.leftOut) { json, left in
        json.object {
          $0.field("record", left.record)
          $0.field("reason", left.reason)
          $0.optional("at", left.local?.description)
        }
      }
      json.key("window")
      if let window = evidence.window {
        json.object {
          $0.field("first", window.first.description)
          $0.field("last", window.last.description)
        }
      } else {
        json.null()
      }
      json.field("debt", evidence.debt)
      json.field("person", evidence.person)
      json.key("zones")
      json.array(evidence.zones) { json, zone in
        json.object {
          $0.field("zone", zone.zone)
          $0.field("evidence", zone.evidence)
        }
      }
      if !evidence.jurisdictions.isEmpty {
        json.key("jurisdictions")
        json.array(evidence.jurisdictions) { json, use in
          json.object {
            $0.field("region", use.region)
            $0.field("evidence", use.evidence)
          }
        }
      }
      json.key("facts")
      json.array(evidence.facts) { json, fact in
        json.object {
          $0.field("name", fact.name)
          $0.field("record", fact.record)
          $0.field("confidence", fact.confidence.rawValue)
        }
      }
    }
  }

  mutating func counted(_ counted: CountedRecord) {
    object { json in
      json.optional("at", counted.local?.description)
      json.optional("row", counted.row)
      json.field("channel", counted.channel.rawValue)
      json.field("direction", counted.direction.rawValue)
      json.optional("outcome", counted.outcome?.rawValue)
    }
  }

  mutating func fact(_ reported: ReportedFact, options: RenderOptions) {
    let fact = reported.fact
    object { json in
      json.field("type", "fact")
      json.field("record", reported.record)
      json.field("consumer", reported.consumer)
      json.field("fact", fact.name)
      json.field("confidence", fact.confidence.rawValue)
      json.optional("person", fact.person)
      if !fact.debts.isEmpty { json.field("debts", fact.debts) }
      json.optional("channel", fact.channel?.rawValue)
      json.optional("to", fact.to.map(options.detail))
      json.optional("from", fact.from?.description)
      json.optional("until", fact.until?.description)
      if !fact.days.isEmpty { json.field("days", fact.days.map(\.rawValue)) }
      if let clock = fact.clock {
        json.key("clock")
        json.object {
          $0.field("from", clock.from.description)
          $0.field("to", clock.to.description)
        }
      }
      json.optional("place", fact.place.map(options.detail))
      json.optional("amount", fact.amount.map(options.detail))
      if !fact.details.isEmpty {
        json.key("details")
        json.object { json in
          for (name, value) in fact.details.sorted(by: { $0.key < $1.key }) {
            json.field(name, options.detail(value))
          }
        }
      }
      if let location = fact.location {
        json.key("location")
        json.location(location)
      }
    }
  }

  mutating func problem(_ problem: Problem) {
    object { json in
      json.field("type", "problem")
      json.field("code", problem.code)
      json.field("path", problem.path)
      json.field("row", problem.row)
      json.field("field", problem.field)
      json.field("found", problem.found)
      json.field("expected", problem.expected)
      json.field("message", problem.message)
    }
  }

  mutating func notEvaluable(_ open: NotEvaluable) {
    object { json in
      json.field("type", "not-evaluable")
      json.field("rule", open.rule)
      json.field("consumer", open.consumer)
      json.field("record", open.record)
      json.field("missing", open.missing)
      json.field("count", open.count)
    }
  }

  mutating func summary(of report: Report) {
    object { json in
      json.field("type", "summary")
      json.field("schema", reportSchema)
      json.field("records", report.records)
      json.field("consumers", report.consumers)
      json.field("rules", report.rules.count)
      json.key("findings")
      json.object { json in
        for severity in Severity.allCases {
          json.field(severity.rawValue, report.count(of: severity))
        }
      }
      if !report.setAside.isEmpty {
        json.key("set_aside")
        json.object {
          $0.field("exception", report.excepted)
          $0.field("baseline", report.baselined)
          $0.field("review", report.reviewed)
        }
      }
      json.field("problems", report.problems.count)
      json.field("not_evaluable", report.notEvaluable.count + report.streamed.notEvaluable)
      json.field("keyed_fingerprints", report.keyedFingerprints)
      json.field("exit", Int(report.exitCode))
    }
  }
}

/// The name and version of what JSON and JSON Lines hold.
let reportSchema = SavedRun.schema
