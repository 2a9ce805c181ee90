internal import Foundation

extension Zone {
  /// What is odd about a local time.
  enum Doubt: Hashable, Sendable {
    /// Clocks skipped it when daylight time began.
    case skipped
    /// Clocks showed it twice when daylight time ended.
    case repeated
  }

  /// The offset in which a clock that shows `local` is read, in seconds east of UTC.
  ///
  /// As Foundation does, a skipped time is read in the offset before the change, which shifts it
  /// forward; of a repeated one the earlier counts.
  ///
  /// - Parameter local: What the clock shows, in seconds since 1 January 1970 00:00 on it.
  func offset(atLocal local: Int) -> (offset: Int, doubt: Doubt?) {
    // A day to either side lies beyond any change that this time could be part of.
    let before = offset(at: Instant(seconds: local - 86_400))
    let after = offset(at: Instant(seconds: local + 86_400))
    if before == after { return (before, nil) }
    let fitsBefore = offset(at: Instant(seconds: local - before)) == before
    let fitsAfter = offset(at: Instant(seconds: local - after)) == after
    switch (fitsBefore, fitsAfter) {
    case (true, true): return (before, .repeated)
    case (true, false): return (before, nil)
    case (false, true): return (after, nil)
    case (false, false): return (before, .skipped)
    }
  }

  /// The name that somebody most likely meant.
  static func nearestName(to name: String) -> String? {
    let folded = name.replacingOccurrences(of: " ", with: "_")
    let names = TimeZone.knownTimeZoneIdentifiers
    let cities = names.filter { $0.split(separator: "/").last?.lowercased() == folded.lowercased() }
    return cities.first ?? nearest(to: folded, among: names)
  }
}
