/// A run that was written as JSON, read back so that it can be shown again without judging anew.
public struct SavedRun: Sendable {
  public var report: Report
  /// Whether its texts were masked when it was written.
  public var isRedacted: Bool
  /// The version of the tool that made it.
  public var toolVersion: String
  /// For whom it was drawn; `nil`: the run as it is.
  public var audience: String?
  /// The file's name as the user gave it, and the SHA-256 of its bytes.
  public var name: String
  public var digest: String

  /// The name and version of what a run's JSON holds.
  package static let schema = "fdcpalint-report/1"

  /// - Throws: ``Problem`` that names what of it does not hold.
  public init(_ source: Source) throws(Problem) {
    let text = DecodedText(source)
    let value: JSONValue
    do {
      value = try JSONParser.parse(text.bytes, in: 0..<text.bytes.count)
    } catch {
      throw Problem(
        code: "no-run", path: source.name, expected: "a report in JSON",
        message: "is no JSON (\(error.message)); make one with --report json=run.json")
    }
    guard case .object(let object) = value, object["schema"] == .string(Self.schema),
      object["settings"] != nil
    else {
      throw Problem(
        code: "no-run", path: source.name,
        expected: "\"schema\": \"\(Self.schema)\", with settings",
        message: "is no run of this version; make one with --report json=run.json")
    }
    try self.init(
      SavedObject(object, path: source.name, place: ""), name: source.name,
      digest: FDCPALint.digest(source.bytes))
  }

  private init(_ run: SavedObject, name: String, digest: String) throws(Problem) {
    self.name = name
    self.digest = digest
    isRedacted = try run.flag("redacted")
    toolVersion = try run.object("tool").text("version")
    audience = try run.optionalText("audience")
    let summary = try run.object("summary")
    let rules = try run.objects("rules") { rule throws(Problem) in try rule.rule() }
    let byID = Dictionary(rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    report = Report(
      command: try run.text("command"),
      findings: try run.objects("findings") { finding throws(Problem) in
        try finding.finding(rules: byID)
      },
      facts: try run.objects("facts") { fact throws(Problem) in try fact.fact() },
      problems: try run.objects("problems") { problem throws(Problem) in
        try problem.problem()
      },
      notEvaluable: try run.objects("notEvaluable") { open throws(Problem) in
        NotEvaluable(
          rule: try open.text("rule"), consumer: try open.text("consumer"),
          record: try open.text("record"), missing: try open.text("missing"),
          count: try open.integer("count"))
      },
      notices: try run.texts("notices"), records: try summary.integer("records"),
      consumers: try summary.integer("consumers"),
      inputs: try run.objects("inputs") { input throws(Problem) in
        InputSummary(
          path: try input.text("path"), records: try input.integer("records"),
          digest: try input.text("sha256"))
      },
      rules: rules,
      packs: try run.objects("packs") { pack throws(Problem) in
        RulePacks.Pack(
          name: try pack.text("name"), title: try pack.text("title"),
          version: try pack.text("version"), description: "")
      },
      keyedFingerprints: try summary.flag("keyed_fingerprints"),
      settings: try run.object("settings").settings(),
      comparison: try run.optionalObject("comparison")?.comparison(rules: byID),
      setAside: try run.objects("setAside") { aside throws(Problem) in
        try aside.setAside(rules: byID)
      },
      reviews: try run.optionalObject("reviews")?.reviews(),
      overview: try run.optionalObject("overview")?.overview(),
      population: try run.optionalObject("population")?.population(),
      parameters: try run.numbers("parameters"))
  }
}
