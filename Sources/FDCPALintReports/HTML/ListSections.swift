import FDCPALint

/// Sections whose lists the script draws.
extension HTMLReport {
  var findings: Section {
    let anchors = Severity.allCases.map { "<span id=\"list-\($0.rawValue)\"></span>" as HTML }
    let list: HTML =
      report.findings.isEmpty
      ? "<p>\(report.summaryLine)</p>\n" : filterForm + drawn("findings", " data-main") + plainTable
    return Section(
      id: "findings", title: "All findings", count: report.findings.count,
      body: anchors.joined() + list)
  }

  /// Hidden until the script that makes it work runs.
  private var filterForm: HTML {
    let severities = Severity.allCases.map { severity -> HTML in
      """
      <label><input type="checkbox" name="severity" value="\(severity.rawValue)" checked> \
      \(severity.plural)</label>

      """
    }
    let rules = model.ruleCounts.map { item -> HTML in
      "<option value=\"\(item.index)\">\(item.rule.title) (\(item.total))</option>\n"
    }
    let chapters = Chapter.allCases.filter { !model.rules(in: $0).isEmpty }.map { chapter -> HTML in
      "<option value=\"\(chapter.rawValue)\">\(chapter.title)</option>\n"
    }
    let trend: HTML =
      report.comparison == nil
      ? ""
      : """
      <label>Trend <select name="trend"><option value="">all</option>\
      <option value="new">new</option><option value="persisting">persisting</option></select></label>

      """
    return """
      <form hidden role="search" aria-label="Filter the findings">
      <label class="wide">Search <input type="search" name="words" autocomplete="off" \
      placeholder="record, consumer, debt, words of a message, law …"></label>
      <fieldset><legend>Severity</legend>\(severities.joined())</fieldset>
      <label>Chapter <select name="chapter"><option value="">all</option>\(chapters.joined())\
      </select></label>
      <label>Rule <select name="rule"><option value="">all</option>\(rules.joined())</select></label>
      \(trend)<button type="reset">Show all</button>
      <output aria-live="polite"></output>
      </form>

      """
  }

  /// For readers whose browser runs no script.
  private var plainTable: HTML {
    let most = 1000
    let rows = report.findings.prefix(most).map { finding -> HTML in
      """
      <tr><th scope="row" class="id">\(finding.record)</th><td>\(finding.consumer)</td>\
      <td>\(finding.severity.rawValue)</td><td>\(options.words(of: finding).message)</td>\
      <td>\(finding.citations.joined(separator: "; "))</td></tr>

      """
    }
    let more: HTML =
      report.findings.count > most
      ? "<p>\(Phrases.number(report.findings.count - most)) more: the CSV of the same run has all.</p>\n"
      : ""
    return """
      <noscript>
      <p>Lists that open to their evidence need the page’s own script. Without it, this is every \
      finding; the evidence is in the CSV and the JSON of the same run (<code>fdcpalint report \
      RUN.json --format csv</code>).</p>
      \(table(
        caption: "", heads: ["Record", "Consumer", "Severity", "Finding", "Law"], rows: rows))\
      \(more)</noscript>

      """
  }

  private func list(
    id: String, title: String, lead: String, count: Int, of listed: Int
  ) -> Section {
    let more: HTML =
      count > listed
      ? """
      <p class="quiet">The first \(Phrases.number(listed)) are listed here; the JSON report has \
      all.</p>

      """ : ""
    let body: HTML = count == 0 ? "<p class=\"quiet\">None.</p>\n" : drawn(id) + more
    return Section(id: id, title: title, count: count, body: "<p>\(lead)</p>\n\(body)")
  }

  var facts: Section {
    list(
      id: "facts", title: "Facts",
      lead: "What records establish about consumers. Rules on later "
        + "contacts rest on these.", count: report.facts.count, of: listed)
  }

  var problems: Section {
    list(
      id: "problems", title: "Problems",
      lead: "Input that could not be read. While there is any, the run is incomplete.",
      count: report.problems.count, of: .max)
  }

  var open: Section {
    list(
      id: "open", title: "Not evaluable",
      lead: "Where something was missing, a rule could neither flag a record nor clear it.",
      count: report.notEvaluable.count, of: listed)
  }

