import Foundation
import Testing

@testable import FDCPALint
@testable import FDCPALintReports

@Suite struct JUnitReportTests {
  private let redacted = RenderOptions(redactor: Sample.redactor, toolVersion: "1.2.3")

  @Test func writesSuitesAsPromised() {
    var report = Sample.report
    report.findings = [Sample.arrest, Sample.jail]
    #expect(
      ReportFormat.junit.render(report, options: redacted) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites>
        <testsuite id="0" name="fdcpalint audit" package="fdcpalint" \
        timestamp="1970-01-01T00:00:00" hostname="localhost" tests="1" failures="0" errors="0" \
        skipped="0" time="0">
        <properties>
        <property name="records" value="412"/>
        <property name="consumers" value="60"/>
        <property name="rules" value="4"/>
        <property name="error" value="1"/>
        <property name="warning" value="0"/>
        <property name="advice" value="1"/>
        <property name="problems" value="1"/>
        <property name="not_evaluable" value="1"/>
        <property name="exit" value="3"/>
        <property name="version" value="1.2.3"/>
        <property name="redacted" value="true"/>
        <property name="pack federal" value="1.0.0"/>
        </properties>
        <testcase classname="fdcpalint" name="run" time="0"/>
        <system-out>1 error, 1 advice in 412 records of 60 consumers; 1 problem; 1 not evaluable
        note: calls.csv: column “dialer” is not known and was left out</system-out>
        <system-err></system-err>
        </testsuite>
        <testsuite id="1" name="calls.csv" package="calls.csv" timestamp="1970-01-01T00:00:00" \
        hostname="localhost" tests="1" failures="0" errors="1" skipped="0" time="0">
        <properties>
        </properties>
        <testcase classname="fdcpalint" name="problem bad-time at row 9, field at" time="0">
        <error type="bad-time" message="the time cannot be read; write it with its offset">\
        calls.csv:9: at: the time cannot be read; write it with its offset (found tomorrow, \
        expected an instant such as 2026-04-01T10:00:00-04:00)</error>
        </testcase>
        <system-out></system-out>
        <system-err></system-err>
        </testsuite>
        <testsuite id="2" name="letters/june b.txt" package="letters/june b.txt" \
        timestamp="1970-01-01T00:00:00" hostname="localhost" tests="2" failures="1" errors="0" \
        skipped="1" time="0">
        <properties>
        </properties>
        <testcase classname="federal/threat-of-arrest" \
        name="Threat of arrest or jail at letters/june b.txt:3:21" time="0">
        <failure type="error" message="says that not paying leads to “arrested”">error \
        federal/threat-of-arrest: says that not paying leads to “arrested”
        text: ····, ·· ···· ···· ··· «arrested» ·· • ···.
        law: 15 USC 1692e(4)
        why: Nobody is jailed for a debt.
        fix: Take the sentence out.
        fingerprint: f-letters/june b.txt</failure>
        </testcase>
        <testcase classname="practice/tone" name="Harsh tone at letters/june b.txt:3:17" time="0">
        <skipped message="advice[medium], below the threshold: sounds harsh: “··· arrested”">\
        advice[medium] practice/tone: sounds harsh: “··· arrested”
        why: Nobody is jailed for a debt.
        fix: Take the sentence out.
        fingerprint: f-letters/june b.txt</skipped>
        </testcase>
        <system-out></system-out>
        <system-err></system-err>
        </testsuite>
        <testsuite id="3" name="not evaluable" package="fdcpalint" \
        timestamp="1970-01-01T00:00:00" hostname="localhost" tests="1" failures="0" errors="0" \
        skipped="1" time="0">
        <properties>
        </properties>
        <testcase classname="federal/hours" \
        name="consumer k-2, record c-20, missing a zone" time="0">
        <skipped message="missing a zone, 4 records"></skipped>
        </testcase>
        <system-out></system-out>
        <system-err></system-err>
        </testsuite>
        </testsuites>

        """)
  }

  @Test func anInputWithoutFindingsPasses() {
    let text = ReportFormat.junit.render(Sample.empty, options: redacted)
    #expect(text.contains("<testcase classname=\"fdcpalint\" name=\"no finding\" time=\"0\"/>"))
    #expect(!text.contains("<failure") && !text.contains("<error"))
  }

  @Test func aRunWithoutAnyRecordIsAnError() {
    var report = Sample.empty
    report.records = 0
    let text = ReportFormat.junit.render(report, options: redacted)
    #expect(text.contains("<error type=\"incomplete\" message=\"no record read from 1 input;"))
  }

  @Test func thresholdAndConfidenceDecideWhatFails() {
    var report = Sample.report
    report.settings = ReportSettings(failOn: .advice, minConfidence: .medium, exitZero: true)
    // Of the four, the one of a rule in preview never fails.
    #expect(outcomes(report) == [3, 1])
    report.settings = ReportSettings(failOn: .warning, minConfidence: .high)
    #expect(outcomes(report) == [1, 3])
    report.settings = ReportSettings(failOn: nil)
    #expect(outcomes(report) == [0, 4])
  }

  private func outcomes(_ report: Report) -> [Int] {
    var report = report
    report.notEvaluable = []
    let text = ReportFormat.junit.render(report, options: redacted)
    return ["<failure ", "<skipped "].map { text.components(separatedBy: $0).count - 1 }
  }

  /// Debian's package is libxml2-utils.
  private static let xmllint = ["/usr/bin/xmllint", "/opt/homebrew/bin/xmllint"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }
  private static let schema = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Schemas/JUnit.xsd")

  @Test(.enabled(if: xmllint != nil, "needs xmllint"), arguments: 0..<6)
  func holdsToTheSchema(number: Int) throws {
    var hostile = Sample.report
    for index in hostile.findings.indices {
      hostile.findings[index].message = "\u{0}\u{1B}[1m]]> <![CDATA[ & \"'\u{FFFE}\u{FFFF}\u{85}"
      hostile.findings[index].title = "\n \t"
      hostile.findings[index].location.path = " \n"
      hostile.findings[index].fix = "a\r\nb\u{2028}c"
    }
    hostile.notEvaluable[0].missing = "\u{7}<"
    var named = Sample.empty
    named.inputs[0].path = ""
    var unread = Sample.empty
    unread.records = 0
    var open = Sample.report
    open.settings.requireEvaluable = true
    let reports = [Sample.report, Sample.empty, hostile, named, unread, open]
    let text = ReportFormat.junit.render(reports[number], options: RenderOptions(showText: true))
    let file = FileManager.default.temporaryDirectory.appending(path: "junit-\(UUID()).xml")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    #expect(try complaints(about: file) == "\(file.path()) validates\n")
    // The same without an attribute that the schema asks for, so that a pass means something.
    try Data(text.replacing(" hostname=\"localhost\"", with: "").utf8).write(to: file)
    #expect(try complaints(about: file).contains("'hostname' is required but missing"))
  }

  private func complaints(about file: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.xmllint))
    process.arguments = ["--noout", "--schema", Self.schema.path(), file.path()]
    let pipe = Pipe()
    process.standardError = pipe
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }
}
