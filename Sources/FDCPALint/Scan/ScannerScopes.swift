internal import PCRE2

/// What makes a match of a pattern a hit of its set: scopes, speakers, other words, exceptions.
extension Scanner {
  /// The first match at or after an offset: tried at the places where one may begin, if these are
  /// known, and everywhere else. What a place was found to hold is kept for others of its pattern.
  func firstMatch(
    of named: ScanSet.NamedPattern, in text: [UInt8], from position: Int, as possible: Int?
  ) throws(MatchError) -> Match? {
    guard let candidates, let possible, let places = candidates.places(of: possible) else {
      return try matcher.firstMatch(
        of: named.pattern, in: text.span, from: position, to: text.count)
    }
    var index = candidates.place(in: places, from: position)
    while index < places.upperBound {
      let start = candidates.start(index)
      // Groups are read from the last match that was run.
      if !named.hasGroups, let known = candidates.known(index) {
        if let end = known { return Match(start: start, end: end) }
      } else {
        let match = try matcher.firstMatch(
          of: named.anchored, in: text.span, from: start, to: text.count)
        candidates.keep(match?.end, index)
        if let match { return match }
      }
      index += 1
    }
    return nil
  }

  /// The next match that keeps to its scope and to speakers that the set is about.
  func nextHit(
    of named: ScanSet.NamedPattern, in set: ScanSet, _ subject: Subject, from start: Int,
    as possible: Int?
  ) throws(MatchError) -> Match? {
    var position = start
    while position <= subject.count,
      let match = try firstMatch(of: named, in: subject.bytes, from: position, as: possible)
    {
      let limit = subject.limit(at: match.start, set)
      guard limit > match.start else {
        // Somebody else's words: go on behind them.
        position = max(subject.endOfSegment(at: match.start), subject.next(after: match.start))
        continue
      }
      var hit = match
      if match.end > limit {
        // The match crosses its scope; one that ends within may begin at the same place.
        guard
          let shorter = try matcher.firstMatch(
            of: named.pattern, in: subject.bytes.span, from: match.start, to: limit)
        else {
          position = limit
          continue
        }
        hit = shorter
      }
      if case .words(let count) = set.within, subject.words(in: hit.start..<hit.end) > count {
        position = subject.next(after: hit.start)
        continue
      }
      return hit
    }
    return nil
  }

  func holdsAll(_ set: ScanSet, _ hit: Match, _ subject: Subject)
    throws(MatchError) -> Bool
  {
    let unit = subject.unit(set.within, at: hit.start)
    for pattern in set.all {
      var position = unit.lowerBound
      var found = false
      while !found, position <= unit.upperBound,
        let other = try matcher.firstMatch(
          of: pattern, in: subject.bytes.span, from: position, to: unit.upperBound)
      {
        position = max(other.end, subject.next(after: other.start))
        let together = min(hit.start, other.start)..<max(hit.end, other.end)
        if case .words(let count) = set.within, subject.words(in: together) > count { continue }
        // What stands beside the mark may be anybody's words: "bad time", and the collector goes on.
        found = true
      }
      guard found else { return false }
    }
    return true
  }

  /// Where the first of some words ends, `nil` where the text holds none of them.
  func endOfFirst(_ words: ScanSet.Earlier, _ subject: Subject) throws(MatchError) -> Int? {
    var first: Int?
    for pattern in words.patterns {
      var position = 0
      while position <= subject.count,
        let match = try matcher.firstMatch(
          of: pattern, in: subject.bytes.span, from: position, to: first ?? subject.count)
      {
        let segment = subject.segmented.segments[subject.segmented.index(at: match.start)]
        if words.voices.holds(segment) {
          first = min(first ?? match.end, match.end)
          break
        }
        position = max(match.end, subject.next(after: match.start))
      }
    }
    return first
  }

  /// Whether an exception drops a hit: it overlaps it, or stands anywhere in the wider scope.
  mutating func isExcepted(_ set: ScanSet, _ index: Int, _ hit: Match, _ subject: Subject)
    throws(MatchError) -> Bool
  {
    let scope = set.unlessWithin ?? (set.within == .clause ? .sentence : set.within)
    let unit = subject.unit(scope, at: hit.start)
    var excepted = false
    for (place, pattern) in set.unless.enumerated() {
      var position = unit.lowerBound
      while position <= unit.upperBound,
        let other = try matcher.firstMatch(
          of: pattern, in: subject.bytes.span, from: position, to: unit.upperBound)
      {
        if set.unlessWithin != nil || (other.start < hit.end && other.end > hit.start) {
          usedExceptions.insert(PatternPlace(set: index, place: place))
          excepted = true
          // Which other exceptions hold matters to tests of rules alone.
          if !everyMark { return true }
          break
        }
        position = subject.next(after: other.start)
      }
    }
    return excepted
  }
}
