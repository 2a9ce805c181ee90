extension Linter {
  /// What rules say of ledgers.
  struct Judged: Sendable {
    var findings: [Finding] = []
    var notEvaluable: [NotEvaluable] = []
    var overview = Overview()
  }

  /// Ledgers that one task judges.
  private static let batchLedgers = 256

  func judge(_ ledgers: [Ledger], in log: LogExtent? = nil) async -> Judged {
    let judge = LedgerJudge(self, in: log ?? LogExtent(ledgers))
    let size = Self.batchLedgers
    let parts = await inParallel((ledgers.count + size - 1) / size) { part in
      var judged = Judged()
      for ledger in ledgers[part * size..<min((part + 1) * size, ledgers.count)] {
        let own = judge.judged(ledger, overview: &judged.overview)
        judged.findings += own.findings
        judged.notEvaluable += own.notEvaluable
      }
      return judged
    }
    var all = Judged()
    for part in parts {
      all.findings += part.findings
      all.notEvaluable += part.notEvaluable
      all.overview.merge(part.overview)
    }
    return all
  }

  func judge(
    _ ledger: Ledger, _ reach: RuleReach, _ log: LogExtent, into judged: inout Judged
  ) {
    let clock = LedgerClock(ledger)
    let builder = FindingBuilder(fingerprints: fingerprints, base: rules)
    let conditions = Conditions(
      role: options.role, today: options.today, whereabouts: clock.whereabouts)
    let binding = reach.binding(in: ledger, conditions)
    // Every state has words of its own for letters: that nothing says where one goes is told once.
    var unplaced: Set<Int> = []
    for index in rules.rules.indices where binding[index] {
      let rule = rules.rules[index]
      func answer(_ entry: Int) -> Conditions.Answer {
        let day = clock.localTime(ofEntry: entry, in: ledger)?.day
        return conditions.answer(rule, entry, ledger, day: day, rules)
      }
      let result = evidence(for: rule, index, ledger, clock, log: log) { entry in
        switch answer(entry) {
        case .applies, .ifKnown: .evidence
        case .notEvaluable: .entry
        case .doesNotApply: .nothing
        }
      }
      var missing: [String: (first: Int, count: Int)] = [:]
      func cannotSay(_ entry: Int, _ what: String) {
        missing[what] = (missing[what]?.first ?? entry, (missing[what]?.count ?? 0) + 1)
      }
      for gap in result.notEvaluable {
        let entry = ledger.entries[gap.entry]
        // A document without a contact was never dialled: there is nothing to count or time.
        if entry.isDocument && rule.check.isAboutContacts { continue }
        switch conditions.answer(rule, gap.entry, ledger, day: nil, rules) {
        case .doesNotApply: break
        // Where it is not known that the rule binds at all, that comes first.
        case .notEvaluable(Conditions.jurisdiction):
          if entry.isDocument, !unplaced.insert(gap.entry).inserted { continue }
          cannotSay(gap.entry, Conditions.jurisdiction)
        case .applies, .ifKnown, .notEvaluable: cannotSay(gap.entry, gap.what)
        }
      }
      for evidence in result.evidence {
        switch answer(evidence.entry) {
        case .doesNotApply: break
        case .notEvaluable(let what):
          if what == Conditions.jurisdiction, ledger.entries[evidence.entry].isDocument,
            !unplaced.insert(evidence.entry).inserted
          {
            continue
          }
          cannotSay(evidence.entry, what)
        case .applies:
          judged.findings.append(builder.finding(rule, evidence, in: ledger, clock, conditions: []))
        case .ifKnown(let open):
          judged.findings.append(
            builder.finding(rule, evidence, in: ledger, clock, conditions: open))
        }
      }
      for (what, found) in missing.sorted(by: { $0.key < $1.key }) {
        judged.notEvaluable.append(
          NotEvaluable(
            rule: rule.id, consumer: ledger.consumer.id,
            record: ledger.entries[found.first].contact.id, missing: what, count: found.count))
      }
    }
    if let years = rules.packs.parameters["retention-years"], !judged.findings.isEmpty {
      let retention = Retention(years: years, ledger, clock)
      for index in judged.findings.indices {
        judged.findings[index].keepUntil = retention.end(of: judged.findings[index])
      }
    }
    guard options.overview else { return }
    OverviewReader(
      linter: self, ledger: ledger, clock: clock, conditions: conditions, builder: builder,
      log: log,
      binding: rules.rules.indices.filter {
        binding[$0] && rules.rules[$0].basis != .practice && rules.rules[$0].stage == .stable
      }
    ).read(judged.findings, into: &judged.overview)
  }

  /// - Parameters:
  ///   - log: What all records show; by default, what this ledger's do.
  ///   - entry: The only entry that must be judged; `nil`: all.
  ///   - wanted: What somebody will want to know of an entry.
  func evidence(
    for rule: Rule, _ index: Int, _ ledger: Ledger, _ clock: LedgerClock, log: LogExtent? = nil,
    on entry: Int? = nil, wanted: (Int) -> CheckResult.Wanted = { _ in .evidence }
  ) -> CheckResult {
    switch rule.check {
    case .wording: WordingCheck.evidence(rule: index, in: ledger, rules)
    case .require(let requirement):
      RequirementCheck.evidence(requirement, rule: index, in: ledger, rules)
    case .frequency(let limit):
      FrequencyCheck.evidence(
        limit, in: ledger, clock: clock, inForce: rule.inForce, excused: excused(index, ledger),
        on: entry, wanted: wanted)
    case .afterConversation(let check):
      AfterConversationCheck.evidence(
        check, in: ledger, clock: clock, inForce: rule.inForce, excused: excused(index, ledger),
        on: entry)
    case .hours(let limit):
      HoursCheck.evidence(limit, in: ledger, clock: clock, inForce: rule.inForce, on: entry)
    case .afterFact(let check):
      AfterFactCheck.evidence(
        check, in: ledger, clock: clock, inForce: rule.inForce, excused: excused(index, ledger),
        on: entry)
    case .deadline(let deadline):
      DeadlineCheck.evidence(deadline, in: ledger, clock: clock, log: log)
    case .contradiction(let check):
      ContradictionCheck.evidence(check, rule: index, in: ledger, clock: clock, log: log, rules)
    case .printedDate(let check):
      PrintedDateCheck.evidence(check, rule: index, in: ledger, clock: clock, rules)
    case .callPattern(let pattern):
      CallPatternCheck.evidence(
        pattern, in: ledger, clock: clock, inForce: rule.inForce, excused: excused(index, ledger))
    }
  }

  /// Entries whose own words show a purpose that the rule permits.
  func excused(_ rule: Int, _ ledger: Ledger) -> Set<Int> {
    var excused: Set<Int> = []
    for index in ledger.entries.indices where !ledger.entries[index].marks.isEmpty {
      let entry = ledger.entries[index]
      if entry.marks.contains(where: { rules.sets[$0.set].purpose == .excuse(rule: rule) }) {
        excused.insert(index)
      }
    }
    return excused
  }

  /// The order in which findings are told, and their fingerprints, which count occurrences in it.
  func ordered(_ findings: [Finding], _ command: String) -> [Finding] {
    var sorted = inOrder(findings, command)
    fingerprints.sign(&sorted, formerly: formerNames)
    return sorted
  }

  /// The oldest name of each rule that had others.
  var formerNames: [String: String] {
    rules.rules.reduce(into: [:]) { $0[$1.id] = $1.formerly.first }
  }

  /// The order alone.
  func inOrder(_ findings: [Finding], _ command: String) -> [Finding] {
    let byPath = command == "check"
    return findings.sorted { left, right in
      let a = byPath ? pathKey(left) : consumerKey(left)
      let b = byPath ? pathKey(right) : consumerKey(right)
      if a.0 != b.0 { return a.0 < b.0 }
      if a.1 != b.1 { return a.1 < b.1 }
      return (
        a.2, left.rule, left.location.field ?? "", left.evidence.debt ?? "",
        left.location.start ?? 0
      )
        < (
          b.2, right.rule, right.location.field ?? "", right.evidence.debt ?? "",
          right.location.start ?? 0
        )
    }
  }

  private func pathKey(_ finding: Finding) -> (String, Int, String) {
    let place = finding.location
    return (place.path, (place.row ?? 0) << 32 | (place.start ?? 0), finding.record)
  }

  private func consumerKey(_ finding: Finding) -> (String, Int, String) {
    (finding.consumer, finding.at?.seconds ?? Int.max, finding.record)
  }
}

/// Judges one ledger after the other; what all have in common is made once.
struct LedgerJudge: Sendable {
  private let linter: Linter
  private let log: LogExtent
  private let strictest: Strictest
  private let reach: RuleReach

  init(_ linter: Linter, in log: LogExtent) {
    self.linter = linter
    self.log = log
    strictest = Strictest(linter.rules.rules)
    reach = RuleReach(linter.rules)
  }

  /// What rules say of a ledger.
  ///
  /// - Parameter overview: Takes what is counted beside the findings.
  func judged(_ ledger: Ledger, overview: inout Overview) -> Linter.Judged {
    var judged = Linter.Judged()
    swap(&judged.overview, &overview)
    linter.judge(ledger, reach, log, into: &judged)
    swap(&judged.overview, &overview)
    judged.findings = strictest.told(judged.findings)
    return judged
  }
}
