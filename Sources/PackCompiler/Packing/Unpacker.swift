/// Reads packed values from bytes that outlive it.
package struct Unpacker: FieldVisitor {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  /// - Parameter bytes: Must stay where they are while this reads.
  private init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Reads a value that takes up all of the bytes.
  package static func value<Value: Packed>(
    _ type: Value.Type, of bytes: UnsafeRawBufferPointer
  ) throws(PackedFormError) -> Value {
    var unpacker = Unpacker(bytes)
    let value = try Value(unpacking: &unpacker)
    guard unpacker.position == bytes.count else {
      throw .leftOver(bytes: bytes.count - unpacker.position)
    }
    return value
  }

  package mutating func field<Value: Packed>(_ value: inout Value) throws(PackedFormError) {
    value = try Value(unpacking: &self)
  }

  package mutating func next<Value: Packed>() throws(PackedFormError) -> Value {
    try Value(unpacking: &self)
  }

  package mutating func bits() throws(PackedFormError) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      // The eleventh group has room for four bits.
      guard shift < 60 || byte < 16 else { throw .malformed(type: "number") }
      value |= (UInt64(byte) & Packer.group) << shift
      guard byte >= Packer.more else { return value }
      guard byte < 0x80 else { throw .malformed(type: "number") }
      shift += 6
    }
    throw .cutShort
  }

  package mutating func count() throws(PackedFormError) -> Int {
    guard let count = Int(exactly: try bits()) else { throw .malformed(type: "count") }
    return count
  }

  /// How many elements follow, of at least a byte each.
  package mutating func length() throws(PackedFormError) -> Int {
    let length = try count()
    guard length <= bytes.count - position else { throw .cutShort }
    return length
  }

  package mutating func text() throws(PackedFormError) -> String {
    let length = try length()
    let text = UnsafeRawBufferPointer(rebasing: bytes[position..<position + length])
    position += length
    guard let text = String(validating: text, as: UTF8.self) else {
      throw .malformed(type: "text")
    }
    return text
  }
}
