/// Turns one row of the table of consumers into a consumer and the facts that the table states.
struct ConsumerReader {
  let path: String
  let row: CompanionRow
  var problems: [Problem] = []

  init(path: String, row: CompanionRow) {
    self.path = path
    self.row = row
  }

  static let columns = [
    "consumer", "time_zone", "possible_time_zones", "state", "zip", "inconvenient", "attorney",
    "employer_prohibits", "deceased",
  ]

  mutating func read() -> Consumer? {
    guard let id = row.text("consumer") else {
      report(
        "missing-field", "consumer", expected: "consumer",
        message: "'consumer' is missing, so the row was not read; add it")
      return nil
    }
    var consumer = Consumer(id: id)
    consumer.timeZone = row.text("time_zone").flatMap { zone($0, "time_zone") }
    consumer.possibleTimeZones = row.list("possible_time_zones").compactMap {
      zone($0, "possible_time_zones")
    }
    consumer.state = row.text("state")
    consumer.zip = row.text("zip")
    readInconvenient(into: &consumer)
    readAttorney(into: &consumer)
    if let fact = plainFact("employer_prohibits", establishes: "employer_forbids") {
      consumer.facts.append(fact)
    }
    if let fact = plainFact("deceased", establishes: "deceased") { consumer.facts.append(fact) }
    consumer.context = row.context(besides: Self.columns)
    return consumer
  }

  private mutating func zone(_ name: String, _ field: String) -> String? {
    if ZoneBook.shared.zone(name) != nil { return name }
    let hint = Zone.nearestName(to: name).map { "; did you mean '\($0)'?" } ?? ""
    report(
      "unknown-zone", field, found: Shown.short(name), expected: "America/New_York",
      message: "'\(Shown.short(name))' is no zone of the IANA database\(hint); "
        + "write one such as America/New_York")
    return nil
  }

  private mutating func readAttorney(into consumer: inout Consumer) {
    guard let value = row["attorney"] else { return }
    var fact = Fact(name: "attorney", source: path)
    var known: Int?
    switch value {
    case .bool(true): break
    case .bool(false): return
    case .object(let attorney):
      for member in attorney.members where !member.value.isAbsent {
        if member.key == "known_from_event" {
          known = event(member.value, "attorney")
        } else {
          fact.details[member.key] = member.value.flatText
        }
      }
    case .string, .number:
      switch ConsumerReader.flag(value) {
      case true?: break
      case false?: return
      case nil: fact.details["name"] = row.text("attorney")
      }
    case .null, .array:
      reportValue("attorney", value, expected: "a name, true, or an object with known_from_event")
      return
    }
    consumer.facts.append(CompanionFact(fact: fact, knownFromEvent: known))
  }

  /// A fact that a column states by `true` or by when it became known.
  private mutating func plainFact(_ column: String, establishes name: String) -> CompanionFact? {
    guard let value = row[column] else { return nil }
    var fact = Fact(name: name, source: path)
    if case .object(let object) = value {
      for member in object.members where member.key != "known_from_event" {
        fact.details[member.key] = member.value.flatText
      }
      return CompanionFact(
        fact: fact, knownFromEvent: object["known_from_event"].flatMap { event($0, column) })
    }
    switch ConsumerReader.flag(value) {
    case true?: return CompanionFact(fact: fact, knownFromEvent: nil)
    case false?: return nil
    case nil:
      reportValue(column, value, expected: "true, false, or an object with known_from_event")
      return nil
    }
  }

  static func flag(_ value: JSONValue) -> Bool? {
    switch value.scalarText?.lowercased() {
    case "true", "yes", "y", "1": true
    case "false", "no", "n", "0": false
    default: nil
    }
  }

  /// The index of a record among the consumer's, from 0.
  mutating func event(_ value: JSONValue, _ field: String) -> Int? {
    if value == .null { return nil }
    if let text = value.scalarText, let index = decimal(Array(text.utf8)[...]) { return index }
    reportValue(field, value, expected: "known_from_event as a number from 0")
    return nil
  }

  mutating func reportValue(_ field: String, _ value: JSONValue, expected: String) {
    report(
      "bad-value", field, found: Shown.short(value), expected: expected,
      message: "'\(field)' is not understood; write \(expected)")
  }

  mutating func report(
    _ code: String, _ field: String, found: String? = nil, expected: String? = nil,
    message: String
  ) {
    problems.append(
      Problem(
        code: code, path: path, row: row.number, field: field, found: found, expected: expected,
        message: message))
  }
}
