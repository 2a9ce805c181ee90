import FDCPALint

extension HTMLReport {
  /// A chapter; `nil` where no rule of it ran.
  func section(_ chapter: Chapter) -> Section? {
    let ran = model.ran(in: chapter)
    guard ran > 0 else { return nil }
    let rules = model.rules(in: chapter)
    let count = rules.reduce(0) { $0 + $1.total }
    let (charts, behind) = self.charts(of: chapter)
    let list: HTML =
      count == 0
      ? "<p>No finding from \(Phrases.count(ran, "rule")) that ran.</p>\n"
      : ruleTable(rules, of: chapter)
        + drawn("findings", " data-filter=\"chapter=\(chapter.rawValue)\" data-most=\"8\"")
    return Section(
      id: chapter.rawValue, title: chapter.title, count: count,
      body: "<p>\(chapter.lead)</p>\n\(charts)\(list)\(behind)")
  }

  /// What stands before a chapter's findings, and what behind them.
  private func charts(of chapter: Chapter) -> (HTML, HTML) {
    switch chapter {
    case .frequency: (frequencyCharts, pairLists)
    case .hours: (hoursCharts, "")
    case .restrictions: (restrictionCharts, "")
    case .thirdParties, .voicemail, .wording, .letters, .deadlines, .contradictions, .habits:
      ("", "")
    }
  }

  /// Rules with findings; where people reviewed some, how often they agreed.
  private func ruleTable(_ rules: [PageModel.RuleCount], of chapter: Chapter) -> HTML {
    let reviewed = report.reviews != nil
    let most = rules.map(\.total).max() ?? 0
    let rows = rules.map { item -> HTML in
      let precision: HTML = reviewed ? "<td>\(self.precision(of: item.rule.id))</td>" : ""
      return """
        <tr><th scope="row">\(item.rule.title)<br><span class="id quiet">\(item.rule.id)</span></th>\
        <td>\(item.rule.citations.first ?? "–")</td><td>\(item.rule.basis.rawValue)</td>\(precision)\
        <td class="count">\(total(item.total, show: "rule=\(item.index)"))</td>\
        <td>\(bar(item.counts, most: most))</td></tr>

        """
    }
    let silent = model.ran(in: chapter) - rules.count
    let caption =
      "Rules with findings; \(Phrases.number(silent)) more of this chapter ran and found nothing"
    return table(
      caption: caption,
      heads: ["Rule", "Law", "Basis"] + (reviewed ? ["Precision in reviews"] : [])
        + ["Findings", ""],
      numbers: [reviewed ? 4 : 3], rows: rows)
  }

  /// How many of a rule's findings people confirmed, with its interval.
  func precision(of rule: String) -> String {
    guard let own = model.verdicts[rule], own.precision != nil else { return "–" }
    let (low, high) = (own.interval.low, own.interval.high)
    return "\(own.right) of \(own.right + own.wrong) (\(Phrases.percent(low)) to "
      + "\(Phrases.percent(high)))"
  }

  // MARK: - How often

  private var frequencyCharts: HTML {
    let all = (report.overview?.frequency ?? [:]).sorted { $0.key < $1.key }
      .filter { id, _ in model.ruleIndex[id].map { model.chapters[$0] == .frequency } ?? false }
    guard let first = all.first else { return "" }
    let rest = all.dropFirst().map { histogram($0.key, $0.value) }
    let more: HTML =
      rest.isEmpty
      ? ""
      : folded("Limits of states and cities, and other limits (\(rest.count))", rest.joined())
    return histogram(first.key, first.value) + more
  }

  /// Pairs within a limit: near it, and drawn from the others.
  private var pairLists: HTML {
    guard let all = report.overview?.frequency.values, !all.isEmpty else { return "" }
    let near = all.reduce(0) { $0 + $1.near.total }
    let clear = all.reduce(0) { $0 + $1.clear.total }
    let drawn = all.reduce(0) { $0 + $1.clear.items.count }
    return "<h3 id=\"pairs-near\">At a limit or just below it: \(Phrases.number(near))</h3>\n"
      + (near == 0
        ? "<p class=\"quiet\">None.</p>\n" : self.drawn("pairs", " data-near=\"true\""))
      + folded(
        "Drawn from \(Phrases.count(clear, "clear pair")), for somebody to recount (\(drawn))",
        self.drawn("pairs", " data-near=\"false\""))
  }

  /// Windows and pairs by how many contacts they hold, with the limit drawn.
  private func histogram(_ id: String, _ frequency: FrequencyOverview) -> HTML {
    let index = model.ruleIndex[id] ?? 0
    let rule = model.rules[index]
    let highest = max(
      frequency.windows.keys.max() ?? 0, frequency.pairs.keys.max() ?? 0, frequency.limit + 1)
    // Beyond so many bars the last holds the rest.
    let last = min(highest, max(frequency.limit + 5, 20))
    func sum(_ bars: [Int: Int], _ contacts: Int) -> Int {
      contacts < last
        ? bars[contacts] ?? 0 : bars.reduce(0) { $0 + ($1.key >= last ? $1.value : 0) }
    }
    let windows = (1...last).map { sum(frequency.windows, $0) }
    let pairs = (1...last).map { sum(frequency.pairs, $0) }
    let days = frequency.days.map { " in \(Phrases.count($0, "day"))" } ?? ""
    let over = frequency.pairsOver
    let full = frequency.pairs[frequency.limit] ?? 0
    let below = frequency.pairs[frequency.limit - 1] ?? 0
    let rows = (1...last).map { contacts -> HTML in
      let css: HTML = contacts > frequency.limit ? " class=\"over\"" : ""
      let more = contacts == last && highest > last ? " or more" : ""
      return """
        <tr\(css)><th scope="row">\(contacts)\(more)</th>\
        <td class="count">\(Phrases.number(windows[contacts - 1]))</td>\
        <td class="count">\(Phrases.number(pairs[contacts - 1]))</td></tr>

        """
    }
    return """
      <figure>
      <figcaption><b>\(rule.title)</b>: at most \(Phrases.number(frequency.limit))\(days). \
      Of \(Phrases.count(frequency.pairs.values.reduce(0, +), "pair")) of a person and a debt, \
      \(Phrases.number(over)) went over in some window, \(Phrases.number(full)) reached the limit, \
      \(Phrases.number(below)) came to one below. A window ends with each contact that counts.\
      </figcaption>
      \(Histogram(bars: windows, limit: frequency.limit, isOpenEnded: highest > last).svg(
        "Windows by the contacts that they hold"))
      </figure>
      \(folded(
        "The same as a table",
        table(
          caption: "Windows, and pairs by their fullest window",
          heads: ["Contacts", "Windows", "Pairs"], numbers: [1, 2], css: "narrow", rows: rows)))
      """
  }

