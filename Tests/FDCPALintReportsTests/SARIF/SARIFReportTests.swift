import FDCPALint
import Foundation
import Testing

@testable import FDCPALintReports

@Suite struct SARIFReportTests {
  private func run(_ report: Report, showText: Bool = false) throws -> [String: Any] {
    let text = ReportFormat.sarif.render(
      report,
      options: RenderOptions(
        showText: showText, redactor: Sample.redactor, toolVersion: "1.2.3"))
    let log = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect(log?["version"] as? String == "2.1.0")
    return try #require((log?["runs"] as? [[String: Any]])?.first)
  }

  private func results(_ run: [String: Any]) throws -> [[String: Any]] {
    try #require(run["results"] as? [[String: Any]])
  }

  private func physical(_ result: [String: Any]) throws -> [String: Any] {
    let locations = try #require(result["locations"] as? [[String: Any]])
    return try #require(locations.first?["physicalLocation"] as? [String: Any])
  }

  @Test func declaresEveryRuleThatRan() throws {
    for report in [Sample.report, Sample.empty] {
      let tool = try run(report)["tool"] as? [String: [String: Any]]
      let driver = try #require(tool?["driver"])
      let rules = try #require(driver["rules"] as? [[String: Any]])
      #expect(
        rules.compactMap { $0["id"] as? String } == [
          "federal/threat-of-arrest", "federal/call-frequency", "federal/hours", "practice/tone",
        ])
      #expect(driver["semanticVersion"] as? String == "1.2.3")
    }
  }

  @Test func namesRuleLevelAndFingerprint() throws {
    let results = try results(run(Sample.report))
    #expect(results.compactMap { $0["ruleIndex"] as? Int } == [0, 3, 1, 2])
    #expect(
      results.compactMap { $0["level"] as? String } == ["error", "note", "warning", "error"])
    #expect(
      results[2]["partialFingerprints"] as? [String: String] == ["fdcpalint/v1": "f-c-14"])
    #expect(
      results[0]["message"] as? [String: String]
        == ["text": "Threat of arrest or jail: says that not paying leads to “arrested”"])
  }

  @Test func placesWordsOfADocument() throws {
    let run = try run(Sample.report)
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let place = try physical(results(run)[0])
    #expect(
      place["artifactLocation"] as? [String: String] == ["uri": "letters/june%20b.txt"])
    let region = try #require(place["region"] as? [String: Any])
    #expect(region["startLine"] as? Int == 3)
    #expect(region["startColumn"] as? Int == 21)
    #expect(region["endLine"] as? Int == 3)
    #expect(region["endColumn"] as? Int == 29)
    #expect(region["byteOffset"] as? Int == 60)
    #expect(region["byteLength"] as? Int == 8)
    #expect(
      region["snippet"] as? [String: String]
        == ["text": "····, ·· ···· ···· ··· arrested ·· • ···."])
  }

  @Test func givesRowsALineOnlyWhereTheyAreLines() throws {
    #expect(try physical(results(run(Sample.report))[3])["region"] == nil)
    var report = Sample.report
    report.findings[3].location.path = "calls.JSONL"
    let region = try physical(results(run(report))[3])["region"] as? [String: Int]
    #expect(region == ["startLine": 30])
  }

  @Test func relatesTheRecordsOfACount() throws {
    let result = try results(run(Sample.report))[2]
    let related = try #require(result["relatedLocations"] as? [[String: Any]])
    #expect(related.count == 14)
    #expect(
      related[4]["message"] as? [String: String]
        == ["text": "counted: c-5 2026-04-03 14:00 call outbound conversation"])
  }

  @Test func saysWhenARunIsIncomplete() throws {
    func invocation(_ report: Report) throws -> [String: Any] {
      try #require((run(report)["invocations"] as? [[String: Any]])?.first)
    }
    let incomplete = try invocation(Sample.report)
    #expect(incomplete["executionSuccessful"] as? Bool == false)
    #expect(incomplete["exitCode"] as? Int == 3)
    let notifications = incomplete["toolExecutionNotifications"] as? [[String: Any]]
    #expect(notifications?.count == 1)
    #expect(notifications?.first?["descriptor"] as? [String: String] == ["id": "bad-time"])
    #expect(try invocation(Sample.empty)["executionSuccessful"] as? Bool == true)
  }

  @Test func redactsUnlessAsked() throws {
    let snippet = try #require(
      try physical(results(run(Sample.report, showText: true))[0])["region"] as? [String: Any])
    #expect(
      snippet["snippet"] as? [String: String]
        == ["text": "Jane, we will have you arrested on 5 May."])
  }
}
