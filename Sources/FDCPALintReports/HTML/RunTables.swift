import FDCPALint

/// What a page says about the run itself: inputs, rules, facts, what was not read or decided.
extension HTMLReport {
  var examined: HTML {
    let inputs = report.inputs.map { input -> HTML in
      """
      <tr><th scope="row">\(input.path)</th><td class="id">\(input.digest)</td>\
      <td class="count">\(Phrases.number(input.records))</td></tr>

      """
    }
    let found = Set(groups.map(\.rule))
    let rules = report.rules.map { rule -> HTML in
      let outcome = found.contains(rule.id) ? "findings" : "no finding"
      return """
        <tr><th scope="row">\(rule.title)<br><span class="id quiet">\(rule.id)</span></th>\
        <td>\(rule.citations.joined(separator: "; "))</td><td>\(rule.basis.rawValue)</td>\
        <td>\(rule.stage == .preview ? "\(outcome) (preview)" : outcome)</td></tr>

        """
    }
    let packs = report.packs.map { "\($0.title) (\($0.name)) \($0.version)" }
      .joined(separator: "; ")
    let notices = report.notices.map { "<li>\($0)</li>\n" as HTML }.joined()
    let noticeList: HTML =
      report.notices.isEmpty ? "" : "<p>Noted while reading:</p>\n<ul>\n\(notices)</ul>\n"
    let who = report.command == "check" ? "" : " of \(Phrases.count(report.consumers, "consumer"))"
    return """
      <section id="examined" aria-labelledby="examined-title">
      <h2 id="examined-title">What was examined</h2>
      <p>\(Phrases.count(report.records, "record"))\(who) from \
      \(Phrases.count(report.inputs.count, "input")), judged by \
      \(Phrases.count(report.rules.count, "rule")).</p>
      <p>Packs: \(packs.isEmpty ? "none" : packs).</p>
      \(table(
        caption: "Inputs", heads: ["Input", "SHA-256", "Records"], lastCounts: true, rows: inputs))\
      \(noticeList)<details class="list" id="rules"><summary>Rules that ran \
      (\(Phrases.number(report.rules.count)))</summary>
      \(table(caption: "", heads: ["Rule", "Law", "Basis", "Outcome"], rows: rules))</details>
      </section>

      """
  }

  var facts: HTML {
    let rows = report.facts.prefix(listed).map { reported -> HTML in
      let fact = reported.fact
      return """
        <tr><th scope="row">\(reported.consumer)</th><td>\(fact.name)</td>\
        <td class="id">\(reported.record)</td><td>\(details(of: fact))</td>\
        <td>\(fact.confidence.rawValue)</td></tr>

        """
    }
    return section(
      id: "facts", title: "Facts",
      lead: "What records establish about consumers. Rules on later contacts rest on these.",
      count: report.facts.count,
      table: table(
        caption: "", heads: ["Consumer", "Fact", "Record", "Details", "Confidence"], rows: rows))
  }

  private func details(of fact: Fact) -> String {
    var parts: [String] = []
    if let person = fact.person { parts.append("person \(person)") }
    if !fact.debts.isEmpty { parts.append("debts \(fact.debts.joined(separator: ", "))") }
    if let channel = fact.channel { parts.append(channel.rawValue) }
    if let to = fact.to { parts.append("at \(options.detail(to))") }
    if let from = fact.from { parts.append("from \(from)") }
    if let until = fact.until { parts.append("until \(until)") }
    if !fact.days.isEmpty { parts.append(fact.days.map(\.rawValue).joined(separator: " ")) }
    if let clock = fact.clock { parts.append("\(clock.from) to \(clock.to)") }
    if let place = fact.place { parts.append("place \(options.detail(place))") }
    if let amount = fact.amount { parts.append("amount \(options.detail(amount))") }
    parts += fact.details.sorted { $0.key < $1.key }.map { "\($0.key) \(options.detail($0.value))" }
    return parts.isEmpty ? "–" : parts.joined(separator: "; ")
  }

