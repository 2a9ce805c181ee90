import FDCPALint

extension HTMLReport {
  /// What became of an earlier run's findings; empty where nothing was compared.
  var comparison: HTML {
    guard let comparison = report.comparison, let line = report.comparisonLine else { return "" }
    let rows = comparison.closed.prefix(listed).map { finding -> HTML in
      """
      <tr><th scope="row" class="id">\(finding.record)</th><td>\(finding.consumer)</td>\
      <td>\(finding.title)<br><span class="id quiet">\(finding.rule)</span></td>\
      <td>\(finding.severity.rawValue)</td><td class="id">\(finding.fingerprint)</td></tr>

      """
    }
    let hidden = comparison.closed.count - rows.count
    let more: HTML =
      hidden > 0
      ? "<p class=\"quiet\">… and \(Phrases.number(hidden)) more: the JSON report lists all.</p>\n"
      : ""
    let list: HTML =
      rows.isEmpty
      ? "<p class=\"quiet\">None was closed.</p>\n"
      : table(
        caption: "Closed", heads: ["Record", "Consumer", "Rule", "Severity", "Fingerprint"],
        rows: rows)
    return """
      <section id="compared" aria-labelledby="compared-title">
      <h2 id="compared-title">Since the earlier run</h2>
      <p>\(line). New ones are marked in the list of findings; a finding is closed when its rule \
      ran again and did not find it. SHA-256 of the earlier run: \
      <span class="id">\(comparison.digest)</span>.</p>
      \(list)\(more)</section>

      """
  }
}
