/// A row of a companion table by names, with `attorney.name` put back into `attorney`.
struct CompanionRow {
  let number: Int
  private let values: [String: JSONValue]
  private let splitsLists: Bool

  init(_ row: Row, _ columns: ColumnNames, splitsLists: Bool) {
    number = row.number
    self.splitsLists = splitsLists
    var values: [String: JSONValue] = [:]
    for cell in row.cells where !cell.value.isAbsent {
      let name = Self.name(of: columns.names[cell.column])
      let value = splitsLists ? Self.parsed(cell.value) : cell.value
      guard let part = name.part else {
        values[name.whole] = value
        continue
      }
      var object = JSONObject(members: [])
      if case .object(let started) = values[name.whole] { object = started }
      object.members.append(JSONObject.Member(key: part, value: value))
      values[name.whole] = .object(object)
    }
    self.values = values
  }

  /// What a column gives: a value, or a part of one.
  static func name(of column: String) -> (whole: String, part: String?) {
    let written = trimmed(column)
    // Rules ask for context by the name that somebody wrote; only our own are read leniently.
    let normal = LogField.normalized(written)
    if known.contains(normal) { return (normal, nil) }
    let parts = normal.split(separator: ".", maxSplits: 1).map(String.init)
    return parts.count == 2 && compound.contains(parts[0]) ? (parts[0], parts[1]) : (written, nil)
  }

  private static let compound = ["attorney", "employer_prohibits"]
  private static let known = [
    "consumer", "debt", "time_zone", "possible_time_zones", "state", "zip", "inconvenient",
    "attorney", "employer_prohibits", "deceased", "status", "group", "balance",
  ]

  /// A cell of a CSV file may hold a list or an object as JSON.
  private static func parsed(_ value: JSONValue) -> JSONValue {
    guard case .string(let text) = value, let first = text.first, first == "[" || first == "{",
      let parsed = try? JSONParser.parse(Array(text.utf8))
    else { return value }
    return parsed
  }

  subscript(name: String) -> JSONValue? {
    values[name].flatMap { $0.isAbsent ? nil : $0 }
  }

  func text(_ name: String) -> String? {
    self[name].map { trimmed($0.flatText) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  func list(_ name: String) -> [String] {
    switch self[name] {
    case .array(let items): items.compactMap(\.scalarText).map(trimmed)
    case .string(let text) where splitsLists:
      text.split(separator: ";").map { trimmed(String($0)) }.filter { !$0.isEmpty }
    case let value?: value.scalarText.map { [trimmed($0)] } ?? []
    case nil: []
    }
  }

  /// Everything but the columns named, as text.
  func context(besides names: [String]) -> [String: String] {
    values.filter { !names.contains($0.key) && !$0.value.isAbsent }.mapValues(\.flatText)
  }
}
