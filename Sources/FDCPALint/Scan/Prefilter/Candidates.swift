/// A pattern that may match a text.
struct Candidate: Equatable {
  var set: Int
  var place: Int
  /// Where a match may begin, in order; `nil`: anywhere.
  var starts: [Int]?
  /// No match begins before this offset.
  var from = 0
}

/// What the prefilter says of one text: which patterns may match it, and where they may begin.
struct Candidates {
  private let prefilter: Prefilter
  private var words = TextWords()
  /// Planned patterns and places where they may begin; -1 for anywhere.
  private var found: [(pattern: Int32, start: Int32)] = []

  init(_ prefilter: Prefilter) { self.prefilter = prefilter }

  /// The candidates of a text in the order of sets and their patterns.
  ///
  /// - Parameters:
  ///   - text: Folded text that ``TextWords/canTell(_:)`` holds of.
  ///   - isActive: For each set whether it concerns the text.
  mutating func of(_ text: [UInt8], isActive: [Bool]) -> [Candidate] {
    words.find(in: text, by: prefilter.table)
    found.removeAll(keepingCapacity: true)
    for index in words.hits.indices {
      let word = Int(words.hits[index].number)
      for trigger in prefilter.triggerStarts[word]..<prefilter.triggerStarts[word + 1] {
        let pattern = prefilter.triggers[Int(trigger)]
        let planned = prefilter.planned[Int(pattern)]
        if isActive[planned.set] { judge(planned, pattern, at: index) }
      }
    }
    var result: [Candidate] = []
    found.sort { ($0.pattern, $0.start) < ($1.pattern, $1.start) }
    var last: (pattern: Int32, start: Int32) = (-1, -1)
    for (pattern, start) in found where (pattern, start) != last {
      let planned = prefilter.planned[Int(pattern)]
      if pattern != last.pattern {
        result.append(
          Candidate(set: planned.set, place: planned.place, starts: start < 0 ? nil : []))
      }
      if start >= 0 { result[result.count - 1].starts?.append(Int(start)) }
      last = (pattern, start)
    }
    let unplanned = prefilter.unplanned.filter { isActive[$0.set] }
    guard !unplanned.isEmpty else { return result }
    result += unplanned.map { Candidate(set: $0.set, place: $0.place, starts: nil) }
    return result.sorted { ($0.set, $0.place) < ($1.set, $1.place) }
  }

  /// Looks for the other groups around a trigger's word.
  ///
  /// Each group's word is looked for where it can be, given where its neighbour can be; a pattern
  /// that fails this fails for certain, one that passes is run.
  private mutating func judge(_ planned: Prefilter.Planned, _ pattern: Int32, at index: Int) {
    let hits = words.hits
    var earliest = index
    var group = planned.trigger
    var latest = index
    while group > planned.first {
      group -= 1
      let reach = hits[earliest].word - prefilter.groups[group].toNext
      var near: Int?
      var far: Int?
      var place = latest
      while place >= 0, hits[place].word >= reach {
        if prefilter.isMember(hits[place].number, of: group) {
          far = place
          if near == nil { near = place }
        }
        place -= 1
      }
      guard let near, let far else { return }
      (earliest, latest) = (far, near)
    }
    let (firstStart, lastStart) = (earliest, latest)
    (earliest, latest) = (index, index)
    group = planned.trigger
    while group < planned.last {
      let reach = hits[latest].word + prefilter.groups[group].toNext
      group += 1
      var near: Int?
      var far: Int?
      var place = earliest
      while place < hits.count, hits[place].word <= reach {
        if prefilter.isMember(hits[place].number, of: group) {
          far = place
          if near == nil { near = place }
        }
        place += 1
      }
      guard let near, let far else { return }
      (earliest, latest) = (near, far)
    }
    guard planned.startsMatch else {
      found.append((pattern, -1))
      return
    }
    for place in firstStart...lastStart
    where prefilter.isMember(hits[place].number, of: planned.first) {
      found.append((pattern, hits[place].start))
    }
  }
}
