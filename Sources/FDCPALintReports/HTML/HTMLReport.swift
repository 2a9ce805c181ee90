import FDCPALint

/// A report as one page that works from a disk: every total leads to its list, every row to its
/// evidence, every chart has its table.
///
/// Totals, charts and their tables are markup; long lists are drawn from the page's data as they
/// are needed, so that a page with many thousand findings opens at once.
struct HTMLReport {
  let report: Report
  let options: RenderOptions
  let model: PageModel
  /// The most rows of one list of facts or open points; JSON holds all.
  var listed: Int { options.audience.listsAll ? .max : 5000 }

  init(report: Report, options: RenderOptions) {
    self.report = report
    self.options = options
    model = PageModel(report)
  }

  func render() -> String {
    let sections = self.sections
    let page: HTML = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(PageSecurity.policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title)</title>
      <style>\(pageStyle)</style>
      </head>
      <body>
      <a class="skip" href="#findings">Skip to the findings</a>
      <nav id="contents" aria-label="Sections"><p class="brand">fdcpalint</p>
      <ol>
      \(sections.map(contents).joined())</ol>
      </nav>
      <div class="page">
      <header>
      <p class="kind">\(report.command == "audit" ? "Audit of contact logs" : "Check of documents")\
      \(period.map { " · \($0)" } ?? "")</p>
      <h1>\(headline)</h1>
      <p class="lead">\(capitalised(report.summaryLine)).</p>
      \(verdict)
      </header>
      <main>
      \(sections.map(section).joined())</main>
      <footer><p>fdcpalint \(options.toolVersion). The same inputs, rules and options give the \
      same page.</p></footer>
      </div>
      <script type="application/json" id="data">\
      \(PageData.text(report, options, model, listed: listed))</script>
      <script>\(pageScript)</script>
      </body>
      </html>

      """
    return page.text
  }

  /// A part of the page, with the number that stands beside its name in the contents.
  struct Section {
    var id: String
    var title: String
    var count: Int?
    var body: HTML
  }

  private var sections: [Section] {
    let chapters = Chapter.allCases.compactMap(section)
    var all = [glance, examined]
    if let compared { all.append(compared) }
    all += chapters
    if let staff { all.append(staff) }
    if let near { all.append(near) }
    if let exceptions { all.append(exceptions) }
    all += [review, findings]
    all += [facts, problems, open, appendix, method, signature]
    return all
  }

  private func contents(_ section: Section) -> HTML {
    let count: HTML =
      section.count.map { "<span class=\"n\">\(Phrases.number($0))</span>" } ?? ""
    return "<li><a href=\"#\(section.id)\">\(section.title)\(count)</a></li>\n"
  }

  private func section(_ section: Section) -> HTML {
    """
    <section id="\(section.id)" aria-labelledby="\(section.id)-title">
    <h2 id="\(section.id)-title">\(section.title)</h2>
    \(section.body)</section>

    """
  }

  private var title: String { "fdcpalint \(report.command) report" }

  private var period: String? {
    report.overview?.days.map { "\($0.first) to \($0.last)" }
  }

  /// What there is to do, not that all is well: silence is no proof.
  private var headline: String {
    let errors = report.count(of: .error)
    let warnings = report.count(of: .warning)
    if errors + warnings > 0 {
      let grave = [
        errors > 0 ? Phrases.count(errors, of: .error) : nil,
        warnings > 0 ? Phrases.count(warnings, of: .warning) : nil,
      ].compactMap(\.self)
      return "\(grave.joined(separator: " and ")) to look at"
    }
    if !report.findings.isEmpty { return "Advice only" }
    return "No finding from \(Phrases.count(report.rules.count, "rule"))"
  }

  private func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  private var verdict: HTML {
    switch report.verdict {
    case .incomplete:
      """
      <p class="verdict incomplete"><strong>Incomplete.</strong> Some input could not be read or \
      decided; what is listed here may not be all. <a href="#problems">See the problems</a>.</p>
      """
    case .found:
      """
      <p class="verdict found"><strong>Needs attention.</strong> At least one finding reaches the \
      chosen threshold.</p>
      """
    case .clean:
      report.findings.isEmpty
        ? """
        <p class="verdict"><strong>Nothing found</strong>, which means that these rules found \
        nothing in what was read, no more.</p>
        """
        : "<p class=\"verdict\">No finding reaches the chosen threshold.</p>"
    }
  }

  // MARK: - Parts that sections share

  func table(
    caption: String, heads: [String], numbers: Set<Int> = [], css: String = "", rows: [HTML]
  ) -> HTML {
    let cells = heads.enumerated().map { index, head -> HTML in
      let css: HTML = numbers.contains(index) ? " class=\"count\"" : ""
      return "<th scope=\"col\"\(css)>\(head)</th>"
    }
    let title: HTML = caption.isEmpty ? "" : "<caption>\(caption)</caption>\n"
    let kind: HTML = css.isEmpty ? "" : " class=\"\(css)\""
    return """
      <div class="scroll"><table\(kind)>
      \(title)<thead><tr>\(cells.joined())</tr></thead>
      <tbody>
      \(rows.joined())</tbody>
      </table></div>

      """
  }

  /// A chart's table, folded away until somebody asks for it, open on paper.
  func folded(_ title: String, _ body: HTML) -> HTML {
    "<details class=\"fold\"><summary>\(title)</summary>\n\(body)</details>\n"
  }

  /// A number that leads to the list it counts; `show` is a filter as the script reads it.
  func total(_ count: Int, show: String) -> HTML {
    count == 0
      ? "<span class=\"zero\">0</span>"
      : "<a href=\"#findings\" data-show=\"\(show)\">\(Phrases.number(count))</a>"
  }

  /// A value as a filter has it: what would end it is written in hexadecimal.
  static func value(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("&", with: "%26")
  }

  /// Where the script draws a list; without it, where the list is to be had.
  func drawn(_ list: String, _ attributes: HTML = "") -> HTML {
    "<div class=\"drawn\" data-list=\"\(list)\"\(attributes)></div>\n"
  }

  /// A bar of stacked severities, as long as its share of the most.
  func bar(_ counts: [Severity: Int], most: Int) -> HTML {
    let width = 180
    var left = 0
    var parts: HTML = ""
    for severity in Severity.allCases {
      let count = counts[severity] ?? 0
      guard count > 0, most > 0 else { continue }
      let length = max(2, count * width / most)
      parts +=
        "<rect class=\"\(severity.rawValue)\" x=\"\(left)\" y=\"0\" width=\"\(length)\" height=\"10\"/>"
      left += length + 1
    }
    return """
      <svg class="bar" aria-hidden="true" viewBox="0 0 \(width + 4) 10" width="\(width + 4)" \
      height="10">\(parts)</svg>
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
