/// How full windows are, for one rule that limits how often somebody is contacted.
public struct FrequencyOverview: Sendable, Hashable {
  /// The most contacts that a window may hold, and its days at most; `nil`: without end.
  public var limit: Int
  public var days: Int?
  /// How many windows hold so many contacts; each window ends with one of them.
  public var windows: [Int: Int] = [:]
  /// How many pairs of a person and a debt have so many contacts in their fullest window.
  public var pairs: [Int: Int] = [:]
  /// Pairs at the limit or just below it, none over: each with its fullest window.
  public var near = Shortlist<CountedPair>(limit: .max)
  /// Pairs drawn by chance from those that are neither near the limit nor over, for somebody to recount.
  public var clear = Shortlist<CountedPair>(limit: Self.mostDrawn)

  static let mostDrawn = 50

  public init(limit: Int, days: Int?) {
    self.limit = limit
    self.days = days
  }

  func merged(with other: FrequencyOverview) -> FrequencyOverview {
    var all = self
    all.windows.merge(other.windows, uniquingKeysWith: +)
    all.pairs.merge(other.pairs, uniquingKeysWith: +)
    all.near.merge(other.near)
    all.clear.merge(other.clear)
    return all
  }

  /// How many pairs have a window over the limit.
  public var pairsOver: Int { pairs.reduce(0) { $0 + ($1.key > limit ? $1.value : 0) } }
}

/// A person and a debt with the fullest of their windows.
public struct CountedPair: Sendable, Hashable, Comparable {
  public var consumer: String
  public var evidence: FindingEvidence
  /// The first day on which one more contact is within the limit again, where the window is full.
  public var free: CivilDay?
  /// Its place in the order in which pairs are drawn; 0 where all are listed.
  private var place: UInt64 = 0

  init(consumer: String, evidence: FindingEvidence, free: CivilDay?, isDrawn: Bool) {
    self.consumer = consumer
    self.evidence = evidence
    self.free = free
    if isDrawn { place = Self.place(consumer, evidence.person, evidence.debt) }
  }

  static func place(_ consumer: String, _ person: String?, _ debt: String?) -> UInt64 {
    DrawnOrder.number([consumer, person ?? "", debt ?? ""])
  }

  public static func < (left: CountedPair, right: CountedPair) -> Bool {
    if left.place != right.place { return left.place < right.place }
    return (left.consumer, left.evidence.person ?? "", left.evidence.debt ?? "")
      < (right.consumer, right.evidence.person ?? "", right.evidence.debt ?? "")
  }
}

extension FrequencyCheck {
  /// A contact and how many the window that ends with it holds, for one debt.
  struct Fullness: Sendable, Hashable {
    var entry: Int
    var unit: String
    var debt: Int
    var contacts: Int
  }

  /// How full the window of each contact is that counts for a debt, in the first reading of dates.
  ///
  /// - Complexity: O(*n*) while dates never run back.
  static func fullness(
    _ rule: FrequencyLimit, in ledger: Ledger, clock: LedgerClock, inForce: InForce,
    excused: Set<Int>
  ) -> [Fullness] {
    let debts = DebtBook(ledger, perDebt: rule.per.contains(.debt))
    let reader = CallReader(rule, ledger, clock, debts, reading: 0, inForce, excused)
    var all: [Fullness] = []
    for (unit, person, calls) in reader.calls() {
      let sweep = Sweep(rule, reader, person, calls, on: nil)
      sweep.eachWindow { index, window, _ in
        guard case .each(let shares) = sweep.calls[index].standing else { return }
        for share in shares where share.out == nil {
          all.append(
            Fullness(
              entry: sweep.calls[index].entry, unit: unit, debt: share.debt,
              contacts: window.possible(for: share.debt)))
        }
      }
    }
    return all
  }

  /// The window that ends with a contact, as evidence, though it is within the limit.
  static func window(
    of fullness: Fullness, debt name: String?, _ rule: FrequencyLimit, in ledger: Ledger,
    clock: LedgerClock, inForce: InForce, excused: Set<Int>
  ) -> Evidence? {
    var lower = rule
    lower.limit = fullness.contacts - 1
    return evidence(
      lower, in: ledger, clock: clock, inForce: inForce, excused: excused, on: fullness.entry
    ).evidence.first { $0.debt == name }
  }
}
