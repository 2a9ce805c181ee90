import Foundation
import Testing

@testable import FDCPALintReports

@Suite struct JSONReportTests {
  private let redacted = RenderOptions(redactor: Sample.redactor, toolVersion: "1.2.3")

  private func object(_ text: some StringProtocol) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(value as? [String: Any])
  }

  @Test func writesAFindingAsPromised() {
    let lines = ReportFormat.jsonl.render(Sample.report, options: redacted)
      .split(separator: "\n").map(String.init)
    #expect(
      lines[1] == #"""
        {"type":"finding","record":"letters/june b.txt","consumer":"k-1","rule":"practice/tone",\#
        "title":"Harsh tone","severity":"advice","confidence":"medium","basis":"practice",\#
        "citations":[],"message":"sounds harsh: “··· arrested”","location":\#
        {"path":"letters/june b.txt","row":null,"field":null,"line":3,"column":17,"start":56,\#
        "end":68,"end_line":3,"end_column":29},"evidence":{"count":0,"counted":[],"left_out":[],"window":null,"debt":null,\#
        "person":null,"zones":[],"facts":[]},"questions":[],"fingerprint":"f-letters/june b.txt"}
        """#)
    #expect(
      lines[4] == #"""
        {"type":"fact","record":"c-3","consumer":"k-1","fact":"promise_to_pay",\#
        "confidence":"high","clock":{"from":"09:00","to":"17:00"},"place":"····'· call ···",\#
        "amount":"$•••.••","details":{"a":"····\u2028···","b":"··· \"··\""}}
        """#)
    #expect(
      lines.last == #"""
        {"type":"summary","schema":"fdcpalint-report/1","records":412,"consumers":60,"rules":4,\#
        "findings":{"error":2,"warning":1,"advice":1},"problems":1,"not_evaluable":1,\#
        "keyed_fingerprints":false,"exit":3}
        """#)
  }

  @Test func writesTheEvidenceOfACount() throws {
    let lines = ReportFormat.jsonl.render(Sample.report, options: redacted)
      .split(separator: "\n")
    let evidence = try #require(try object(lines[2])["evidence"] as? [String: Any])
    #expect(evidence["count"] as? Int == 14)
    #expect((evidence["counted"] as? [String])?.first == "c-1")
    #expect(
      evidence["left_out"] as? [[String: String]]
        == [["record": "c-90", "reason": "did not connect", "at": "2026-04-03 12:00"]])
    #expect((evidence["counted_at"] as? [String])?.first == "2026-04-01 10:00")
    #expect(
      evidence["window"] as? [String: String] == ["first": "2026-04-01", "last": "2026-04-08"])
    #expect(
      evidence["facts"] as? [[String: String]]
        == [["name": "cease_request", "record": "c-2", "confidence": "high"]])
  }

  @Test func everyLineBeginsWithItsType() throws {
    let lines = ReportFormat.jsonl.render(Sample.report, options: redacted)
      .split(separator: "\n")
    let types = try lines.map { line in
      #expect(line.hasPrefix(#"{"type":""#))
      return try #require(try object(line)["type"] as? String)
    }
    #expect(
      types == [
        "finding", "finding", "finding", "finding", "fact", "problem", "not-evaluable", "summary",
      ])
  }

  @Test func aDocumentHoldsTheLines() throws {
    let text = ReportFormat.json.render(Sample.report, options: redacted)
    let document = try object(text)
    #expect(
      document.keys.sorted() == [
        "command", "facts", "findings", "inputs", "notEvaluable", "notices", "packs", "problems",
        "redacted", "rules", "schema", "settings", "summary", "tool",
      ])
    #expect((document["tool"] as? [String: String]) == ["name": "fdcpalint", "version": "1.2.3"])
    #expect((document["rules"] as? [Any])?.count == 4)
    for line in ReportFormat.jsonl.render(Sample.report, options: redacted).split(separator: "\n") {
      #expect(text.contains(line))
    }
  }

  @Test func showsTextsOnlyWhenAsked() {
    var open = redacted
    open.showText = true
    #expect(ReportFormat.jsonl.render(Sample.report, options: open).contains("“you arrested”"))
    #expect(ReportFormat.json.render(Sample.report, options: open).contains(#""amount":"$420.50""#))
    #expect(!ReportFormat.jsonl.render(Sample.report, options: redacted).contains("420"))
  }
}
