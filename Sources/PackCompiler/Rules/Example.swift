/// An example that a rule file holds: what it must flag, or what it must let pass.
public struct Example: Codable, Sendable {
  public enum Material: Codable, Sendable {
    /// Text with the words that must be marked between « and »; fields of the contact beside it.
    case text(marked: String, fields: [String: FieldValue])
    /// Rows of a small log: fields by name, `at` already spread out; `finding` is the row's own mark.
    case contacts(rows: [Row])
  }
  public struct Row: Codable, Sendable {
    public var fields: [String: FieldValue]
    public var finding: Bool
  }
  public var material: Material
  public var line: Int
  /// Fields of the consumer's companion table, as text.
  public var consumer: [String: FieldValue]
  /// Facts that no text shows.
  public var context: [String: String]
}

/// A field's value in an example's row: as a contact log in JSON would have it.
public indirect enum FieldValue: Codable, Sendable, Hashable {
  case text(String)
  case list([FieldValue])
  case object([String: FieldValue])
}

/// The examples of one rule or fact source.
public struct ExampleSet: Codable, Sendable {
  public var id: String
  public var flags: [Example]
  public var passes: [Example]

  public init(id: String, flags: [Example], passes: [Example]) {
    self.id = id
    self.flags = flags
    self.passes = passes
  }
}
