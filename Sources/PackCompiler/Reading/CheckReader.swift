internal import Foundation

/// Reads the `check` of a rule: exactly one way of being wrong.
struct CheckReader {
  let wording: WordingReader

  private static let names = [
    "wording", "require", "frequency", "after-conversation", "hours", "after-fact",
    "deadline", "contradiction", "call-pattern", "printed-date",
  ]

  func read(_ element: Element) -> Check? {
    guard let fields = element.fields(Self.names) else { return nil }
    guard fields.entries.count == 1, let (name, value) = fields.entries.first else {
      element.report("expected exactly one of: \(Self.names.joined(separator: ", "))")
      return nil
    }
    switch name {
    case "wording": return .wording(wording.sets(value))
    case "require": return requirement(value).map(Check.require)
    case "frequency": return frequency(value).map(Check.frequency)
    case "after-conversation": return afterConversation(value).map(Check.afterConversation)
    case "hours": return hours(value).map(Check.hours)
    case "after-fact": return afterFact(value).map(Check.afterFact)
    case "deadline": return deadline(value).map(Check.deadline)
    case "contradiction": return contradiction(value).map(Check.contradiction)
    case "call-pattern": return callPattern(value).map(Check.callPattern)
    case "printed-date": return printedDate(value).map(Check.printedDate)
    default: return nil
    }
  }

  private func requirement(_ element: Element) -> Requirement? {
    guard let fields = element.fields(["when", "within", "elements"]) else { return nil }
    var requirement = Requirement()
    requirement.when = fields["when"].map { wording.sets($0) } ?? []
    if let value = fields["within"] { requirement.within = wording.scope(value) ?? .document }
    requirement.elements =
      fields.required("elements")?.items.compactMap { item in
        guard let inner = item.anyFields(), let name = inner.required("name")?.string else {
          return nil
        }
        return Requirement.Element(
          name: name, wording: wording.sets(item, beside: ["name"]))
      } ?? []
    return requirement
  }

  private func frequency(_ element: Element) -> FrequencyLimit? {
    let keys = ["limit", "days", "window", "week-starts", "per", "counts", "except"]
    guard let fields = element.fields(keys), let limit = fields.required("limit")?.integer else {
      return nil
    }
    let window = fields["window"]?.choice(CountWindow.self) ?? .rolling
    // Calendars have the length of other windows.
    let days = window == .rolling ? fields.required("days") : nil
    if window != .rolling { fields["days"]?.report("has no place beside '\(window.rawValue)'") }
    return checked(element) { () throws(RuleValueError) in
      try FrequencyLimit(
        limit: limit, days: days?.string == "ever" ? nil : days?.integer, window: window,
        weekStarts: fields["week-starts"]?.choice(Weekday.self) ?? .sunday, per: per(fields),
        counts: filter(fields["counts"]), except: exceptions(fields["except"]))
    }
  }

  private func afterConversation(_ element: Element) -> AfterConversation? {
    let keys = ["days", "per", "conversations", "counts", "except"]
    guard let fields = element.fields(keys), let days = fields.required("days")?.integer else {
      return nil
    }
    return checked(element) { () throws(RuleValueError) in
      try AfterConversation(
        days: days, per: per(fields), conversations: filter(fields["conversations"]),
        counts: filter(fields["counts"]), except: exceptions(fields["except"]))
    }
  }

  private func hours(_ element: Element) -> HoursLimit? {
    guard let fields = element.fields(["from", "to", "clock", "contacts", "except"]),
      let from = fields.required("from")?.clock, let to = fields.required("to")?.clock
    else { return nil }
    let clock = fields["clock"].flatMap(clock) ?? .consumer
    let consent = fields["except"]?.fields(["consent"])?["consent"].flatMap(consent)
    return checked(element) { () throws(RuleValueError) in
      try HoursLimit(
        from: from, to: to, clock: clock, contacts: filter(fields["contacts"]), consent: consent)
    }
  }

