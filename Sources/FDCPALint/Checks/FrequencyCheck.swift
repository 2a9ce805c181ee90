/// Finds contacts that go over a limit within consecutive days on the consumer's calendar
/// (12 CFR 1006.14(b)(2)(i)(A)).
///
/// Unless the rule has a calendar's windows, the window ends with each contact's own date. Seven-day
/// windows hold seven dates, so calls on two Mondays running never share one. The finding lies on the
/// contact that is over, and on every further one while its own window holds too many.
///
/// - Complexity: O(*n* + *e*·*w*): *n* contacts, *e* over, *w* in the fullest window.
enum FrequencyCheck {
  /// - Parameters:
  ///   - excused: Entries whose own words show a reason that the law accepts.
  ///   - inForce: The days on which the rule binds: earlier contacts leave it open whether
  ///   they fill the windows of later ones.
  ///   - entry: The only entry to judge; `nil`: all.
  ///   - wanted: What somebody will want to know of an entry that is over.
  static func evidence(
    _ rule: FrequencyLimit, in ledger: Ledger, clock: LedgerClock, inForce: InForce = .always,
    excused: Set<Int> = [], on entry: Int? = nil,
    wanted: (Int) -> CheckResult.Wanted = { _ in .evidence }
  ) -> CheckResult {
    guard mayHold(rule, in: ledger) else { return CheckResult() }
    let debts = DebtBook(ledger, perDebt: rule.per.contains(.debt))
    func reader(_ reading: Int) -> CallReader {
      CallReader(rule, ledger, clock, debts, reading: reading, inForce, excused)
    }
    var result = CheckResult()
    result.notEvaluable = reader(0).missing
    let readings = clock.dayReadings.map { reading in
      let reader = reader(reading)
      return reader.calls().flatMap {
        over(rule, reader, $0.person, $0.calls, on: entry, wanted)
      }
    }
    result.evidence = CountedEvidence.merged(readings).map { over in
      over.evidence(in: ledger, clock: clock, debts: debts).with(days: rule.span)
    }
    return result
  }

  /// Whether there are so many contacts of the kind at all, or some that cannot be placed: in most
  /// ledgers there are not.
  private static func mayHold(_ rule: FrequencyLimit, in ledger: Ledger) -> Bool {
    var left = rule.limit
    return ledger.entries.indices.contains { index in
      let misses = rule.counts.reading(
        ledger.entries[index].contact, isMinor: ledger.isMinor
      ).misses
      guard !misses.contains(.other) else { return false }
      left -= 1
      return left < 0 || ledger.entries[index].contact.at == nil
        || rule.per.contains(.number) && ledger.entries[index].contact.address == nil
    }
  }

  private static func over(
    _ rule: FrequencyLimit, _ reader: CallReader, _ person: String?, _ calls: [PlacedCall],
    on entry: Int?, _ wanted: (Int) -> CheckResult.Wanted
  ) -> [CountedEvidence] {
    let over = Sweep(rule, reader, person, calls, on: entry).over(wanted)
    guard !over.isEmpty, let calendar = rule.inCalendarWeeks else { return over }
    let certain = Sweep(calendar, reader, person, calls, on: entry).over(wanted)
      .filter(\.questions.isEmpty)
    let both = Set(certain.map { [$0.entry, $0.key] })
    return over.map { found in
      var found = found
      if !both.contains([found.entry, found.key]) { found.questions.insert(.weekUnclear) }
      return found
    }
  }

  /// One pass over the calls to one person.
  struct Sweep {
    private let rule: FrequencyLimit
    private let reader: CallReader
    private let person: String?
    let calls: [PlacedCall]
    /// The only entry to judge.
    private let only: Int?
    /// Whether dates never run back: they may where records have no common zone, or where a
    /// clock is set back at midnight.
    private let isOrdered: Bool
    /// By the number of a debt; made once, since every finding may need them often.
    private let otherDebts: [String]

