/// Packs as the binary carries them: packed in static strings, the examples apart, since only
/// `rules test` and `rules show` read those, and beside them the tables of their patterns' words.
public enum EmbeddedPacks {
  /// The Swift file that holds packs.
  ///
  /// - Throws: An error that names a type which does not pack all of its fields.
  public static func source(
    packs: RulePacks, examples: [ExampleSet], places: PlaceTables = PlaceTables()
  ) throws -> String {
    let rules = String(decoding: try Packer.bytes(of: packs), as: UTF8.self)
    let cases = String(decoding: try Packer.bytes(of: examples), as: UTF8.self)
    let tables = LiteralTables(packs)
    // The bytes are there as long as the tables are.
    let literals = withExtendedLifetime(tables) { [UInt8](tables.bytes) }
    let tablesOfLiterals = String(decoding: SevenBits.encoded(literals), as: UTF8.self)
    return """
      // Made from the rule files when the package is built.
      public enum ShippedPacks {
        public static let rules: StaticString = \(literal(rules))
        public static let examples: StaticString = \(literal(cases))
        public static let literals: StaticString = \(literal(tablesOfLiterals))
        public static let bytesOfLiterals = \(literals.count)
      \(source(of: places))
      }

      """
  }

  /// One static string of lines for each table, as `numbersTable`.
  private static func source(of places: PlaceTables) -> String {
    places.texts.sorted { $0.key < $1.key }.map { name, text in
      "  public static let \(name)Table: StaticString = #\"\"\"\n\(text)\n\"\"\"#"
    }.joined(separator: "\n")
  }

  /// A raw string literal with as many number signs as the text needs; control characters, which no
  /// literal may hold, are spelled out.
  static func literal(_ text: String) -> String {
    var signs = "#"
    while text.contains("\"" + signs) || text.contains("\\" + signs) { signs += "#" }
    var spelled = ""
    for scalar in text.unicodeScalars {
      if scalar.value < 0x20 || scalar.value == 0x7F {
        spelled += "\\\(signs)u{\(String(scalar.value, radix: 16))}"
      } else {
        spelled.unicodeScalars.append(scalar)
      }
    }
    return signs + "\"" + spelled + "\"" + signs
  }

  /// - Throws: An error when the bytes are not what ``source(packs:examples:places:)`` wrote.
  public static func packs(_ bytes: UnsafeRawBufferPointer) throws -> RulePacks {
    try Unpacker.value(RulePacks.self, of: bytes)
  }

  /// The tables of words, for as long as the program runs; `nil` where they were made for another
  /// kind of machine.
  ///
  /// - Parameter count: How many bytes the text stands for.
  package static func literals(_ text: UnsafeRawBufferPointer, count: Int) -> LiteralTables? {
    LiteralTables(bytes: UnsafeRawBufferPointer(SevenBits.decoded(text, count: count)))
  }

  /// - Throws: An error when the bytes are not what ``source(packs:examples:places:)`` wrote.
  public static func examples(_ bytes: UnsafeRawBufferPointer) throws -> [ExampleSet] {
    try Unpacker.value([ExampleSet].self, of: bytes)
  }
}
