import Testing

@testable import FDCPALint

@Suite struct MappingTests {
  private static let text = """
    columns:
      Call Date: at.date
      Call Time: at.time
      Acct#: [consumer, debts]
      Res: outcome
      Queue: ignore
      Dir: direction
      Memo: note
    values:
      outcome:
        LM: message_left
        NO: no_answer
        WN: {outcome: conversation, party: unknown, signal: wrong_number}
      direction: {O: outbound, I: inbound}
    defaults: {channel: call}
    zone: America/New_York
    at: {format: us}
    delimiter: ';'
    """
  private static let log = """
    Call Date;Call Time;Acct#;Res;Queue;Dir;Memo;Pool
    4/1/2026;2:05 PM;77;LM;q;O;lm, asked for cb;x
    4/2/2026;2:05 PM;77;wn;q;o;;
    4/3/2026;2:05 PM;77;NO;q;I;;
    4/4/2026;2:05 PM;77;ZZ;q;I;;
    """

  @Test func readsAMappedLog() throws {
    let mapping = try Mapping(yaml: Self.text, path: "mapping.yaml")
    let contents = LogReader(mapping: mapping).read(source(Self.log))
    #expect(
      contents.records.map(\.contact.outcome) == [.messageLeft, .conversation, .noAnswer, nil])
    #expect(contents.records.map(\.contact.party) == [.consumer, .unknown, .consumer, .consumer])
    #expect(contents.records.map(\.contact.signals) == [[], ["wrong_number"], [], []])
    #expect(
      contents.records.map(\.contact.direction) == [.outbound, .outbound, .inbound, .inbound])
    #expect(contents.records.allSatisfy { $0.contact.channel == .call })
    #expect(
      contents.records.allSatisfy { $0.contact.consumer == "77" && $0.contact.debts == ["77"] })
    #expect(contents.records.first?.contact.at == instant(2026, 4, 1, 18, 5))
    #expect(contents.records.first?.words(.note) == "lm, asked for cb")
    #expect(contents.records.first?.context == ["Pool": "x"])
    #expect(contents.problems.map(\.code) == ["bad-value"])
    #expect(contents.problems.map(\.row) == [5])
  }

  @Test func writesWhatItReads() throws {
    let mapping = try Mapping(yaml: Self.text, path: "mapping.yaml")
    #expect(try Mapping(yaml: mapping.yaml, path: "again") == mapping)
    #expect(try Mapping(source(mapping.yaml)) == mapping)
    #expect(try Mapping(yaml: "columns: {'it''s': note}", path: "m").columns == ["it's": [.note]])
  }

  @Test(arguments: [
    ("colums: {A: id}", 1, "unknown key 'colums'; did you mean 'columns'?"),
    ("zone: America/NewYork", 1, "did you mean 'America/New_York'?"),
    ("zone: EST", 1, "'EST' is no zone"),
    ("columns:\n  A: outcom", 2, "unknown field 'outcom'; did you mean 'outcome'?"),
    ("columns:\n  A: id\n  B: id", 3, "'id' already comes from column 'A'"),
    ("values:\n  outcome:\n    LM: mesage_left", 3, "did you mean 'message_left'?"),
    ("values:\n  outcome:\n    LM: {signl: x}", 3, "did you mean 'signal'?"),
    ("values: {outcome: LM}", 1, "expected keys and values"),
    ("defaults: {channel: phone}", 1, "unknown channel 'phone'"),
    ("at: {format: eu}", 1, "unknown value 'eu'"), ("at: {fmt: us}", 1, "unknown key 'fmt'"),
    ("delimiter: x", 1, "expected one of"), ("zone: UTC\nzone: UTC", 0, "stands twice"),
    ("a: [", 2, "is no YAML"), ("", 0, "is empty; expected a mapping"),
  ])
  func wrongMappingsAreErrorsWithTheirPlace(_ text: String, _ line: Int, _ hint: String) {
    do throws(PackError) {
      _ = try Mapping(yaml: text, path: "m.yaml")
      Issue.record("accepted")
    } catch {
      let problem = error.problems[0]
      #expect(problem.file == "m.yaml")
      if line > 0 { #expect(problem.line == line) }
      #expect(error.problems.contains { $0.message.contains(hint) }, "\(error)")
    }
  }

  @Test func everyProblemIsToldAtOnce() {
    #expect(throws: PackError.self) { try Mapping(yaml: "x: 1\nzone: EST", path: "m") }
    do throws(PackError) { _ = try Mapping(yaml: "x: 1\nzone: EST", path: "m") } catch {
      #expect(error.problems.count == 2)
    }
  }

  @Test func aMappingMayGiveACanonicalNameAnotherMeaning() throws {
    let mapping = try Mapping(yaml: "columns: {Res State: state, note: text}", path: "m")
    let contents = LogReader(mapping: mapping).read(
      source(
        "id,at,consumer,channel,direction,state,Res State,note\n"
          + "1,2026-04-01T10:00Z,c,email,outbound,closed,NY,hello\n"))
    let record = contents.records.first
    #expect(contents.problems.isEmpty)
    #expect(record?.contact.state == "NY")
    #expect(record?.context == ["state": "closed"])
    #expect(record?.words(.text) == "hello")
    #expect(record?.words(.note) == nil)
  }
}
