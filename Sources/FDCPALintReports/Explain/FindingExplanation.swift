public import FDCPALint

/// A finding for a person who wants to check it: what, why, the law, what to do, and a calendar on
/// which to recount it.
public struct FindingExplanation: Sendable {
  private let account: FindingAccount
  /// The rule as the packs have it; `nil` where they do not.
  private let rule: Rule?
  private let headings: [String: String]

  /// - Parameter packs: Where the rule's reasons and the headings of the law stand.
  public init(_ account: FindingAccount, packs: RulePacks) {
    self.account = account
    rule = packs.rules.first { $0.id == account.rule || $0.formerly.contains(account.rule) }
    headings = packs.citations
  }

  /// The text, ended by a line break.
  public var text: String {
    var lines = [
      account.title, String(repeating: "=", count: account.title.count), "",
      "\(account.severity) \(account.rule)", account.place,
      account.message.collapsingSpace, "",
    ]
    for citation in account.citations {
      let heading = headings[citation].map { ": \($0)" } ?? ""
      lines.append("law   \(citation)\(heading)")
    }
    if let rule {
      lines += ["why   \(rule.why.collapsingSpace)", "fix   \(rule.fix.collapsingSpace)"]
    }
    lines += account.facts.map { "rests on  \($0)" }
    if !account.questions.isEmpty {
      lines.append("open  \(account.questions.joined(separator: ", "))")
    }
    if let calendar = FindingCalendar(account, opensWithTalk: opensWithTalk) {
      lines += [""] + calendar.lines
    }
    lines += ["", "fingerprint  \(account.fingerprint)"]
    return lines.map(\.visible).joined(separator: "\n") + "\n"
  }

  /// Whether the first record that counted is the conversation that opened the window.
  private var opensWithTalk: Bool {
    if case .afterConversation? = rule?.check { true } else { false }
  }
}
