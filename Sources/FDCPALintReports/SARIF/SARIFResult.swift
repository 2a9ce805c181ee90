import FDCPALint

extension SARIFReport {
  func result(_ finding: Finding, _ json: inout JSONWriter, suppressed cause: SetAside.Cause?) {
    let words = options.words(of: finding)
    json.object { json in
      json.field("ruleId", finding.rule)
      json.optional("ruleIndex", ruleIndices[finding.rule])
      json.field("level", finding.severity.level)
      json.message("message", "\(finding.title): \(words.message)")
      json.key("locations")
      json.array(CollectionOfOne(finding)) { json, finding in
        json.object { json in
          json.key("physicalLocation")
          physical(finding, excerpt: words.excerpt, &json)
          json.logical(logicalName(of: finding), kind: "record")
        }
      }
      if !finding.evidence.counted.isEmpty {
        json.key("relatedLocations")
        json.array(finding.evidence.counted.enumerated()) { json, counted in
          related(counted.element, number: counted.offset, of: finding, &json)
        }
      }
      json.key("partialFingerprints")
      json.object { $0.field("fdcpalint/v1", finding.fingerprint) }
      if let cause { suppression(cause, finding.review?.review, &json) }
      json.key("properties")
      json.object { json in
        json.field("record", finding.record)
        json.field("consumer", finding.consumer)
        json.field("confidence", finding.confidence.rawValue)
        json.field("basis", finding.basis.rawValue)
        json.field("stage", finding.stage.rawValue)
        json.field("citations", finding.citations)
        json.field("questions", finding.questions.map(\.rawValue))
        json.field("allegation", finding.isAllegation)
        // Rows of a log that are no lines have no region, hence no snippet.
        if finding.location.row != nil, let excerpt = words.excerpt {
          json.field("excerpt", excerpt.text)
        }
        json.key("evidence")
        json.evidence(finding.evidence)
      }
    }
  }

  /// SARIF has no place for who decided and until when but a bag of properties.
  private func suppression(
    _ cause: SetAside.Cause, _ review: Review?, _ json: inout JSONWriter
  ) {
    json.key("suppressions")
    json.array(CollectionOfOne(cause)) { json, cause in
      json.object { json in
        switch cause {
        case .review:
          json.field("kind", "external")
          json.field("status", "accepted")
          if let review { self.suppression(review, &json) }
        case .baseline:
          json.field("kind", "external")
          json.field("status", "accepted")
          json.field("justification", "in the baseline")
        case .exception(let exception):
          json.field("kind", exception.isInline ? "inSource" : "external")
          json.field("status", "accepted")
          json.optional("justification", exception.reason)
          json.key("properties")
          json.object {
            $0.optional("by", exception.by)
            $0.optional("until", exception.until?.description)
          }
        }
      }
    }
  }

  private func suppression(_ review: Review, _ json: inout JSONWriter) {
    json.field("justification", "\(review.decision.rawValue): \(review.why)")
    json.key("properties")
    json.object {
      $0.field("by", review.who)
      $0.field("on", review.when.description)
      $0.optional("until", review.until?.description)
    }
  }

  private func logicalName(of finding: Finding) -> String {
    let row = finding.location.row.map { " at row \($0)" } ?? ""
    return "record \(finding.record)\(row)" + (finding.location.field.map { ", \($0)" } ?? "")
  }

  private func physical(_ finding: Finding, excerpt: Excerpt?, _ json: inout JSONWriter) {
    let location = finding.location
    // In a log, line and column are those of a field's text, not of the file.
    guard location.row == nil, let line = location.line else {
      return physical(path: location.path, row: location.row, &json)
    }
    json.object { json in
      json.key("artifactLocation")
      json.object { $0.field("uri", addresses.address(of: location.path)) }
      json.key("region")
      json.object { json in
        json.field("startLine", line)
        json.optional("startColumn", location.column)
        if let end = finding.textEnd {
          json.field("endLine", end.line)
          json.field("endColumn", end.column)
        }
        if let start = location.start, let end = location.end, end >= start {
          json.field("byteOffset", start)
          json.field("byteLength", end - start)
        }
        if let excerpt { json.message("snippet", excerpt.text) }
      }
    }
  }

  private func related(
    _ record: CountedRecord, number: Int, of finding: Finding, _ json: inout JSONWriter
  ) {
    json.object { json in
      json.field("id", number)
      // Only a single log leaves no doubt about the file that a record stands in.
      if report.inputs.count == 1, record.row != nil {
        json.key("physicalLocation")
        physical(path: finding.location.path, row: record.row, &json)
      }
      json.logical("record \(record.record)", kind: "record")
      let time = record.local.map { " \($0)" } ?? ""
      json.message("message", "counted: \(record.record)\(time) \(Phrases.contact(record))")
    }
  }
}
