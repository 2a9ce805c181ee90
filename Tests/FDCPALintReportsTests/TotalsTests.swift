import Foundation
import Testing

@testable import FDCPALint
@testable import FDCPALintReports

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What each format says of one run, read back from its bytes, must be the same.
@Suite struct TotalsTests {
  /// Totals by the names of the JSON summary; a format that leaves one out has no entry.
  typealias Totals = [String: Int]

  private static let names = [
    "records", "consumers", "rules", "error", "warning", "advice", "problems", "not_evaluable",
    "exit",
  ]
  private static let listed = ["error", "warning", "advice", "problems", "not_evaluable"]

  @Test(arguments: 0..<60 as Range<UInt64>)
  func agreeInEveryFormat(seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    var report = RandomReport.make(using: &random)
    if Bool.random(using: &random) { report.overview = Sample.overview }
    let options = RenderOptions(
      showText: Bool.random(using: &random), redactor: Sample.redactor)
    var expected: Totals = [
      "records": report.records, "consumers": report.consumers, "rules": report.rules.count,
      "error": report.findings.count { $0.severity == .error },
      "warning": report.findings.count { $0.severity == .warning },
      "advice": report.findings.count { $0.severity == .advice },
      "problems": report.problems.count, "not_evaluable": report.notEvaluable.count,
      "exit": Int(report.exitCode),
    ]
    let junit = expected
    if !report.setAside.isEmpty { expected["set_aside"] = report.setAside.count }
    func text(_ format: ReportFormat) -> String { format.render(report, options: options) }
    #expect(try Self.json(text(.json)) == expected)
    #expect(try Self.jsonLines(text(.jsonl)) == expected)
    #expect(try Self.csv(text(.csv)) == expected)
    #expect(try Self.junit(text(.junit)) == junit)
    #expect(Self.markdown(text(.markdown)) == expected)
    #expect(try Self.sarif(text(.sarif)) == expected.filter { $0.key != "consumers" })
    let counts = expected.filter { Self.listed.contains($0.key) }
    #expect(Self.html(text(.html)) == counts)
    #expect(try Self.htmlLists(text(.html)) == counts)
    let pairs = try Self.pairs(of: report, text(.json), text(.csv), text(.html))
    #expect(Set(pairs).count == 1, "\(pairs)")
    let levels = counts.filter { ["error", "warning", "advice"].contains($0.key) }
    #expect(Self.concise(text(.concise)) == levels)
    // Annotations tell problems as errors, and what is missing once each.
    let missing = Set(report.notEvaluable.map(\.missing)).count
    #expect(
      Self.github(text(.github)) == [
        "error": (expected["error"] ?? 0) + report.problems.count,
        "warning": expected["warning"] ?? 0,
        "notice": (expected["advice"] ?? 0) + missing + 1,
      ])
  }

  private static func object(_ text: some StringProtocol) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private static func summary(_ object: [String: Any]) throws -> Totals {
    var totals = try #require(object["findings"] as? Totals)
    for name in names where totals[name] == nil { totals[name] = object[name] as? Int }
    if let causes = object["set_aside"] as? Totals {
      totals["set_aside"] = causes.values.reduce(0, +)
    }
    return totals
  }

  private static func json(_ text: String) throws -> Totals {
    let document = try object(text)
    let stated = try summary(#require(document["summary"] as? [String: Any]))
    // What stands in the lists is what the summary says.
    let findings = try #require(document["findings"] as? [[String: Any]])
    for level in ["error", "warning", "advice"] {
      #expect(findings.count { $0["severity"] as? String == level } == stated[level])
    }
    #expect((document["setAside"] as? [Any])?.count == stated["set_aside"])
    #expect((document["problems"] as? [Any])?.count == stated["problems"])
    #expect((document["notEvaluable"] as? [Any])?.count == stated["not_evaluable"])
    return stated
  }

  private static func jsonLines(_ text: String) throws -> Totals {
    let lines = try text.split(separator: "\n").map { try object($0) }
    let stated = try summary(#require(lines.last))
    func count(_ type: String) -> Int { lines.count { $0["type"] as? String == type } }
    #expect(count("problem") == stated["problems"])
    #expect(count("not-evaluable") == stated["not_evaluable"])
    return stated
  }

  private static func csv(_ text: String) throws -> Totals {
    let rows = try CSVCells.rows(text)
    var stated: Totals = [:]
    for row in rows where row["type"] == "total" {
      stated[row["title"] ?? ""] = row["count"].flatMap { Int($0) }
    }
    for level in ["error", "warning", "advice"] {
      #expect(rows.count { $0["type"] == "finding" && $0["severity"] == level } == stated[level])
    }
    #expect(rows.count { $0["type"] == "problem" } == stated["problems"])
    #expect(rows.count { $0["type"] == "not-evaluable" } == stated["not_evaluable"])
    #expect(rows.last?["title"] == "exit")
    return stated
  }

  private static func junit(_ text: String) throws -> Totals {
    let reader = JUnitCounts()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = reader
    try #require(parser.parse())
    // Attributes count the elements.
    #expect(reader.stated == reader.found)
    let findings = Self.listed.prefix(3).reduce(0) { $0 + (reader.properties[$1] ?? 0) }
    #expect(
      reader.found["failures", default: 0] + reader.found["skipped", default: 0]
        == findings + (reader.properties["not_evaluable"] ?? 0))
    return reader.properties.filter { names.contains($0.key) }
  }

  private static func markdown(_ text: String) -> Totals {
    let renamed = [
      "errors": "error", "warnings": "warning", "not evaluable": "not_evaluable",
      "exit code": "exit", "set aside": "set_aside",
    ]
    var stated: Totals = [:]
    for line in text.components(separatedBy: "\n\n")[2].split(separator: "\n").dropFirst(2) {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      stated[renamed[cells[0]] ?? cells[0]] = Int(cells[1].replacing(",", with: ""))
    }
    return stated
  }

  private static func sarif(_ text: String) throws -> Totals {
    let run = try #require((try object(text)["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    let properties = try #require(run["properties"] as? [String: Any])
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: [String: Any]])?["driver"])
    var totals: Totals = [:]
    for (level, name) in ["error": "error", "warning": "warning", "note": "advice"] {
      totals[name] = results.count { $0["level"] as? String == level && $0["suppressions"] == nil }
    }
    let suppressed = results.count { $0["suppressions"] != nil }
    if suppressed > 0 { totals["set_aside"] = suppressed }
    totals["records"] = properties["records"] as? Int
    totals["not_evaluable"] = properties["notEvaluable"] as? Int
    totals["rules"] = (driver["rules"] as? [Any])?.count
    totals["problems"] = (invocation["toolExecutionNotifications"] as? [Any])?.count
    totals["exit"] = invocation["exitCode"] as? Int
    return totals
  }

  /// The tiles at the page's top.
  private static func html(_ text: String) -> Totals {
    let tiles = [
      "list-error": "error", "list-warning": "warning", "list-advice": "advice",
      "problems": "problems", "open": "not_evaluable",
    ]
    var stated: Totals = [:]
    for line in text.split(separator: "\n") where line.hasPrefix("<li><a href=\"#") {
      guard let name = tiles[String(line.dropFirst(14).prefix { $0 != "\"" })],
        let bold = line.firstRange(of: "<b class=\"")?.upperBound
      else { continue }
      let number = line[bold...].drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
      stated[name] = Int(number.replacing(",", with: ""))
    }
    return stated
  }

  /// What stands in the lists that the page's script draws.
  private static func htmlLists(_ text: String) throws -> Totals {
    let page = try PageText(text)
    let findings = try page.findings
    var totals: Totals = [:]
    for (place, level) in ["error", "warning", "advice"].enumerated() {
      totals[level] = findings.count { $0["s"] as? Int == place }
    }
    totals["problems"] = try page.list("problems").count
    totals["not_evaluable"] = try page.list("open").count
    return totals
  }

  /// Pairs near a limit and pairs drawn from the clear ones: as the report has them, then in each
  /// format that shows them.
  private static func pairs(
    of report: Report, _ json: String, _ csv: String, _ html: String
  ) throws -> [[String]] {
    func name(_ isNear: Bool, _ consumer: String, _ count: Int) -> String {
      "\(isNear ? "near" : "clear") \(consumer) \(count)"
    }
    let frequency = report.overview?.frequency.values.first
    let own =
      (frequency?.near.items.map { name(true, $0.consumer, $0.evidence.count) } ?? [])
      + (frequency?.clear.items.map { name(false, $0.consumer, $0.evidence.count) } ?? [])
    let overview = try object(json)["overview"] as? [String: Any]
    let saved = (overview?["frequency"] as? [[String: Any]])?.first
    let inJSON = try ["near", "clear"].flatMap { key -> [String] in
      let items = (saved?[key] as? [String: Any])?["items"] as? [[String: Any]] ?? []
      return try items.map {
        let evidence = try #require($0["evidence"] as? [String: Any])
        return name(
          key == "near", $0["consumer"] as? String ?? "", evidence["count"] as? Int ?? -1)
      }
    }
    let inCSV = try CSVCells.rows(csv).filter { $0["type"] == "near" || $0["type"] == "clear" }
      .map { name($0["type"] == "near", $0["consumer"] ?? "", Int($0["count"] ?? "") ?? -1) }
    let inHTML = try PageText(html).list("pairs").compactMap { $0 as? [String: Any] }.map {
      name(
        $0["near"] as? Bool ?? false, $0["c"] as? String ?? "",
        ($0["e"] as? [String: Any])?["n"] as? Int ?? -1)
    }
    return [own, inJSON, inCSV, inHTML]
  }

  private static func concise(_ text: String) -> Totals {
    var totals: Totals = ["error": 0, "warning": 0, "advice": 0]
    for line in text.split(separator: "\n") {
      for level in ["error", "warning", "advice"] where line.contains(": \(level) r/") {
        totals[level, default: 0] += 1
      }
    }
    return totals
  }

  private static func github(_ text: String) -> Totals {
    var totals: Totals = ["error": 0, "warning": 0, "notice": 0]
    for line in text.split(separator: "\n") {
      totals[String(line.dropFirst(2).prefix { $0 != " " }), default: 0] += 1
    }
    return totals
  }
}

/// Counts of JUnit's elements, and what attributes and properties say of them.
private final class JUnitCounts: NSObject, XMLParserDelegate {
  var properties: [String: Int] = [:]
  var stated: [String: Int] = [:]
  var found: [String: Int] = [:]

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    switch name {
    case "testsuite":
      for name in ["tests", "failures", "errors", "skipped"] {
        stated[name, default: 0] += attributes[name].flatMap { Int($0) } ?? 0
        found[name, default: 0] += 0
      }
    case "testcase": found["tests", default: 0] += 1
    case "failure": found["failures", default: 0] += 1
    case "error": found["errors", default: 0] += 1
    case "skipped": found["skipped", default: 0] += 1
    case "property":
      if let name = attributes["name"] {
        properties[name] = attributes["value"].flatMap { Int($0) }
      }
    default: break
    }
  }
}
