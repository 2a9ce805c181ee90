import FDCPALint

extension HTMLReport {
  /// Up to so many findings all are open from the start; beyond, the page would drown in them.
  private static let openAtStart = 25

  var findings: HTML {
    let list: HTML =
      report.findings.isEmpty
      ? "<p>\(report.summaryLine)</p>" : filterForm + groups.map(section).joined()
    return """
      <section id="findings" aria-labelledby="findings-title">
      <h2 id="findings-title">Findings</h2>
      \(list)
      </section>

      """
  }

  /// Hidden until the script that makes it work runs.
  private var filterForm: HTML {
    let boxes = Severity.allCases.map { severity -> HTML in
      """
      <label><input type="checkbox" name="severity" value="\(severity.rawValue)" checked> \
      \(severity.plural)</label>

      """
    }
    return """
      <form hidden role="search" aria-label="Filter the findings">
      <label>Search <input type="search" name="words" autocomplete="off"></label>
      \(boxes.joined())<button type="button" class="open">Open or close all</button>
      <output aria-live="polite"></output>
      </form>

      """
  }

  private func section(_ group: RuleFindings) -> HTML {
    let count = Phrases.count(group.findings.count, "finding")
    let law = group.citations.isEmpty ? "" : " · " + group.citations.joined(separator: "; ")
    return """
      <section class="rule" id="\(group.anchor)" aria-labelledby="\(group.anchor)-title">
      <h3 id="\(group.anchor)-title">\(group.title)</h3>
      <p class="law"><span class="id">\(group.rule)</span> · \(count)\(law)</p>
      \(group.findings.map(article).joined())</section>

      """
  }

  private func article(_ item: RuleFindings.Item) -> HTML {
    let finding = item.finding
    let words = options.words(of: finding)
    let isOpen: HTML = report.findings.count <= Self.openAtStart ? " open" : ""
    let excerpt = words.excerpt.map(excerptBlock) ?? ""
    let isNew: HTML = finding.trend == .new ? "<b>new</b> " : ""
    return """
      <article class="\(finding.severity.rawValue)" id="\(item.anchor)" \
      data-severity="\(finding.severity.rawValue)"><details\(isOpen)>
      <summary><span class="severity \(finding.severity.rawValue)">\(finding.severity.rawValue)\
      </span> <span class="id">\(finding.record)</span> \(isNew)\(words.message)</summary>
      <div class="body">
      \(excerpt)\(timeline(finding, id: item.anchor))\(evidenceTable(finding))<dl>
      \(details(finding).joined())</dl>
      </div>
      </details></article>

      """
  }

  private func excerptBlock(_ excerpt: Excerpt) -> HTML {
    let parts = excerpt.parts
    let lead = String(parts.before.drop(while: \.isWhitespace))
    let before = (excerpt.cutBefore ? "…" : "") + lead
    let behind = parts.behind + (excerpt.cutAfter ? "…" : "")
    return "<p class=\"excerpt\">\(before)<mark>\(parts.marked)</mark>\(behind)</p>\n"
  }

  private func details(_ finding: Finding) -> [HTML] {
    let evidence = finding.evidence
    var rows: [(label: String, text: String)] = [
      ("Law", finding.citations.joined(separator: "; ")),
      ("Why", finding.why), ("Fix", finding.fix),
      ("Where", spot(of: finding)), ("Consumer", finding.consumer),
      ("Person", evidence.person ?? ""), ("Debt", evidence.debt ?? ""),
    ]
    rows += evidence.zones.map { ("Zone", "\($0.zone), from \($0.evidence)") }
    rows += evidence.jurisdictions.map { ("Law of", "\($0.region), from \($0.evidence)") }
    rows += evidence.facts.map {
      ("Rests on", "\($0.name), established by \($0.record) (\($0.confidence.rawValue) confidence)")
    }
    rows += finding.questions.map { ("Open question", $0.rawValue) }
    rows.append(("Basis", "\(finding.basis.rawValue), \(finding.confidence.rawValue) confidence"))
    if finding.isAllegation { rows.append(("Allegation", Phrases.allegation)) }
    if finding.stage == .preview { rows.append(("Preview", Phrases.preview)) }
    rows.append(("Fingerprint", finding.fingerprint))
    return rows.filter { !$0.text.isEmpty }.map { "<dt>\($0.label)</dt><dd>\($0.text)</dd>\n" }
  }

  private func spot(of finding: Finding) -> String {
    let location = finding.location
    let spot = zip(["line", "column"], [location.line, location.column])
      .compactMap { name, value in value.map { "\(name) \($0)" } }
    let row = [location.row.map { "row \($0)" }, location.field.map { "field \($0)" }]
    return ([location.path] + row.compactMap(\.self) + spot).joined(separator: ", ")
  }
}
