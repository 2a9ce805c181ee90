import FDCPALint

extension HTMLReport {
  var examined: Section {
    let who = report.command == "check" ? "" : " of \(Phrases.count(report.consumers, "consumer"))"
    let inputs = report.inputs.enumerated().map { index, input -> HTML in
      """
      <tr id="input-\(index + 1)"><th scope="row">\(input.path)</th>\
      <td class="count">\(Phrases.number(input.records))</td><td class="id">\(input.digest)</td></tr>

      """
    }
    let notices = report.notices.map { "<li>\($0)</li>\n" as HTML }.joined()
    let noticeList: HTML =
      report.notices.isEmpty
      ? "" : "<p>Noted while reading:</p>\n<ul class=\"notices\">\n\(notices)</ul>\n"
    return Section(
      id: "examined", title: "What was examined, and what was not", count: nil,
      body: """
        <p>\(Phrases.count(report.records, "record"))\(who) from \
        \(Phrases.count(report.inputs.count, "input")), judged by \
        \(Phrases.count(report.rules.count, "rule")).</p>
        \(population)\(reconciliation)\(missing)\
        \(table(
          caption: "Inputs; tables of consumers and debts hold no contacts", heads: ["Input", "Records", "SHA-256"], numbers: [1], rows: inputs))\
        \(media)\(noticeList)
        """)
  }

  /// From rows received to records judged: a waterfall, and its table.
  private var population: HTML {
    guard let population = report.population else { return "" }
    let inPart = Set(
      report.problems.compactMap { problem in problem.row.map { "\(problem.path) \($0)" } }
    ).count
    let steps: [(name: String, count: Int, css: String, note: HTML)] = [
      ("Rows received", population.received, "in", "the header not counted"),
      (
        "could not be read", population.unreadable, "out",
        "each is a <a href=\"#problems\">problem</a>"
      ),
      (
        "repeat the id of another row", population.repeated, "out",
        "equal rows count once; rows that differ are a <a href=\"#problems\">problem</a>"
      ),
      ("Records judged", population.accepted, "in", "by every rule that applies"),
    ]
    let width = 260
    let most = max(1, population.received)
    var left = population.received
    let rows = steps.map { step -> HTML in
      let length = step.count * width / most
      let start = step.css == "in" ? 0 : max(0, (left - step.count) * width / most)
      if step.css == "out" { left -= step.count }
      return """
        <tr><th scope="row">\(step.css == "out" ? "– " : "")\(step.name)</th>\
        <td class="count">\(Phrases.number(step.count))</td>\
        <td><svg class="bar" aria-hidden="true" viewBox="0 0 \(width + 2) 10" width="\(width + 2)" \
        height="10"><rect class="\(step.css)" x="\(start)" y="0" \
        width="\(step.count == 0 ? 0 : max(2, length))" height="10"/></svg></td>\
        <td class="quiet">\(step.note)</td></tr>

        """
    }
    let reasons = Dictionary(grouping: report.problems, by: \.code).sorted { $0.key < $1.key }
    let problemRows = reasons.map { code, problems -> HTML in
      """
      <tr><th scope="row" class="id">\(code)</th><td>\(problems[0].expected ?? "–")</td>\
      <td class="count"><a href="#problems">\(Phrases.number(problems.count))</a></td></tr>

      """
    }
    let why: HTML =
      reasons.isEmpty
      ? "<p>No row was rejected.</p>\n"
      : "<p>\(Phrases.count(inPart, "row")) could be read in part or not at all, for these reasons:</p>\n"
        + table(
          caption: "Problems by reason", heads: ["Reason", "Expected", "Problems"], numbers: [2],
          rows: problemRows)
    return table(
      caption: "From rows received to records judged",
      heads: ["", "Rows", "", ""], numbers: [1], css: "steps", rows: rows) + why
  }

  private var reconciliation: HTML {
    guard let population = report.population else { return "" }
    guard let expected = population.expected else {
      return """
        <p class="quiet">No total of the source was given to compare with; \
        <code>--expect-records N</code> does.</p>

        """
    }
    let difference = population.received - expected
    return difference == 0
      ? """
      <p class="agrees"><strong>Reconciled.</strong> \(Phrases.number(expected)) rows were expected \
      by the user’s own count, and \(Phrases.number(population.received)) were received.</p>

      """
      : """
      <p class="differs"><strong>Not reconciled.</strong> \(Phrases.number(expected)) rows were \
      expected by the user’s own count, and \(Phrases.number(population.received)) were received: \
      \(Phrases.number(abs(difference))) \(difference > 0 ? "too many" : "too few").</p>

      """
  }

  /// What kept rules from an answer.
  private var missing: HTML {
    let groups = report.notEvaluableByMissing
    guard !groups.isEmpty else {
      return "<p>Every rule that applies could be decided on every record.</p>\n"
    }
    let rows = groups.map { group -> HTML in
      let records = report.notEvaluable.reduce(0) {
        $0 + ($1.missing == group.missing ? $1.count : 0)
      }
      return """
        <tr><th scope="row">\(group.missing)</th><td class="count">\(Phrases.number(group.rules.count))\
        </td><td class="count">\(Phrases.number(records))</td>\
        <td class="count"><a href="#open">\(Phrases.number(group.count))</a></td></tr>

        """
    }
    return table(
      caption: "Not evaluable: where something was missing, a rule could neither flag nor clear",
      heads: ["Missing", "Rules", "Records", "Entries"], numbers: [1, 2, 3], rows: rows)
  }

  private var media: HTML {
    guard let overview = report.overview, !overview.contacts.isEmpty else { return "" }
    var sums: [Channel: [Direction: Int]] = [:]
    for (sort, count) in overview.contacts {
      sums[sort.channel, default: [:]][sort.direction] = count
    }
    let rows = Channel.allCases.filter { sums[$0] != nil }.map { channel -> HTML in
      """
      <tr><th scope="row">\(Phrases.words(channel.rawValue))</th>\
      <td class="count">\(Phrases.number(sums[channel]?[.outbound] ?? 0))</td>\
      <td class="count">\(Phrases.number(sums[channel]?[.inbound] ?? 0))</td></tr>

      """
    }
    return table(
      caption: "Contacts by medium", heads: ["Medium", "Outbound", "Inbound"], numbers: [1, 2],
      css: "narrow", rows: rows)
  }
}

extension Phrases {
  /// A name of the contract in words: `in person`.
  static func words(_ name: String) -> String { String(name.map { $0 == "_" ? " " : $0 }) }
}
