public import FDCPALint

/// One finding with all that a person needs to recount it: from a run, or read back from a report.
public struct FindingAccount: Sendable {
  /// A record that counted or was left out, with its time on the consumer's calendar.
  public struct Listed: Sendable, Hashable {
    public var record: String
    public var local: LocalTime?
    /// Why it does not count; `nil`: it counts.
    public var reason: String?
  }

  public var fingerprint: String
  public var rule: String
  public var title: String
  public var severity: String
  public var message: String
  public var citations: [String]
  public var record: String
  public var place: String
  public var count = 0
  public var counted: [Listed] = []
  public var leftOut: [Listed] = []
  public var window: DayRange?
  public var person: String?
  public var debt: String?
  public var zones: [ZoneUse] = []
  /// Such as `cease_request from r7`.
  public var facts: [String] = []
  public var questions: [String] = []

  public init(_ finding: Finding) {
    fingerprint = finding.fingerprint
    rule = finding.rule
    title = finding.title
    severity = finding.severity.rawValue
    message = finding.message
    citations = finding.citations
    record = finding.record
    place = FDCPALintReports.place(of: finding)
    let evidence = finding.evidence
    count = evidence.count
    counted = evidence.counted.map { Listed(record: $0.record, local: $0.local) }
    leftOut = evidence.leftOut.map {
      Listed(record: $0.record, local: $0.local, reason: $0.reason)
    }
    window = evidence.window
    person = evidence.person
    debt = evidence.debt
    zones = evidence.zones
    facts = evidence.facts.map { "\($0.name) from \($0.record)" }
    questions = finding.questions.map(\.rawValue)
  }

  /// The findings of a report in JSON or JSON Lines.
  ///
  /// - Throws: ``Problem`` when a file is neither.
  public static func findings(in source: Source) throws -> [FindingAccount] {
    let text = DecodedText(source)
    let whole = try? JSONParser.parse(text.bytes, in: 0..<text.bytes.count)
    if case .object(let report)? = whole, case .array(let findings)? = report["findings"] {
      return findings.compactMap { FindingAccount($0) }
    }
    var lines = JSONLines(text.bytes, path: source.name)
    var accounts: [FindingAccount] = []
    var isReport = false
    while let (_, object) = lines.nextObject() {
      guard let type = object["type"]?.scalarText else { continue }
      isReport = true
      if type == "finding" { accounts += FindingAccount(.object(object)).map { [$0] } ?? [] }
    }
    guard isReport else {
      throw Problem(
        code: "no-report", path: source.name, expected: "a report in JSON or JSON Lines",
        message: "is no report; make one with --report json=report.json")
    }
    return accounts
  }

  private init?(_ value: JSONValue) {
    guard case .object(let object) = value, let rule = object["rule"]?.scalarText,
      let fingerprint = object["fingerprint"]?.scalarText
    else { return nil }
    self.rule = rule
    self.fingerprint = fingerprint
    title = object["title"]?.scalarText ?? rule
    severity = object["severity"]?.scalarText ?? ""
    message = object["message"]?.scalarText ?? ""
    citations = Self.texts(object["citations"])
    record = object["record"]?.scalarText ?? ""
    questions = Self.texts(object["questions"])
    place = record
    if case .object(let location)? = object["location"] {
      var parts = [location["path"]?.scalarText ?? ""]
      if let row = location["row"]?.scalarText { parts.append("row \(row)") }
      place = parts.joined(separator: " ") + " (record \(record))"
    }
    if case .object(let evidence)? = object["evidence"] { read(evidence) }
  }

  private mutating func read(_ evidence: JSONObject) {
    let times = Self.items(evidence["counted_at"])
    counted = Self.texts(evidence["counted"]).enumerated().map { index, record in
      let time = times.indices.contains(index) ? times[index].scalarText : nil
      return Listed(record: record, local: time.flatMap(LocalTime.init(written:)))
    }
    count = evidence["count"]?.scalarText.flatMap { Int($0) } ?? counted.count
    leftOut = Self.objects(evidence["left_out"]).map {
      Listed(
        record: $0["record"]?.scalarText ?? "",
        local: $0["at"]?.scalarText.flatMap(LocalTime.init(written:)),
        reason: $0["reason"]?.scalarText ?? "")
    }
    if case .object(let window)? = evidence["window"],
      let first = window["first"]?.scalarText.flatMap({ CivilDay($0) }),
      let last = window["last"]?.scalarText.flatMap({ CivilDay($0) })
    {
      self.window = DayRange(first: first, last: last)
    }
    person = evidence["person"]?.scalarText
    debt = evidence["debt"]?.scalarText
    zones = Self.objects(evidence["zones"]).map {
      ZoneUse(
        zone: $0["zone"]?.scalarText ?? "", evidence: $0["evidence"]?.scalarText ?? "")
    }
    facts = Self.objects(evidence["facts"]).map {
      "\($0["name"]?.scalarText ?? "?") from \($0["record"]?.scalarText ?? "?")"
    }
  }

  private static func items(_ value: JSONValue?) -> [JSONValue] {
    if case .array(let items)? = value { items } else { [] }
  }
  private static func texts(_ value: JSONValue?) -> [String] {
    items(value).compactMap(\.scalarText)
  }
  private static func objects(_ value: JSONValue?) -> [JSONObject] {
    items(value).compactMap { if case .object(let object) = $0 { object } else { nil } }
  }
}
