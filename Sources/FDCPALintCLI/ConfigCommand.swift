import ArgumentParser
import FDCPALint
import Foundation

struct ConfigCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Show what a run goes by.", subcommands: [Show.self])

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Every value, and where it comes from: the command line, the file, the default.")
    @OptionGroup var baseline: BaselineOptions
    @OptionGroup var rules: RuleOptions
    @OptionGroup var run: RunOptions

    func run() async throws {
      let loaded = try LoadedRules(rules)
      var lines = ShownSettings(loaded.configuration)
      lines.fill(rules, run, baseline)
      Console.output(lines.text)
      Console.output("# \(loaded.base.rules.count) rules are left to run\n")
    }
  }
}

/// The settings of a run as YAML, each with its origin behind it.
private struct ShownSettings {
  private let found: FoundConfiguration
  private var lines: [(text: String, origin: String)] = []

  init(_ found: FoundConfiguration) { self.found = found }

  var text: String {
    let width = min(60, lines.map(\.text.count).max() ?? 0)
    let head = "# \(found.path ?? "no \(Configuration.fileName) was found, or --isolated")\n"
    return head + lines.map { "\($0.text.padded(to: width))  # \($0.origin)\n" }.joined()
  }

  mutating func fill(_ rules: RuleOptions, _ run: RunOptions, _ baseline: BaselineOptions) {
    let values = found.values
    one(
      "role", run.role?.rawValue, values.role.map { ($0.value.rawValue, $0.place) },
      Role.thirdPartyCollector.rawValue)
    list("packs", rules.pack, option: "--pack", values.packs)
    let isChosen = !rules.select.isEmpty
    list("select", rules.select, option: "--select", isChosen ? [] : values.select)
    list("ignore", rules.ignore, option: "--ignore", isChosen ? [] : values.ignore)
    one(
      "fail-on", run.failOn?.rawValue,
      values.failOn.map { ($0.value?.rawValue ?? "none", $0.place) }, "warning")
    one(
      "min-confidence", run.minConfidence?.rawValue,
      values.minConfidence.map { ($0.value.rawValue, $0.place) }, "medium")
    one(
      "require-evaluable", run.requireEvaluable ? "true" : nil,
      values.requireEvaluable.map { ($0.value ? "true" : "false", $0.place) }, "false")
    for documents in values.documents {
      let paths = documents.paths.map { Self.quoted($0.text) }.joined(separator: ", ")
      let kind = documents.kind.map { [("kind", $0.rawValue)] } ?? []
      let fields = (kind + documents.fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
        .map { "\($0.0): \(Self.quoted($0.1))" }.joined(separator: ", ")
      add("documents: [\(paths)] → {\(fields)}", documents.place.description)
    }
    list(
      "exclude", [], option: "",
      values.exclude.map { Configuration.Setting(value: $0.value.text, place: $0.place) })
    one("mapping", nil, values.mapping.map { ($0.value, $0.place) }, nil)
    one("exceptions", nil, values.exceptions.map { ($0.value, $0.place) }, nil)
    one("baseline", baseline.baseline, values.baseline.map { ($0.value, $0.place) }, nil)
    one("reviews", baseline.decisions.reviews, values.reviews.map { ($0.value, $0.place) }, nil)
    for (kind, line) in values.optOut.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      add("opt-out.\(kind.rawValue): \(Self.quoted(line.value))", line.place.description)
    }
    for salutation in values.salutations {
      add(
        "salutations.\(Self.quoted(salutation.forbidden)): \(Self.quoted(salutation.right))",
        salutation.place.description)
    }
  }

  private mutating func add(_ text: String, _ origin: String) { lines.append((text, origin)) }

  private mutating func one(
    _ key: String, _ given: String?, _ configured: (String, Configuration.Place)?,
    _ standard: String?
  ) {
    if let given {
      add("\(key): \(Self.quoted(given))", "--\(key)")
    } else if let (value, place) = configured {
      add("\(key): \(Self.quoted(value))", place.description)
    } else {
      add("\(key): \(standard ?? "none")", "default")
    }
  }

  private mutating func list(
    _ key: String, _ given: [String], option: String, _ configured: [Configuration.Setting<String>]
  ) {
    for setting in configured {
      add("\(key): \(Self.quoted(setting.value))", setting.place.description)
    }
    for value in given { add("\(key): \(Self.quoted(value))", option) }
    if configured.isEmpty, given.isEmpty { add("\(key): []", "default") }
  }

  /// As it is where YAML reads it so, otherwise between quotation marks.
  private static func quoted(_ text: String) -> String {
    let isPlain = text.first.map { $0.isLetter || $0 == "." || $0 == "/" } ?? false
    let isSafe = text.allSatisfy { $0.isLetter || $0.isNumber || " -_./".contains($0) }
    return isPlain && isSafe ? text : "'\(text.replacing("'", with: "''"))'"
  }
}
