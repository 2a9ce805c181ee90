import FDCPALint

/// A report as SARIF 2.1.0.
///
/// Every rule that ran is declared, so that a reader can close alerts of rules that no longer find
/// anything. Nothing in it reads a clock.
struct SARIFReport {
  let report: Report
  let options: RenderOptions
  let addresses: ArtifactAddress
  /// Places of the declared rules, by id.
  let ruleIndices: [String: Int]

  init(report: Report, options: RenderOptions) {
    self.report = report
    self.options = options
    addresses = ArtifactAddress(root: options.root, directory: options.directory)
    ruleIndices = Dictionary(
      report.rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func render() -> String {
    var json = JSONWriter()
    json.object { json in
      json.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.field("version", "2.1.0")
      json.key("runs")
      json.array(CollectionOfOne(report)) { json, _ in run(&json) }
    }
    json.endLine()
    return json.text
  }

  private func run(_ json: inout JSONWriter) {
    json.object { json in
      json.key("tool")
      json.object { json in
        json.key("driver")
        json.object { json in
          json.field("name", "fdcpalint")
          // SARIF asks for semantic versions here, and the tool's are.
          json.field("semanticVersion", options.toolVersion)
          json.key("rules")
          json.lines(report.rules) { rule($1, &$0) }
        }
      }
      json.field("columnKind", "unicodeCodePoints")
      json.key("artifacts")
      json.lines(report.inputs) { artifact($1, &$0) }
      json.key("invocations")
      json.array(CollectionOfOne(report)) { json, _ in invocation(&json) }
      json.key("results")
      let all = report.findings.map { ($0, nil) } + report.setAside.map { ($0.finding, $0.cause) }
      json.lines(all) { (json: inout JSONWriter, one: (Finding, SetAside.Cause?)) in
        result(one.0, &json, suppressed: one.1)
      }
      json.key("properties")
      json.object {
        $0.field("command", report.command)
        $0.field("summary", report.summaryLine)
        $0.field("records", report.records)
        $0.field("redacted", options.isRedacted)
        $0.field("keyedFingerprints", report.keyedFingerprints)
        $0.field("notEvaluable", report.notEvaluable.count)
        $0.key("packs")
        $0.array(report.packs) { json, pack in
          json.object {
            $0.field("name", pack.name)
            $0.field("version", pack.version)
          }
        }
      }
    }
  }

  private func rule(_ rule: RuleSummary, _ json: inout JSONWriter) {
    json.object { json in
      json.field("id", rule.id)
      json.message("shortDescription", rule.title)
      json.message("fullDescription", rule.why.isEmpty ? rule.title : rule.why)
      let law = rule.citations.isEmpty ? "" : "\nLaw: \(rule.citations.joined(separator: ", "))"
      let fix = rule.fix.isEmpty ? "" : "\nFix: \(rule.fix)"
      json.message("help", "\(rule.why)\(fix)\(law)")
      json.key("defaultConfiguration")
      json.object { $0.field("level", rule.severity.level) }
      json.key("properties")
      json.object {
        $0.field("basis", rule.basis.rawValue)
        $0.field("confidence", rule.confidence.rawValue)
        $0.field("stage", rule.stage.rawValue)
        $0.field("citations", rule.citations)
        // The pack `practice` has rules of that basis, and tags must differ.
        $0.field("tags", Set([rule.pack, rule.basis.rawValue]).sorted())
      }
    }
  }

  private func artifact(_ input: InputSummary, _ json: inout JSONWriter) {
    json.object { json in
      json.key("location")
      json.object { $0.field("uri", addresses.address(of: input.path)) }
      if !input.digest.isEmpty {
        json.key("hashes")
        json.object { $0.field("sha-256", input.digest) }
      }
      json.key("properties")
      json.object { $0.field("records", input.records) }
    }
  }

  private func invocation(_ json: inout JSONWriter) {
    json.object { json in
      json.field("executionSuccessful", report.verdict != .incomplete)
      json.field("exitCode", Int(report.exitCode))
      json.key("toolExecutionNotifications")
      json.lines(report.problems) { problem($1, &$0) }
    }
  }

  private func problem(_ problem: Problem, _ json: inout JSONWriter) {
    json.object { json in
      json.field("level", "error")
      json.key("descriptor")
      json.object { $0.field("id", problem.code) }
      let details = [
        problem.found.map { "found \($0)" }, problem.expected.map { "expected \($0)" },
      ].compactMap(\.self).joined(separator: ", ")
      json.message("message", problem.message + (details.isEmpty ? "" : " (\(details))"))
      json.key("locations")
      json.array(CollectionOfOne(problem)) { json, problem in
        json.object { json in
          json.key("physicalLocation")
          physical(path: problem.path, row: problem.row, &json)
          let names = [problem.row.map { "row \($0)" }, problem.field.map { "field \($0)" }]
            .compactMap(\.self)
          if !names.isEmpty { json.logical(names.joined(separator: ", "), kind: "field") }
        }
      }
    }
  }

  /// The file, and the line where a row is one: rows of CSV and databases are no lines.
  func physical(path: String, row: Int?, _ json: inout JSONWriter) {
    json.object { json in
      json.key("artifactLocation")
      json.object { $0.field("uri", addresses.address(of: path)) }
      if let row, path.hasLineRows {
        json.key("region")
        json.object { $0.field("startLine", row) }
      }
    }
  }
}

extension Severity {
  /// SARIF's word for it.
  var level: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .advice: "note"
    }
  }
}

extension String {
  /// Whether this is the path of a file that holds one record a line.
  var hasLineRows: Bool { [".jsonl", ".ndjson"].contains { lowercased().hasSuffix($0) } }
}

extension JSONWriter {
  mutating func message(_ name: String, _ text: String) {
    key(name)
    object { $0.field("text", text) }
  }

  mutating func logical(_ name: String, kind: String) {
    key("logicalLocations")
    array(CollectionOfOne(name)) { json, name in
      json.object {
        $0.field("fullyQualifiedName", name)
        $0.field("kind", kind)
      }
    }
  }
}
