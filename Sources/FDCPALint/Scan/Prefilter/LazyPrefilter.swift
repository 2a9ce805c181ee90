internal import Synchronization

/// A prefilter that the first thread to need it makes, and all others wait for.
final class LazyPrefilter: Sendable {
  private let made = Mutex<Prefilter?>(nil)

  func value(_ sets: [ScanSet]) -> Prefilter {
    made.withLock { made in
      if let made { return made }
      let prefilter = Prefilter(sets)
      made = prefilter
      return prefilter
    }
  }
}
