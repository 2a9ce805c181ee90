import FDCPALint
import FDCPALintReports
import Foundation

/// What `check --fix` and `check --diff` do: mend drafts, prove it, and write them or show it.
struct Mending {
  private let linter: Linter
  private let kind: DocumentKind?
  private let mender: Mender
  private let sources: [Source]
  private let kinds: [String: DocumentKind]

  /// - Throws: ``UsageError`` where the configuration has nothing to mend with, and where something
  ///   is no draft: then nothing at all is changed.
  init(
    linter: Linter, kind: DocumentKind?, _ configuration: FoundConfiguration, _ sources: [Source]
  ) throws {
    mender = Mender(configuration.values)
    guard !mender.hasNothingToSay else {
      throw UsageError(
        message: "--fix and --diff have nothing to mend with: give lines under 'opt-out' or "
          + "'salutations' in \(configuration.path ?? Configuration.fileName)")
    }
    self.linter = linter
    self.kind = kind
    self.sources = sources
    kinds = linter.documentKinds(sources, kind: kind)
    for source in sources {
      let kind = kinds[source.name]
      if let kind, Configuration.draftKinds.contains(kind) { continue }
      // What cannot be read is a problem of the run, and nothing in it is changed.
      if kind == nil, !source.name.lowercased().hasSuffix("jsonl") { continue }
      let what = kind == .unknown || kind == nil ? "of unknown kind" : "a \(kind?.rawValue ?? "")"
      throw UsageError(
        message:
          "\(source.name) is \(what); only letters, e-mails, texts and voicemail scripts are "
          + "mended, never records: name drafts alone, or say what it is with --kind or the "
          + "configuration. Nothing was changed")
    }
  }

  /// Mends, and writes or shows what changed.
  ///
  /// - Returns: The report on the drafts as they now are on disk.
  func run(
    showingOnly: Bool, problems: [Problem], _ running: Running
  ) async throws -> Report {
    var report = await linter.check(sources, kind: kind)
    var mended = sources
    var changed: [Int] = []
    for (index, source) in sources.enumerated() {
      let own = report.findings.filter { $0.location.path == source.name }
      guard let kind = kinds[source.name],
        let bytes = mender.mended(source.bytes, path: source.name, kind: kind, own)
      else { continue }
      guard await isBetter(bytes, than: source, own) else {
        Console.error(
          "note: \(source.name): not mended, for the configured words leave a finding or make one")
        continue
      }
      mended[index].bytes = bytes
      changed.append(index)
    }
    if showingOnly {
      for index in changed {
        Console.output(
          LineDifference.unified(
            sources[index].bytes, mended[index].bytes, path: sources[index].name))
      }
      report.problems = problems + report.problems
      for line in problemLines(report) { Console.error(line) }
      throw ExitWith(code: report.exitCode)
    }
    for index in changed {
      try AtomicFile.replace(sources[index].name, sources[index].bytes, by: mended[index].bytes)
      if !running.options.quiet { Console.error("note: \(sources[index].name): mended") }
    }
    if !changed.isEmpty { report = await linter.check(mended, kind: kind) }
    report.problems = problems + report.problems
    return report
  }

  /// Whether what the mend was for is gone and nothing new is found.
  private func isBetter(
    _ bytes: [UInt8], than source: Source, _ findings: [Finding]
  ) async -> Bool {
    let after = await linter.check([Source(name: source.name, bytes: bytes)], kind: kind)
    func counted(_ findings: [Finding]) -> [String: Int] {
      findings.reduce(into: [:]) { $0[$1.rule, default: 0] += 1 }
    }
    let (old, new) = (counted(findings), counted(after.findings))
    return after.findings.count < findings.count
      && new.allSatisfy { rule, count in count <= old[rule, default: 0] }
  }
}

/// Replaces a file in one step: whoever reads it finds the old or the new text, never half of one.
enum AtomicFile {
  /// - Throws: ``UsageError`` when the file changed since it was read, or cannot be written.
  static func replace(_ path: String, _ old: [UInt8], by new: [UInt8]) throws {
    let file = URL(filePath: path).resolvingSymlinksInPath()
    let manager = FileManager.default
    guard manager.contents(atPath: file.path).map({ [UInt8]($0) }) == old else {
      throw UsageError(message: "\(path) changed while it was checked; run --fix again")
    }
    let rights = try? manager.attributesOfItem(atPath: file.path)[.posixPermissions]
    let name = ".\(file.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier)"
    let draft = file.deletingLastPathComponent().appending(path: name)
    do {
      try Data(new).write(to: draft, options: .withoutOverwriting)
      if let rights {
        try manager.setAttributes([.posixPermissions: rights], ofItemAtPath: draft.path)
      }
    } catch {
      try? manager.removeItem(at: draft)
      throw UsageError(
        message: "\(path) cannot be mended: its folder cannot be written; check rights")
    }
    guard rename(draft.path, file.path) == 0 else {
      try? manager.removeItem(at: draft)
      throw UsageError(message: "\(path) cannot be replaced; check rights")
    }
  }
}
