extension ShippedPacks {
  /// The shipped rules, word lists and citations, packed.
  public static var packedRules: UnsafeRawBufferPointer { bytes(rules) }

  /// The examples of the shipped rules, packed.
  public static var packedExamples: UnsafeRawBufferPointer { bytes(examples) }

  /// The tables of words that their patterns need, as a text for ``bytesOfLiterals`` bytes.
  public static var spreadLiterals: UnsafeRawBufferPointer { bytes(literals) }

  private static func bytes(_ text: StaticString) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }
}
