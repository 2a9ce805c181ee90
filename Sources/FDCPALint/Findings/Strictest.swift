/// Of the rules of one axis that a contact breaks, tells the strictest and cites them all: several
/// jurisdictions may bind one call, and it is still one call.
///
/// Findings belong together when they lie on the same record and no debt and no person tells them
/// apart: one about the consumer as a whole belongs to each of the debts. The strictest is, in this
/// order: the graver, the surer, the one with the smaller limit, the wider window or the longer
/// barred time, the one that forbids before the one that presumes, the federal one, the first by id.
/// Rules in preview are told apart from others: law that nobody has checked yet does not stand among
/// what is cited with confidence.
struct Strictest {
  private let rules: [String: Rule]

  /// - Parameter rules: Those that findings may come from.
  init(_ rules: [Rule]) {
    self.rules = Dictionary(
      rules.filter { $0.axis != nil }.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The findings with each axis told once, in the order of those that stay.
  func told(_ findings: [Finding]) -> [Finding] {
    var groups: [Key: [Int]] = [:]
    for (index, finding) in findings.enumerated() {
      guard let axis = rules[finding.rule]?.axis else { continue }
      let key = Key(record: finding.record, axis: axis, stage: finding.stage)
      groups[key, default: []].append(index)
    }
    var told = findings
    var dropped: Set<Int> = []
    for members in groups.values where members.count > 1 {
      var kept: [Int] = []
      for index in members.sorted(by: { isStricter(findings[$0], findings[$1]) }) {
        let hosts = kept.filter { Self.belong(findings[$0], findings[index]) }
        guard !hosts.isEmpty else {
          kept.append(index)
          continue
        }
        dropped.insert(index)
        for host in hosts { told[host].cite(findings[index].citations) }
      }
    }
    for index in told.indices where told[index].citations.count > findings[index].citations.count {
      let others = told[index].citations.dropFirst(findings[index].citations.count)
      told[index].message += "; also: \(others.joined(separator: ", "))"
    }
    return told.indices.filter { !dropped.contains($0) }.map { told[$0] }
  }

  private struct Key: Hashable {
    var record: String
    var axis: Axis
    var stage: Stage
  }

  /// Findings of one rule are never the same breach.
  private static func belong(_ left: Finding, _ right: Finding) -> Bool {
    func agree(_ a: String?, _ b: String?) -> Bool { a == nil || b == nil || a == b }
    return left.rule != right.rule && agree(left.evidence.debt, right.evidence.debt)
      && agree(left.evidence.person, right.evidence.person)
  }

  private func isStricter(_ left: Finding, _ right: Finding) -> Bool {
    if left.severity != right.severity { return left.severity > right.severity }
    if left.confidence != right.confidence { return left.confidence > right.confidence }
    guard let a = rules[left.rule], let b = rules[right.rule] else { return false }
    if a.room != b.room { return a.room < b.room }
    if (a.basis == .presumption) != (b.basis == .presumption) { return b.basis == .presumption }
    if a.applies.jurisdictions.isEmpty != b.applies.jurisdictions.isEmpty {
      return a.applies.jurisdictions.isEmpty
    }
    return (left.rule, left.evidence.debt ?? "") < (right.rule, right.evidence.debt ?? "")
  }
}

extension Finding {
  fileprivate mutating func cite(_ others: [String]) {
    for citation in others where !citations.contains(citation) { citations.append(citation) }
  }
}

extension Rule {
  /// What the rule leaves room for, the less the stricter: first how many contacts, then the days
  /// or seconds in which it allows no more.
  fileprivate var room: (contacts: Int, negativeTime: Int) {
    switch check {
    case .frequency(let limit): (limit.limit, -(limit.span ?? .max))
    case .afterConversation(let pause): (0, -pause.days)
    case .hours(let hours): (0, hours.to.seconds - hours.from.seconds - 86_400)
    default: (0, 0)
    }
  }
}
