/// Applies exceptions and a baseline to findings, and finds what is wrong with exceptions.
struct ExceptionBook {
  /// What a run read, so that an exception for something else is not called unused.
  struct Scope {
    /// What each file of one document is.
    var kinds: [String: DocumentKind] = [:]
    /// Ids of all records, and the names of the files that they stand in.
    var records: [(id: String, path: String)] = []
  }

  let exceptions: [RuleException]
  let baseline: Baseline?
  let rules: [Rule]
  /// Ids of every rule there is, whether it ran or not.
  let knownRules: Set<String>
  let today: CivilDay
  /// Names files below the folder that patterns of paths are relative to.
  let names: DocumentNames?

  /// The findings that count, those set aside, and findings on the exceptions themselves.
  func sorted(
    _ findings: [Finding], _ scope: Scope
  ) -> (counting: [Finding], aside: [SetAside], own: [Finding]) {
    var own: [Finding] = []
    var holding: [Int] = []
    for (index, exception) in exceptions.enumerated() {
      if let (rule, message) = fault(exception, scope) {
        own.append(rule.finding(message, at: exception))
      } else if exception.until.map({ $0 < today }) ?? true {
        guard isAboutRead(exception, scope) else { continue }
        let day = exception.until.map(\.description) ?? ""
        own.append(
          ExceptionRule.expired.finding(
            "the exception to \(exception.rule) ended on \(day)", at: exception))
      } else {
        holding.append(index)
      }
    }
    var counting: [Finding] = []
    var aside: [SetAside] = []
    var used: Set<Int> = []
    for finding in findings {
      if let index = holding.first(where: { reaches(exceptions[$0], finding) }) {
        used.insert(index)
        aside.append(SetAside(finding: finding, cause: .exception(exceptions[index])))
      } else if baseline?.holds(finding) ?? false {
        aside.append(SetAside(finding: finding, cause: .baseline))
      } else {
        counting.append(finding)
      }
    }
    for index in holding where !used.contains(index) {
      let exception = exceptions[index]
      guard ran(exception.rule), isAboutRead(exception, scope) else { continue }
      own.append(
        ExceptionRule.unused.finding(
          "nothing is found here that the exception to \(exception.rule) would let stand",
          at: exception))
    }
    return (counting, aside, own)
  }

  private func fault(
    _ exception: RuleException, _ scope: Scope
  ) -> (rule: ExceptionRule, message: String)? {
    if case .lines(let path, _) = exception.reach,
      let kind = scope.kinds[path], !Self.mayHold(kind)
    {
      return (
        .misplaced,
        "an exception inside a \(kind.rawValue) holds nothing, for a record is never edited"
      )
    }
    if let flaw = exception.flaws.first(where: { $0.hasPrefix("stands in ") }) {
      return (.misplaced, "this exception \(flaw)")
    }
    if !exception.flaws.isEmpty {
      return (.unexplained, "this exception \(exception.flaws.joined(separator: ", and it "))")
    }
    guard knownRules.contains(exception.rule) else {
      let hint = nearest(to: exception.rule, among: knownRules.sorted())
        .map { "; did you mean '\($0)'?" }
      return (.unknownRule, "no rule is named '\(exception.rule)'\(hint ?? "")")
    }
    let missing = exception.missing
    guard missing.isEmpty else {
      return (
        .unexplained,
        "the exception to \(exception.rule) lacks \(missing.joined(separator: " and "))"
      )
    }
    return nil
  }

  /// Whether a document may hold exceptions: drafts, and what nothing says the kind of.
  static func mayHold(_ kind: DocumentKind) -> Bool {
    kind == .unknown || Configuration.draftKinds.contains(kind)
  }

  private func ran(_ id: String) -> Bool {
    rules.contains { $0.id == id || $0.formerly.contains(id) }
  }

  private func reaches(_ exception: RuleException, _ finding: Finding) -> Bool {
    guard
      exception.rule == finding.rule
        || rules.contains(where: {
          $0.id == finding.rule && $0.formerly.contains(exception.rule)
        })
    else { return false }
    switch exception.reach {
    case .lines(let path, let lines):
      guard finding.location.path == path else { return false }
      // What a document lacks stands in no line of it.
      guard finding.matched != nil, let line = finding.location.line else { return true }
      let height = (finding.matched ?? "").utf8.count { $0 == 10 }
      return lines.overlaps(line...line + height)
    case .records(let id, let paths):
      return (id.map { $0 == finding.record } ?? true)
        && (paths?.matches(name(finding.location.path)) ?? true)
    }
  }

  private func isAboutRead(_ exception: RuleException, _ scope: Scope) -> Bool {
    guard case .records(let id, let paths) = exception.reach else { return true }
    return scope.records.contains { record in
      (id.map { $0 == record.id } ?? true) && (paths?.matches(name(record.path)) ?? true)
    }
  }

  private func name(_ path: String) -> String { names?.name(of: path) ?? path }
}
