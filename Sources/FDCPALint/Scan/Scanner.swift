internal import PCRE2

/// Runs every pattern set over the texts of records. One scanner a thread.
struct Scanner: ~Copyable {
  private let base: RuleBase
  private let matcher: Matcher
  /// What could not be decided, for the report.
  private(set) var problems: [Problem] = []
  /// For tests of rules: which patterns left a mark and which exceptions dropped one.
  private(set) var usedPatterns: Set<PatternPlace> = []
  private(set) var usedExceptions: Set<PatternPlace> = []

  /// A pattern by its set and its place there.
  struct PatternPlace: Hashable {
    let set: Int
    let place: Int
  }

  /// A match that stands, before it is told as a mark.
  private struct Hit {
    var start: Int
    var end: Int
    let set: Int
    let pattern: Int
    let details: [String: String]
  }

  init(_ base: RuleBase) throws(MatchError) {
    self.base = base
    matcher = try Matcher()
  }

  /// The marks that the sets leave on a record's texts, in the order of sets and places.
  mutating func scan(_ record: Record) -> [Mark] {
    var marks: [Mark] = []
    for text in record.texts where !text.bytes.isEmpty {
      do {
        marks += try scan(text, of: record)
      } catch {
        report(error, rule: nil, record, text.field)
      }
    }
    return record.texts.contains { $0.view != nil } ? told(marks, of: record) : marks
  }

  /// Marks of one document's readings, each once: words that several readings share are one mark.
  private func told(_ marks: [Mark], of record: Record) -> [Mark] {
    struct Place: Hashable {
      let purpose: ScanSet.Purpose
      let location: Location
    }
    var places: [Place: Int] = [:]
    var told: [Mark] = []
    for mark in marks {
      let place = Place(purpose: base.sets[mark.set].purpose, location: mark.location)
      if let index = places[place] {
        told[index].readings |= mark.readings
      } else {
        places[place] = told.count
        told.append(mark)
      }
    }
    return told
  }

  private mutating func scan(_ text: RecordText, of record: Record) throws(MatchError) -> [Mark] {
    let folded = FoldedText(text.bytes)
    let segmented = try base.segmenter.segments(
      of: folded, kind: text.kind, defaults: Self.defaults(text, record.contact), matcher: matcher)
    let units = TextUnits(
      folded.bytes, turnStarts: segmented.turnStarts, abbreviations: base.segmenter.abbreviations)
    let subject = Subject(
      folded: folded, segmented: segmented, units: units, text: text, origin: record.origin)
    var hits: [Hit] = []
    for (index, set) in base.sets.enumerated()
    where set.kinds.contains(text.kind) && set.fields.contains(text.field)
      && Self.concerns(set, record)
    {
      do {
        hits += try run(set, index, subject)
      } catch {
        report(error, rule: index, record, text.field)
      }
    }
    return joined(hits).map {
      subject.mark($0.start..<$0.end, set: $0.set, pattern: $0.pattern, details: $0.details)
    }
  }

  /// Overlapping hits of one rule or fact are one mark, over all the words that any of them took.
  private func joined(_ hits: [Hit]) -> [Hit] {
    let sorted = hits.sorted {
      (base.order(of: $0.set), $0.start, -$0.end, $0.set) < (
        base.order(of: $1.set), $1.start, -$1.end, $1.set
      )
    }
    var result: [Hit] = []
    for hit in sorted {
      if let last = result.last, hit.start < last.end,
        base.sets[last.set].purpose == base.sets[hit.set].purpose
      {
        result[result.count - 1].end = max(last.end, hit.end)
      } else {
        result.append(hit)
      }
    }
    return result
  }

  /// Who speaks where the text does not say: a note and everything outbound is the collector's,
  /// a complaint and everything inbound somebody else's.
  private static func defaults(_ text: RecordText, _ contact: Contact) -> Segmenter.Defaults {
    let isWritten = [.letter, .email, .text, .web, .social].contains(contact.channel)
    let other: Speaker =
      [.consumer, .spouse, .parent, .guardian, .unknown].contains(contact.party)
      ? .consumer : .thirdParty
    switch text.kind {
    case .complaint: return .init(speaker: .consumer, mode: .direct)
    case .note:
      return contact.direction == .inbound && isWritten
        ? .init(speaker: other, mode: .reported) : .init(speaker: .collector, mode: .direct)
    case .transcript, .unknown: return .init(speaker: .unknown, mode: .direct)
    case .letter, .email, .text, .voicemail:
      return .init(speaker: contact.direction == .inbound ? other : .collector, mode: .direct)
    }
  }

  private static func concerns(_ set: ScanSet, _ record: Record) -> Bool {
    if let language = record.contact.language, !language.isEmpty {
      guard language.lowercased().hasPrefix(set.language) else { return false }
    }
    // A document without a contact has no channel to go by.
    guard !record.isDocument else { return !set.needsContact }
    return (set.channels.isEmpty || set.channels.contains(record.contact.channel))
      && (set.directions.isEmpty || set.directions.contains(record.contact.direction))
  }

