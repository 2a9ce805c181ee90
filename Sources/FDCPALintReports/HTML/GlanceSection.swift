import FDCPALint

extension HTMLReport {
  var glance: Section {
    let severities = Severity.allCases.map { severity -> HTML in
      let count = report.count(of: severity)
      return tile(
        count: count, label: count == 1 ? severity.rawValue : severity.plural,
        link: "list-\(severity.rawValue)", css: severity.rawValue)
    }
    let facts = report.facts.count
    let problems = report.problems.count
    return Section(
      id: "totals", title: "At a glance", count: nil,
      body: """
        <ul class="totals">
        \(severities.joined())\
        \(tile(count: problems, label: problems == 1 ? "problem" : "problems", link: "problems", css: ""))\
        \(tile(count: report.notEvaluable.count, label: "not evaluable", link: "open", css: ""))\
        \(tile(count: facts, label: facts == 1 ? "fact" : "facts", link: "facts", css: ""))
        </ul>
        \(chapterTable)\(lawTable)
        """)
  }

  private func tile(count: Int, label: String, link: String, css: String) -> HTML {
    """
    <li><a href="#\(link)"><b class="\(count == 0 ? "" : css)">\(Phrases.number(count))</b> \
    \(label)</a></li>

    """
  }

  private func row(
    _ head: HTML, _ counts: [Severity: Int], most: Int, show: String
  ) -> HTML {
    let cells = Severity.allCases.map { severity -> HTML in
      """
      <td class="count">\(total(counts[severity] ?? 0, show: "\(show)&severity=\(severity.rawValue)"))\
      </td>
      """
    }
    return
      "<tr><th scope=\"row\">\(head)</th>\(cells.joined())<td>\(bar(counts, most: most))</td></tr>\n"
  }

  private var chapterTable: HTML {
    var sums: [Chapter: [Severity: Int]] = [:]
    for item in model.ruleCounts {
      sums[model.chapters[item.index], default: [:]].merge(item.counts, uniquingKeysWith: +)
    }
    let most = sums.values.map { $0.values.reduce(0, +) }.max() ?? 0
    let rows = Chapter.allCases.filter { model.ran(in: $0) > 0 }.map { chapter in
      row(
        "<a href=\"#\(chapter.rawValue)\">\(chapter.title)</a>", sums[chapter] ?? [:], most: most,
        show: "chapter=\(chapter.rawValue)")
    }
    return table(
      caption: "Findings by what they are about",
      heads: ["Chapter", "Errors", "Warnings", "Advice", ""], numbers: [1, 2, 3], css: "sums",
      rows: rows)
  }

  private var lawTable: HTML {
    var sums: [String: [Severity: Int]] = [:]
    for finding in report.findings {
      guard let law = finding.citations.first else { continue }
      sums[Self.section(of: law), default: [:]][finding.severity, default: 0] += 1
    }
    guard !sums.isEmpty else { return "" }
    let most = sums.values.map { $0.values.reduce(0, +) }.max() ?? 0
    let sorted = sums.sorted { left, right in
      for severity in Severity.allCases {
        let (first, second) = (left.value[severity] ?? 0, right.value[severity] ?? 0)
        if first != second { return first > second }
      }
      return left.key < right.key
    }
    let rows = sorted.map { law, counts in
      row("\(law)", counts, most: most, show: "law=\(Self.value(law))")
    }
    return table(
      caption: "Findings by law, each under the first section that it cites",
      heads: ["Section", "Errors", "Warnings", "Advice", ""], numbers: [1, 2, 3], css: "sums",
      rows: rows)
  }

  /// `12 CFR 1006.14`, from `12 CFR 1006.14(b)(2)(i)(A)`.
  static func section(of citation: String) -> String {
    String(citation.prefix { $0 != "(" }).trimmingEnd
  }

  /// What became of an earlier run's findings; `nil` where nothing was compared.
  var compared: Section? {
    guard let comparison = report.comparison, let line = report.comparisonLine else { return nil }
    var closed: [String: Int] = [:]
    for finding in comparison.closed { closed[finding.rule, default: 0] += 1 }
    var trends: [String: [Trend: Int]] = [:]
    for finding in report.findings {
      if let trend = finding.trend { trends[finding.rule, default: [:]][trend, default: 0] += 1 }
    }
    let ids = model.ruleCounts.map(\.rule.id)
    let gone = closed.keys.filter { !ids.contains($0) }.sorted()
    let rows = (ids + gone).map { id -> HTML in
      let index = model.ruleIndex[id] ?? 0
      let new = trends[id]?[.new] ?? 0
      let old = trends[id]?[.persisting] ?? 0
      return """
        <tr><th scope="row">\(model.rules[index].title)<br><span class="id quiet">\(id)</span></th>\
        <td class="count">\(total(new, show: "rule=\(index)&trend=new"))</td>\
        <td class="count">\(total(old, show: "rule=\(index)&trend=persisting"))</td>\
        <td class="count">\(Phrases.number(closed[id] ?? 0))</td></tr>

        """
    }
    let list: HTML =
      comparison.closed.isEmpty
      ? "<p class=\"quiet\">None was closed.</p>\n"
      : "<h3 id=\"closed\">Closed</h3>\n" + drawn("closed")
    return Section(
      id: "compared", title: "Since the earlier run", count: nil,
      body: """
        <p>\(line). A finding is closed when its rule ran again and did not find it. SHA-256 of the \
        earlier run: <span class="id">\(comparison.digest)</span>.</p>
        \(table(
          caption: "By rule", heads: ["Rule", "New", "Persisting", "Closed"], numbers: [1, 2, 3],
          rows: rows))\
        \(list)
        """)
  }
}

extension String {
  fileprivate var trimmingEnd: String {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
