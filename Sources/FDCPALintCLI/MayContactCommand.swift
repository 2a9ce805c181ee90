import ArgumentParser
import FDCPALint
import FDCPALintReports
import FDCPALintStore

struct MayContactCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "may-contact",
    abstract: "Before dialling: whether a contact is allowed, and if not, from when on.",
    discussion: """
      The contact is judged as one more record of the log: a call that nobody answers, or a message
      that is sent. Exit codes: 0 allowed, 1 not allowed, 3 undetermined.

      With --batch, FILE (or - for standard input) holds one question a line: {"id", "consumer",
      "person", "party", "debt", "channel", "at", "to", "endpoint_kind"}. An answer a line comes
      back, and the worst code wins.
      """)

  @Option(help: ArgumentHelp("The contact log or a folder, as for audit.", valueName: "F"))
  var log: [String] = []

  @Option(
    help: ArgumentHelp(
      "What `audit --ledger` keeps, in place of a log and its tables.", valueName: "FILE"))
  var ledger: String?

  @OptionGroup var tables: TableOptions

  @Option(help: ArgumentHelp("Questions as JSON Lines, - for standard input.", valueName: "FILE"))
  var batch: String?

  @Option(help: "Whose debt.") var consumer: String?
  @Option(help: "Who is to be contacted.") var person: String?
  @Option(help: "Their part: consumer, spouse, attorney, …") var party: Party?
  @Option(help: "The debt it is about. Repeatable.") var debt: [String] = []
  @Option(help: "call, text, email, letter, …") var channel: Channel?
  @Option(
    help: "When: 2026-04-01T10:00:00-04:00; without an offset it is the consumer's own clock.")
  var at: String?
  @Option(help: "Number or address.") var to: String?
  @Option(help: "What the number or address is: mobile, home_landline, work, …")
  var endpointKind: EndpointKind?

  @Option(help: "text or json. Text by default, JSON Lines for a batch.")
  var format: AnswerFormat?
  @Option(help: "Our part for the debts. (default: third-party-collector)")
  var role: Role?
  @Option(help: "How many questions are answered at once.")
  var jobs: Int?
  @Flag(help: "No notices on standard error.")
  var quiet = false
  @OptionGroup var rules: RuleOptions

  func validate() throws {
    if ledger == nil {
      guard !log.isEmpty else {
        throw ValidationError("--log is missing: name the contact log, or a ledger with --ledger")
      }
    } else {
      guard log.isEmpty, tables.areEmpty else {
        throw ValidationError(
          "--ledger holds records and tables; leave --log, --consumers, --debts, --mapping out")
      }
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs \(jobs): expected 1 or more") }
    guard batch == nil else {
      guard consumer == nil, channel == nil, at == nil else {
        throw ValidationError("--batch holds the questions; leave --consumer, --channel, --at out")
      }
      return
    }
    for (name, isMissing) in [
      ("--consumer", consumer == nil), ("--channel", channel == nil), ("--at", at == nil),
      ("--debt", debt.isEmpty),
    ] where isMissing {
      throw ValidationError("\(name) is missing")
    }
    if let at, ProposedTime(at) == nil {
      throw ValidationError("--at \(at): expected a time such as 2026-04-01T10:00:00-04:00")
    }
  }

  func run() async throws {
    let loaded = try LoadedRules(rules)
    let answers = try await answers(
      to: try questions(), loaded, Running.linter(loaded, role: role, jobs: jobs))
    let shape = format ?? (batch == nil ? .text : .json)
    Console.output(shape.render(answers.answers, named: batch != nil))
    if !quiet {
      for notice in answers.notices { Console.error("note: \(notice)") }
    }
    for line in problemLines(answers.problems) { Console.error(line) }
    throw ExitWith(code: answers.exitCode)
  }

  private func answers(
    to questions: [ContactQuestion], _ loaded: LoadedRules, _ linter: Linter
  ) async throws -> ContactAnswers {
    if let ledger {
      do {
        return try await LedgerStore(path: ledger, for: .reading).answers(to: questions, linter)
      } catch {
        throw UsageError(message: "--ledger \(error)")
      }
    }
    let input = try AuditInput(
      logs: log, tables: tables, standardInputName: "contacts.csv", loaded.configuration)
    return await linter.mayContact(
      questions, logs: input.logs.sources, consumers: input.consumers.sources,
      debts: input.debts.sources, mapping: input.mapping, unread: input.problems)
  }

  private func questions() throws -> [ContactQuestion] {
    guard let batch else {
      var question = ContactQuestion(
        consumer: consumer ?? "", channel: channel, time: at.flatMap { ProposedTime($0) })
      question.person = person
      question.party = party
      question.debts = debt
      question.to = to
      question.endpoint = endpointKind
      return [question]
    }
    var inputs = Inputs()
    inputs.read(batch, standardInputName: "questions.jsonl")
    if let problem = inputs.problems.first {
      throw UsageError(message: "--batch \(batch): \(problem.message)")
    }
    return inputs.sources.flatMap { QuestionReader.questions(in: $0) }
  }
}
