import FDCPALint

/// A report for people at a terminal.
struct TextReport {
  let report: Report
  let options: RenderOptions
  private var paint: Paint { Paint(isOn: options.color) }
  /// The most records listed for one finding.
  private var listed: Int { options.audience.listsAll ? .max : 12 }
  /// The most lines on what could not be decided.
  private static let missingListed = 6
  /// Digits of a fingerprint that are shown: enough for `explain` to tell findings apart.
  private static let digits = 12

  init(report: Report, options: RenderOptions) {
    self.report = report
    self.options = options
  }

  func render() -> String {
    var lines: [String] = []
    for group in FindingGroup.groups(of: report.findings) {
      lines += self.lines(for: group)
      lines.append("")
    }
    lines += comparisonLines
    lines += openLines
    lines.append(report.summaryLine)
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(for group: FindingGroup) -> [String] {
    let finding = group.leader
    let grade = paint.severity(finding.severity, grade(of: finding))
    var lines = [
      "\(place(of: finding)): \(grade) \(finding.rule): \(finding.message.collapsingSpace.visible)"
    ]
    if let excerpt = finding.excerpt { lines += excerptLines(excerpt) }
    lines += countLines(finding.evidence)
    lines += group.others.map { other in
      "  also: \(paint.severity(other.severity, FDCPALintReports.grade(of: other))) "
        + "\(other.rule): \(other.message.collapsingSpace.visible)\(law(of: other))"
    }
    if finding.trend == .new { lines.append("  new since the earlier run") }
    if let review = finding.review { lines += labelled("review", review.line) }
    if finding.isAllegation { lines.append("  allegation: \(Phrases.allegation)") }
    if finding.stage == .preview { lines.append("  preview: \(Phrases.preview)") }
    lines += finding.questions.map { "  open question: \($0.rawValue)" }
    lines += labelled("why", finding.why)
    lines += labelled("law", finding.citations.joined(separator: ", "))
    lines += labelled("fix", finding.fix)
    let names = ([finding] + group.others).map { $0.fingerprint.prefix(Self.digits) }
      .filter { !$0.isEmpty }
    if !names.isEmpty { lines.append(paint.dim("  explain: \(names.joined(separator: " "))")) }
    return lines
  }

  private func law(of finding: Finding) -> String {
    finding.citations.isEmpty ? "" : " (\(finding.citations.joined(separator: ", ")))"
  }

  private func labelled(_ label: String, _ text: String) -> [String] {
    text.isEmpty ? [] : ["  \(label): \(text.collapsingSpace.visible)"]
  }

  /// The text, and carets under the marked words: one column a scalar, tabs kept as tabs.
  private func excerptLines(_ excerpt: Excerpt) -> [String] {
    let parts = excerpt.parts
    let before = (excerpt.cutBefore ? "…" : "") + parts.before.visible
    let marked = parts.marked.visible
    let behind = parts.behind.visible + (excerpt.cutAfter ? "…" : "")
    let pad = String(before.unicodeScalars.map { $0 == "\t" ? "\t" : " " as Character })
    let carets = String(repeating: "^", count: max(1, marked.unicodeScalars.count))
    return ["    \(before)\(marked)\(behind)", "    \(pad)\(paint.caret(carets))"]
  }

  private func countLines(_ evidence: FindingEvidence) -> [String] {
    var lines: [String] = []
    if evidence.count > 1 || evidence.window != nil {
      var about: [String] = []
      if let window = evidence.window { about.append("\(window.first) to \(window.last)") }
      if let person = evidence.person { about.append("person \(person)") }
      if let debt = evidence.debt { about.append("debt \(debt)") }
      let whose = about.isEmpty ? "" : ", " + about.joined(separator: ", ")
      lines.append("  counted \(Phrases.number(evidence.count))\(whose):".visible)
      let rows = evidence.counted.prefix(listed)
      lines += rows.map { row(local: $0.local, record: $0.record, Phrases.contact($0)) }
      lines += more(than: rows.count, of: evidence.count)
    }
    if !evidence.leftOut.isEmpty {
      lines.append("  left out \(Phrases.number(evidence.leftOut.count)):")
      let rows = evidence.leftOut.prefix(listed)
      lines += rows.map { row(local: $0.local, record: $0.record, $0.reason) }
      lines += more(than: rows.count, of: evidence.leftOut.count)
    }
    lines += evidence.zones.map { "  zone: \($0.zone) (\($0.evidence))".visible }
    lines += evidence.jurisdictions.map { "  law of: \($0.region) (\($0.evidence))".visible }
    lines += evidence.facts.map { "  rests on: \($0.name) from \($0.record)".visible }
    return lines
  }

  private func row(local: LocalTime?, record: String, _ text: String) -> String {
    "    \(local.map(\.description) ?? "no time         ")  \(record)  \(text)".visible
  }

  private func more(than shown: Int, of all: Int) -> [String] {
    all > shown ? ["    … and \(Phrases.number(all - shown)) more"] : []
  }

  private var comparisonLines: [String] {
    guard let comparison = report.comparison, let line = report.comparisonLine else { return [] }
    let shown = comparison.closed.prefix(listed)
    return shown.map { "closed: \(place(of: $0)): \($0.rule): \($0.title)".visible }
      + more(than: shown.count, of: comparison.closed.count) + [line.visible]
  }

  private var openLines: [String] {
    let open = report.notEvaluableByMissing
    guard !open.isEmpty else { return [] }
    var lines = open.prefix(Self.missingListed).map { Phrases.open($0).visible }
    if open.count > Self.missingListed {
      lines.append("not evaluable: … and \(open.count - Self.missingListed) more missing things")
    }
    return lines
  }
}
