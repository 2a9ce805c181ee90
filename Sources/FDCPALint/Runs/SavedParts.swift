/// The parts of a saved run, each the reverse of how JSON writes it.
extension SavedObject {
  func rule() throws(Problem) -> RuleSummary {
    var rule = RuleSummary(
      id: try text("id"), title: try text("title"), basis: try word("basis"),
      severity: try word("severity"), confidence: try word("confidence"),
      stage: try word("stage"), citations: try texts("citations"), check: try text("check"),
      inForce: InForce(
        from: try optional("from") { CivilDay($0) }, until: try optional("until") { CivilDay($0) }),
      why: try text("why"), fix: try text("fix"), note: try optionalText("note"))
    rule.chapter = try optionalText("chapter")
    return rule
  }

  func settings() throws(Problem) -> ReportSettings {
    ReportSettings(
      failOn: try optional("failOn") { Severity(rawValue: $0) },
      minConfidence: try word("minConfidence"), requireEvaluable: try flag("requireEvaluable"),
      allowEmpty: try flag("allowEmpty"), exitZero: try flag("exitZero"))
  }

  func finding(rules: [String: RuleSummary]) throws(Problem) -> Finding {
    let rule = try text("rule")
    var finding = Finding(
      record: try text("record"), consumer: try text("consumer"), rule: rule,
      title: try text("title"), severity: try word("severity"),
      confidence: try word("confidence"), basis: try word("basis"),
      stage: try optional("stage") { Stage(rawValue: $0) } ?? .stable,
      citations: try texts("citations"), message: try text("message"),
      why: rules[rule]?.why ?? "", fix: rules[rule]?.fix ?? "",
      location: try object("location").location(),
      excerpt: try optionalObject("excerpt")?.excerpt(),
      matched: try optionalText("matched"), speaker: nil,
      evidence: try object("evidence").evidence(), questions: try words("questions"),
      fingerprint: try text("fingerprint"), isAllegation: try isAllegation(), at: nil,
      trend: try optional("trend") { Trend(rawValue: $0) })
    finding.local = try optional("local") { LocalTime(written: $0) }
    finding.handling = Handling(
      collector: try optionalText("collector"), agent: try optionalText("agent"),
      campaign: try optionalText("campaign"))
    finding.keepUntil = try optional("keep_until") { CivilDay($0) }
    finding.review = try optionalObject("review")?.review(of: finding)
    return finding
  }

  private func review(of finding: Finding) throws(Problem) -> ReviewState {
    ReviewState(
      review: Review(
        fingerprint: finding.fingerprint, rule: finding.rule, record: finding.record,
        decision: try word("decision"), who: try text("who"), why: try text("why"),
        when: try optional("when") { CivilDay($0) } ?? CivilDay(number: 0),
        until: try optional("until") { CivilDay($0) }),
      standing: try word("standing"))
  }

  func reviews() throws(Problem) -> ReviewSummary {
    ReviewSummary(
      today: try optional("today") { CivilDay($0) } ?? CivilDay(number: 0),
      rules: try objects("rules") { rule throws(Problem) in
        RuleReviews(
          rule: try rule.text("rule"), right: try rule.integer("right"),
          wrong: try rule.integer("wrong"))
      })
  }

  func comparison(rules: [String: RuleSummary]) throws(Problem) -> Comparison {
    Comparison(
      run: try text("run"), digest: try text("sha256"),
      closed: try objects("closed") { finding throws(Problem) in
        try finding.finding(rules: rules)
      },
      notJudged: try integer("notJudged"))
  }

  /// How far an exception reaches is not saved; it was decided when the run was made.
  func setAside(rules: [String: RuleSummary]) throws(Problem) -> SetAside {
    let finding = try object("finding").finding(rules: rules)
    switch try text("cause") {
    case "exception": break
    case "review": return SetAside(finding: finding, cause: .review)
    default: return SetAside(finding: finding, cause: .baseline)
    }
    let place = try object("exception").location()
    var exception = RuleException(
      rule: finding.rule,
      reach: try flag("inline") ? .lines(path: place.path, 0...0) : .records(id: nil, paths: nil),
      place: place)
    exception.reason = try optionalText("reason")
    exception.by = try optionalText("by")
    exception.until = try optional("until") { CivilDay($0) }
    return SetAside(finding: finding, cause: .exception(exception))
  }

