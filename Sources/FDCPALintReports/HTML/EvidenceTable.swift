import FDCPALint

/// A record of a count, with what the law makes of it.
struct EvidenceRow {
  var record: String
  var local: LocalTime?
  var row: Int?
  var contact: CountedRecord?
  /// Why it did not count; `nil` for those that did.
  var reason: String?
  /// Whether the finding stands on it.
  var isLast: Bool

  /// All records of a count in time order; those without a time last.
  static func rows(of finding: Finding) -> [EvidenceRow] {
    let counted = finding.evidence.counted.map {
      EvidenceRow(
        record: $0.record, local: $0.local, row: $0.row, contact: $0, reason: nil,
        isLast: $0.record == finding.record)
    }
    let leftOut = finding.evidence.leftOut.map {
      EvidenceRow(
        record: $0.record, local: $0.local, row: nil, contact: nil, reason: $0.reason,
        isLast: false)
    }
    // Counted records come in the ledger's order, which breaks ties within a minute.
    return (counted + leftOut).enumerated().sorted { left, right in
      let (first, second) = (left.element.local, right.element.local)
      guard let first, let second, first != second else {
        return first == nil && second != nil
          ? false : first != nil && second == nil ? true : left.offset < right.offset
      }
      return (first.day, first.clock) < (second.day, second.clock)
    }.map(\.element)
  }
}

extension HTMLReport {
  /// The most rows of one finding's table.
  private var evidenceListed: Int { options.audience.listsAll ? .max : 200 }

  /// The records of a count, for somebody with the raw log to recount.
  func evidenceTable(_ finding: Finding) -> HTML {
    let evidence = finding.evidence
    let rows = EvidenceRow.rows(of: finding)
    guard evidence.count > 1 || evidence.window != nil || !evidence.leftOut.isEmpty else {
      return ""
    }
    let days = evidence.window.map { ", \($0.first) to \($0.last)" } ?? ""
    let caption =
      "\(Phrases.count(evidence.count, "record")) counted, "
      + "\(Phrases.number(evidence.leftOut.count)) left out\(days); times on the consumer’s clock"
    let shown = rows.prefix(evidenceListed)
    let unlisted = evidence.count + evidence.leftOut.count - shown.count
    let more: HTML =
      unlisted > 0
      ? "<p class=\"quiet\">… and \(Phrases.number(unlisted)) more in between.</p>\n" : ""
    return table(
      caption: caption,
      heads: ["Record", "Row", "Date", "Time", "Channel", "Direction", "Outcome", "Counted"],
      rows: shown.map(line)) + more
  }

  private func line(_ row: EvidenceRow) -> HTML {
    let css: HTML = row.reason != nil ? " class=\"out\"" : row.isLast ? " class=\"last\"" : ""
    let date = row.local.map { "\($0.day.weekday.rawValue) \($0.day)" } ?? "–"
    let counted = row.reason.map { "left out: \($0)" } ?? (row.isLast ? "yes, this one" : "yes")
    return """
      <tr\(css)><th scope="row" class="id">\(row.record)</th><td>\(row.row.map(String.init) ?? "–")\
      </td><td class="time">\(date)</td><td class="time">\
      \(row.local.map { "\($0.clock)" } ?? "–")</td><td>\(row.contact?.channel.rawValue ?? "–")</td>\
      <td>\(row.contact?.direction.rawValue ?? "–")</td>\
      <td>\(row.contact?.outcome?.rawValue ?? "–")</td><td>\(counted)</td></tr>

      """
  }
}
