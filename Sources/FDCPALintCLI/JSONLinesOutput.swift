import FDCPALint
import FDCPALintReports
import Foundation
import Synchronization

/// Standard output of an audit as JSON Lines: findings are written as consumers are judged. What
/// stands behind all findings waits in files without a name.
final class JSONLinesOutput: Sendable {
  private let facts: Spooled
  private let notEvaluable: Spooled

  /// - Returns: `nil` where the whole report is needed before a line can be written: for another
  ///   format, another report beside it, a manifest, or a comparison.
  init?(_ options: RunOptions, compare: String?) throws {
    guard options.format == .jsonl, options.reports.isEmpty, options.manifest == nil,
      compare == nil
    else { return nil }
    do {
      facts = try Spooled()
      notEvaluable = try Spooled()
    } catch {
      throw UsageError(
        message: "\(FileManager.default.temporaryDirectory.path) takes no files; "
          + "set TMPDIR to another folder")
    }
  }

  /// What takes an audit's parts.
  func stream(_ running: Running) throws -> ReportStream {
    let options = try running.rendering()
    return ReportStream {
      JSONLinesText.part($0, options)
    } take: { [self] in
      Console.output($0.findings)
      facts.add($0.facts)
      notEvaluable.add($0.notEvaluable)
    }
  }

  /// Writes the rest, once the audit is done.
  func finish(_ report: Report, _ options: RenderOptions) throws {
    let text = JSONLinesText(report, options)
    Console.output(text.findings)
    try facts.pour()
    Console.output(text.facts + text.problems)
    try notEvaluable.pour()
    Console.output(text.notEvaluable + text.summary)
  }
}

/// Bytes that wait in a file.
private final class Spooled: Sendable {
  private struct State {
    var bytes: [UInt8] = []
    var length = 0
    var failure: (any Error)?
  }

  private let handle: FileHandle
  private let state = Mutex(State())
  /// Fewer bytes than this are held.
  private static let most = 1 << 20

  init() throws { handle = try Spool.nameless() }

  func add(_ bytes: [UInt8]) {
    state.withLock { state in
      state.bytes += bytes
      if state.bytes.count >= Self.most { write(&state) }
    }
  }

  private func write(_ state: inout State) {
    do { try handle.write(contentsOf: Data(state.bytes)) } catch {
      state.failure = state.failure ?? error
    }
    state.length += state.bytes.count
    state.bytes.removeAll(keepingCapacity: true)
  }

  /// Writes everything to standard output.
  ///
  /// - Throws: ``UsageError`` where the file could not take it: a report that lacks lines must not
  ///   look whole.
  func pour() throws {
    do {
      try state.withLock { state in
        if state.length > 0 {
          if let failure = state.failure { throw failure }
          try handle.seek(toOffset: 0)
          while let part = try handle.read(upToCount: Self.most), !part.isEmpty {
            FileHandle.standardOutput.write(part)
          }
        }
        Console.output(state.bytes)
      }
    } catch {
      throw UsageError(
        message: "\(FileManager.default.temporaryDirectory.path) has no room for the report; set "
          + "TMPDIR to another folder")
    }
  }
}
