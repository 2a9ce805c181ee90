/// Looks for the other groups of a plan around a word that triggers it.
struct PlanJudge {
  let tables: LiteralTables
  let hits: UnsafeBufferPointer<TextWords.Hit>

  /// Adds what the plan of a pattern leaves possible: nothing, some starts, or anywhere.
  ///
  /// Each group's word is looked for where it can be, given where its neighbour can be; a pattern
  /// that fails this fails for certain, one that passes is run.
  func judge(_ pattern: Int, at index: Int, _ found: inout [UInt64]) {
    let plan = tables.plans[pattern]
    let first = Int(plan.first)
    let last = first + Int(plan.count) - 1
    let trigger = first + Int(plan.trigger)
    var earliest = index
    var latest = index
    var group = trigger
    while group > first {
      group -= 1
      let reach = hits[earliest].word - Int32(tables.groups[group].toNext)
      var near: Int?
      var far: Int?
      var place = latest
      while place >= 0, hits[place].word >= reach {
        if isMember(hits[place].number, of: group) {
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
    group = trigger
    while group < last {
      let reach = hits[latest].word + Int32(tables.groups[group].toNext)
      group += 1
      var near: Int?
      var far: Int?
      var place = earliest
      while place < hits.count, hits[place].word <= reach {
        if isMember(hits[place].number, of: group) {
          far = place
          if near == nil { near = place }
        }
        place += 1
      }
      guard let near, let far else { return }
      (earliest, latest) = (near, far)
    }
    let item = UInt64(pattern) << 32
    guard plan.startsMatch == 1 else {
      found.append(item)
      return
    }
    for place in firstStart...lastStart where isMember(hits[place].number, of: first) {
      found.append(item | UInt64(hits[place].start + 1))
    }
  }

  /// Whether a word is one of a group's.
  private func isMember(_ word: Int32, of group: Int) -> Bool {
    let column = tables.groups[group].column
    let word = Int(word)
    guard tables.signatures[word] >> UInt64(column & 63) & 1 == 1 else { return false }
    var low = Int(tables.columnStarts[word])
    var high = Int(tables.columnStarts[word + 1])
    while low < high {
      let middle = (low + high) / 2
      let value = tables.columns[middle]
      if value == column { return true }
      if value < column { low = middle + 1 } else { high = middle }
    }
    return false
  }
}
