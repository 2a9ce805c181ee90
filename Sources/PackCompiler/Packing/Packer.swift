/// Writes packed values.
///
/// Numbers are groups of six bits, the lowest first, so that every byte is ASCII and the whole is
/// UTF-8: a Swift file can hold it as a static string.
package struct Packer {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// - Throws: ``PackedFormError/unpackedField(type:fields:visited:)``.
  package static func bytes(of value: some Packed) throws(PackedFormError) -> [UInt8] {
    var packer = Packer()
    try value.pack(into: &packer)
    return packer.bytes
  }

  /// A number that is not negative.
  package mutating func count(_ value: Int) { bits(UInt64(value)) }

  package mutating func bits(_ value: UInt64) {
    var rest = value
    while rest > Self.group {
      bytes.append(UInt8(rest & Self.group) | Self.more)
      rest >>= 6
    }
    bytes.append(UInt8(rest))
  }

  package mutating func text(_ text: some StringProtocol) {
    count(text.utf8.count)
    bytes += text.utf8
  }

  /// All fields of a struct, in the order in which they are read again.
  package mutating func fields<Value, each Field: Packed>(
    of value: Value, _ fields: repeat each Field
  ) throws(PackedFormError) {
    var visited = 0
    for field in repeat each fields {
      try field.pack(into: &self)
      visited += 1
    }
    let stored = Mirror(reflecting: value).children.count
    guard stored == visited else {
      throw .unpackedField(type: "\(Value.self)", fields: stored, visited: visited)
    }
  }

  static let group: UInt64 = 0x3F
  /// Marks a group that another follows.
  static let more: UInt8 = 0x40
}
