extension Linter {
  /// What the texts of entries establish.
  func reportedFacts(in entries: [Entry]) -> [ReportedFact] {
    entries.flatMap { entry in
      rules.facts(in: entry).map {
        ReportedFact(consumer: entry.contact.consumer, record: $0.source, fact: $0)
      }
    }
  }
}

extension RuleBase {
  /// The facts that an entry's marks establish: one for each name, from the first words that say
  /// so, and one more for each other time or place that is named ("not before ten, and not on
  /// Fridays").
  func facts(in entry: Entry) -> [Fact] {
    var facts: [Fact] = []
    for mark in entry.marks {
      guard case .fact(let index) = sets[mark.set].purpose else { continue }
      let source = packs.facts[index]
      guard applies(source.applies, to: entry.contact, isDocument: entry.isDocument) else {
        continue
      }
      let known = facts.filter { $0.name == source.fact }
      guard known.isEmpty || !mark.details.isEmpty else { continue }
      let fact = fact(source, mark, entry)
      guard known.isEmpty || known.allSatisfy({ fact.saysMore(than: $0) }) else { continue }
      facts.append(fact)
    }
    return facts
  }

  private func fact(_ source: FactSource, _ mark: Mark, _ entry: Entry) -> Fact {
    var fact = Fact(name: source.fact, source: entry.contact.id)
    fact.location = mark.location
    fact.person = entry.contact.personKey
    fact.debts = entry.contact.debts
    fact.confidence = source.confidence
    fact.since = entry.moment
    // "This number", or a keyword sent from it, is about that number; other words are about the medium.
    if sets[mark.set].bindsAddress || mark.details["address"] != nil {
      fact.to = entry.contact.to
      fact.details["address"] = "record"
    }
    for (name, value) in mark.details where name != "address" {
      switch name {
      case "amount": fact.amount = value
      case "place": fact.place = SpokenTimes.place(value)
      case "until" where PrintedDay(value)?.day(nearest: nil) != nil:
        fact.until = PrintedDay(value)?.day(nearest: nil)
      case "from" where CivilDay(value) != nil: fact.from = CivilDay(value)
      default: fact.details[name] = value
      }
    }
    readTimes(of: &fact, entry)
    return fact
  }

  /// Reads the times and the last day that a fact's details name; what of them cannot be read
  /// leaves the fact without any, so that it binds nothing.
  private func readTimes(of fact: inout Fact, _ entry: Entry) {
    guard let times = SpokenTimes.read(fact.details) else { return }
    if let text = fact.details["until"] {
      guard let at = entry.contact.at,
        let last = MonthDay(text)?.day(
          onOrAfter: LocalTime(at, offset: entry.contact.offset ?? 0).day)
      else { return }
      fact.until = last
    }
    fact.clock = times.clock
    fact.days = times.days
  }

  /// Whether a contact is of the sort that `applies` names.
  ///
  /// A document without a contact has no outcome, and no channel but that of its kind, and passes
  /// these; it goes out unless it says otherwise. For whom
  /// it is it need not say either: then it passes where the consumer, or an unknown party, is meant.
  func applies(_ applies: Applies, to contact: Contact, isDocument: Bool) -> Bool {
    func holds<Value: Equatable>(_ list: [Value], _ value: Value?) -> Bool {
      list.isEmpty || value.map(list.contains) ?? false
    }
    let fields =
      holds(applies.formats, contact.format) && holds(applies.visibilities, contact.visibility)
      && holds(applies.senders, contact.sender) && holds(applies.profiles, contact.profile)
    let unsaid = isDocument && contact.party == .unknown && applies.parties.contains(.consumer)
    guard fields, unsaid || holds(applies.parties, contact.party) else { return false }
    guard holds(applies.directions, contact.direction) else { return false }
    return isDocument
      || (holds(applies.channels, contact.channel) && holds(applies.outcomes, contact.outcome))
  }
}

extension Fact {
  /// Whether it names a time or place beside another one of the same record. Words that lie in the
  /// other's say the same once more.
  fileprivate func saysMore(than other: Fact) -> Bool {
    let isTimed = clock != nil || !days.isEmpty || place != nil
    guard isTimed, (clock, days, place) != (other.clock, other.days, other.place) else {
      return false
    }
    guard location?.field == other.location?.field, let start = location?.start,
      let end = location?.end, let otherStart = other.location?.start,
      let otherEnd = other.location?.end
    else { return true }
    return end <= otherStart || otherEnd <= start
  }
}
