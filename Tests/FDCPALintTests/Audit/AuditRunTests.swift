import Synchronization
import Testing

@testable import FDCPALint

/// A whole audit against records, ledgers and findings made all at once.
@Suite struct AuditRunTests {
  private func tables() throws -> (log: Source, consumers: [Source], debts: [Source]) {
    (
      try Seeds.source("demo/contacts.csv"), [try Seeds.source("demo/consumers.csv")],
      [try Seeds.source("demo/debts.csv")]
    )
  }

  private func words(_ report: Report) -> [String] {
    report.findings.map { "\($0)" } + report.facts.map { "\($0)" }
      + report.problems.map { "\($0)" } + report.notEvaluable.map { "\($0)" } + report.notices
      + report.inputs.map { "\($0)" } + ["\(report.records) \(report.consumers)"]
  }

  @Test(arguments: [1, 3]) func theDemoIsJudgedAsItIsAtOnce(jobs: Int) async throws {
    let linter = try Seeds.linter(jobs: jobs)
    let (log, consumers, debts) = try tables()
    let logs = [log, Source(name: "again.csv", bytes: log.bytes)]
    let intake = Intake(
      logs: logs, consumers: consumers, debts: debts, mapping: nil,
      contextKeys: linter.rules.contextKeys)
    let atOnce = await linter.report(on: intake, command: "audit")
    let audit = await linter.audit(logs, consumers: consumers, debts: debts)
    #expect(audit.findings.count > 30)
    #expect(words(audit) == words(atOnce))
    #expect(audit.setAside.isEmpty)
  }

  /// What is streamed is what the report holds otherwise, in the same order.
  @Test func aStreamTellsTheSame() async throws {
    let linter = try Seeds.linter()
    let (log, consumers, debts) = try tables()
    let whole = await linter.audit([log], consumers: consumers, debts: debts)
    let lines = Lines()
    let stream = ReportStream {
      let texts = [
        $0.findings.map { "\($0)" }, $0.facts.map { "\($0)" }, $0.notEvaluable.map { "\($0)" },
      ].map { Array($0.map { $0 + "\u{1}" }.joined().utf8) }
      return ReportStream.Written(findings: texts[0], facts: texts[1], notEvaluable: texts[2])
    } take: {
      lines.add($0)
    }
    let report = await linter.audit([log], consumers: consumers, debts: debts, stream: stream)
    #expect(report.findings.isEmpty && report.facts.isEmpty && report.notEvaluable.isEmpty)
    #expect(lines.findings == whole.findings.map { "\($0)\u{1}" }.joined())
    #expect(lines.facts == whole.facts.map { "\($0)\u{1}" }.joined())
    #expect(lines.notEvaluable == whole.notEvaluable.map { "\($0)\u{1}" }.joined())
    #expect(report.verdict == whole.verdict)
    #expect(report.streamed.notEvaluable == whole.notEvaluable.count)
    for severity in Severity.allCases {
      let count = whole.findings.count { $0.severity == severity }
      #expect(report.streamed.findings[severity] ?? 0 == count)
    }
  }
}

private final class Lines: Sendable {
  private let parts = Mutex<[[UInt8]]>([[], [], []])

  func add(_ written: ReportStream.Written) {
    parts.withLock {
      $0[0] += written.findings
      $0[1] += written.facts
      $0[2] += written.notEvaluable
    }
  }

  var findings: String { text(0) }
  var facts: String { text(1) }
  var notEvaluable: String { text(2) }

  private func text(_ index: Int) -> String {
    String(decoding: parts.withLock { $0[index] }, as: UTF8.self)
  }
}
