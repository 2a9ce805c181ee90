internal import Foundation
internal import PCRE2

/// Runs patterns over text that is made to hold them up: long runs of words that almost match.
///
/// A pattern that such text slows down is a way to slow down a whole audit, so `rules test --time`
/// shows it to its author.
public struct PatternTrial: Sendable {
  private let base: RuleBase

  public init(_ packs: RulePacks) { base = RuleBase(packs) }

  /// How one pattern did.
  public struct Outcome: Sendable {
    /// The rule or fact that the pattern belongs to.
    public var owner: String
    public var pattern: String
    /// The processor time that the whole text took; `nil` when a limit stopped the pattern.
    public var duration: Duration?
  }

  /// Tries every pattern of the rules and facts.
  ///
  /// - Parameter bytes: About how long each text is.
  /// - Returns: The patterns that took longer than `budget`, or that a limit stopped, slowest first.
  public func slow(bytes: Int = 1 << 20, budget: Duration = .milliseconds(100)) async -> [Outcome] {
    let all = base.sets.indices.flatMap { set in
      base.sets[set].everyPattern.map { (owner: base.owner(of: set), pattern: $0) }
    }
    let outcomes = await withTaskGroup(of: Outcome?.self) { group in
      for item in all {
        group.addTask { Self.outcome(item.owner, item.pattern, bytes, budget) }
      }
      return await group.reduce(into: [Outcome]()) { list, outcome in
        if let outcome { list.append(outcome) }
      }
    }
    return outcomes.sorted {
      ($1.duration ?? .seconds(3600), $0.owner, $0.pattern)
        < ($0.duration ?? .seconds(3600), $1.owner, $1.pattern)
    }
  }

  private static func outcome(
    _ owner: String, _ pattern: Pattern, _ bytes: Int, _ budget: Duration
  ) -> Outcome? {
    var outcome = Outcome(owner: owner, pattern: pattern.source)
    for text in texts(for: pattern.source, bytes) {
      guard let matcher = try? Matcher() else { return outcome }
      var decided = true
      let start = processorTime()
      do {
        var position = 0
        do {
          while position <= text.count,
            let match = try matcher.firstMatch(
              of: pattern, in: text.span, from: position, to: text.count)
          {
            position = max(match.end, match.start + 1)
          }
        } catch {
          decided = false
        }
      }
      guard decided else { return outcome }
      outcome.duration = max(outcome.duration ?? .zero, processorTime() - start)
    }
    return outcome.duration.map { $0 > budget } ?? true ? outcome : nil
  }

  /// The time that this thread has had of a processor: a busy machine does not make a pattern slow.
  private static func processorTime() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
  }

  /// Two hostile texts: the pattern's own words over and over without its last one, and its first
  /// word alone.
  static func texts(for source: String, _ bytes: Int) -> [[UInt8]] {
    let found = literals(of: source)
    // Patterns of numbers and single letters have none; digits and letters nearly match those.
    let words = found.isEmpty ? ["555", "0", "12/", "c"] : found
    guard let first = words.first else { return [] }
    let almost = words.dropLast().isEmpty ? [first] : Array(words.dropLast())
    return [almost.joined(separator: " "), first].map { run in
      let unit = Array((run + " the ").utf8)
      var text: [UInt8] = []
      text.reserveCapacity(bytes + unit.count)
      while text.count < bytes { text += unit }
      return text
    }
  }

  /// Words that stand for themselves in a pattern, in order, at most twelve.
  private static func literals(of source: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isEscaped = false
    for character in source {
      if character.isLetter, !isEscaped {
        word.append(character)
        continue
      }
      if word.count > 1 { words.append(word) }
      word = ""
      isEscaped = !isEscaped && character == "\\"
    }
    if word.count > 1 { words.append(word) }
    return Array(words.prefix(12))
  }
}

extension ScanSet {
  fileprivate var everyPattern: [Pattern] {
    any.map(\.pattern) + all + unless + (after?.patterns ?? []) + (notAfter?.patterns ?? [])
  }
}