    init(
      _ rule: FrequencyLimit, _ reader: CallReader, _ person: String?, _ calls: [PlacedCall],
      on only: Int?
    ) {
      let calls = calls.filter { rule.window(of: $0.day) != nil }
      self.rule = rule
      self.only = only
      self.reader = reader
      self.person = person
      self.calls = calls
      otherDebts = reader.debts.names.map(LeftOutReason.otherDebt)
      isOrdered = zip(calls, calls.dropFirst()).allSatisfy { $0.day <= $1.day }
    }

    func over(_ wanted: (Int) -> CheckResult.Wanted) -> [CountedEvidence] {
      var over: [CountedEvidence] = []
      eachWindow { index, window, opening in
        if only == nil || only == calls[index].entry {
          judge(index, window, opening, wanted, into: &over)
        }
      }
      return over
    }

    /// Tells of each call the window that ends with it, and the first call that may lie within.
    func eachWindow(_ body: (_ call: Int, _ window: CallWindow, _ opening: Int) -> Void) {
      var window = CallWindow(limit: rule.limit, debts: reader.debts.count)
      var opening = 0
      for (index, call) in calls.enumerated() {
        let first = rule.window(of: call.day)?.first
        if isOrdered {
          while !isWithin(calls[opening], first, call) {
            window.remove(calls[opening])
            opening += 1
          }
        } else {
          window.removeAll()
          while isLongBefore(calls[opening], call) { opening += 1 }
          for earlier in calls[opening..<index] where isWithin(earlier, first, call) {
            window.add(earlier)
          }
        }
        window.add(call)
        body(index, window, opening)
      }
    }

    /// Whether an earlier call lies in the window that opens on `first` and ends with a call.
    private func isWithin(_ earlier: PlacedCall, _ first: CivilDay?, _ call: PlacedCall) -> Bool {
      guard let first else { return true }
      return first <= earlier.day && earlier.day <= call.day
    }

    /// Whether no reading of dates can bring the two into one window: local times lie at most
    /// 26 hours apart.
    private func isLongBefore(_ earlier: PlacedCall, _ call: PlacedCall) -> Bool {
      guard let days = rule.span else { return false }
      return call.instant.seconds - earlier.instant.seconds > (days + 2) * 86_400
    }

    private func judge(
      _ index: Int, _ window: CallWindow, _ opening: Int,
      _ wanted: (Int) -> CheckResult.Wanted, into all: inout [CountedEvidence]
    ) {
      let overs = self.overs(of: calls[index], in: window)
      guard !overs.isEmpty else { return }
      let wanted = wanted(calls[index].entry)
      if wanted == .nothing { return }
      for over in overs {
        var evidence = CountedEvidence(entry: calls[index].entry, person: person)
        evidence.key = over.key
        evidence.isTold = wanted == .evidence
        if evidence.isTold { fill(&evidence, index, opening, over) }
        all.append(evidence)
      }
    }

    /// For which debts a call is over the limit.
    private func overs(of call: PlacedCall, in window: CallWindow) -> [Over] {
      switch call.standing {
      case .out: return []
      case .each(let shares):
        return shares.compactMap { share in
          guard share.out == nil, window.possible(for: share.debt) > rule.limit else { return nil }
          let isCertain =
            share.questions.isEmpty
            && window.certain(for: share.debt, by: call.collector) > rule.limit
          return isCertain ? .certain([share.debt]) : .open(share.debt, among: nil)
        }
      case .oneOf(let debts, let question, let questions):
        if questions.isEmpty, window.isOver(oneOf: debts, by: call.collector) {
          return [.certain(debts)]
        }
        let fullest = window.fullest(of: debts)
        guard fullest.calls > rule.limit else { return [] }
        return [.open(fullest.debt, among: question == .attribution ? debts : [fullest.debt])]
      }
    }

    private enum Over {
      /// Over for this debt, or for one of these.
      case certain([Int])
      /// Perhaps, for a debt; `among`: where the call is for one of several, those to name.
      case open(Int, among: [Int]?)

