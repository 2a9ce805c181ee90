import FDCPALint
import FDCPALintReports
import Foundation

/// What a run stood on and what came of it, so that anybody with the same inputs can run it again
/// and compare: `--manifest` leaves it, `verify` reads it.
struct Manifest: Codable, Equatable {
  struct Tool: Codable, Equatable {
    var name = "fdcpalint"
    var version = fdcpalintVersion
  }
  struct Pack: Codable, Equatable {
    var name: String
    var version: String
  }
  struct Rules: Codable, Equatable {
    var count: Int
    /// Of all that packs say: rules, facts, word lists, parameters.
    var sha256: String
  }
  struct File: Codable, Equatable {
    var path: String
    var sha256: String
  }
  struct Result: Codable, Equatable {
    /// Of the run as JSON, masked, whatever else was written.
    var sha256: String
    /// By the names of the JSON summary.
    var totals: [String: Int]
  }

  static let schema = "fdcpalint-manifest/1"

  var schema = Self.schema
  var tool = Tool()
  /// The command line, without the program; paths are read from the folder it ran in.
  var arguments: [String]
  /// The day taken for today.
  var today: String
  var packs: [Pack]
  var rules: Rules
  /// The release of the IANA zone data, as the system names it.
  var zoneData: String
  /// Everything that was read: logs, tables, documents, a mapping, an earlier run.
  var inputs: [File]
  /// Whether fingerprints had a key of the user's own, which verifying needs as well.
  var keyedFingerprints: Bool
  var result: Result

  /// - Parameter files: What was read and is not among the report's inputs.
  init(
    _ report: Report, rules base: RuleBase, today: CivilDay, arguments: [String], files: [String]
  ) throws {
    self.arguments = Self.withoutManifest(arguments)
    self.today = today.description
    packs = report.packs.map { Pack(name: $0.name, version: $0.version) }
    rules = Rules(
      count: report.rules.count, sha256: digest(Array(try Self.encoder.encode(base.packs))))
    zoneData = TimeZone.timeZoneDataVersion
    inputs = report.inputs.map { File(path: $0.path, sha256: $0.digest) }
    for path in files {
      inputs.append(
        File(path: path, sha256: digest([UInt8](try Data(contentsOf: URL(filePath: path))))))
    }
    keyedFingerprints = report.keyedFingerprints
    let options = RenderOptions(
      redactor: Redactor(packs: base.packs), toolVersion: fdcpalintVersion)
    let text = ReportFormat.json.render(report, options: options)
    result = Result(
      sha256: digest(Array(text.utf8)),
      totals: Dictionary(uniqueKeysWithValues: report.totals.map { ($0.name, $0.count) }))
  }

  /// - Throws: ``UsageError`` for what is no manifest.
  init(path: String) throws {
    let data: Data
    do { data = try Data(contentsOf: URL(filePath: path)) } catch {
      throw UsageError(message: "\(path) cannot be read; name what --manifest wrote")
    }
    do { self = try JSONDecoder().decode(Manifest.self, from: data) } catch {
      throw UsageError(message: "\(path) is no manifest; name what --manifest wrote")
    }
    guard schema == Self.schema else {
      throw UsageError(
        message: "\(path) is of schema \(schema); this version reads \(Self.schema)")
    }
  }

  func write(to path: String) throws {
    do {
      try (Self.encoder.encode(self) + Data("\n".utf8)).write(to: URL(filePath: path))
    } catch {
      throw UsageError(message: "--manifest \(path) cannot be written; check folder and rights")
    }
  }

  private static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return encoder
  }

  /// A run that is verified leaves no manifest anew.
  private static func withoutManifest(_ arguments: [String]) -> [String] {
    var kept: [String] = []
    var skipsNext = false
    for argument in arguments {
      if skipsNext {
        skipsNext = false
      } else if argument == "--manifest" {
        skipsNext = true
      } else if !argument.hasPrefix("--manifest=") {
        kept.append(argument)
      }
    }
    return kept
  }
}

extension Manifest {
  /// What differs from another run's, as lines that name the part.
  func differences(from now: Manifest) -> [String] {
    var lines: [String] = []
    func compare(_ name: String, _ then: String, _ now: String) {
      if then != now { lines.append("\(name): \(then) then, \(now) now") }
    }
    compare("tool", tool.version, now.tool.version)
    let versions = Dictionary(
      now.packs.map { ($0.name, $0.version) }, uniquingKeysWith: { first, _ in first })
    for pack in packs { compare("pack \(pack.name)", pack.version, versions[pack.name] ?? "none") }
    let names = Set(packs.map(\.name))
    for pack in now.packs where !names.contains(pack.name) {
      compare("pack \(pack.name)", "none", pack.version)
    }
    if rules.sha256 != now.rules.sha256 {
      lines.append("rules: \(rules.count) then, \(now.rules.count) now, not the same to the letter")
    }
    compare("zone data", zoneData, now.zoneData)
    compare("own key for fingerprints", said(keyedFingerprints), said(now.keyedFingerprints))
    let digests = Dictionary(
      now.inputs.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    for file in inputs where digests[file.path] != file.sha256 {
      lines.append(
        "input \(file.path): \(digests[file.path] == nil ? "is not there" : "its bytes changed")")
    }
    let known = Set(inputs.map(\.path))
    for file in now.inputs where !known.contains(file.path) {
      lines.append("input \(file.path): was not there then")
    }
    for name in result.totals.keys.sorted() {
      compare(
        "total \(name)", String(result.totals[name] ?? 0), String(now.result.totals[name] ?? 0))
    }
    if result.sha256 != now.result.sha256 { lines.append("result: other bytes") }
    return lines
  }

  private func said(_ flag: Bool) -> String { flag ? "yes" : "no" }
}
