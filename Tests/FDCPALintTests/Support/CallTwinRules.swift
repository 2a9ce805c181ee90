@testable import FDCPALint

extension CallTwin {
  // MARK: More than so many calls in seven days

  func overLimit(_ limit: Int) -> Set<Found> {
    merged(
      (0..<zones).map { zone in
        let table = rows.map { row in debts.indices.map { counts(row, $0, zone) } }
        return rows.indices.flatMap { overLimit(limit, $0, zone, table) }
      })
  }

  private func overLimit(
    _ limit: Int, _ index: Int, _ zone: Int, _ table: [[Doubts]]
  ) -> [Found] {
    let row = rows[index]
    let window = (0...index).filter {
      rows[$0].contact.personKey == row.contact.personKey
        && (row.days[zone] - 6...row.days[zone]).contains(rows[$0].days[zone])
    }
    func found(_ debt: Int, _ counted: [Int], _ questions: Set<OpenQuestion>) -> Found {
      Found(
        entry: row.entry, debt: debt, questions: questions, counted: counted.map { rows[$0].entry },
        first: row.days[zone] - 6, last: row.days[zone])
    }
    /// Calls that may count, and what that hangs on.
    func perhaps(_ debt: Int) -> (calls: [Int], questions: Set<OpenQuestion>) {
      let calls = window.filter { table[$0][debt] != nil }
      var questions: Set<OpenQuestion> = []
      for call in calls {
        // A call for one of several debts hangs on what holds for each of them.
        let mine =
          candidates(rows[call].contact) == nil ? [table[call][debt]] : table[call]
        questions.formUnion(mine.flatMap { $0 ?? [] })
      }
      if calls.contains(where: { rows[$0].contact.collector != row.contact.collector }) {
        questions.insert(.collectors)
      }
      return (calls, questions)
    }
    func surely(_ debt: Int) -> [Int] {
      window.filter {
        table[$0][debt] == [] && rows[$0].contact.collector == row.contact.collector
      }
    }
    guard candidates(row.contact) == nil else {
      return oneOf(limit, row, index, window, zone, table, surely, perhaps).map {
        found(-1, $0.counted, $0.questions)
      }
    }
    return debts.indices.compactMap { debt in
      guard let doubts = table[index][debt] else { return nil }
      let sure = surely(debt)
      if doubts.isEmpty, sure.count > limit { return found(debt, sure, []) }
      let (calls, questions) = perhaps(debt)
      return calls.count > limit ? found(debt, calls, questions) : nil
    }
  }

  /// A call for one of several debts: surely over where the debts have no room for all such calls.
  private func oneOf(
    _ limit: Int, _ row: Row, _ index: Int, _ window: [Int], _ zone: Int, _ table: [[Doubts]],
    _ surely: (Int) -> [Int], _ perhaps: (Int) -> (calls: [Int], questions: Set<OpenQuestion>)
  ) -> [(counted: [Int], questions: Set<OpenQuestion>)] {
    let mine = debts.indices.filter { table[index][$0] != nil }
    guard !mine.isEmpty else { return [] }
    /// The debts of a call that is surely for one of several.
    func choice(_ call: Int) -> Set<Int>? {
      guard let candidates = candidates(rows[call].contact),
        rows[call].contact.collector == row.contact.collector
      else { return nil }
      let plain: Set<OpenQuestion> = [
        numbers(rows[call].contact.debts).isEmpty ? .attribution : .severalAttributed
      ]
      return candidates.allSatisfy { table[call][$0] == plain } ? candidates : nil
    }
    if let own = choice(index) {
      let isAll = own.count == debts.count
      let calls = window.filter { isAll ? choice($0) != nil : choice($0) == own }
      let room = own.reduce(0) { $0 + max(0, limit - surely($1).count) }
      if calls.count > room {
        let named = window.filter { call in own.contains { surely($0).contains(call) } }
        return [(Set(calls + named).sorted(), [])]
      }
    }
    let best = mine.max {
      perhaps($0).calls.count < perhaps($1).calls.count
        || $0 > $1 && perhaps($0).calls.count == perhaps($1).calls.count
    }
    guard let best, perhaps(best).calls.count > limit else { return [] }
    let (calls, questions) = perhaps(best)
    return [(calls, questions)]
  }

