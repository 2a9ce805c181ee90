import Testing

@testable import FDCPALint

@Suite struct DuplicatesTests {
  private func row(_ id: String, _ hour: Int, _ note: String) -> String {
    let hour = hour < 10 ? "0\(hour)" : "\(hour)"
    return #"{"id":"\#(id)","at":"2026-04-01T\#(hour):00Z","consumer":"c","channel":"call","#
      + #""direction":"outbound","note":"\#(note)"}"#
  }

  @Test func equalRowsCountOnceAndNothingIsSaid() {
    let text = [row("a", 9, "x"), row("b", 9, "x"), row("a", 9, "x")].joined(separator: "\n")
    let contents = LogReader().read(source(text, "log.jsonl"))
    #expect(contents.records.map(\.contact.id) == ["a", "b"])
    #expect(contents.records.map(\.order) == [0, 1])
    #expect(contents.problems.isEmpty)
  }

  @Test func ofRowsThatDifferTheFirstByTimeCounts() {
    let text = [row("a", 11, "late"), row("a", 9, "early"), row("b", 9, "x")].joined(
      separator: "\n")
    let contents = LogReader().read(source(text, "log.jsonl"))
    #expect(contents.records.map { $0.words(.note) } == ["early", "x"])
    #expect(contents.records.map(\.order) == [1, 2])
    #expect(contents.problems.map(\.code) == ["duplicate-id"])
    #expect(contents.problems.first?.row == 2)
    #expect(contents.problems.first?.found == "a")
    #expect(contents.problems.first?.message.contains("row 1") == true)
  }

  @Test func idsAreComparedAcrossFiles() {
    let first = source(row("a", 9, "x") + "\n" + row("b", 9, "x"), "1.jsonl")
    let second = source(row("c", 9, "x") + "\n" + row("a", 9, "y"), "2.jsonl")
    let contents = LogReader().read([first, second])
    #expect(contents.records.map(\.contact.id) == ["a", "b", "c"])
    #expect(contents.records.map(\.order) == [0, 1, 2])
    #expect(contents.problems.map(\.code) == ["duplicate-id"])
    #expect(contents.problems.first?.message.contains("row 2 of 2.jsonl") == true)
  }

  /// The same rows in any order keep the same records, against a model that sorts everything.
  @Test func orderOfLinesChangesNothing() {
    var random = SplitMix64(seed: 17)
    for _ in 0..<200 {
      let rows = (0..<8).map { _ in
        row(["a", "b", "c"][random.below(3)], 9 + random.below(2), ["x", "y"][random.below(2)])
      }
      let model = Dictionary(grouping: rows) { $0.prefix(9) }.mapValues { group in
        // Within one id, rows of this test sort by hour, then by note.
        group.min() ?? ""
      }
      let contents = LogReader().read(
        source(rows.shuffled(using: &random).joined(separator: "\n"), "log.jsonl"))
      let kept = contents.records.map { record in
        row(
          record.contact.id, (record.contact.at?.seconds ?? 0) / 3600 % 24,
          record.words(.note) ?? "")
      }
      #expect(Set(kept) == Set(model.values))
      #expect(kept.count == model.count)
      let differing = Dictionary(grouping: Set(rows)) { $0.prefix(9) }.count { $0.value.count > 1 }
      #expect(contents.problems.count == differing)
    }
  }
}
