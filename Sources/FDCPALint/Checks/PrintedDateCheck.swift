/// Finds days in a text that lie too early after sending, or that do not go with another day in it.
enum PrintedDateCheck {
  /// - Parameter rule: The place of the rule in the base, whose pattern sets left the marks.
  static func evidence(
    _ check: PrintedDate, rule: Int, in ledger: Ledger, clock: LedgerClock, _ base: RuleBase
  ) -> CheckResult {
    var result = CheckResult()
    for (index, entry) in ledger.entries.enumerated() where !entry.marks.isEmpty {
      let dates = entry.marks.filter { base.sets[$0.set].purpose == .wording(rule: rule) }
      // The same day in three sentences is wrong once.
      var told: Set<String> = []
      for mark in dates {
        let text = Text(entry: entry, field: mark.location.field, rule: rule, base: base)
        let verdict: Verdict
        switch check.bound {
        case .sending(let count):
          verdict = afterSending(count, mark, text, days: clock.localDays(of: entry.contact))
        case .named: verdict = beside(mark, text) { $0 < $1 }
        case .same: verdict = beside(mark, text) { $0 != $1 }
        }
        switch verdict {
        case .fine: break
        case .unknown(let what): result.notEvaluable.append(.init(entry: index, what: what))
        case .early(let early):
          guard told.insert(early.printed).inserted else { continue }
          result.evidence.append(evidence(early, mark, index, entry))
        }
      }
    }
    return result
  }

  /// What stands in one text of an entry.
  private struct Text {
    let entry: Entry
    let field: String?
    let rule: Int
    let base: RuleBase

    /// The first mark of an other set, by the place that ``PrintedDate/others`` gives it.
    func mark(_ place: Int) -> Mark? {
      entry.marks.first {
        $0.location.field == field
          && base.sets[$0.set].purpose == .element(rule: rule, element: place)
      }
    }
  }

  private enum Verdict {
    case fine
    case unknown(String)
    case early(Early)
  }

  private struct Early {
    var printed: String
    var earliest: String
    var window: DayRange?
    var questions: [OpenQuestion] = []
    var conditions: [String] = []
  }

  private static func afterSending(
    _ count: DayCount, _ mark: Mark, _ text: Text, days: [CivilDay]
  ) -> Verdict {
    if let plus = mark.details["plus"].flatMap({ Int($0) }) { return added(plus, count) }
    guard let words = mark.details["date"], let printed = PrintedDay(words) else { return .fine }
    var sent = days
    if sent.isEmpty, let bears = text.mark(0)?.details["date"],
      let day = PrintedDay(bears)?.day(nearest: nil)
    {
      sent = [day]
    }
    guard let first = sent.min(), let last = sent.max() else {
      // A day without a year is no more than half of one.
      return printed.day(nearest: nil) == nil ? .fine : .unknown("the day of sending")
    }
    guard let day = printed.day(nearest: first) else { return .fine }
    var early = Early(printed: day.description, earliest: count.end(from: last).description)
    early.window = DayRange(first: last, last: count.end(from: last))
    if day < count.end(from: first) { return .early(early) }
    if day < count.end(from: last) {
      early.questions = [.zoneDate]
      return .early(early)
    }
    guard day < count.end(from: last, observed: true) else { return .fine }
    early.earliest = count.end(from: last, observed: true).description
    early.questions = [.holidayObserved]
    return .early(early)
  }

  /// A template that adds days: enough on every day of sending, on most, or on none of the week's
  /// working days.
  private static func added(_ plus: Int, _ count: DayCount) -> Verdict {
    let (usual, longest) = count.lengths
    guard plus < longest else { return .fine }
    var early = Early(
      printed: "\(plus) days after the letter", earliest: "\(longest) days after it")
    if plus >= usual { early.conditions = ["a holiday falls into the days"] }
    return .early(early)
  }

  /// - Parameter isWrong: Whether a day is wrong beside the other one.
  private static func beside(
    _ mark: Mark, _ text: Text, _ isWrong: (Int, Int) -> Bool
  ) -> Verdict {
    guard let other = text.mark(1) else { return .fine }
    if let plus = mark.details["plus"].flatMap({ Int($0) }),
      let otherPlus = other.details["plus"].flatMap({ Int($0) })
    {
      return isWrong(plus, otherPlus)
        ? .early(Early(printed: "\(plus) days", earliest: "\(otherPlus) days")) : .fine
    }
    guard let end = other.details["date"].flatMap({ PrintedDay($0)?.day(nearest: nil) }),
      let day = mark.details["date"].flatMap({ PrintedDay($0)?.day(nearest: end) }),
      isWrong(day.number, end.number)
    else { return .fine }
    return .early(Early(printed: day.description, earliest: end.description))
  }

  private static func evidence(
    _ early: Early, _ mark: Mark, _ index: Int, _ entry: Entry
  ) -> Evidence {
    var evidence = Evidence(entry: index)
    evidence.mark = mark
    evidence.person = entry.contact.person
    evidence.window = early.window
    evidence.questions = early.questions
    evidence.conditions = early.conditions
    evidence.values["text"] = mark.text.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    evidence.values["first"] = early.printed
    evidence.values["last"] = early.earliest
    return evidence
  }
}