  // MARK: A call within seven days of a conversation

  func afterConversation() -> Set<Found> {
    merged(
      (0..<zones).map { zone in
        rows.flatMap { row -> [Found] in
          let hits = debts.indices.map { debt in
            counts(row, debt, zone) == nil ? nil : talkBefore(row, debt, zone)
          }
          func found(_ debt: Int, _ hit: (Row, Set<OpenQuestion>), _ more: Set<OpenQuestion>)
            -> Found
          {
            Found(
              entry: row.entry, debt: debt, questions: hit.1.union(more),
              counted: [hit.0.entry, row.entry].sorted(), first: hit.0.days[zone],
              last: hit.0.days[zone] + 6)
          }
          guard candidates(row.contact) != nil else {
            return debts.indices.compactMap { debt in
              hits[debt].map { found(debt, $0, counts(row, debt, zone) ?? []) }
            }
          }
          let mine = debts.indices.filter { counts(row, $0, zone) != nil }
          let barred = mine.filter { hits[$0] != nil }
          guard
            let first = barred.min(by: {
              (hits[$0]?.1.count ?? 0, $0) < (hits[$1]?.1.count ?? 0, $1)
            }), let hit = hits[first]
          else { return [] }
          let plain: Set<OpenQuestion> = [
            numbers(row.contact.debts).isEmpty ? .attribution : .severalAttributed
          ]
          let all = mine.reduce(into: Set<OpenQuestion>()) {
            $0.formUnion(counts(row, $1, zone) ?? [])
          }
          let isSure =
            barred.count == candidates(row.contact)?.count && all == plain
            && barred.allSatisfy { hits[$0]?.1.isEmpty ?? false }
          return [found(-1, hit, isSure ? [] : all)]
        }
      })
  }

  /// The conversation that bars a call with the fewest doubts, the latest of those.
  private func talkBefore(_ row: Row, _ debt: Int, _ zone: Int) -> (Row, Set<OpenQuestion>)? {
    var best: (Row, Set<OpenQuestion>)?
    // Conversations whose debt nobody knows come second.
    for isUnknown in [false, true] {
      for other in rows.reversed() {
        guard other.entry != row.entry, other.seconds <= row.seconds,
          other.contact.personKey == row.contact.personKey,
          row.days[zone] - other.days[zone] <= 6,
          var doubts = talkAbout(other.contact, debt)
        else { continue }
        guard doubts.contains(.attribution) == isUnknown else { continue }
        if other.seconds == row.seconds { doubts.insert(.sameInstant) }
        if other.contact.collector != row.contact.collector { doubts.insert(.collectors) }
        if other.days[zone] < bindsFrom { doubts.insert(.earlyEvents) }
        if wentAstray(other, zone) != false { doubts.insert(.wrongNumberReach) }
        if best.map({ doubts.count < $0.1.count }) ?? true { best = (other, doubts) }
      }
    }
    return best
  }

  // MARK: Zones

  /// What holds in every zone is sure; what does not hangs on the zone.
  private func merged(_ readings: [[Found]]) -> Set<Found> {
    struct Key: Hashable { var entry: Int, debt: Int }
    var result: Set<Found> = []
    let keys = Set(readings.joined().map { Key(entry: $0.entry, debt: $0.debt) })
    for key in keys {
      let found = readings.map { $0.first { $0.entry == key.entry && $0.debt == key.debt } }
      guard var first = found.compactMap({ $0 }).first else { continue }
      let states = Set(found.map { $0.map { $0.questions.isEmpty ? 1 : 2 } ?? 0 })
      first.questions = found.compactMap { $0 }.reduce(into: []) { $0.formUnion($1.questions) }
      if states.count > 1 { first.questions.insert(.zoneDate) }
      if !knowsZone { first.questions.insert(.noZone) }
      result.insert(first)
    }
    return result
  }
}
