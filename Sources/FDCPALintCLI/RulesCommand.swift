import ArgumentParser
import FDCPALint

struct RulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List, show and test rules.",
    subcommands: [List.self, Show.self, Test.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Every rule: severity, id, title, law.")
    @OptionGroup var rules: RuleOptions

    func run() async throws {
      let packs = try LoadedRules(rules).base.packs
      let width = packs.rules.map(\.id.count).max() ?? 0
      for rule in packs.rules {
        let severity = rule.severity.rawValue.padded(to: 7)
        let law = rule.citations.first ?? "practice"
        Console.output("\(severity) \(rule.id.padded(to: width))  \(rule.title) [\(law)]\n")
      }
      Console.output("\(packs.rules.count) rules, \(packs.facts.count) sources of facts\n")
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "One rule, whole.")
    @Argument(help: "The rule's id.") var rule: String
    @OptionGroup var rules: RuleOptions

    func run() async throws { try Explanation.tell(rule, rules, withExamples: true) }
  }

  struct Test: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Run every rule over its own examples, to the exact words.",
      discussion: "Exit codes: 0 all hold, 1 an example does not hold, 2 a rule cannot be read.")
    @Argument(help: "Only these rules: ids, or beginnings of ids. All by default.")
    var only: [String] = []
    @Flag(
      help:
        "Also run every pattern over a megabyte of text that almost matches, and name slow ones.")
    var time = false
    @Flag(
      help:
        "Also tell what each rule costs a scan of all examples. One that takes over 5 % fails.")
    var cost = false
    @Option(
      help: ArgumentHelp("Texts to scan for --cost in place of the examples.", valueName: "file"))
    var over: [String] = []
    @OptionGroup var rules: RuleOptions

    func run() async throws {
      let loaded = try LoadedRules(rules, withExamples: true)
      for choice in only
      where !loaded.examples.contains(where: { LoadedRules.names(choice, $0.id) }) {
        throw UsageError(message: "no rule or fact is named '\(choice)'")
      }
      var failures = 0
      var examples = 0
      var tested = 0
      for set in loaded.examples {
        guard only.isEmpty || only.contains(where: { LoadedRules.names($0, set.id) }) else {
          continue
        }
        guard let result = await RuleTester(loaded.base.packs).test(set) else { continue }
        tested += 1
        examples += set.flags.count + set.passes.count
        for failure in result.failures { Console.output("\(set.id).yaml:\(failure)\n") }
        failures += result.failures.count
      }
      if cost { failures += try ScanCostTable.tell(loaded, over) }
      if time { failures += await Self.tellSlow(loaded.base.packs) }
      Console.output(
        "\(tested) rules and facts, \(examples) examples, \(failures) failures\n")
      throw ExitWith(code: failures == 0 ? 0 : 1)
    }

    /// Names the patterns that hostile text slows down, and counts those that nothing stops.
    private static func tellSlow(_ packs: RulePacks) async -> Int {
      let slow = await PatternTrial(packs).slow()
      for outcome in slow {
        let took = outcome.duration.map { "takes \($0) for a hostile megabyte" }
        let stopped = "is stopped by the match limit on hostile text, which a report would say"
        Console.output("\(outcome.owner): \(took ?? stopped): \(outcome.pattern.prefix(70))\n")
      }
      return slow.count { $0.duration != nil }
    }
  }
}

extension String {
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