  private mutating func run(_ set: ScanSet, _ index: Int, _ subject: Subject)
    throws(MatchError) -> [Hit]
  {
    let horizon = set.firstWords.map(subject.endOfFirstCollectorWords) ?? subject.count
    var hits: [Hit] = []
    // Where the words that must come first end, and those that must not; looked up when needed.
    var opens: Int??
    var closes: Int??
    for named in set.any {
      var position = 0
      while position <= subject.count,
        let hit = try nextHit(of: named.pattern, in: set, subject, from: position)
      {
        guard hit.start < horizon else { break }
        position = hit.end > hit.start ? hit.end : subject.next(after: hit.start)
        let details = named.groups.isEmpty ? [:] : groups(named.groups, subject)
        guard try holdsAll(set, hit, subject), try !isExcepted(set, index, hit, subject) else {
          continue
        }
        if let after = set.after {
          if opens == nil { opens = .some(try endOfFirst(after, subject)) }
          guard let end = opens ?? nil, end <= hit.start else { continue }
        }
        if let notAfter = set.notAfter {
          if closes == nil { closes = .some(try endOfFirst(notAfter, subject)) }
          if let end = closes ?? nil, end <= hit.start { continue }
        }
        usedPatterns.insert(PatternPlace(set: index, place: named.index))
        hits.append(
          Hit(
            start: hit.start, end: hit.end, set: index, pattern: named.index, details: details))
      }
    }
    return hits
  }

  /// The next match that keeps to its scope and to speakers that the set is about.
  private func nextHit(
    of pattern: Pattern, in set: ScanSet, _ subject: Subject, from start: Int
  ) throws(MatchError) -> Match? {
    var position = start
    while position <= subject.count,
      let match = try matcher.firstMatch(
        of: pattern, in: subject.bytes.span, from: position, to: subject.count)
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
            of: pattern, in: subject.bytes.span, from: match.start, to: limit)
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

  private func holdsAll(_ set: ScanSet, _ hit: Match, _ subject: Subject)
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
  private func endOfFirst(_ words: ScanSet.Earlier, _ subject: Subject) throws(MatchError) -> Int? {
    var first: Int?
    for pattern in words.patterns {
      var position = 0
      while position <= subject.count,
        let match = try matcher.firstMatch(
          of: pattern, in: subject.bytes.span, from: position, to: first ?? subject.count)
      {
        let segment = subject.segmented.segments[subject.segmented.index(at: match.start)]
        if words.speakers.contains(segment.speaker), words.modes.contains(segment.mode) {
          first = min(first ?? match.end, match.end)
          break
        }
        position = max(match.end, subject.next(after: match.start))
      }
    }
    return first
  }

  /// Whether an exception drops a hit: it overlaps it, or stands anywhere in the wider scope.
  private mutating func isExcepted(_ set: ScanSet, _ index: Int, _ hit: Match, _ subject: Subject)
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
          break
        }
        position = subject.next(after: other.start)
      }
    }
    return excepted
  }

  private func groups(_ names: [Int: String], _ subject: Subject) -> [String: String] {
    var details: [String: String] = [:]
    for (number, name) in names {
      if let range = matcher.group(number) { details[name] = subject.sourceText(range) }
    }
    return details
  }

  /// A match that was not decided is said, never passed for "no match".
  private mutating func report(
    _ error: MatchError, rule set: Int?, _ record: Record, _ field: TextField
  ) {
    let owner = set.map { base.owner(of: $0) } ?? "segments"
    let reason: String
    switch error {
    case .limit(let message), .failure(let message): reason = message
    case .pattern(let error): reason = error.description
    case .outOfMemory: reason = "out of memory"
    }
    problems.append(
      Problem(
        code: "not-decided", path: record.origin.path, row: record.origin.row,
        field: field.rawValue, found: reason,
        message: "\(owner) could not be decided on record '\(record.contact.id)': \(reason); "
          + "split the text or mend the pattern"))
  }
}

extension RuleBase {
  /// A number that sets of one purpose share.
  func order(of set: Int) -> Int {
    switch sets[set].purpose {
    case .wording(let rule): rule * 64
    case .requirementApplies(let rule): rule * 64 + 1
    case .excuse(let rule): rule * 64 + 2
    case .element(let rule, let element): rule * 64 + 3 + min(element, 60)
    case .fact(let source): packs.rules.count * 64 + source
    }
  }

  /// The id of the rule or fact that a set belongs to.
  func owner(of set: Int) -> String {
    switch sets[set].purpose {
    case .wording(let rule), .requirementApplies(let rule), .element(let rule, _),
      .excuse(let rule):
      packs.rules[rule].id
    case .fact(let source): packs.facts[source].id
    }
  }
}
