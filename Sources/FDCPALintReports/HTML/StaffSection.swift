import FDCPALint

extension HTMLReport {
  /// Below so many contacts a rate says more about chance than about anybody.
  private static let leastContacts = 30

  var staff: Section? {
    guard let overview = report.overview, !overview.staff.isEmpty else { return nil }
    let parts = Overview.Staff.Kind.allCases.map { kind in
      table(kind, overview.staff.filter { $0.key.kind == kind })
    }
    return Section(
      id: "staff", title: "Collectors and campaigns", count: nil,
      body: """
        <p>Contacts with at least one finding above advice, of all contacts in the log: a rate, its \
        count, and the interval in which it lies with 95 % confidence (Wilson). Where intervals \
        overlap, the difference may be chance. Rates of fewer than \(Self.leastContacts) contacts \
        are not shown. They depend on whom somebody is given to call, and are no verdict on anybody.\
        </p>
        \(parts.joined())
        """)
  }

  private func table(_ kind: Overview.Staff.Kind, _ staff: [Overview.Staff: Int]) -> HTML {
    guard !staff.isEmpty else { return "" }
    var records: [String: Set<String>] = [:]
    for finding in report.findings where finding.severity > .advice {
      if let name = name(kind, finding) { records[name, default: []].insert(finding.record) }
    }
    let shown = staff.filter { $0.value >= Self.leastContacts }
    let rates = shown.map { item -> (name: String, found: Int, of: Int) in
      (item.key.name, min(item.value, records[item.key.name]?.count ?? 0), item.value)
    }.sorted { left, right in
      let (first, second) = (left.found * right.of, right.found * left.of)
      return (second, left.name) < (first, right.name)
    }
    let intervals = rates.map { WilsonInterval($0.found, of: $0.of) }
    let plot = DotPlot(most: intervals.map(\.high).max() ?? 1)
    let rows = zip(rates, intervals).map { rate, interval -> HTML in
      let share = Double(rate.found) / Double(rate.of)
      return """
        <tr><th scope="row">\(rate.name)</th><td class="count">\(Phrases.number(rate.of))</td>\
        <td class="count">\(total(rate.found, show: "\(kind.rawValue)=\(Self.value(rate.name))&above=advice"))</td>\
        <td class="count">\(Phrases.percent(share))</td>\
        <td class="time">\(Phrases.percent(interval.low)) to \(Phrases.percent(interval.high))</td>\
        <td>\(plot.svg(share, interval))</td></tr>

        """
    }
    let hidden = staff.count - shown.count
    let more: HTML =
      hidden > 0
      ? "<p class=\"quiet\">\(Phrases.number(hidden)) with fewer contacts not shown.</p>\n" : ""
    guard !rows.isEmpty else { return more }
    return table(
      caption: "By \(kind.rawValue)",
      heads: [kind.title, "Contacts", "With a finding", "Rate", "95 % interval", ""],
      numbers: [1, 2, 3], rows: rows) + more
  }

  private func name(_ kind: Overview.Staff.Kind, _ finding: Finding) -> String? {
    switch kind {
    case .collector: finding.handling.collector
    case .agent: finding.handling.agent
    case .campaign: finding.handling.campaign
    }
  }
}

extension Overview.Staff.Kind {
  fileprivate var title: String {
    switch self {
    case .collector: "Agency"
    case .agent: "Collector"
    case .campaign: "Campaign"
    }
  }
}
