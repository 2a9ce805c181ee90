/// What was counted beside the findings, the reverse of how JSON writes it.
extension SavedObject {
  func population() throws(Problem) -> Population {
    Population(
      received: try integer("received"), unreadable: try integer("unreadable"),
      repeated: try integer("repeated"), expected: try optionalInteger("expected"))
  }

  func overview() throws(Problem) -> Overview {
    var overview = Overview()
    overview.days = try optionalObject("days")?.days()
    for item in try objects("contacts", { $0 }) {
      let sort = Overview.ContactSort(
        channel: try item.word("channel"), direction: try item.word("direction"))
      overview.contacts[sort] = try item.integer("count")
    }
    for item in try objects("staff", { $0 }) {
      let staff = Overview.Staff(kind: try item.word("kind"), name: try item.text("name"))
      overview.staff[staff] = try item.integer("contacts")
    }
    overview.hours = try object("hours").hours()
    for item in try objects("frequency", { $0 }) {
      overview.frequency[try item.text("rule")] = try item.frequency()
    }
    for item in try objects("restrictions", { $0 }) {
      var sum = RestrictionOverview()
      sum.count = try item.integer("count")
      sum.contacted = try item.integer("contacted")
      sum.broken = try item.shortlist("broken", limit: sum.broken.limit) {
        told throws(Problem) in try told.contactsAfter(isDrawn: false)
      }
      sum.kept = try item.shortlist("kept", limit: sum.kept.limit) { told throws(Problem) in
        try told.contactsAfter(isDrawn: true)
      }
      overview.restrictions[try item.text("fact")] = sum
    }
    overview.consents = try shortlist("consents", limit: overview.consents.limit) {
      ending throws(Problem) in
      ConsentEnding(
        rule: try ending.text("rule"), consumer: try ending.text("consumer"),
        person: try ending.text("person"), record: try ending.text("record"),
        scope: try ending.text("scope"), last: try ending.value("last") { CivilDay($0) })
    }
    return overview
  }

  private func shortlist<Item>(
    _ key: String, limit: Int, _ read: (SavedObject) throws(Problem) -> Item
  ) throws(Problem) -> Shortlist<Item> {
    let list = try object(key)
    return Shortlist(
      try list.objects("items", read).sorted(), total: try list.integer("total"), limit: limit)
  }

  /// What `read` makes of a text that must be there.
  private func value<Value>(_ key: String, _ read: (String) -> Value?) throws(Problem) -> Value {
    guard let value = try optional(key, read) else { throw bad(key, expected: "\(Value.self)") }
    return value
  }

  private func days() throws(Problem) -> DayRange {
    DayRange(
      first: try value("first") { CivilDay($0) }, last: try value("last") { CivilDay($0) })
  }

  private func hours() throws(Problem) -> HoursOverview {
    var hours = HoursOverview()
    let grid = try integers("grid")
    guard grid.count == hours.grid.count else { throw bad("grid", expected: "168 numbers") }
    hours.grid = grid
    hours.unplaced = try integer("unplaced")
    hours.severalZones = try integer("severalZones")
    for item in try objects("zones", { $0 }) {
      let use = ZoneUse(zone: try item.text("zone"), evidence: try item.text("evidence"))
      hours.zones[use] = try item.integer("count")
    }
    for item in try objects("limits", { $0 }) {
      hours.limits[try item.text("rule")] = ClockRange(
        from: try item.value("from") { ClockTime($0) }, to: try item.value("to") { ClockTime($0) })
    }
    hours.near = try shortlist("near", limit: hours.near.limit) { near throws(Problem) in
      var contact = try near.object("contact").counted()
      contact.record = try near.text("record")
      return NearHour(
        rule: try near.text("rule"), consumer: try near.text("consumer"), contact: contact,
        zone: try near.text("zone"), local: try near.value("local") { LocalTime(written: $0) },
        minutes: try near.integer("minutes"), isLate: try near.flag("late"),
        next: try near.optional("next") { LocalTime(written: $0) })
    }
    return hours
  }

  private func frequency() throws(Problem) -> FrequencyOverview {
    var frequency = FrequencyOverview(
      limit: try integer("limit"), days: try optionalInteger("days"))
    frequency.windows = try histogram("windows")
    frequency.pairs = try histogram("pairs")
    frequency.near = try shortlist("near", limit: frequency.near.limit) { pair throws(Problem) in
      try pair.pair(isDrawn: false)
    }
    frequency.clear = try shortlist("clear", limit: frequency.clear.limit) {
      pair throws(Problem) in try pair.pair(isDrawn: true)
    }
    return frequency
  }

  private func histogram(_ key: String) throws(Problem) -> [Int: Int] {
    var bars: [Int: Int] = [:]
    for bar in try objects(key, { $0 }) {
      bars[try bar.integer("contacts")] = try bar.integer("count")
    }
    return bars
  }

  private func pair(isDrawn: Bool) throws(Problem) -> CountedPair {
    CountedPair(
      consumer: try text("consumer"), evidence: try object("evidence").evidence(),
      free: try optional("free") { CivilDay($0) }, isDrawn: isDrawn)
  }

  private func contactsAfter(isDrawn: Bool) throws(Problem) -> ContactsAfter {
    let records = try objects("after_records") { record throws(Problem) in try record.counted() }
    let after = zip(try texts("after"), records).map { id, record in
      var record = record
      record.record = id
      return record
    }
    return ContactsAfter(
      consumer: try text("consumer"), fact: try text("fact"), record: try text("record"),
      since: try optional("since") { LocalTime(written: $0) },
      person: try optionalText("person"), debts: try texts("debts"),
      channel: try optional("channel") { Channel(rawValue: $0) }, after: after,
      total: try integer("total"), isDrawn: isDrawn)
  }

  /// Whole numbers by their names, empty where there are none.
  func numbers(_ key: String) throws(Problem) -> [String: Int] {
    guard let object = try optionalObject(key) else { return [:] }
    var numbers: [String: Int] = [:]
    for name in object.names { numbers[name] = try object.integer(name) }
    return numbers
  }
}