  // MARK: - At which hours

  private var hoursCharts: HTML {
    guard let hours = report.overview?.hours, hours.placed + hours.unplaced > 0 else { return "" }
    let zones = hours.zones.sorted { ($1.value, $0.key.zone) < ($0.value, $1.key.zone) }.prefix(40)
      .map { use, count -> HTML in
        """
        <tr><th scope="row">\(use.zone)</th><td>\(use.evidence)</td>\
        <td class="count">\(Phrases.number(count))</td></tr>

        """
      }
    let limits = Set(hours.limits.values.map { "\($0.from) to \($0.to)" }).sorted()
    let names = Weekday.allCases.map(\.rawValue)
    let rows = names.enumerated().map { day, name -> HTML in
      let cells = (0..<24).map { "<td class=\"count\">\(hours.grid[day * 24 + $0])</td>" as HTML }
      return "<tr><th scope=\"row\">\(name)</th>\(cells.joined())</tr>\n"
    }
    let table = self.table(
      caption: "Contacts by weekday and hour", heads: [""] + (0..<24).map { "\($0)" },
      numbers: Set(1...24), css: "grid", rows: rows)
    return """
      <figure>
      <figcaption>\(Phrases.count(hours.placed, "contact")) by weekday and hour on the consumers’ \
      clocks; permitted \(limits.joined(separator: "; ")). For \(Phrases.number(hours.severalZones)) \
      more than one zone was possible; for \(Phrases.number(hours.unplaced)) nothing says where the \
      consumer is.</figcaption>
      \(HeatMap(grid: hours.grid, limits: Array(hours.limits.values)).svg(names))
      </figure>
      \(folded("The same as a table", table))\
      \(folded(
        "Zones considered, and what pointed to them",
        self.table(
          caption: "", heads: ["Zone", "From", "Contacts"], numbers: [2], rows: Array(zones))))\
      \(minutesOutside(hours))
      """
  }

  /// How far outside the permitted hours each finding lies.
  private func minutesOutside(_ hours: HoursOverview) -> HTML {
    let found = report.findings.enumerated().filter {
      hours.limits[$1.rule] != nil && $1.local != nil
    }
    guard !found.isEmpty else { return "" }
    let rows = found.prefix(200).compactMap { index, finding -> HTML? in
      guard let limit = hours.limits[finding.rule], let local = finding.local else { return nil }
      let early = (limit.from.seconds - local.clock.seconds + 59) / 60
      let late = (local.clock.seconds - limit.to.seconds) / 60
      let minutes = max(early, late)
      let words =
        minutes < 0
        ? "within, in this zone" : early > late ? "\(minutes) before" : "\(minutes) after"
      let length = min(200, max(0, minutes))
      return """
        <tr><th scope="row"><a class="id" href="#findings" data-finding="\(index)">\
        \(finding.record)</a></th><td>\(finding.consumer)</td>\
        <td class="time">\(local.day.weekday.rawValue) \(local.day.description) \(Self.short(local.clock))</td>\
        <td class="count">\(words)</td>\
        <td><svg class="bar" aria-hidden="true" viewBox="0 0 204 10" width="204" height="10">\
        <rect class="\(finding.severity.rawValue)" x="0" y="0" width="\(max(2, length))" height="10"/>\
        </svg></td></tr>

        """
    }
    let more: HTML =
      found.count > rows.count
      ? "<p class=\"quiet\">\(Phrases.number(found.count - rows.count)) more are in the list below.</p>\n"
      : ""
    return table(
      caption: "Minutes outside the permitted hours",
      heads: ["Record", "Consumer", "Consumer’s clock", "Minutes", ""], numbers: [3], rows: rows)
      + more
  }

  static func short(_ clock: ClockTime) -> String { String(clock.description.prefix(5)) }

  // MARK: - After what

  private var restrictionCharts: HTML {
    let all = (report.overview?.restrictions ?? [:]).sorted { $0.key < $1.key }
    guard !all.isEmpty else { return "" }
    let rows = all.map { fact, sum -> HTML in
      """
      <tr><th scope="row">\(Phrases.words(fact))</th><td class="count">\(Phrases.number(sum.count))</td>\
      <td class="count">\(Phrases.number(sum.contacted))</td>\
      <td class="count">\(total(sum.broken.total, show: "fact=\(Self.value(fact))"))</td></tr>

      """
    }
    return table(
      caption: "Facts that restrict contacts, and after how many of them contacts were made",
      heads: ["Fact", "Known", "Contacted after", "With a finding"], numbers: [1, 2, 3],
      css: "narrow", rows: rows) + drawn("restrictions")
  }
}
