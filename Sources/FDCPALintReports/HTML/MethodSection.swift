import FDCPALint

extension HTMLReport {
  var method: Section {
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
    let packs = report.packs.map { "\($0.title) (\($0.name)) \($0.version)" }
      .joined(separator: "; ")
    let found = Set(report.findings.map(\.rule))
    let open = Dictionary(grouping: report.notEvaluable, by: \.rule)
    let rules = model.rules.map { rule -> HTML in
      let index = model.ruleIndex[rule.id] ?? 0
      let count = model.ruleCounts.first { $0.index == index }?.total ?? 0
      let outcome: HTML =
        found.contains(rule.id) ? total(count, show: "rule=\(index)") : "no finding"
      let missing = open[rule.id].map { "; not evaluable for \(Phrases.number($0.count))" } ?? ""
      return """
        <tr><th scope="row">\(rule.title)<br><span class="id quiet">\(rule.id)</span></th>\
        <td>\(rule.citations.joined(separator: "; "))</td><td>\(rule.basis.rawValue)</td>\
        <td>\(outcome)\(rule.stage == .preview ? " (preview)" : "")\(missing)</td></tr>

        """
    }
    return Section(
      id: "method", title: "Method and limits", count: nil,
      body: """
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
        <li>Limits, windows and hours are those of the rules that ran, by the law in force on each \
        contact’s own day. A state’s rules apply where something proves that the consumer is there.</li>
        <li>Rules see what was handed in and nothing else: no calls, letters or consent that the \
        inputs do not hold. A window that reaches back before the first record may hold calls that \
        nobody sees here. What could not be decided is listed as not evaluable.</li>
        <li>Pairs “drawn from the clear ones” are the same in every run over the same log: the draw \
        goes by a hash of consumer, person and debt.</li>
        <li>Threshold of this run: \(threshold).</li>
        <li>\(texts)</li>
        <li>\(key)</li>
        </ul>
        <p>Packs: \(packs.isEmpty ? "none" : packs). Rules of other packs did not run; \
        <code>fdcpalint rules list</code> names them all.</p>
        <details class="list" id="rules"><summary>Rules that ran \
        (\(Phrases.number(report.rules.count)))</summary>
        \(table(caption: "", heads: ["Rule", "Law", "Basis", "Outcome"], css: "rules", rows: rules))</details>

        """)
  }

  /// Lines to sign on paper.
  var signature: Section {
    let lines = ["Prepared by", "Reviewed by", "Approved by"].map { who -> HTML in
      """
      <tr><th scope="row">\(who)</th><td></td><td></td><td></td></tr>

      """
    }
    return Section(
      id: "signature", title: "Sign-off", count: nil,
      body: """
        <p>Whoever signs has read what was examined and what was not, the findings, and the limits \
        of the method.</p>
        \(table(
          caption: "", heads: ["", "Name", "Signature", "Date"], css: "sign", rows: lines))
        """)
  }
}
