internal import Synchronization

/// Takes note of what of a log's extent the judgement of one ledger looks at, so that it need not
/// be made anew while nothing of that has changed.
package final class LogWatch: Sendable {
  /// Parts of a ``LogExtent`` that are the same for all ledgers.
  package struct Parts: OptionSet, Sendable, Hashable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    package static let first = Parts(rawValue: 1)
    package static let last = Parts(rawValue: 2)
    package static let channels = Parts(rawValue: 4)
  }

  /// All that was looked at.
  package struct Looks: Sendable, Hashable {
    package var parts: Parts = []
    /// The latest day that the log was seen to go on after; `nil`: none was asked about.
    package var after: CivilDay?
    /// The first day that the log was seen not to go on after.
    package var until: CivilDay?

    package init() {}
  }

  private let seen = Mutex(Looks())

  package init() {}

  package var looks: Looks { seen.withLock { $0 } }

  func note(_ part: Parts) { _ = seen.withLock { $0.parts.insert(part) } }

  /// Takes note that the log goes on after a day, or does not.
  func note(_ day: CivilDay, isPast: Bool) {
    seen.withLock { seen in
      if isPast {
        seen.after = max(seen.after ?? day, day)
      } else {
        seen.until = min(seen.until ?? day, day)
      }
    }
  }
}
