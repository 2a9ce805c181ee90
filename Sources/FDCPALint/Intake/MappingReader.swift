extension Mapping {
  /// Reads a mapping file, as ``init(yaml:path:)`` does, whatever its encoding.
  public init(_ source: Source) throws(PackError) {
    let text = DecodedText(source)
    if let problem = text.problems.first {
      throw PackError(problems: [
        PackProblem(file: source.name, line: 0, column: 0, message: problem.message)
      ])
    }
    try self.init(yaml: String(decoding: text.bytes, as: UTF8.self), path: source.name)
  }

  /// Reads a mapping file, strictly: nothing that somebody wrote is passed over.
  ///
  /// - Throws: ``PackError`` with every problem, each at its line and column and with the nearest
  ///   name that would have been right.
  public init(yaml: String, path: String) throws(PackError) {
    let sink = ProblemSink(file: path)
    self.init()
    if let root = Element.root(of: PackFile(path: path, text: yaml), expected: "a mapping", sink),
      let fields = root.fields(["columns", "values", "defaults", "zone", "at", "delimiter"])
    {
      read(fields)
    }
    guard sink.problems.isEmpty else { throw PackError(problems: sink.problems) }
  }

  private mutating func read(_ fields: Fields) {
    if let columns = fields["columns"]?.anyFields() { readColumns(columns) }
    if let values = fields["values"]?.anyFields() { readValues(values) }
    if let defaults = fields["defaults"]?.anyFields() {
      for (name, element) in defaults.entries {
        guard let field = Self.field(name, at: element), let text = element.string else { continue }
        self.defaults[field] = Self.checked(text, of: field, at: element)
      }
    }
    if let element = fields["zone"], let name = element.string {
      if ZoneBook.shared.zone(name) == nil {
        let hint = Zone.nearestName(to: name).map { "; did you mean '\($0)'?" } ?? ""
        element.report("'\(name)' is no zone such as America/New_York\(hint)")
      }
      zone = name
    }
    if let format = fields["at"]?.fields(["format"])?.required("format")?.choice(TimeFormat.self) {
      self.format = format
    }
    if let element = fields["delimiter"], let mark = element.string {
      delimiter = Self.delimiter(mark)
      if delimiter == nil { element.report("expected one of , ; | or tab, found '\(mark)'") }
    }
  }

  private mutating func readColumns(_ columns: Fields) {
    var taken: [LogField: String] = [:]
    for (name, element) in columns.entries {
      guard element.strings != ["ignore"] else {
        self.columns[name] = []
        continue
      }
      for item in element.items {
        guard let text = item.string, let field = Self.field(text, at: item) else { continue }
        if let other = taken.updateValue(name, forKey: field) {
          item.report("'\(text)' already comes from column '\(other)'")
        }
        self.columns[name, default: []].append(field)
      }
    }
  }

  private mutating func readValues(_ values: Fields) {
    for (name, element) in values.entries {
      guard let field = Self.field(name, at: element), let codes = element.anyFields() else {
        continue
      }
      for (code, meaning) in codes.entries {
        self.values[field, default: [:]][code] = Self.assignments(meaning, of: field)
      }
    }
  }

  private static func assignments(_ meaning: Element, of field: LogField) -> [Assignment] {
    guard meaning.isMapping else {
      guard let text = meaning.string, let value = checked(text, of: field, at: meaning) else {
        return []
      }
      return [Assignment(field: field, value: value)]
    }
    return (meaning.anyFields()?.entries ?? []).compactMap { name, element in
      guard let other = Self.field(name, at: element), let text = element.string,
        let value = checked(text, of: other, at: element)
      else { return nil }
      return Assignment(field: other, value: value)
    }
  }

  private static func field(_ name: String, at element: Element) -> LogField? {
    if let field = LogField(rawValue: name) { return field }
    element.report(unknownName("field", name, among: LogField.allCases.map(\.rawValue)))
    return nil
  }

  private static func checked(
    _ text: String, of field: LogField, at element: Element
  ) -> String? {
    guard let closed = field.closedValues, !closed.contains(text) else { return text }
    element.report(unknownName(field.rawValue, text, among: closed))
    return nil
  }

  private static func delimiter(_ mark: String) -> UInt8? {
    switch mark {
    case ",", ";", "|", "\t": mark.utf8.first
    case "tab", "\\t": UInt8(ascii: "\t")
    default: nil
    }
  }
}
