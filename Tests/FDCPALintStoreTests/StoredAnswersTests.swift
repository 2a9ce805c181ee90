import FDCPALint
import FDCPALintReports
import FDCPALintStore
import Foundation
import Testing

/// Answers before a contact from a ledger against answers from the logs themselves.
@Suite struct StoredAnswersTests {
  @Test(arguments: 0..<4) func aLedgerAnswersAsItsLogsDo(seed: UInt64) async throws {
    let nights = RandomNights(seed: seed &* 31 &+ 2).nights
    let linter = try NightTests.linter()
    var questions: [ContactQuestion] = []
    for (number, name) in ["C1", "C2", "C3", "C4", "nobody"].enumerated() {
      for channel in [Channel.call, .text] {
        var question = ContactQuestion(
          consumer: name, channel: channel,
          time: ProposedTime("2026-04-2\(number)T12:0\(seed):00-04:00"))
        question.debts = ["D\(name)"]
        questions.append(question)
      }
    }
    let last = try #require(nights.last)
    try await withFolder { folder in
      let path = folder.appending(path: "ledger.sqlite").path
      for night in nights {
        _ = try await LedgerStore(path: path, for: .writing).night(
          linter,
          NightInput(
            logs: [night.log], consumers: [night.consumers].compactMap(\.self),
            debts: [night.debts].compactMap(\.self)), tool: "1")
      }
      let stored = try await LedgerStore(path: path, for: .reading)
        .answers(to: questions, linter)
      let read = await linter.mayContact(
        questions, logs: nights.map(\.log), consumers: [last.allConsumers],
        debts: last.allDebts.bytes.isEmpty ? [] : [last.allDebts])
      #expect(stored.answers.count == 10 && read.answers.count == 10)
      for (one, other) in zip(stored.answers, read.answers) {
        #expect(Self.said(one) == Self.said(other), "seed \(seed): \(one.question)")
        // A broken row that another one outranks is anybody's to the log, and its own consumer's to
        // the ledger, which took it in on its night.
        let (few, many) = (Set(one.missing), Set(other.missing))
        #expect(few.isSubset(of: many), "seed \(seed): \(one.question)")
        #expect(
          many.subtracting(few).allSatisfy { $0.hasPrefix("night") && $0.contains(" row ") },
          "seed \(seed): \(one.question)")
      }
    }
  }

  private static func said(_ answer: ContactAnswer) -> String {
    var answer = answer
    answer.missing = []
    return AnswerFormat.json.render([answer], named: false)
  }
}
