public import FDCPALint

/// For whom a report is drawn.
public enum Audience: String, Sendable, CaseIterable {
  /// The agency itself: the run as it is.
  case `internal`
  /// The creditor that debts are collected for: findings that rest on law, by rules that are
  /// stable, without excerpts, and what could not be read or decided. Texts are always masked.
  case client
  /// Somebody who examines the agency: the whole run, and no list is shortened.
  case examiner

  /// What of a report this audience is shown. Totals are those of what is shown; a notice says what
  /// was left out.
  public func view(of report: Report) -> Report {
    switch self {
    case .internal, .examiner: return report
    case .client: break
    }
    var view = report
    let isShown = { (basis: Basis, stage: Stage) in basis != .practice && stage == .stable }
    view.findings.removeAll { !isShown($0.basis, $0.stage) }
    for index in view.findings.indices {
      view.findings[index].excerpt = nil
      view.findings[index].review?.hideWords()
    }
    view.rules.removeAll { !isShown($0.basis, $0.stage) }
    let rules = Set(view.rules.map(\.id))
    view.notEvaluable.removeAll { !rules.contains($0.rule) }
    view.facts = []
    view.setAside.removeAll { !isShown($0.finding.basis, $0.finding.stage) }
    for index in view.setAside.indices {
      view.setAside[index].finding.excerpt = nil
      view.setAside[index].finding.review?.hideWords()
    }
    for index in view.findings.indices { view.findings[index].handling.agent = nil }
    if var overview = view.overview {
      // Requests of consumers are facts, and those who work for the agency are its own affair.
      overview.restrictions = [:]
      overview.consents = Shortlist(limit: .max)
      overview.staff = overview.staff.filter { $0.key.kind != .agent }
      overview.frequency = overview.frequency.filter { rules.contains($0.key) }
      view.overview = overview
    }
    view.comparison?.closed.removeAll { !isShown($0.basis, $0.stage) }
    for index in view.comparison?.closed.indices ?? 0..<0 {
      view.comparison?.closed[index].excerpt = nil
    }
    let left = [
      Phrases.count(report.findings.count - view.findings.count, "finding")
        + " of advice or preview",
      "\(Phrases.number(report.notEvaluable.count - view.notEvaluable.count)) not evaluable for them",
      Phrases.count(report.facts.count, "fact"),
    ]
    view.notices.append("left out for this audience: \(left.joined(separator: ", "))")
    return view
  }

  /// Whether tables and lists for people are drawn to their end.
  var listsAll: Bool { self == .examiner }
}
