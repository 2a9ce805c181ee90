import Foundation
import PackCompiler
import Testing

@testable import FDCPALint

/// `seeds/guide.yaml`: every item is there, names rules that exist, and its cases show them at work.
@Suite struct GuideTests {
  private struct Case {
    var item: String
    var rule: String
    var source: Source
    var isLog: Bool
    var mustFlag: Bool
  }

  private static let ids: [String] =
    (1...14).map { "T\($0)" } + (1...23).map { "M\($0)" } + (1...5).map { "F\($0)" }

  private func items() throws -> Fields {
    let sink = ProblemSink(file: "seeds/guide.yaml")
    let file = PackFile(path: "seeds/guide.yaml", text: try Seeds.text("guide.yaml"))
    let root = try #require(Element.root(of: file, expected: "a guide", sink)?.anyFields())
    return try #require(root["items"]?.anyFields())
  }

  @Test func everyItemIsThere() throws {
    #expect(try items().entries.map(\.key).sorted() == Self.ids.sorted())
  }

  @Test func everyItemSaysItselfInTwoLanguagesAndNamesRulesThatExist() throws {
    let rules = Set(try RuleBase.shippedPacks().rules.map(\.id))
    for (id, item) in try items().entries {
      let fields = try #require(item.anyFields())
      let summary = try #require(fields["summary"]?.anyFields())
      #expect(summary["en"]?.string?.isEmpty == false, "\(id)")
      #expect(summary["pl"]?.string?.isEmpty == false, "\(id)")
      for rule in fields["rules"]?.strings ?? [] {
        #expect(rules.contains(rule), "\(id) names \(rule)")
      }
    }
  }

  @Test func rulesAndItemsNameEachOther() throws {
    let packs = try RuleBase.shippedPacks()
    for (id, item) in try items().entries {
      let named = Set(item.anyFields()?["rules"]?.strings ?? [])
      let answering = Set(packs.rules.filter { $0.seeds.contains(id) }.map(\.id))
      #expect(answering.subtracting(named) == [], "\(id) is answered by rules it does not name")
    }
  }

  @Test func theCasesShowTheirRules() async throws {
    let linter = try Seeds.linter()
    for one in try cases() {
      let report = await one.isLog ? linter.audit([one.source]) : linter.check([one.source])
      let found = report.findings.contains { $0.rule == one.rule }
      #expect(found == one.mustFlag, "\(one.item): \(one.rule)")
    }
  }

  @Test func everyItemHasACaseThatFiresOrAPage() throws {
    let shown = Set(try cases().filter(\.mustFlag).map(\.item))
    for (id, item) in try items().entries where !shown.contains(id) {
      let page = item.anyFields()?["page"]?.string
      #expect(page != nil, "\(id) has nothing that fires and no page of the report")
    }
  }

  private func cases() throws -> [Case] {
    var result: [Case] = []
    for (id, item) in try items().entries {
      guard let cases = item.anyFields()?["cases"], cases.isMapping, let both = cases.anyFields()
      else { continue }
      for (name, mustFlag) in [("flags", true), ("passes", false)] {
        for one in both[name]?.items ?? [] {
          let fields = try #require(one.anyFields())
          let rule = try #require(fields["rule"]?.string)
          #expect(item.anyFields()?["rules"]?.strings.contains(rule) == true, "\(id): \(rule)")
          let rows = fields["contacts"]?.items
          result.append(
            Case(
              item: id, rule: rule, source: try rows.map(log) ?? source(fields),
              isLog: rows != nil, mustFlag: mustFlag))
        }
      }
    }
    #expect(result.count > 60)
    return result
  }

  /// Rows start from an unanswered call to the consumer about one debt.
  private func log(_ rows: [Element]) throws -> Source {
    var bytes: [UInt8] = []
    for (number, row) in rows.enumerated() {
      var object = [
        "id": "row-\(number)", "consumer": "C", "person": "self", "party": "consumer",
        "channel": "call", "direction": "outbound", "outcome": "no_answer", "debts": "A",
      ]
      for (key, value) in row.anyFields()?.entries ?? [] { object[key] = value.string }
      bytes += try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
      bytes.append(10)
    }
    return Source(name: "case.jsonl", bytes: bytes)
  }

  private func source(_ fields: Fields) throws -> Source {
    var object: [String: String] = ["id": "case"]
    for (key, value) in fields.entries where key != "rule" && key != "context" {
      object[key] = value.string
    }
    for (key, value) in fields["context"]?.anyFields()?.entries ?? [] { object[key] = value.string }
    let data = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
    return Source(name: "case.jsonl", bytes: [UInt8](data) + [10])
  }
}
