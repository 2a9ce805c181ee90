import FDCPALint
import FDCPALintStore

/// An audit on a ledger, as the command line tells of it.
struct LedgerRun {
  let path: String
  let isQuiet: Bool

  /// - Throws: ``UsageError`` for a file that cannot serve as a ledger.
  func report(_ linter: Linter, _ input: AuditInput) async throws -> Report {
    do {
      let store = try LedgerStore(path: path, for: .writing)
      let night = try await store.night(
        linter,
        NightInput(
          logs: input.logs.sources, consumers: input.consumers.sources,
          debts: input.debts.sources, mapping: input.mapping, unread: input.problems),
        tool: fdcpalintVersion)
      tell(night, isExposed: store.isExposed)
      return night.report
    } catch {
      throw UsageError(message: "--ledger \(error)")
    }
  }

  private func tell(_ night: Night, isExposed: Bool) {
    guard !isQuiet else { return }
    Console.error(
      "note: \(path): night \(night.number): \(night.added) rows new, \(night.known) known, "
        + "\(night.replaced) in the place of others; \(night.judged) of \(night.consumers) consumers "
        + "judged")
    if isExposed {
      Console.error("note: \(path) can be read by others; chmod 600 keeps it to yourself")
    }
  }
}
