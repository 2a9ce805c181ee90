/// The checks of deadlines, contradictions and patterns of calls.
extension CheckReader {
  func deadline(_ element: Element) -> Deadline? {
    let keys = [
      "after", "before", "within", "needs", "quiet", "unclear", "unless", "per", "known-by",
      "lapsed",
    ]
    guard let fields = element.fields(keys) else { return nil }
    var deadline: Deadline
    switch (fields["after"], fields["before"]) {
    case (let after?, nil):
      guard let days = fields.required("within")?.integer else { return nil }
      if days < 0 { element.report("within: \(days) is too small; expected 0 or more") }
      deadline = Deadline(
        form: .following(days: days), event: event(after, ["first", "date", "undone-by"]))
      deadline.first = after.anyFields()?["first"]?.flag ?? false
      deadline.undoneBy = after.anyFields()?["undone-by"].map { filter($0) }
      deadline.date = after.anyFields()?["date"]?.string
    case (nil, let before?):
      deadline = Deadline(form: .preceding, event: event(before, []))
      if let quiet = fields["quiet"] {
        guard let form = self.quiet(quiet) else { return nil }
        deadline.form = form
      }
    default:
      element.report("expected either 'after' or 'before'")
      return nil
    }
    deadline.knownBy = fields["known-by"]?.strings ?? []
    deadline.unless = fields["unless"]?.strings ?? []
    deadline.unclear = fields["unclear"].map { filter($0) }
    deadline.perDebt = fields["per"]?.choice(DeadlineKey.self) != .consumer
    deadline.lapsed = fields["lapsed"]?.flag ?? false
    deadline.needs = fields["needs"]?.items.map(need) ?? []
    if deadline.needs.isEmpty, fields["quiet"] == nil { element.report("'needs' is missing") }
    return deadline
  }

  private enum DeadlineKey: String, CaseIterable { case debt, consumer }

  private func event(_ element: Element, _ others: [String]) -> Deadline.Event {
    var event = Deadline.Event()
    guard let fields = element.fields(["contacts", "facts", "context", "except"] + others) else {
      return event
    }
    event.contacts = fields["contacts"]?.items.map { filter($0) } ?? []
    event.facts = fields["facts"]?.strings ?? []
    event.except = fields["except"]?.strings ?? []
    for (key, value) in fields["context"]?.anyFields()?.entries ?? [] {
      event.context[key] = value.string
    }
    if event.contacts.isEmpty, event.facts.isEmpty {
      element.report("needs 'contacts' or 'facts'")
    }
    return event
  }

  private func need(_ element: Element) -> Deadline.Need {
    var need = Deadline.Need(event: event(element, ["since", "wait", "lasts", "undone-by"]))
    let fields = element.anyFields()
    need.since = fields?["since"]?.choice(Deadline.Since.self) ?? .start
    need.wait = fields?["wait"]?.integer ?? 0
    need.lasts = fields?["lasts"]?.integer
    need.undoneBy = fields?["undone-by"].map { filter($0) }
    return need
  }

  private func quiet(_ element: Element) -> Deadline.Form? {
    guard let fields = element.fields(["days", "years", "contacts", "since"]),
      let contacts = fields.required("contacts")
    else { return nil }
    let period: Deadline.Period
    switch (fields["days"]?.integer, fields["years"]?.integer) {
    case (let days?, nil): period = .days(days)
    case (nil, let years?): period = .years(years)
    default:
      element.report("expected either 'days' or 'years'")
      return nil
    }
    let since = fields["since"]?.choice(QuietSince.self) ?? .last
    return .quiet(period, contacts: filter(contacts), sinceFirst: since == .first)
  }

  private enum QuietSince: String, CaseIterable { case first, last }

  func contradiction(_ element: Element) -> Contradiction? {
    let keys = ["contacts", "signals", "note", "duration", "dated-within", "overlap"]
    guard let fields = element.fields(keys) else { return nil }
    var check = Contradiction(contacts: filter(fields["contacts"]))
    check.signals = fields["signals"]?.strings ?? []
    check.wording = fields["note"].map { wording.sets($0) } ?? []
    let duration = fields["duration"]?.fields(["above", "below"])
    check.longerThan = duration?["above"]?.integer
    check.shorterThan = duration?["below"]?.integer
    check.datedWithin = fields["dated-within"]?.integer
    check.overlapAbove = fields["overlap"]?.integer
    if check.wording.isEmpty, duration == nil, check.overlapAbove == nil {
      element.report("needs 'note', 'duration' or 'overlap'")
    }
    return check
  }

  func callPattern(_ element: Element) -> CallPattern? {
    let keys = [
      "count", "within", "same", "counts", "except", "after-facts", "unsolicited", "mix",
    ]
    guard let fields = element.fields(keys), let count = fields.required("count")?.integer,
      let within = fields.required("within")?.fields(["minutes", "days"]),
      let same = fields.required("same")?.choice(CallPattern.Same.self)
    else { return nil }
    let span: CallPattern.Span
    switch (within["minutes"]?.integer, within["days"]?.integer) {
    case (let minutes?, nil): span = .minutes(minutes)
    case (nil, let days?): span = .days(days)
    default:
      element.report("within: expected either 'minutes' or 'days'")
      return nil
    }
    let built = checked(element) { () throws(RuleValueError) in
      try CallPattern(count: count, span: span, same: same, counts: filter(fields["counts"]))
    }
    guard var pattern = built else { return nil }
    pattern.except = exceptions(fields["except"])
    pattern.afterFacts = fields["after-facts"]?.strings ?? []
    pattern.unsolicited = fields["unsolicited"]?.flag ?? false
    pattern.mix =
      fields["mix"]?.items.compactMap { part in
        guard let inner = part.fields(["channels", "least"]),
          let channels = inner.required("channels")?.choices(Channel.self),
          let least = inner.required("least")?.integer
        else { return nil }
        return CallPattern.Part(channels: channels, least: least)
      } ?? []
    return pattern
  }

  func printedDate(_ element: Element) -> PrintedDate? {
    let keys = ["date", "bears", "at-least", "not-before", "same-as"]
    guard let fields = element.fields(keys), let date = fields.required("date") else { return nil }
    let bound: PrintedDate.Bound
    switch (fields["at-least"], fields["not-before"], fields["same-as"]) {
    case (let least?, nil, nil):
      guard let count = dayCount(least) else { return nil }
      bound = .sending(count)
    case (nil, let other?, nil): bound = .named(wording.sets(other))
    case (nil, nil, let other?): bound = .same(wording.sets(other))
    default:
      element.report("expected one of 'at-least', 'not-before' and 'same-as'")
      return nil
    }
    var check = PrintedDate(wording: wording.sets(date), bound: bound)
    check.bears = fields["bears"].map { wording.sets($0) } ?? []
    return check
  }

  private func dayCount(_ element: Element) -> DayCount? {
    guard let fields = element.fields(["working-days", "days", "holidays"]) else { return nil }
    let holidays = fields["holidays"]?.items ?? []
    return DayCount(
      workingDays: fields["working-days"]?.integer ?? 0, days: fields["days"]?.integer ?? 0,
      holidays: holidays.compactMap { item in
        guard let text = item.string else { return nil }
        let holiday = Holiday(text)
        if holiday == nil {
          item.report("expected such as 'Jun 19', '3rd Mon Jan' or 'last Mon May', found '\(text)'")
        }
        return holiday
      })
  }
}