      /// What tells evidence on one call apart.
      var key: Int {
        switch self {
        case .certain(let debts): debts.count == 1 ? debts[0] : -1
        case .open(let debt, let among): among == nil ? debt : -1
        }
      }
    }

    private func fill(
      _ evidence: inout CountedEvidence, _ index: Int, _ opening: Int, _ over: Over
    ) {
      let call = calls[index]
      switch over {
      case .certain(let debts):
        evidence.debts = debts
        evidence.limit = rule.limit * debts.count
      case .open(let debt, let among):
        evidence.debts = among ?? [debt]
        evidence.limit = rule.limit
      }
      let window = rule.window(of: call.day)
      evidence.window = DayRange(
        first: window?.first ?? calls[opening].day, last: window?.last ?? call.day)
      for other in calls[opening...index] where isWithin(other, window?.first, call) {
        let reason: String?
        switch over {
        case .certain(let debts): reason = leftOut(other, debts, call.collector)
        case .open(let debt, _): reason = open(other, debt, call.collector, &evidence.questions)
        }
        if let reason {
          evidence.leftOut.append(Evidence.LeftOut(entry: other.entry, reason: reason))
        } else {
          evidence.counted.append(other.entry)
        }
      }
    }

    /// Why a call is not among those that are certainly over, `nil` when it is.
    private func leftOut(_ call: PlacedCall, _ debts: [Int], _ collector: String?) -> String? {
      switch call.standing {
      case .out(let reason): return reason
      case .each(let shares):
        let mine = shares.filter { debts.contains($0.debt) }
        guard let first = mine.first else { return otherDebt(shares) }
        if mine.contains(where: { $0.out == nil && $0.questions.isEmpty }) {
          return call.collector == collector ? nil : LeftOutReason.otherCollector
        }
        return first.out ?? LeftOutReason.open(first.questions)
      case .oneOf(let candidates, let question, let questions):
        let isAmong =
          candidates == debts || debts.count == reader.debts.count && reader.debts.count > 1
        guard isAmong, questions.isEmpty else {
          return LeftOutReason.open(questions.union([question]))
        }
        return call.collector == collector ? nil : LeftOutReason.otherCollector
      }
    }

    /// Why a call is not even perhaps among those for a debt; `nil` when it is, and then the
    /// questions on which that hangs.
    private func open(
      _ call: PlacedCall, _ debt: Int, _ collector: String?, _ questions: inout Set<OpenQuestion>
    ) -> String? {
      switch call.standing {
      case .out(let reason): return reason
      case .each(let shares):
        guard let share = shares.first(where: { $0.debt == debt }) else {
          return otherDebt(shares)
        }
        if let out = share.out { return out }
        questions.formUnion(share.questions)
      case .oneOf(let candidates, let question, let more):
        guard candidates.contains(debt) else {
          return LeftOutReason.open(more.union([question]))
        }
        questions.formUnion(more.union([question]))
      }
      if call.collector != collector { questions.insert(.collectors) }
      return nil
    }

    private func otherDebt(_ shares: [PlacedCall.Share]) -> String {
      if shares.count == 1, otherDebts.indices.contains(shares[0].debt) {
        return otherDebts[shares[0].debt]
      }
      return LeftOutReason.otherDebt(
        shares.compactMap { reader.debts.name($0.debt) }.joined(separator: ", "))
    }
  }
}

extension CallReader {
  /// As a limit reads calls.
  init(
    _ rule: FrequencyLimit, _ ledger: Ledger, _ clock: LedgerClock, _ debts: DebtBook,
    reading: Int, _ inForce: InForce, _ excused: Set<Int>
  ) {
    self.init(
      ledger, clock: clock, debts: debts, reading: reading, per: rule.per, filter: rule.counts,
      except: rule.except, days: rule.span, inForce: inForce, excused: excused)
  }
}

extension Evidence {
  fileprivate func with(days: Int?) -> Evidence {
    var evidence = self
    evidence.values["days"] = days.map { String($0) }
    return evidence
  }
}
