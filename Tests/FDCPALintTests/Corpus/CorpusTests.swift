import Foundation
import Testing

@testable import FDCPALint

/// Compliant texts that come close to what the rules look for: no rule may take one for a breach.
@Suite struct CorpusTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "clean.jsonl")

  private func report() async throws -> Report {
    let data = try Data(contentsOf: Self.file)
    let source = Source(name: "clean.jsonl", bytes: [UInt8](data))
    return try await Seeds.linter().check([source])
  }

  @Test func everyTextIsRead() async throws {
    let report = try await report()
    #expect(report.problems == [])
    #expect(report.records >= 200)
  }

  @Test func noRuleTakesACompliantTextForABreach() async throws {
    let alarms = try await report().findings.filter {
      $0.severity > .advice && $0.confidence > .low
    }
    #expect(alarms.map { "\($0.record): \($0.rule)" } == [])
  }

  /// The texts are of every kind that a rule may be about, save a consumer's own story.
  @Test func theTextsAreOfEveryKind() throws {
    struct Line: Decodable { var kind: String }
    let lines = try String(decoding: Data(contentsOf: Self.file), as: UTF8.self)
      .split(separator: "\n")
    let kinds = try lines.map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)).kind }
    let wanted = Set(DocumentKind.allCases.map(\.rawValue)).subtracting(["complaint"])
    #expect(Set(kinds) == wanted)
  }
}
