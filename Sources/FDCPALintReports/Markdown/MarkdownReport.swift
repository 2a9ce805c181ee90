import FDCPALint

/// A summary for a pull request or a ticket: totals, findings by rule and one by one, how to mend
/// them, and what was examined.
struct MarkdownReport {
  let report: Report
  let options: RenderOptions
  private let groups: [RuleFindings]
  /// The most rows of one table. A comment on GitHub holds 65,536 characters.
  private var listed: Int { options.audience.listsAll ? .max : 50 }

  init(report: Report, options: RenderOptions) {
    self.report = report
    self.options = options
    groups = RuleFindings.groups(of: report)
  }

  func render() -> String {
    let page: Markdown = """
      <!-- fdcpalint \(report.command) -->
      ## fdcpalint \(report.command): \(verdict)

      \(report.summaryLine).

      \(totals)\(comparison)\(findings)\(fixes)\(problems)\(notEvaluable)\(examined)
      """
    return page.text
  }

  private var verdict: String {
    switch report.verdict {
    case .incomplete: "incomplete"
    case .found: "needs attention"
    case .clean: report.findings.isEmpty ? "no finding" : "nothing at the threshold"
    }
  }

  private var totals: Markdown {
    let words = [
      "error": "errors", "warning": "warnings", "not_evaluable": "not evaluable",
      "set_aside": "set aside",
      "exit": "exit code",
    ]
    return table(
      ["total", "count:"],
      report.totals.map { "\(words[$0.name] ?? $0.name) | \(Phrases.number($0.count))" })
  }

  private var comparison: Markdown {
    guard let comparison = report.comparison, let line = report.comparisonLine else { return "" }
    let closed = comparison.closed.map { finding -> Markdown in
      "\(grade(of: finding)) | \(code: place(of: finding)) | \(finding.title)"
    }
    return """
      ### Since the earlier run

      \(line). A finding is closed when its rule ran again and did not find it.

      \(table(["severity", "where", "closed"], closed))
      """
  }

  private var findings: Markdown {
    guard !report.findings.isEmpty else { return "" }
    let byRule = groups.map { group -> Markdown in
      """
      \(group.grades) | \(group.title) (\(code: group.rule)) | \
      \(Phrases.number(group.findings.count)) | \(group.citations.joined(separator: "; "))
      """
    }
    // Only the first are listed, so the gravest must be among them.
    let gravest = Severity.allCases.flatMap { severity in
      report.findings.filter { $0.severity == severity }
    }
    let rows = gravest.map { finding -> Markdown in
      let notes = [
        finding.trend == .new ? "new" : nil, finding.isAllegation ? "alleged" : nil,
        finding.review?.review.decision.rawValue,
        finding.stage == .preview ? "preview" : nil,
      ].compactMap(\.self)
      let note: Markdown = notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))"
      return """
        \(grade(of: finding)) | \(code: place(of: finding)) | \(finding.title): \
        \(options.words(of: finding).message)\(note)
        """
    }
    return """
      ### Findings

      \(table(["severity", "rule", "findings:", "law"], byRule))\
      \(table(["severity", "where", "finding"], rows))
      """
  }

  /// For each rule that found something, the gravest first.
  private var fixes: Markdown {
    let fixes = groups.compactMap { group -> Markdown? in
      guard let finding = group.findings.first?.finding, !finding.fix.isEmpty else { return nil }
      return "- **\(group.title)**: \(finding.fix)\n"
    }
    guard !fixes.isEmpty else { return "" }
    return """
      ### How to mend

      \(fixes.joined())

      """
  }

  private var problems: Markdown {
    guard !report.problems.isEmpty else { return "" }
    return """
      ### Problems

      What could not be read; while there is any, the run is incomplete.

      \(table(["problem"], problemLines(report.problems).map { "\($0)" }))
      """
  }

  private var notEvaluable: Markdown {
    let open = report.notEvaluableByMissing
    guard !open.isEmpty else { return "" }
    let rows = open.map { missing, count, rules -> Markdown in
      let others = rules.count - 1
      let more: Markdown = others > 0 ? " and \(Phrases.count(others, "other"))" : ""
      return "\(missing) | \(Phrases.number(count)) | \(code: rules.first ?? "")\(more)"
    }
    return """
      ### Not evaluable

      Where something was missing, a rule could neither flag a record nor clear it.

      \(table(["missing", "times:", "rules"], rows))
      """
  }

  private var examined: Markdown {
    let who: Markdown =
      report.command == "check" ? "" : " of \(Phrases.count(report.consumers, "consumer"))"
    let packs = report.packs.map { "\($0.name) \($0.version)" }.joined(separator: ", ")
    let inputs = report.inputs.map { input -> Markdown in
      "\(code: input.path) | \(Phrases.number(input.records)) | \(code: input.digest)"
    }
    let notices = report.notices.map { "- \($0)\n" as Markdown }.joined()
    let noted: Markdown = report.notices.isEmpty ? "" : "Noted while reading:\n\n\(notices)\n"
    let masked =
      !options.isRedacted
      ? "Texts are shown in full."
      : "Texts are masked: letters as ·, digits as •, except words that rules look for."
    return """
      ### What was examined

      \(Phrases.count(report.records, "record"))\(who) from \
      \(Phrases.count(report.inputs.count, "input")), judged by \
      \(Phrases.count(report.rules.count, "rule")); packs: \(packs.isEmpty ? "none" : packs).

      \(table(["input", "records:", "SHA-256"], inputs))\(noted)\(masked) Findings are no legal advice. \
      fdcpalint \(options.toolVersion).

      """
  }

  /// A table; a head that ends in a colon is of numbers. Rows beyond the most are counted.
  private func table(_ heads: [String], _ rows: [Markdown]) -> Markdown {
    guard !rows.isEmpty else { return "" }
    let names = heads.map { "\(String($0.prefix { $0 != ":" }))" as Markdown }
    let rules = heads.map { ($0.hasSuffix(":") ? "---:" : "---") as Markdown }
    let lines = [names.joined(separator: " | "), rules.joined(separator: " | ")]
    let shown = (lines + rows.prefix(listed)).map { "| " + $0 + " |\n" }.joined()
    let hidden = rows.count - listed
    let more: Markdown =
      hidden > 0
      ? "\n… and \(Phrases.number(hidden)) more: other formats of the run list all.\n" : ""
    return shown + more + "\n"
  }
}
