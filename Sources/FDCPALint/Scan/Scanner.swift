internal import PCRE2

/// Finds what the pattern sets mark in the texts of records. One scanner a thread.
///
/// The prefilter names the few patterns that may match a text; only these run. What is found is what
/// running every pattern over every text finds.
struct Scanner: ~Copyable {
  /// Which patterns run over a text.
  enum Method {
    /// Those that the prefilter cannot rule out.
    case prefiltered
    /// All of them: slow, plain, and the measure for the other.
    case everyPattern
  }

  let base: RuleBase
  let matcher: Matcher
  private var conditions: ScanConditions
  private(set) var candidates: Candidates?
  /// What could not be decided, for the report.
  private(set) var problems: [Problem] = []
  /// For tests of rules: which patterns left a mark and which exceptions dropped one.
  private(set) var usedPatterns: Set<PatternPlace> = []
  var usedExceptions: Set<PatternPlace> = []

  /// A match that stands, before it is told as a mark.
  private struct Hit {
    var start: Int
    var end: Int
    let set: Int
    let pattern: Int
    let details: [String: String]
  }

  /// - Parameter justInTime: As for `Matcher`: what is found is the same.
  init(
    _ base: RuleBase, _ method: Method = .prefiltered, justInTime: Bool = true
  ) throws(MatchError) {
    self.base = base
    matcher = try Matcher(justInTime: justInTime)
    let prefilter = method == .prefiltered ? base.prefilter : nil
    conditions = ScanConditions(base.sets, prefilter)
    candidates = prefilter.map { Candidates($0) }
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
    let live = matching(folded.bytes, conditions.concern(text, of: record))
    // Who speaks matters only where something was said.
    guard !live.isEmpty else { return [] }
    let segmented = try base.segmenter.segments(
      of: folded, kind: text.kind, defaults: Self.defaults(text, record.contact), matcher: matcher)
    let units = TextUnits(
      folded.bytes, turnStarts: segmented.turnStarts, abbreviations: base.segmenter.abbreviations)
    let subject = Subject(
      folded: folded, segmented: segmented, units: units, text: text, origin: record.origin)
    var hits: [Hit] = []
    var rest = live[...]
    while let set = rest.first?.set {
      let ofSet = rest.prefix { $0.set == set }
      rest = rest[ofSet.endIndex...]
      do {
        hits += try run(set, ofSet, subject)
      } catch {
        report(error, rule: set, record, text.field)
      }
    }
    return joined(hits).map {
      subject.mark($0.start..<$0.end, set: $0.set, pattern: $0.pattern, details: $0.details)
    }
  }

  /// The patterns that match a text at all, or fail to be decided there, in the order of sets.
  private mutating func matching(_ text: [UInt8], _ concern: Concern) -> [Candidate] {
    guard let candidates = possible(in: text, concern) else {
      return everyCandidate(concern).compactMap { candidate in
        var candidate = candidate
        return mayMatch(&candidate, text) ? candidate : nil
      }
    }
    var result: [Candidate] = []
    for possible in candidates.possible {
      let uses = candidates.prefilter.uses(of: possible.number)
      guard let first = uses.first else { continue }
      var candidate = Candidate(set: first.set, place: first.place, starts: possible.starts)
      guard mayMatch(&candidate, text) else { continue }
      for use in uses where concern.sets[use.set] {
        candidate.set = use.set
        candidate.place = use.place
        result.append(candidate)
      }
    }
    result.sort { ($0.set, $0.place) < ($1.set, $1.place) }
    return result
  }

  /// Whether a candidate matches anywhere, from where on it may, or whether that cannot be told.
  private func mayMatch(_ candidate: inout Candidate, _ text: [UInt8]) -> Bool {
    let named = base.sets[candidate.set].any[candidate.place]
    do {
      guard let first = try firstMatch(of: named, in: text, from: 0, starts: candidate.starts)
      else { return false }
      candidate.from = first.start
    } catch {
      // Its turn comes again, where the failure is reported.
    }
    return true
  }

  /// The prefilter's answer; `nil` where every pattern has to run.
  private mutating func possible(in text: [UInt8], _ concern: Concern) -> Candidates? {
    guard candidates != nil, TextWords.canTell(text) else { return nil }
    candidates?.find(in: text, concern)
    return candidates
  }

  /// A text as patterns see it, and the patterns that would run over it.
  mutating func candidates(_ text: RecordText, of record: Record) -> ([UInt8], [Candidate]) {
    let folded = FoldedText(text.bytes)
    let concern = conditions.concern(text, of: record)
    guard let candidates = possible(in: folded.bytes, concern) else {
      return (folded.bytes, everyCandidate(concern))
    }
    return (
      folded.bytes,
      candidates.possible.flatMap { possible in
        candidates.prefilter.uses(of: possible.number).filter { concern.sets[$0.set] }
          .map { Candidate(set: $0.set, place: $0.place, starts: possible.starts) }
      }
    )
  }

  private func everyCandidate(_ concern: Concern) -> [Candidate] {
    base.sets.indices.filter { concern.sets[$0] }.flatMap { set in
      base.sets[set].any.indices.map { Candidate(set: set, place: $0) }
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

  /// The hits of a set's patterns.
  private mutating func run(_ index: Int, _ patterns: ArraySlice<Candidate>, _ subject: Subject)
    throws(MatchError) -> [Hit]
  {
    let set = base.sets[index]
    let horizon = set.firstWords.map(subject.endOfFirstCollectorWords) ?? subject.count
    var hits: [Hit] = []
    // Where the words that must come first end, and those that must not; looked up when needed.
    var opens: Int??
    var closes: Int??
    for candidate in patterns {
      let named = set.any[candidate.place]
      var position = candidate.from
      while position <= subject.count,
        let hit = try nextHit(
          of: named, in: set, subject, from: position, starts: candidate.starts)
      {
        guard hit.start < horizon else { break }
        position = hit.end > hit.start ? hit.end : subject.next(after: hit.start)
        if let digits = set.digits, !digits.holds(subject.folded.bytes[hit.start..<hit.end]) {
          continue
        }
        let details = named.hasGroups ? groups(named.groups, subject) : [:]
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
