public import Foundation

/// Packs as the binary carries them: JSON in static strings, the examples apart, since only
/// `rules test` and `rules show` read those.
public enum EmbeddedPacks {
  /// The Swift file that holds packs.
  public static func source(
    packs: RulePacks, examples: [ExampleSet], tables: PlaceTables = PlaceTables()
  ) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let rules = String(decoding: try encoder.encode(packs), as: UTF8.self)
    let cases = String(decoding: try encoder.encode(examples), as: UTF8.self)
    return """
      // Made from the rule files when the package is built.
      public enum ShippedPacks {
        public static let rules: StaticString = \(literal(rules))
        public static let examples: StaticString = \(literal(cases))
      \(source(of: tables))
      }

      """
  }

  /// One static string of lines for each table, as `numbersTable`.
  private static func source(of tables: PlaceTables) -> String {
    tables.texts.sorted { $0.key < $1.key }.map { name, text in
      "  public static let \(name)Table: StaticString = #\"\"\"\n\(text)\n\"\"\"#"
    }.joined(separator: "\n")
  }

  /// A raw string literal with as many number signs as the text needs.
  private static func literal(_ text: String) -> String {
    var signs = "#"
    while text.contains("\"" + signs) || text.contains("\\" + signs) { signs += "#" }
    return signs + "\"" + text + "\"" + signs
  }

  /// - Throws: `DecodingError` when the bytes are not what ``source(packs:examples:tables:)`` wrote.
  public static func packs(_ json: Data) throws -> RulePacks {
    try JSONDecoder().decode(RulePacks.self, from: json)
  }

  /// - Throws: `DecodingError` when the bytes are not what ``source(packs:examples:tables:)`` wrote.
  public static func examples(_ json: Data) throws -> [ExampleSet] {
    try JSONDecoder().decode([ExampleSet].self, from: json)
  }
}
