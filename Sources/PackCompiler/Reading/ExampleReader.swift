/// Reads the examples of a rule.
struct ExampleReader {
  let sink: ProblemSink

  func read(_ fields: Fields, id: String) -> ExampleSet {
    guard let inner = fields.required("examples")?.fields(["flags", "passes"]) else {
      return ExampleSet(id: id, flags: [], passes: [])
    }
    let flags = inner.required("flags")?.items.compactMap(example) ?? []
    let passes = inner.required("passes")?.items.compactMap(example) ?? []
    if flags.isEmpty || passes.isEmpty {
      inner.element.report("a rule needs examples that flag and examples that pass")
    }
    for example in passes where example.expectsFinding {
      sink.report("a pass must not mark words or rows", line: example.line, column: 1)
    }
    return ExampleSet(id: id, flags: flags, passes: passes)
  }

  private func example(_ element: Element) -> Example? {
    if case .scalar = element.node {
      guard let text = element.string else { return nil }
      return Example(
        material: .text(marked: text, fields: [:]), line: element.line, consumer: [:], context: [:])
    }
    guard let fields = element.anyFields() else { return nil }
    var example = Example(
      material: .contacts(rows: []), line: element.line, consumer: [:], context: [:])
    for (key, value) in fields["context"]?.anyFields()?.entries ?? [] {
      example.context[key] = value.string
    }
    for (key, value) in fields["consumer"]?.anyFields()?.entries ?? [] {
      example.consumer[key] = fieldValue(value)
    }
    if let rows = fields["contacts"] {
      _ = element.fields(["contacts", "consumer", "context"])
      example.material = .contacts(rows: rows.items.flatMap(self.rows))
      return example
    }
    guard
      let marked = fields["text"]?.string ?? fields["note"]?.string ?? fields["envelope"]?.string
        ?? fields["subject"]?.string
    else {
      element.report("an example needs text, note or contacts")
      return nil
    }
    var rest: [String: FieldValue] = [:]
    for (key, value) in fields.entries where key != "context" && key != "consumer" {
      rest[key] = fieldValue(value)
    }
    example.material = .text(marked: marked, fields: rest)
    return example
  }

  /// A row, once for each of its instants.
  private func rows(_ element: Element) -> [Example.Row] {
    guard let fields = element.anyFields() else { return [] }
    var row = Example.Row(fields: [:], finding: fields["finding"]?.flag ?? false)
    for (key, value) in fields.entries where key != "finding" && key != "at" {
      row.fields[key] = fieldValue(value)
    }
    guard let instants = fields.required("at")?.strings else { return [] }
    return instants.map { at in
      var copy = row
      copy.fields["at"] = .text(at)
      return copy
    }
  }

  private func fieldValue(_ element: Element) -> FieldValue {
    switch element.node {
    case .scalar(let scalar): return .text(scalar.string)
    case .sequence: return .list(element.items.map(fieldValue))
    default:
      var object: [String: FieldValue] = [:]
      for (key, value) in element.anyFields()?.entries ?? [] { object[key] = fieldValue(value) }
      return .object(object)
    }
  }
}

extension Example {
  /// Whether the author marked something that must be found.
  public var expectsFinding: Bool {
    switch material {
    case .text(let marked, _): marked.contains("«")
    case .contacts(let rows): rows.contains(where: \.finding)
    }
  }
}