  private func clock(_ element: Element) -> HoursLimit.Clock? {
    switch element.string {
    case "consumer": return .consumer
    case "area-code": return .areaCode
    case let name?:
      guard name.contains("/"), TimeZone(identifier: name) != nil else {
        element.report(
          "expected consumer, area-code or a zone such as America/New_York, found '\(name)'")
        return nil
      }
      return .zone(name)
    case nil: return nil
    }
  }

  private func afterFact(_ element: Element) -> AfterFact? {
    guard
      let fields = element.fields([
        "facts", "per", "contacts", "except", "ended-by", "known-by", "form", "lasts",
        "grace-hours",
      ]),
      let facts = fields.required("facts")?.strings,
      let reach = fields.required("per")?.choice(AfterFact.Reach.self)
    else { return nil }
    var check = AfterFact(facts: facts, per: reach, contacts: filter(fields["contacts"]))
    check.endedBy = fields["ended-by"]?.strings ?? []
    check.knownBy = fields["known-by"]?.string
    check.form = fields["form"]?.choice(RequestForm.self)
    check.lasts = fields["lasts"]?.integer
    check.graceHours = fields["grace-hours"]?.integer
    if let except = fields["except"]?.fields(["reply", "consent", "wording"]) {
      check.reply = except["reply"]?.flag ?? false
      check.consent = except["consent"].flatMap(consent)
      check.wording = except["wording"].map { wording.sets($0, beside: ["most"]) } ?? []
      check.mostExcused =
        except["wording"]?.items.compactMap {
          $0.anyFields()?["most"]?.integer
        }.first
    }
    return check
  }

  private func per(_ fields: Fields) -> [CountKey] {
    fields.required("per")?.choices(CountKey.self) ?? []
  }

  func filter(_ element: Element?) -> ContactFilter {
    var filter = ContactFilter()
    let keys = [
      "channels", "directions", "outcomes", "unclear-outcomes", "parties", "endpoints",
      "not-endpoints", "prerecorded",
    ]
    guard let fields = element?.fields(keys) else { return filter }
    filter.channels = fields["channels"]?.choices(Channel.self) ?? []
    filter.directions = fields["directions"]?.choices(Direction.self) ?? []
    filter.outcomes = fields["outcomes"]?.choices(Outcome.self) ?? []
    filter.parties = fields["parties"]?.choices(Party.self) ?? []
    filter.endpoints = fields["endpoints"]?.choices(EndpointKind.self) ?? []
    filter.notEndpoints = fields["not-endpoints"]?.choices(EndpointKind.self) ?? []
    filter.prerecorded = fields["prerecorded"]?.flag
    filter.unclearOutcomes = fields["unclear-outcomes"]?.choices(Outcome.self) ?? []
    return filter
  }

  func exceptions(_ element: Element?) -> CountExceptions {
    var exceptions = CountExceptions()
    let keys = ["parties", "consent", "wrong-number", "reply", "facts", "wording"]
    guard let fields = element?.fields(keys) else {
      return exceptions
    }
    exceptions.parties = fields["parties"]?.choices(Party.self) ?? []
    exceptions.consent = fields["consent"].flatMap(consent)
    exceptions.wrongNumber = fields["wrong-number"]?.flag ?? false
    exceptions.reply = fields["reply"]?.flag ?? false
    exceptions.facts = fields["facts"]?.strings ?? []
    exceptions.wording = fields["wording"].map { wording.sets($0) } ?? []
    return exceptions
  }

  private func consent(_ element: Element) -> ConsentTerms? {
    guard let fields = element.fields(["scope", "to", "days", "form"]),
      let scope = fields.required("scope")?.string
    else { return nil }
    return ConsentTerms(
      scope: scope, recipient: fields["to"]?.string ?? "collector", days: fields["days"]?.integer,
      form: fields["form"]?.choice(RequestForm.self))
  }

  func checked<Value>(
    _ element: Element, _ build: () throws(RuleValueError) -> Value
  ) -> Value? {
    do { return try build() } catch {
      element.report(error.description)
      return nil
    }
  }
}
