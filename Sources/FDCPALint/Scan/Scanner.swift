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
  let candidates: Candidates?
  private var conditions: ScanConditions
  /// Whether sets that are asked for presence alone leave all their marks, for tests of rules.
  let everyMark: Bool
  private let purposes: Purposes
  /// What could not be decided, for the report.
  private(set) var problems: [Problem] = []
  /// For tests of rules: which patterns left a mark and which exceptions dropped one.
  private(set) var usedPatterns: Set<PatternPlace> = []
  var usedExceptions: Set<PatternPlace> = []

  /// - Parameter justInTime: As for `Matcher`: what is found is the same.
  init(
    _ base: RuleBase, _ method: Method = .prefiltered, everyMark: Bool = false,
    justInTime: Bool = true
  ) throws(MatchError) {
    self.base = base
    self.everyMark = everyMark
    matcher = try Matcher(justInTime: justInTime)
    let prefilter = method == .prefiltered ? base.prefilter : nil
    conditions = ScanConditions(base.sets, prefilter)
    candidates = prefilter.map { Candidates($0) }
    purposes = Purposes(base)
  }

  /// The marks that the sets leave on a record's texts, in the order of sets and places.
  mutating func scan(_ record: Record) -> [Mark] {
    var marks: [Mark] = []
    for text in record.texts where !text.bytes.isEmpty {
      do {
        try scan(text, of: record, &marks)
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

  private mutating func scan(
    _ text: RecordText, of record: Record, _ marks: inout [Mark]
  ) throws(MatchError) {
    let folded = FoldedText(text.bytes)
    let concern = conditions.concern(text, of: record)
    var rest = possible(in: folded, concern)[...]
    // Who speaks, and where sentences end, matters only where something was said.
    var subject: Subject?
    var hits: [Hit] = []
    var present: Set<Int> = []
    while let set = rest.first?.set {
      let ofSet = rest.prefix { $0.set == set }
      rest = rest[ofSet.endIndex...]
      let asksPresence = base.sets[set].isPresence && !everyMark
      if asksPresence, candidates != nil, present.contains(purposes.number[set]) { continue }
      let live = matching(ofSet, folded.bytes)
      guard !live.isEmpty else { continue }
      let known: Subject
      if let subject { known = subject } else { known = try self.subject(folded, text, record) }
      subject = known
      if asksPresence, present.contains(purposes.number[set]) { continue }
      do {
        let found = try run(set, live, known, isOnce: asksPresence)
        if asksPresence, !found.isEmpty { present.insert(purposes.number[set]) }
        hits += found
      } catch {
        report(error, rule: set, record, text.field)
      }
    }
    guard let subject else { return }
    for hit in purposes.joined(hits) {
      marks.append(
        subject.mark(
          hit.start..<hit.end, set: hit.set, pattern: hit.pattern, details: hit.details))
    }
  }

  private func subject(
    _ folded: FoldedText, _ text: RecordText, _ record: Record
  ) throws(MatchError) -> Subject {
    let segmented = try base.segmenter.segments(
      of: folded, kind: text.kind, defaults: Self.defaults(text, record.contact), matcher: matcher)
    let units = TextUnits(
      folded.bytes, turnStarts: segmented.turnStarts, abbreviations: base.segmenter.abbreviations)
    return Subject(
      folded: folded, segmented: segmented, units: units, text: text, origin: record.origin,
      lines: LineStarts(text.bytes))
  }

  /// The patterns that match a text at all, or fail to be decided there.
  private func matching(_ patterns: ArraySlice<Candidate>, _ text: [UInt8]) -> [Candidate] {
    var result: [Candidate] = []
    for var candidate in patterns {
      let named = base.sets[candidate.set].any[candidate.place]
      do {
        guard let first = try firstMatch(of: named, in: text, from: 0, as: candidate.possible)
        else { continue }
        candidate.from = first.start
      } catch {
        // Its turn comes again, where the failure is reported.
      }
      result.append(candidate)
    }
    return result
  }

  /// The patterns that may match a text, in the order of sets: all that concern it, where its words
  /// cannot tell.
  private func possible(in text: FoldedText, _ concern: Concern) -> [Candidate] {
    if let candidates, text.canBeToldByWords {
      return candidates.find(in: text.bytes, concern)
    }
    candidates?.forget()
    return base.sets.indices.filter { concern.sets[$0] }.flatMap { set in
      base.sets[set].any.indices.map { Candidate(set: set, place: $0) }
    }
  }

  /// A text as patterns see it, and the patterns that would run over it.
  mutating func candidates(_ text: RecordText, of record: Record) -> ([UInt8], [Candidate]) {
    let folded = FoldedText(text.bytes)
    return (folded.bytes, possible(in: folded, conditions.concern(text, of: record)))
  }

  /// The hits of a set's patterns; where it is asked once alone, the first of them.
  private mutating func run(
    _ index: Int, _ patterns: [Candidate], _ subject: Subject, isOnce: Bool
  ) throws(MatchError) -> [Hit] {
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
        let hit = try nextHit(of: named, in: set, subject, from: position, as: candidate.possible)
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
        if everyMark { usedPatterns.insert(PatternPlace(set: index, place: named.index)) }
        hits.append(
          Hit(
            start: hit.start, end: hit.end, set: index, pattern: named.index, details: details))
        if isOnce { return hits }
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
