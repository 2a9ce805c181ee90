/// How long the evidence for findings must be kept (12 CFR 1006.100(a)).
struct Retention {
  private let years: Int
  private let ledger: Ledger
  /// The last day of any contact about a debt, by the debt's name or its group's.
  private var lastOf: [String: CivilDay] = [:]
  /// That of contacts which name no debt, and so may be about any.
  private var lastUnnamed: CivilDay?
  private var debtsOf: [String: [String]] = [:]

  /// - Parameter years: From the last collection activity on the debt.
  init(years: Int, _ ledger: Ledger, _ clock: LedgerClock) {
    self.years = years
    self.ledger = ledger
    for (index, entry) in ledger.entries.enumerated() {
      let debts = entry.contact.debts.map(name)
      debtsOf[entry.contact.id] = debts
      guard let day = clock.localTime(ofEntry: index, in: ledger)?.day else { continue }
      if debts.isEmpty { lastUnnamed = Self.later(lastUnnamed, day) }
      for debt in debts { lastOf[debt] = Self.later(lastOf[debt], day) }
    }
  }

  /// The day up to which it must be kept at least, as far as the log shows; `nil` where nothing of
  /// it has a day.
  func end(of finding: Finding) -> CivilDay? {
    let debts = finding.evidence.debt.map { [name($0)] } ?? debtsOf[finding.record] ?? []
    let days = debts.isEmpty ? Array(lastOf.values) : debts.compactMap { lastOf[$0] }
    return days.reduce(lastUnnamed) { Self.later($0, $1) }?.advanced(by: .years(years))
  }

  private func name(_ debt: String) -> String { ledger.debts[debt]?.group ?? debt }

  private static func later(_ left: CivilDay?, _ right: CivilDay) -> CivilDay {
    max(left ?? right, right)
  }
}
