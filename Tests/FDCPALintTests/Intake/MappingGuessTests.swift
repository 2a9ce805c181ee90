import Testing

@testable import FDCPALint

@Suite struct MappingGuessTests {
  @Test func guessesNothingForTheContractsOwnNames() {
    #expect(MappingGuess.mapping(for: ["id", "at", "consumer", "channel", "Notes"]) == nil)
    #expect(MappingGuess.mapping(for: ["foo", "bar"]) == nil)
  }

  @Test(
    arguments: [
      (["Call Date", "Call Time"], ["Call Date": [LogField.atDate], "Call Time": [.atTime]]),
      (["Call Date"], ["Call Date": [.at]]), (["TIMESTAMP", "Date"], ["TIMESTAMP": [.at]]),
      (["Account No."], ["Account No.": [.consumer, .debts]]),
      (["Debtor ID", "Acct #"], ["Debtor ID": [.consumer], "Acct #": [.debts]]),
      (["Disposition", "Comments"], ["Disposition": [.outcome], "Comments": [.note]]),
      (["Notes", "Comments"], ["Notes": [.note]]),
    ] as [([String], [String: [LogField]])])
  func guessesColumns(_ columns: [String], _ expected: [String: [LogField]]) {
    #expect(MappingGuess.mapping(for: columns)?.columns == expected)
  }

  private static let csv = """
    Call Date,Account,Result Code,Direction,Notes
    2026-04-01T10:00-04:00,77,LM,O,lm w/ cb
    2026-04-02T10:00-04:00,77,WN,O,
    2026-04-03T10:00-04:00,77,QQ,O,
    """
  private static let yaml = """
    columns:
      Account: [consumer, debts]
      'Call Date': at
      Notes: note
      'Result Code': outcome
    values:
      direction:
        O: outbound
      outcome:
        LM: message_left
        WN: {outcome: conversation, party: unknown, signal: wrong_number}
    defaults: {channel: call}

    """

  @Test func aGuessIsUsedAndShownAsAFile() throws {
    let contents = LogReader().read(source(Self.csv))
    #expect(contents.records.map(\.contact.outcome) == [.messageLeft, .conversation, nil])
    #expect(contents.records.map(\.contact.signals) == [[], ["wrong_number"], []])
    #expect(contents.problems.map(\.code) == ["bad-value"])
    let notice = try #require(contents.notices.first)
    #expect(notice.contains(Self.yaml))
    let saved = try Mapping(yaml: Self.yaml, path: "mapping.yaml")
    let again = LogReader(mapping: saved).read(source(Self.csv))
    #expect(again.records.map(\.contact) == contents.records.map(\.contact))
    #expect(again.problems == contents.problems)
    #expect(!again.notices.joined().contains("guessed"))
  }

  @Test func jsonLinesAreGuessedFromAllTheirKeys() {
    let rows = [
      #"{"uuid":"1","timestamp":"2026-04-01T10:00Z","customer":"c","method":"SMS"}"#,
      #"{"uuid":"2","timestamp":"2026-04-02T10:00Z","customer":"c","method":"SMS","body":"hi"}"#,
    ]
    for order in [rows, rows.reversed()] {
      let contents = LogReader().read(
        source(order.joined(separator: "\n"), "log.jsonl"))
      #expect(contents.problems.isEmpty)
      #expect(Set(contents.records.map(\.contact.id)) == ["1", "2"])
      #expect(contents.records.allSatisfy { $0.contact.channel == .text })
      #expect(contents.records.compactMap { $0.words(.text) } == ["hi"])
    }
  }

  @Test func codesStandForValuesOfTheContract() {
    for (field, codes) in MappingGuess.commonCodes {
      #expect(!codes.isEmpty)
      for assignment in codes.values.joined() {
        if let closed = assignment.field.closedValues {
          #expect(closed.contains(assignment.value), "\(field)")
        }
      }
    }
  }
}
