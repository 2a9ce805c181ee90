internal import Synchronization

/// A prefilter that the first thread to need it makes, and all others wait for.
final class LazyPrefilter: Sendable {
  private let made = Mutex<Prefilter?>(nil)
  /// Tables that were made before; they may lack patterns.
  private let given: LiteralTables?

  init(_ given: LiteralTables?) { self.given = given }

  /// The prefilter, if no plan has to be made for it.
  func ready(_ sets: [ScanSet]) -> Prefilter? {
    made.withLock { made in
      if made == nil, let given { made = Prefilter(sets, in: given) }
      return made
    }
  }

  func value(_ sets: [ScanSet]) -> Prefilter? {
    ready(sets)
      ?? made.withLock { made in
        if let made { return made }
        let sources = sets.flatMap { $0.any.map(\.pattern.source) }
        made = Prefilter(sets, in: LiteralTables(sources: sources))
        return made
      }
  }
}