  var problems: HTML {
    let rows = report.problems.prefix(listed).map { problem -> HTML in
      """
      <tr><th scope="row">\(problem.path)</th><td>\(problem.row.map(String.init) ?? "–")</td>\
      <td>\(problem.field ?? "–")</td><td>\(problem.message)</td><td>\(problem.found ?? "–")</td>\
      <td>\(problem.expected ?? "–")</td></tr>

      """
    }
    return section(
      id: "problems", title: "Problems",
      lead: "Input that could not be read. While there is any, the run is incomplete.",
      count: report.problems.count,
      table: table(
        caption: "", heads: ["Input", "Row", "Field", "Problem", "Found", "Expected"], rows: rows))
  }

  var openPoints: HTML {
    let rows = report.notEvaluable.prefix(listed).map { open -> HTML in
      """
      <tr><th scope="row" class="id">\(open.rule)</th><td>\(open.consumer)</td>\
      <td class="id">\(open.record)</td><td>\(open.missing)</td>\
      <td class="count">\(Phrases.number(open.count))</td></tr>

      """
    }
    return section(
      id: "open", title: "Not evaluable",
      lead: "Where something was missing, a rule could neither flag a record nor clear it.",
      count: report.notEvaluable.count,
      table: table(
        caption: "", heads: ["Rule", "Consumer", "First record", "Missing", "Records"],
        lastCounts: true, rows: rows))
  }

  private func section(id: String, title: String, lead: String, count: Int, table: HTML) -> HTML {
    let more: HTML =
      count > listed
      ? """
      <p class="quiet">… and \(Phrases.number(count - listed)) more: the JSON report lists \
      all.</p>
      """ : ""
    let list: HTML = count == 0 ? "<p class=\"quiet\">None.</p>\n" : table + more
    return """
      <section id="\(id)" aria-labelledby="\(id)-title">
      <h2 id="\(id)-title">\(title) (\(Phrases.number(count)))</h2>
      <p>\(lead)</p>
      \(list)</section>

      """
  }

  var method: HTML {
    let texts: HTML =
      !options.isRedacted
      ? "Texts are shown in full. Treat this page as you treat the records themselves."
      : """
      Texts are masked: letters as ·, digits as •, except words that rules look for. Records keep \
      their ids.
      """
    let key: HTML =
      report.keyedFingerprints
      ? "Fingerprints are made with a key of your own."
      : """
      Fingerprints are made with a fixed key, so whoever can guess a text can check the guess; set \
      a key of your own before you share them.
      """
    let threshold =
      report.settings.failOn.map {
        "\($0.rawValue) and above, confidence \(report.settings.minConfidence.rawValue) and above"
      } ?? "none"
    return """
      <section id="method" aria-labelledby="method-title">
      <h2 id="method-title">Method and limits</h2>
      <ul>
      <li>A finding is a passage or a contact that a rule points to, with the law it rests on. \
      Whether the law was broken is for a person to decide. This page is no legal advice.</li>
      <li>On the basis “presumption” the law presumes something from a count. A presumption can be \
      rebutted, and so can the contrary one where a count stays within its limit.</li>
      <li>On the basis “practice” a rule is a good habit, no law.</li>
      <li>Confidence says how sure a rule is of what it found, apart from how grave that is. An \
      open question names a point that the law leaves open.</li>
      <li>Days and times are those of the consumer’s own calendar and clock; each finding that \
      needs one names its zone and what it was taken from.</li>
      <li>Rules see what was handed in and nothing else: no calls, letters or consent that the \
      inputs do not hold. What could not be decided is listed as not evaluable.</li>
      <li>Threshold of this run: \(threshold).</li>
      <li>\(texts)</li>
      <li>\(key)</li>
      </ul>
      </section>
      """
  }
}