  private func isAllegation() throws(Problem) -> Bool {
    do { return try flag("allegation") } catch  where error.found == "nothing" { return false }
  }

  private func location() throws(Problem) -> Location {
    var location = Location(
      path: try text("path"), row: try optionalInteger("row"), field: try optionalText("field"))
    location.line = try optionalInteger("line")
    location.column = try optionalInteger("column")
    location.start = try optionalInteger("start")
    location.end = try optionalInteger("end")
    location.endLine = try optionalInteger("end_line")
    location.endColumn = try optionalInteger("end_column")
    return location
  }

  private func excerpt() throws(Problem) -> Excerpt {
    let start = try integer("start")
    return Excerpt(
      text: try text("text"), marked: start..<max(start, try integer("end")),
      cutBefore: try flag("cut_before"), cutAfter: try flag("cut_after"))
  }

  func evidence() throws(Problem) -> FindingEvidence {
    var evidence = FindingEvidence()
    evidence.count = try integer("count")
    let details = try objects("counted_records") { record throws(Problem) in
      try record.counted()
    }
    evidence.counted = zip(try texts("counted"), details).map { id, record in
      var record = record
      record.record = id
      return record
    }
    evidence.leftOut = try objects("left_out") { left throws(Problem) in
      LeftOutRecord(
        record: try left.text("record"), reason: try left.text("reason"),
        local: try left.optional("at") { LocalTime(written: $0) })
    }
    if let window = try optionalObject("window"),
      let first = try window.optional("first", { CivilDay($0) }),
      let last = try window.optional("last", { CivilDay($0) })
    {
      evidence.window = DayRange(first: first, last: last)
    }
    evidence.debt = try optionalText("debt")
    evidence.person = try optionalText("person")
    evidence.zones = try objects("zones") { zone throws(Problem) in
      ZoneUse(zone: try zone.text("zone"), evidence: try zone.text("evidence"))
    }
    evidence.jurisdictions = try objects("jurisdictions") { use throws(Problem) in
      RegionUse(region: try use.text("region"), evidence: try use.text("evidence"))
    }
    evidence.facts = try objects("facts") { fact throws(Problem) in
      Evidence.FactUse(
        name: try fact.text("name"), record: try fact.text("record"),
        confidence: try fact.word("confidence"))
    }
    return evidence
  }

  /// What is known of a record that counted; its id stands beside.
  func counted() throws(Problem) -> CountedRecord {
    CountedRecord(
      record: "", local: try optional("at") { LocalTime(written: $0) },
      row: try optionalInteger("row"), channel: try word("channel"),
      direction: try word("direction"), outcome: try optional("outcome") { Outcome(rawValue: $0) })
  }

  func fact() throws(Problem) -> ReportedFact {
    let record = try text("record")
    var fact = Fact(name: try text("fact"), source: record)
    fact.confidence = try word("confidence")
    fact.person = try optionalText("person")
    fact.debts = try texts("debts")
    fact.channel = try optional("channel") { Channel(rawValue: $0) }
    fact.to = try optionalText("to")
    fact.from = try optional("from") { CivilDay($0) }
    fact.until = try optional("until") { CivilDay($0) }
    fact.days = try words("days")
    if let clock = try optionalObject("clock"),
      let from = try clock.optional("from", { ClockTime($0) }),
      let to = try clock.optional("to", { ClockTime($0) })
    {
      fact.clock = ClockRange(from: from, to: to)
    }
    fact.place = try optionalText("place")
    fact.amount = try optionalText("amount")
    fact.details = try details("details")
    fact.location = try optionalObject("location")?.location()
    return ReportedFact(consumer: try text("consumer"), record: record, fact: fact)
  }

  func problem() throws(Problem) -> Problem {
    Problem(
      code: try text("code"), path: try text("path"), row: try optionalInteger("row"),
      field: try optionalText("field"), found: try optionalText("found"),
      expected: try optionalText("expected"), message: try text("message"))
  }
}
