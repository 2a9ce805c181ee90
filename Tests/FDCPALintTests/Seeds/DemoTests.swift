import Foundation
import Testing

@testable import FDCPALint

/// The demo agency's week against its answer key: every planted breach is found, and nothing else.
@Suite struct DemoTests {
  private struct Answer: Decodable {
    var record: String
    var rule: String
    /// Other rules that rightly speak of the same record.
    var also: [String]?
  }

  private static let scripts = [
    "demo/letters/final-demand.md", "demo/letters/validation-notice.md",
    "demo/voicemails/attorney.md", "demo/voicemails/balance-due.md",
    "demo/voicemails/limited-content.md",
  ]

  private func answers() throws -> [Answer] {
    try Seeds.text("demo/answers.jsonl").split(separator: "\n").map {
      try JSONDecoder().decode(Answer.self, from: Data($0.utf8))
    }
  }

  private func audit(jobs: Int = 2) async throws -> Report {
    try await Seeds.linter(jobs: jobs).audit(
      [try Seeds.source("demo/contacts.csv")], consumers: [try Seeds.source("demo/consumers.csv")],
      debts: [try Seeds.source("demo/debts.csv")])
  }

  private func above(_ findings: [Finding]) -> Set<String> {
    Set(
      findings.filter { $0.severity > .advice }.map { finding in
        let record = finding.record.split(separator: "/").last.map(String.init) ?? finding.record
        return "\(record) \(finding.rule)"
      })
  }

  @Test func theKeyHoldsThirtyBreaches() throws {
    #expect(try answers().count == 30)
  }

  @Test func theAuditAndTheCheckAnswerTheKey() async throws {
    let audit = try await audit()
    let check = try await Seeds.linter().check(try Self.scripts.map(Seeds.source))
    #expect(audit.problems == [])
    #expect(check.problems == [])
    #expect(audit.records == 402)
    #expect(audit.consumers == 60)
    let found = above(audit.findings).union(above(check.findings))
    let planted = Set(try answers().map { "\($0.record) \($0.rule)" })
    let also = Set(
      try answers().flatMap { answer in
        (answer.also ?? []).map { "\(answer.record) \($0)" }
      })
    #expect(planted.subtracting(found) == [])
    #expect(found.subtracting(planted) == also)
  }

  /// The eighth call's finding names eight calls, its window and its zone: enough to recount it.
  @Test func aFrequencyFindingCanBeRecounted() async throws {
    let findings = try await audit().findings.filter { $0.rule == "federal/call-frequency-seven" }
    #expect(findings.count == 4)
    for finding in findings {
      #expect(finding.evidence.count == 8)
      #expect(finding.evidence.counted.count == 8)
      #expect(finding.evidence.counted.last?.record == finding.record)
      let window = try #require(finding.evidence.window)
      #expect(window.first.distance(to: window.last) == 6)
      for call in finding.evidence.counted {
        let day = try #require(call.local?.day)
        #expect(window.first <= day && day <= window.last)
      }
      #expect(finding.basis == .presumption)
      #expect(finding.evidence.zones.count == 1)
    }
  }

  /// "Cease letter rcvd" in a note makes the next contact a finding that names both records.
  @Test func aFactFromANoteNamesItsRecord() async throws {
    let report = try await audit()
    let finding = try #require(report.findings.first { $0.rule == "federal/after-cease" })
    let fact = try #require(finding.evidence.facts.first)
    #expect(fact.name == "cease_request")
    #expect(fact.record != finding.record)
    #expect(finding.message.contains(fact.record))
    #expect(report.facts.contains { $0.fact.name == "cease_request" && $0.record == fact.record })
  }

  @Test func theAnswerIsTheSameWhateverTheThreads() async throws {
    let one = try await audit(jobs: 1)
    let many = try await audit(jobs: 7)
    #expect(one.findings.map(\.fingerprint) == many.findings.map(\.fingerprint))
    #expect(one.findings.map(\.message) == many.findings.map(\.message))
    #expect(one.notEvaluable == many.notEvaluable)
    #expect(Set(one.findings.map(\.fingerprint)).count == one.findings.count)
  }

  /// The order of a log's lines changes nothing but locations.
  @Test func theOrderOfLinesChangesNothing() async throws {
    var lines = CSVLines(try Seeds.text("demo/contacts.csv"))
    lines.reverse()
    let turned = Source(name: "demo/contacts.csv", bytes: Array(lines.text.utf8))
    let report = try await Seeds.linter().audit(
      [turned], consumers: [try Seeds.source("demo/consumers.csv")],
      debts: [try Seeds.source("demo/debts.csv")])
    let expected = try await audit()
    #expect(report.findings.map(\.fingerprint) == expected.findings.map(\.fingerprint))
    #expect(report.findings.map(\.message) == expected.findings.map(\.message))
  }
}

/// The records of a CSV text, which quoted line breaks may stretch over lines.
private struct CSVLines {
  private let header: Substring
  private var records: [Substring]

  init(_ text: String) {
    var records: [Substring] = []
    var start = text.startIndex
    var quoted = false
    var index = start
    while index < text.endIndex {
      if text[index] == "\"" { quoted.toggle() }
      if text[index].isNewline, !quoted {
        records.append(text[start..<index])
        start = text.index(after: index)
      }
      index = text.index(after: index)
    }
    if start < text.endIndex { records.append(text[start...]) }
    header = records.removeFirst()
    self.records = records
  }

  mutating func reverse() { records.reverse() }

  var text: String { ([header] + records).joined(separator: "\n") + "\n" }
}
