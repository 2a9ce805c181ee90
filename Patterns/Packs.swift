extension ShippedPacks {
  /// The shipped rules, word lists and citations as JSON.
  public static var rulesJSON: UnsafeRawBufferPointer { bytes(rules) }

  /// The examples of the shipped rules as JSON.
  public static var examplesJSON: UnsafeRawBufferPointer { bytes(examples) }

  private static func bytes(_ text: StaticString) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }
}
