import FDCPALint

/// A report as one page that works from a disk: every total leads to its list, every row to its
/// evidence, every chart has its table.
struct HTMLReport {
  let report: Report
  let options: RenderOptions
  /// Findings by rule: rules with the gravest first, then those with the most, then by id.
  let groups: [RuleFindings]
  /// The most rows of one table of facts or open points; JSON holds all.
  var listed: Int { options.audience.listsAll ? .max : 2000 }

  init(report: Report, options: RenderOptions) {
    self.report = report
    self.options = options
    groups = RuleFindings.groups(of: report)
  }

  func render() -> String {
    let title = "fdcpalint \(report.command) report"
    let page: HTML = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title)</title>
      <style>
      \(pageStyle)
      </style>
      </head>
      <body>
      <a class="skip" href="#findings">Skip to the findings</a>
      <header>
      <h1>\(title)</h1>
      <p class="lead">\(capitalised(report.summaryLine)).</p>
      \(verdict)
      <nav aria-label="Sections"><ul>
      \(contents)
      </ul></nav>
      </header>
      <main>
      \(totals)\(comparison)\(examined)\(findings)\(facts)\(problems)\(openPoints)\(method)
      </main>
      <footer><p>fdcpalint \(options.toolVersion). The same inputs, rules and options give the \
      same page.</p></footer>
      <script>
      \(pageScript)
      </script>
      </body>
      </html>

      """
    return page.text
  }

  private func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  private var verdict: HTML {
    switch report.verdict {
    case .incomplete:
      """
      <p><strong>Incomplete.</strong> Some input could not be read or decided; what is listed here \
      may not be all.</p>
      """
    case .found:
      "<p><strong>Needs attention.</strong> At least one finding reaches the chosen threshold.</p>"
    case .clean:
      report.findings.isEmpty
        ? "<p>No finding means that these rules found nothing in what was read, no more.</p>"
        : "<p>No finding reaches the chosen threshold.</p>"
    }
  }

  private var contents: HTML {
    let compared = report.comparison == nil ? [] : [("compared", "Since the earlier run")]
    let sections: [(id: String, title: String)] =
      [("totals", "Totals")] + compared + [
        ("examined", "What was examined"), ("findings", "Findings"),
        ("facts", "Facts"), ("problems", "Problems"), ("open", "Not evaluable"),
        ("method", "Method and limits"),
      ]
    return sections.map { "<li><a href=\"#\($0.id)\">\($0.title)</a></li>\n" }.joined()
  }

  private var totals: HTML {
    let severities = Severity.allCases.map { severity -> HTML in
      let count = report.count(of: severity)
      return tile(
        count: count, label: count == 1 ? severity.rawValue : severity.plural,
        link: "list-\(severity.rawValue)", css: severity.rawValue)
    }
    return """
      <section id="totals" aria-labelledby="totals-title">
      <h2 id="totals-title">Totals</h2>
      <ul class="totals">
      \(severities.joined())\
      \(tile(
        count: report.facts.count, label: report.facts.count == 1 ? "fact" : "facts", link: "facts",
        css: ""))\
      \(tile(
        count: report.problems.count, label: report.problems.count == 1 ? "problem" : "problems",
        link: "problems", css: ""))\
      \(tile(count: report.notEvaluable.count, label: "not evaluable", link: "open", css: ""))
      </ul>
      \(ruleTable)\(severityLists)
      </section>

      """
  }

  private func tile(count: Int, label: String, link: String, css: String) -> HTML {
    """
    <li><a href="#\(link)"><b class="\(css)">\(Phrases.number(count))</b> \(label)</a></li>

    """
  }

  private var ruleTable: HTML {
    guard !groups.isEmpty else { return "" }
    let rows = groups.map { group -> HTML in
      """
      <tr><th scope="row">\(group.title)<br><span class="id quiet">\(group.rule)</span></th>\
      <td>\(group.citations.joined(separator: "; "))</td>\
      <td>\(group.grades)</td>\
      <td class="count"><a href="#\(group.anchor)">\(Phrases.number(group.findings.count))</a></td></tr>

      """
    }
    return table(
      caption: "Findings by rule", heads: ["Rule", "Law", "Severity", "Findings"], lastCounts: true,
      rows: rows)
  }

  /// For each severity the list that its total leads to; rows lead to the findings.
  private var severityLists: HTML {
    let entries = groups.flatMap { group in group.findings.map { (group: group, finding: $0) } }
    return Severity.allCases.map { severity -> HTML in
      let chosen = entries.filter { $0.finding.finding.severity == severity }
      let rows = chosen.map { group, item -> HTML in
        """
        <tr><th scope="row"><a class="id" href="#\(item.anchor)">\(item.finding.record)</a></th>\
        <td>\(item.finding.consumer)</td><td>\(group.title)</td></tr>

        """
      }
      let list: HTML =
        rows.isEmpty
        ? "<p class=\"quiet\">None.</p>"
        : table(caption: "", heads: ["Record", "Consumer", "Rule"], rows: rows)
      return """
        <details class="list index" id="list-\(severity.rawValue)">\
        <summary>All \(severity.plural) (\(Phrases.number(chosen.count)))</summary>
        \(list)
        </details>

        """
    }.joined()
  }

  func table(caption: String, heads: [String], lastCounts: Bool = false, rows: [HTML]) -> HTML {
    let cells = heads.enumerated().map { index, head -> HTML in
      let css: HTML = lastCounts && index == heads.count - 1 ? " class=\"count\"" : ""
      return "<th scope=\"col\"\(css)>\(head)</th>"
    }
    let title: HTML = caption.isEmpty ? "" : "<caption>\(caption)</caption>\n"
    return """
      <div class="scroll"><table>
      \(title)<thead><tr>\(cells.joined())</tr></thead>
      <tbody>
      \(rows.joined())</tbody>
      </table></div>

      """
  }
}

extension Severity {
  var plural: String {
    switch self {
    case .error: "errors"
    case .warning: "warnings"
    case .advice: "advice"
    }
  }
}