  var near: Section? {
    guard let overview = report.overview else { return nil }
    let pairs = overview.frequency.values.reduce(0) { $0 + $1.near.total }
    let hours = overview.hours.near.total
    let consents = overview.consents.total
    let minutes = report.parameters["near-hours-minutes"] ?? 0
    let edge = Phrases.count(minutes, "minute")
    func part(_ title: String, _ count: Int, _ id: String, _ body: HTML) -> HTML {
      "<h3 id=\"\(id)\">\(title): \(Phrases.number(count))</h3>\n"
        + (count == 0 ? "<p class=\"quiet\">None.</p>\n" : body)
    }
    let shown = overview.hours.near.items.count
    let more: HTML =
      hours > shown
      ? "<p class=\"quiet\">The \(Phrases.number(shown)) closest are listed.</p>\n" : ""
    return Section(
      id: "near", title: "Near misses", count: pairs + hours + consents,
      body: """
        <p>Nothing here is over a limit. It shows where one more contact, or a few minutes, would \
        have been, and from when on there is room again.</p>
        \(part(
          "Pairs at a limit or just below it", pairs, "near-pairs",
          model.ran(in: .frequency) > 0
            ? "<p><a href=\"#pairs-near\">Listed with their calendars under “How often”</a>.</p>\n"
            : drawn("pairs", " data-near=\"true\"")))\
        \(part(
          "Contacts within \(edge) of the first or the last permitted minute", hours, "near-hours",
          drawn("hours") + more))\
        \(part(
          "Consent that holds on the last day of the log and then ends", consents, "near-consents",
          drawn("consents")))
        """)
  }

  var exceptions: Section? {
    guard !report.setAside.isEmpty else { return nil }
    let rows = [
      ("an exception", report.excepted), ("the baseline", report.baselined),
      ("a review", report.reviewed),
    ].map {
      "<tr><th scope=\"row\">Set aside by \($0)</th><td class=\"count\">\(Phrases.number($1))</td></tr>\n"
        as HTML
    }
    let counting =
      "<tr><th scope=\"row\">Findings that count</th><td class=\"count\">\(Phrases.number(report.findings.count))</td></tr>\n"
      as HTML
    return Section(
      id: "exceptions", title: "Exceptions", count: report.setAside.count,
      body: """
        <p>Found all the same, and kept from counting by somebody’s decision. Exceptions that are \
        unused, expired or unexplained are findings of their own.</p>
        \(table(
          caption: "With and without exceptions", heads: ["", "Findings"], numbers: [1],
          css: "narrow", rows: [counting] + rows))\
        \(drawn("aside"))
        """)
  }

  var review: Section {
    guard let reviews = report.reviews else {
      return Section(
        id: "review", title: "Review", count: nil,
        body: """
          <p class="quiet">No decisions of a review were handed in with this run: every finding \
          above is as the rules left it.</p>

          """)
    }
    let aside = report.setAside.filter { $0.cause == .review }.compactMap(\.finding.review)
    let found = report.findings.map { $0.review }
    let rows = (ReviewState.names + ["undecided"]).map { name -> HTML in
      let mine = found.filter { ($0?.name ?? "undecided") == name }
      let others = aside.filter { $0.name == name }
      let days = (mine.compactMap(\.self) + others).map {
        reviews.today.number - $0.review.when.number
      }
      return """
        <tr><th scope="row">\(name)</th>\
        <td class="count">\(total(mine.count, show: "state=\(name)"))</td>\
        <td class="count">\(Phrases.number(others.count))</td>\
        <td class="count">\(days.max().map { Phrases.count($0, "day") } ?? "–")</td></tr>

        """
    }
    return Section(
      id: "review", title: "Review", count: found.count { $0 != nil } + aside.count,
      body: """
        <p class="quiet">Decisions as they stand on \(reviews.today.description). A finding decided to be \
        wrong, accepted or mended does not count until its last day.</p>
        \(table(
          caption: "Decisions on the findings of this run",
          heads: ["Decision", "Findings that count", "Set aside", "Oldest"],
          numbers: [1, 2, 3], css: "narrow", rows: rows))
        """)
  }

  var appendix: Section {
    let years = report.parameters["retention-years"].map { Phrases.count($0, "year") }
    let retention: HTML =
      years.map {
        """
         “Keep to” is \($0) after the last contact about the debt in these logs \
        (12 CFR 1006.100(a)); each further contact moves it. A recording has a clock of its own, \
        \($0) from its call (12 CFR 1006.100(b)).
        """
      } ?? ""
    return Section(
      id: "appendix", title: "Evidence", count: nil,
      body: """
        <p>Each finding with the record it stands on, where that record lies, the hash of its file \
        and the law. Rows count from 1 with the header; spans are bytes of the field’s text. Whoever \
        has the file and a calendar can recount each one.\(retention)</p>
        \(report.findings.isEmpty ? "<p class=\"quiet\">No finding, so no evidence.</p>\n" : drawn("appendix"))
        """)
  }
}
