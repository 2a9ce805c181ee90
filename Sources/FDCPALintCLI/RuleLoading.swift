import FDCPALint
import Foundation

/// The rules of a run and their examples: the shipped packs, then those of the configuration and of
/// `--pack`, then what `--select` and `--ignore`, or else the configuration, leave.
///
/// `--select` sets the configuration's choice aside; `--ignore` adds to it.
struct LoadedRules {
  let base: RuleBase
  let examples: [ExampleSet]
  let configuration: FoundConfiguration
  /// Ids of all rules there are, run or not, and those that they had before.
  let allRules: Set<String>

  /// - Parameter everyRule: Whether the configuration's choice of rules is left aside, as when
  ///   somebody asks what a rule says.
  init(_ options: RuleOptions, withExamples: Bool = false, everyRule: Bool = false) throws {
    let configuration = try FoundConfiguration(options)
    self.configuration = configuration
    let chosen = everyRule || !options.select.isEmpty
    var packs = try RuleBase.shippedPacks()
    var examples = withExamples ? try RuleBase.shippedExamples() : []
    for setting in configuration.values.packs
    where !FileManager.default.fileExists(atPath: configuration.resolved(setting.value)) {
      throw UsageError(
        message: "\(setting.place): packs: there is no folder '\(setting.value)'; paths are "
          + "relative to the configuration")
    }
    let configured = configuration.values.packs.map { configuration.resolved($0.value) }
    var key: String?
    for folder in configured + options.pack {
      do {
        let files = try PackFile.all(in: folder)
        let added = try PackCache.standard().packs(files, on: packs, key: key)
        key = added.key
        packs = packs.joined(with: added.packs)
        let replaced = Set(added.packs.packs.map(\.name))
        examples.removeAll { replaced.contains(String($0.id.prefix { $0 != "/" })) }
        examples += added.examples
      } catch {
        throw UsageError(message: "--pack \(folder) does not hold:\n\(error)")
      }
    }
    if let rule = configuration.values.salutationRule { packs.rules.append(rule) }
    allRules = Set(packs.rules.flatMap { [$0.id] + $0.formerly })
    let ids = packs.rules.map(\.id)
    let select = chosen ? [] : configuration.values.select
    let ignore = chosen ? [] : configuration.values.ignore
    for setting in select + ignore
    where !ids.contains(where: { Self.names(setting.value, $0) }) {
      let hint = nearest(to: setting.value, among: ids).map { "; did you mean '\($0)'?" }
      throw UsageError(
        message: "\(setting.place): no rule is named '\(setting.value)'"
          + (hint ?? "; `fdcpalint rules list` shows all"))
    }
    for choice in options.select + options.ignore
    where !ids.contains(where: { Self.names(choice, $0) }) {
      throw UsageError(message: "no rule is named '\(choice)'; `fdcpalint rules list` shows all")
    }
    let wanted = options.select + select.map(\.value)
    let unwanted = options.ignore + ignore.map(\.value)
    if !(wanted.isEmpty && unwanted.isEmpty) {
      packs.rules.removeAll { rule in
        let selected = wanted.isEmpty || wanted.contains { Self.names($0, rule.id) }
        return !selected || unwanted.contains { Self.names($0, rule.id) }
      }
    }
    guard !packs.rules.isEmpty else {
      let file = (select + ignore).first.map { ", and \($0.place.file) from line \($0.place.line)" }
      throw UsageError(
        message: "no rule is left to run; check --select and --ignore\(file ?? "")")
    }
    let isShipped = key == nil && configuration.values.salutationRule == nil
    let literals =
      isShipped
      ? RuleBase.shippedLiterals
      : PackCache.standard().literals(packs, shipped: try RuleBase.shippedPacks())
    base = RuleBase(packs, literals: literals)
    self.examples = examples.sorted { $0.id < $1.id }
  }

  /// Whether a choice means a rule: its id, or a beginning of it that ends at a slash.
  static func names(_ choice: String, _ id: String) -> Bool {
    choice == id || (choice.hasSuffix("/") && id.hasPrefix(choice)) || id.hasPrefix(choice + "/")
  }
}
