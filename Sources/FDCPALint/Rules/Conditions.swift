/// Whether a rule is about an entry, once the ledger is joined.
struct Conditions: Sendable {
  /// What the conditions of one rule say of one piece of evidence.
  enum Answer: Sendable, Equatable {
    case applies
    case doesNotApply
    /// It would, if something were known to be so: a risk.
    case ifKnown([String])
    /// Nothing can be said while this is not known.
    case notEvaluable(String)
  }

  static let othersWhoSend = Set(
    [Party.creditor, .creditorAttorney, .priorCollector].map(\.rawValue))

  /// What is missing where nothing says which jurisdictions a contact is in.
  static let jurisdiction = "jurisdiction"

  let role: Role
  /// Today, for what has no day of its own.
  let today: CivilDay
  let whereabouts: Whereabouts

  /// - Parameter index: The number of an entry of the ledger.
  func answer(_ rule: Rule, _ index: Int, _ ledger: Ledger, day: CivilDay?, _ base: RuleBase)
    -> Answer
  {
    let wanted = rule.applies.jurisdictions
    let standing =
      wanted.isEmpty ? .applies : whereabouts.jurisdictions(ofEntry: index).standing(wanted)
    if case .doesNotApply = standing { return .doesNotApply }
    let entry = ledger.entries[index]
    guard rule.applies.roles.contains(role), rule.inForce.holds(day ?? today),
      base.applies(rule.applies, to: entry.contact, isDocument: entry.isDocument)
    else { return .doesNotApply }
    // What a creditor sent in its own name is on file, and binds nobody here, unless a rule names it.
    if rule.applies.senders.isEmpty, let sender = entry.contact.sender,
      Self.othersWhoSend.contains(sender)
    {
      return .doesNotApply
    }
    var open: [String] = []
    var isPlaced = true
    switch standing {
    case .applies: break
    case .ifIn(let region, let evidence):
      open.append("the consumer is in \(region), to which \(evidence) points")
    case .doesNotApply: return .doesNotApply
    case .unknown: isPlaced = false
    }
    var missing: String?
    for (key, wanted) in rule.applies.contextKnown.sorted(by: { $0.key < $1.key }) {
      guard let known = Self.value(of: key, entry, ledger) else {
        missing = missing ?? key
        continue
      }
      if !Self.same(known, wanted) { return .doesNotApply }
    }
    for (key, wanted) in rule.applies.context.sorted(by: { $0.key < $1.key }) {
      guard let known = Self.value(of: key, entry, ledger) else {
        open.append("\(key) is \(wanted)")
        continue
      }
      if !Self.same(known, wanted) { return .doesNotApply }
    }
    guard isPlaced else { return .notEvaluable(Self.jurisdiction) }
    if let missing { return .notEvaluable(missing) }
    return open.isEmpty ? .applies : .ifKnown(open)
  }

  /// A fact that no text shows: from the record itself, from its debts where they agree, or from
  /// the consumer's table.
  static func value(of key: String, _ entry: Entry, _ ledger: Ledger) -> String? {
    if let own = entry.context[key] { return own }
    let ofDebts = Set(entry.contact.debts.compactMap { ledger.debts[$0]?.context[key] })
    if ofDebts.count == 1 { return ofDebts.first }
    return ledger.consumer.context[key]
  }

  private static func same(_ left: String, _ right: String) -> Bool {
    left.lowercased() == right.lowercased()
  }
}
