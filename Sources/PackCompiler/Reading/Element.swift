internal import Yams

/// A YAML value on its way to a type. Scalars stay the text that the author wrote: `NO` is a state
/// and `21:00` a time, because nothing here lets YAML guess.
package struct Element {
  let node: Node
  /// The keys that lead here, for messages.
  let path: String
  let sink: ProblemSink

  package var line: Int { node.mark?.line ?? 0 }
  package var column: Int { node.mark?.column ?? 0 }

  package func report(_ message: String) {
    sink.report(path.isEmpty ? message : "\(path): \(message)", line: line, column: column)
  }

  package var string: String? {
    guard case .scalar(let scalar) = node else {
      report("expected text, found a \(shape)")
      return nil
    }
    return scalar.string
  }

  package var integer: Int? {
    guard let text = string else { return nil }
    guard let value = Int(text) else {
      report("expected a whole number, found '\(text)'")
      return nil
    }
    return value
  }

  package var flag: Bool? {
    switch string {
    case "true": return true
    case "false": return false
    case nil: return nil
    case let text?:
      report("expected true or false, found '\(text)'")
      return nil
    }
  }

  package var day: CivilDay? {
    guard let text = string else { return nil }
    guard let day = CivilDay(text) else {
      report("expected a date such as 2021-11-30, found '\(text)'")
      return nil
    }
    return day
  }

  package var clock: ClockTime? {
    guard let text = string else { return nil }
    guard let time = ClockTime(text) else {
      report("expected a time such as 08:00, found '\(text)'")
      return nil
    }
    return time
  }

  /// The items of a list; a lone value is a list of one.
  package var items: [Element] {
    switch node {
    case .sequence(let sequence):
      sequence.enumerated().map {
        Element(node: $0.element, path: "\(path)[\($0.offset + 1)]", sink: sink)
      }
    default: [self]
    }
  }

  package var strings: [String] { items.compactMap(\.string) }

  package func choice<Value: RawRepresentable & CaseIterable>(_: Value.Type) -> Value?
  where Value.RawValue == String {
    guard let text = string else { return nil }
    if let value = Value(rawValue: text) { return value }
    report(unknownName("value", text, among: Value.allCases.map(\.rawValue)))
    return nil
  }

  package func choices<Value: RawRepresentable & CaseIterable>(_ type: Value.Type) -> [Value]
  where Value.RawValue == String {
    items.compactMap { $0.choice(type) }
  }

  /// The values of a mapping, whose keys must be among `keys`; `nil` when it is no mapping.
  package func fields(_ keys: [String]) -> Fields? {
    guard let fields = anyFields() else { return nil }
    for (key, value) in fields.entries where !keys.contains(key) {
      value.report(unknownName("key", key, among: keys))
    }
    return fields
  }

  /// The values of a mapping with keys of the author's own choosing.
  package func anyFields() -> Fields? {
    guard case .mapping(let mapping) = node else {
      report("expected keys and values, found a \(shape)")
      return nil
    }
    var entries: [(key: String, value: Element)] = []
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key else {
        report("a key must be plain text")
        continue
      }
      let name = scalar.string
      let below = path.isEmpty ? name : "\(path).\(name)"
      // An unknown key is pointed at where it stands, not where its value does.
      let element = Element(node: value, path: below, sink: sink)
      entries.append((name, element))
    }
    return Fields(element: self, entries: entries)
  }

  /// Whether it is keys and values, for places where a lone value may stand for them.
  package var isMapping: Bool {
    if case .mapping = node { true } else { false }
  }

  private var shape: String {
    switch node {
    case .scalar: "text"
    case .mapping: "mapping"
    case .sequence: "list"
    case .alias: "alias"
    }
  }
}

extension Element {
  /// The whole of a YAML file, `nil` with a problem reported where it is none.
  ///
  /// - Parameter expected: What the file should hold, for messages.
  package static func root(
    of file: PackFile, expected: String, _ sink: ProblemSink
  ) -> Element? {
    do {
      guard let node = try Yams.compose(yaml: file.text) else {
        sink.report("is empty; expected \(expected)")
        return nil
      }
      return Element(node: node, path: "", sink: sink)
    } catch let error as YamlError {
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        sink.report("is no YAML: \(problem)", line: mark.line, column: mark.column)
      case .duplicatedKeysInMapping(let keys, let context):
        sink.report(
          "key '\(keys.map(String.init(describing:)).joined(separator: "', '"))' stands twice",
          line: context.mark.line, column: context.mark.column)
      default: sink.report("is no YAML: \(error)")
      }
    } catch {
      sink.report("is no YAML: \(error)")
    }
    return nil
  }
}

/// The keys and values of one mapping.
package struct Fields {
  let element: Element
  package let entries: [(key: String, value: Element)]

  package subscript(key: String) -> Element? { entries.first { $0.key == key }?.value }

  /// A value that must be there.
  package func required(_ key: String) -> Element? {
    if let value = self[key] { return value }
    element.report("'\(key)' is missing")
    return nil
  }
}
