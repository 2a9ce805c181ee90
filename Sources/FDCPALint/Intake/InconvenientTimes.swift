extension ConsumerReader {
  private static let column = "inconvenient"
  private static let keys = [
    "type", "days", "from", "to", "place", "until", "known_from_event",
  ]

  /// Reads times and places at which a consumer may not be contacted (12 CFR 1006.6(b)(1)).
  mutating func readInconvenient(into consumer: inout Consumer) {
    guard let value = row[Self.column] else { return }
    let items: [JSONValue]
    switch value {
    case .array(let list): items = list
    case .object: items = [value]
    case .null, .bool, .number, .string:
      reportValue(Self.column, value, expected: "a list of {type, days, from, to, place, until}")
      return
    }
    for item in items {
      guard case .object(let object) = item else {
        reportValue(Self.column, item, expected: "an object {type, days, from, to, place, until}")
        continue
      }
      consumer.facts += facts(object)
    }
  }

  private mutating func facts(_ object: JSONObject) -> [CompanionFact] {
    for member in object.members where !Self.keys.contains(member.key) {
      report(
        "bad-value", Self.column, found: Shown.short(member.key),
        expected: Self.keys.joined(separator: ", "),
        message: unknownName("key", Shown.short(member.key), among: Self.keys)
          + "; nothing was read from it, correct it")
    }
    func present(_ key: String) -> JSONValue? {
      object[key].flatMap { $0.isAbsent ? nil : $0 }
    }
    let type = present("type")?.scalarText ?? (present("place") == nil ? "time" : "place")
    guard type == "time" || type == "place" else {
      reportValue(Self.column, .string(type), expected: "type time or place")
      return []
    }
    var fact = Fact(name: type == "time" ? "inconvenient_time" : "inconvenient_place", source: path)
    fact.place = present("place")?.flatText
    if type == "place", fact.place == nil {
      report(
        "missing-field", Self.column, expected: "place",
        message: "an inconvenient place has no 'place'; add it, such as work")
      return []
    }
    if let until = present("until") {
      fact.until = until.scalarText.flatMap { CivilDay($0) }
      if fact.until == nil {
        reportValue(Self.column, until, expected: "until as a day such as 2026-04-01")
      }
    }
    fact.days = present("days").map { days($0) } ?? []
    let known = present("known_from_event").flatMap { event($0, Self.column) }
    guard let clocks = clocks(from: present("from"), to: present("to")) else { return [] }
    return clocks.map { clock in
      var part = fact
      part.clock = clock.range
      part.days = clock.isNextDay ? fact.days.map(Self.next) : fact.days
      return CompanionFact(fact: part, knownFromEvent: known)
    }
  }

  private typealias Stretch = (range: ClockRange?, isNextDay: Bool)

  /// The stretches of one day that times span: none written is the whole day, and one that runs
  /// past midnight is two, the second on the day after.
  private mutating func clocks(from: JSONValue?, to: JSONValue?) -> [Stretch]? {
    guard from != nil || to != nil else { return [(nil, false)] }
    guard let start = from.map({ clock($0) }) ?? ClockTime(seconds: 0),
      let end = to.map({ clock($0) }) ?? ClockTime(seconds: 86_400)
    else { return nil }
    if start < end { return [(ClockRange(from: start, to: end), false)] }
    guard start > end, let midnight = ClockTime(seconds: 0), let late = ClockTime(seconds: 86_400)
    else {
      reportValue(Self.column, .string(start.description), expected: "from and to that differ")
      return nil
    }
    let evening: Stretch = (ClockRange(from: start, to: late), false)
    return end == midnight
      ? [evening] : [evening, (ClockRange(from: midnight, to: end), true)]
  }

  private mutating func clock(_ value: JSONValue) -> ClockTime? {
    if let time = value.scalarText.flatMap({ ClockTime(trimmed($0)) }) { return time }
    reportValue(Self.column, value, expected: "clock times such as 15:00, up to 24:00")
    return nil
  }

  private mutating func days(_ value: JSONValue) -> [Weekday] {
    let names: [String]
    switch value {
    case .array(let items): names = items.compactMap(\.scalarText)
    default: names = (value.scalarText ?? "").split(separator: ";").map(String.init)
    }
    return names.compactMap { name in
      let short = trimmed(name).prefix(3).lowercased()
      if let day = Weekday.allCases.first(where: { $0.rawValue.lowercased() == short }) {
        return day
      }
      reportValue(
        Self.column, .string(name),
        expected: "days as " + Weekday.allCases.map(\.rawValue).joined(separator: ", "))
      return nil
    }
  }

  private static func next(_ day: Weekday) -> Weekday {
    let days = Weekday.allCases
    let index = days.firstIndex(of: day) ?? 0
    return days[(index + 1) % days.count]
  }
}
