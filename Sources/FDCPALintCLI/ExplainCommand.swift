import ArgumentParser
import FDCPALint

struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "What a rule says, why, and how to mend what it finds.")

  @Argument(help: "The rule's id, such as federal/threat-of-arrest.")
  var rule: String
  @OptionGroup var rules: RuleOptions

  func run() async throws { try Explanation.tell(rule, rules, withExamples: false) }
}

/// A rule for people to read.
enum Explanation {
  static func tell(_ id: String, _ options: RuleOptions, withExamples: Bool) throws {
    let loaded = try LoadedRules(options, withExamples: true)
    let packs = loaded.base.packs
    guard let rule = packs.rules.first(where: { $0.id == id || $0.formerly.contains(id) }) else {
      let matches = packs.rules.map(\.id).filter { $0.hasSuffix("/" + id) || $0.contains(id) }
      let hint =
        matches.isEmpty
        ? "`fdcpalint rules list` shows all" : "did you mean \(matches.joined(separator: " or "))?"
      throw UsageError(message: "no rule is named '\(id)'; \(hint)")
    }
    var lines = [
      rule.title, String(repeating: "=", count: rule.title.count), "",
      "\(rule.severity.rawValue), \(rule.basis.rawValue), confidence \(rule.confidence.rawValue)"
        + (rule.stage == .preview ? ", preview: never fails a run" : ""),
      "", "why   \(rule.why)", "fix   \(rule.fix)", "",
    ]
    for citation in rule.citations {
      lines.append("law   \(citation): \(packs.citations[citation] ?? "")")
    }
    if let from = rule.inForce.from { lines.append("from  \(from)") }
    if let until = rule.inForce.until { lines.append("until \(until)") }
    if let note = rule.note { lines += ["", "note  \(note)"] }
    if let set = loaded.examples.first(where: { $0.id == rule.id }) {
      let limit = withExamples ? Int.max : 3
      lines += ["", "flags"] + set.flags.prefix(limit).map { "  " + text($0) }
      lines += ["", "passes"] + set.passes.prefix(limit).map { "  " + text($0) }
    }
    if withExamples { lines += ["", "check \(rule.check.name)", "id    \(rule.id)"] }
    Console.output(lines.joined(separator: "\n") + "\n")
  }

  private static func text(_ example: Example) -> String {
    switch example.material {
    case .text(let marked, _):
      return marked.split(separator: "\n").joined(separator: " / ")
    case .contacts(let rows):
      let flagged = rows.filter(\.finding).count
      return "a log of \(rows.count) contacts" + (flagged > 0 ? ", \(flagged) of them found" : "")
    }
  }
}
