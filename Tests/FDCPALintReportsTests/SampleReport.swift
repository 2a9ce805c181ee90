@testable import FDCPALint
@testable import FDCPALintReports
@testable import PackCompiler

/// A small report made by hand, with one of everything that formats show.
enum Sample {
  static let redactor = Redactor(vocabulary: ["arrest", "pay", "not", "jail", "call"])

  static var report: Report {
    var report = empty
    report.findings = [arrest, jail, eighthCall, hours]
    report.facts = [paid]
    report.problems = [
      Problem(
        code: "bad-time", path: "calls.csv", row: 9, field: "at", found: "tomorrow",
        expected: "an instant such as 2026-04-01T10:00:00-04:00",
        message: "the time cannot be read; write it with its offset")
    ]
    report.notEvaluable = [
      NotEvaluable(
        rule: "federal/hours", consumer: "k-2", record: "c-20", missing: "a zone", count: 4)
    ]
    report.notices = ["calls.csv: column “dialer” is not known and was left out"]
    return report
  }

  /// Records were read and nothing was found.
  static var empty: Report {
    Report(
      command: "audit", findings: [], facts: [], problems: [], notEvaluable: [], notices: [],
      records: 412, consumers: 60,
      inputs: [InputSummary(path: "calls.csv", records: 412, digest: "00ff")],
      rules: [
        rule("federal/threat-of-arrest", "Threat of arrest or jail", .prohibition, .error),
        rule("federal/call-frequency", "More than seven calls", .presumption, .error),
        rule("federal/hours", "Contact at an inconvenient time", .prohibition, .error),
        rule("practice/tone", "Harsh tone", .practice, .advice),
      ].map(RuleSummary.init),
      packs: [RulePacks.Pack(name: "federal", title: "Federal", version: "1.0.0", description: "")],
      keyedFingerprints: false, settings: ReportSettings())
  }

  static func rule(_ id: String, _ title: String, _ basis: Basis, _ severity: Severity) -> Rule {
    Rule(
      id: id, title: title, basis: basis, severity: severity, confidence: .high,
      citations: basis == .practice ? [] : ["15 USC 1692e(4)"], inForce: .always,
      applies: Applies(), message: "m", why: "Why \(title).", fix: "Fix it.",
      check: .wording([WordingSet(language: "en")]), note: nil, seeds: [], stage: .stable,
      formerly: [])
  }

  static func finding(
    _ rule: String, _ title: String, record: String, severity: Severity, message: String,
    location: Location
  ) -> Finding {
    Finding(
      record: record, consumer: "k-1", rule: rule, title: title, severity: severity,
      confidence: .high, basis: .prohibition, stage: .stable, citations: ["15 USC 1692e(4)"],
      message: message, why: "Nobody is jailed for a debt.", fix: "Take the sentence out.",
      location: location, excerpt: nil, matched: nil, speaker: nil, evidence: FindingEvidence(),
      questions: [], fingerprint: "f-\(record)", isAllegation: false, at: nil)
  }

  static func place(_ start: Int, _ end: Int, path: String = "letters/june b.txt") -> Location {
    var location = Location(path: path)
    location.line = 3
    location.column = start - 39
    (location.start, location.end) = (start, end)
    return location
  }

  static var arrest: Finding {
    var finding = finding(
      "federal/threat-of-arrest", "Threat of arrest or jail", record: "letters/june b.txt",
      severity: .error, message: "says that not paying leads to “arrested”", location: place(60, 68)
    )
    finding.matched = "arrested"
    finding.excerpt = Excerpt(
      text: "Jane, we will have you arrested on 5 May.", marked: 23..<31, cutBefore: true)
    return finding
  }

  static var jail: Finding {
    var finding = finding(
      "practice/tone", "Harsh tone", record: "letters/june b.txt", severity: .advice,
      message: "sounds harsh: “you arrested”", location: place(56, 68))
    finding.confidence = .medium
    finding.basis = .practice
    finding.citations = []
    finding.matched = "you arrested"
    return finding
  }

  static func time(_ day: Int, _ hour: Int) -> LocalTime {
    // 1 April 2026 is day 20,544 after 1 January 1970.
    LocalTime(Instant(seconds: (20_543 + day) * 86_400 + hour * 3_600), offset: 0)
  }

  static var eighthCall: Finding {
    var location = Location(path: "calls.csv", row: 15)
    location.field = nil
    var finding = finding(
      "federal/call-frequency", "More than seven calls", record: "c-14", severity: .warning,
      message: "is call 8 to consumer about debt d-1 in 7 days", location: location)
    finding.basis = .presumption
    finding.citations = ["12 CFR 1006.14(b)(2)(i)(A)"]
    finding.confidence = .medium
    finding.questions = [.severalAttributed]
    var evidence = FindingEvidence()
    evidence.count = 14
    evidence.counted = (1...14).map {
      CountedRecord(
        record: "c-\($0)", local: time(1 + $0 / 2, 9 + $0), row: $0 + 1, channel: .call,
        direction: .outbound, outcome: $0 == 5 ? .conversation : .noAnswer)
    }
    evidence.leftOut = [
      LeftOutRecord(record: "c-90", reason: "did not connect", local: time(3, 12))
    ]
    evidence.window = DayRange(first: CivilDay(number: 20_544), last: CivilDay(number: 20_551))
    evidence.debt = "d-1"
    evidence.person = "consumer"
    evidence.zones = [
      ZoneUse(zone: "America/New_York", evidence: "time_zone of the consumers table")
    ]
    evidence.facts = [.init(name: "cease_request", record: "c-2", confidence: .high)]
    finding.evidence = evidence
    return finding
  }

  static var hours: Finding {
    var location = Location(path: "calls.csv", row: 30, field: "note")
    (location.line, location.column, location.start, location.end) = (1, 9, 8, 12)
    var finding = finding(
      "federal/hours", "Contact at an inconvenient time", record: "c-29", severity: .error,
      message: "says <b>“call\n“</b>", location: location)
    finding.matched = "call\n"
    finding.excerpt = Excerpt(text: "\tTT\u{1B}[31m call\nme", marked: 9..<14, cutAfter: true)
    finding.isAllegation = true
    finding.stage = .preview
    return finding
  }

  static var paid: ReportedFact {
    var fact = Fact(name: "promise_to_pay", source: "c-3")
    fact.amount = "$420.50"
    fact.place = "Jane's call box"
    fact.details = ["b": "say \"no\"", "a": "line\u{2028}end"]
    fact.clock = ClockTime("09:00").flatMap { from in
      ClockTime("17:00").map { ClockRange(from: from, to: $0) }
    }
    return ReportedFact(consumer: "k-1", record: "c-3", fact: fact)
  }
}
