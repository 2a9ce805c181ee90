import FDCPALint
import Foundation

/// The rules of a run and their examples: the shipped packs, then those of `--pack`, then what
/// `--select` and `--ignore` leave.
struct LoadedRules {
  let base: RuleBase
  let examples: [ExampleSet]

  init(_ options: RuleOptions, withExamples: Bool = false) throws {
    var packs = try RuleBase.shippedPacks()
    var examples = withExamples ? try RuleBase.shippedExamples() : []
    for folder in options.pack {
      do {
        let (added, cases) = try PackReader(base: packs).read(PackFile.all(in: folder))
        packs = packs.joined(with: added)
        let replaced = Set(added.packs.map(\.name))
        examples.removeAll { replaced.contains(String($0.id.prefix { $0 != "/" })) }
        examples += cases
      } catch {
        throw UsageError(message: "--pack \(folder) does not hold:\n\(error)")
      }
    }
    let ids = packs.rules.map(\.id)
    for choice in options.select + options.ignore
    where !ids.contains(where: { Self.names(choice, $0) }) {
      throw UsageError(message: "no rule is named '\(choice)'; `fdcpalint rules list` shows all")
    }
    packs.rules.removeAll { rule in
      let selected =
        options.select.isEmpty || options.select.contains { Self.names($0, rule.id) }
      return !selected || options.ignore.contains { Self.names($0, rule.id) }
    }
    guard !packs.rules.isEmpty else {
      throw UsageError(message: "no rule is left to run; check --select and --ignore")
    }
    base = RuleBase(packs)
    self.examples = examples.sorted { $0.id < $1.id }
  }

  /// Whether a choice means a rule: its id, or a beginning of it that ends at a slash.
  static func names(_ choice: String, _ id: String) -> Bool {
    choice == id || (choice.hasSuffix("/") && id.hasPrefix(choice)) || id.hasPrefix(choice + "/")
  }
}
