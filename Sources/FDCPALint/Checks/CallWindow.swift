/// Counts of the calls to one person within one window, kept as calls come and go.
///
/// For each debt there are two counts: the calls that certainly count, and those that may. The law
/// is certainly broken when the first is over the limit, perhaps when the second is.
struct CallWindow: Sendable {
  private let limit: Int
  private let debts: Int
  /// Calls that may count for a debt, without those of which nobody knows the debt at all.
  private var possible: [Int: Int] = [:]
  private var unattributed = 0
  private var tallies: [String?: Tally] = [:]

  /// The calls of one collector that certainly count.
  private struct Tally {
    var certain: [Int: Int] = [:]
    /// Of what all debts together allow, how much is used by calls with a debt.
    var used = 0
    /// Calls for one of several debts.
    var oneOf: [[Int]: Int] = [:]
    var oneOfAny = 0
  }

  init(limit: Int, debts: Int) {
    self.limit = limit
    self.debts = debts
  }

  mutating func add(_ call: PlacedCall) { change(by: 1, call) }
  mutating func remove(_ call: PlacedCall) { change(by: -1, call) }

  mutating func removeAll() {
    possible = [:]
    unattributed = 0
    tallies = [:]
  }

  /// How many calls may count for a debt.
  func possible(for debt: Int) -> Int { possible[debt, default: 0] + unattributed }

  /// How many of a collector's calls certainly count for a debt.
  func certain(for debt: Int, by collector: String?) -> Int {
    tallies[collector]?.certain[debt] ?? 0
  }

  /// The debt of these for which most calls may count.
  func fullest(of debts: [Int]) -> (debt: Int, calls: Int) {
    let named = debts.count == self.debts ? possible.keys.sorted() : debts
    var fullest = (debt: debts[0], calls: possible(for: debts[0]))
    for debt in named where possible(for: debt) > fullest.calls {
      fullest = (debt, possible(for: debt))
    }
    return fullest
  }

  /// Whether some of these debts is over the limit, to whichever of them the collector counts the
  /// calls that may be for any: there are more of those than the debts have room for.
  func isOver(oneOf debts: [Int], by collector: String?) -> Bool {
    guard let tally = tallies[collector] else { return false }
    if debts.count == self.debts {
      return tally.oneOfAny > limit * self.debts - tally.used
    }
    let room = debts.reduce(0) { $0 + max(0, limit - (tally.certain[$1] ?? 0)) }
    return tally.oneOf[debts, default: 0] > room
  }

  private mutating func change(by step: Int, _ call: PlacedCall) {
    switch call.standing {
    case .out: break
    case .each(let shares):
      for share in shares where share.out == nil {
        possible[share.debt, default: 0] += step
        if possible[share.debt] == 0 { possible[share.debt] = nil }
        guard share.questions.isEmpty else { continue }
        let before = tallies[call.collector, default: Tally()].certain[share.debt, default: 0]
        tallies[call.collector, default: Tally()].certain[share.debt] = before + step
        tallies[call.collector, default: Tally()].used +=
          min(limit, before + step) - min(limit, before)
      }
    case .oneOf(let debts, _, let questions):
      if debts.count == self.debts {
        unattributed += step
      } else {
        for debt in debts { possible[debt, default: 0] += step }
      }
      guard questions.isEmpty else { return }
      tallies[call.collector, default: Tally()].oneOf[debts, default: 0] += step
      tallies[call.collector, default: Tally()].oneOfAny += step
    }
  }
}
