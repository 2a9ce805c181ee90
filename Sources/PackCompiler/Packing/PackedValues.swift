// What the standard library's own values are packed as.

extension Bool: Packed {
  package func pack(into packer: inout Packer) throws(PackedFormError) {
    packer.count(self ? 1 : 0)
  }

  package init(unpacking unpacker: inout Unpacker) throws(PackedFormError) {
    switch try unpacker.count() {
    case 0: self = false
    case 1: self = true
    default: throw .malformed(type: "Bool")
    }
  }
}

extension Int: Packed {
  package func pack(into packer: inout Packer) throws(PackedFormError) {
    // The sign comes last, so that small numbers are short on either side of zero.
    packer.bits(UInt64(bitPattern: Int64(self << 1 ^ self >> (Int.bitWidth - 1))))
  }

  package init(unpacking unpacker: inout Unpacker) throws(PackedFormError) {
    let bits = try unpacker.bits()
    self = Int(bitPattern: UInt(bits >> 1)) ^ (bits & 1 == 1 ? -1 : 0)
  }
}

extension String: Packed {
  package func pack(into packer: inout Packer) throws(PackedFormError) { packer.text(self) }

  package init(unpacking unpacker: inout Unpacker) throws(PackedFormError) {
    self = try unpacker.text()
  }
}

extension Optional: Packed where Wrapped: Packed {
  package func pack(into packer: inout Packer) throws(PackedFormError) {
    guard let value = self else { return packer.count(0) }
    packer.count(1)
    try value.pack(into: &packer)
  }

  package init(unpacking unpacker: inout Unpacker) throws(PackedFormError) {
    switch try unpacker.count() {
    case 0: self = nil
    case 1: self = try Wrapped(unpacking: &unpacker)
    default: throw .malformed(type: "Optional")
    }
  }
}

extension Array: Packed where Element: Packed {
  package func pack(into packer: inout Packer) throws(PackedFormError) {
    packer.count(count)
    for element in self { try element.pack(into: &packer) }
  }

  package init(unpacking unpacker: inout Unpacker) throws(PackedFormError) {
    let length = try unpacker.length()
    self = []
    reserveCapacity(length)
    for _ in 0..<length { append(try Element(unpacking: &unpacker)) }
  }
}

/// In the order of its keys, so that equal values have equal bytes.
extension Dictionary: Packed where Key == String, Value: Packed {
  package func pack(into packer: inout Packer) throws(PackedFormError) {
    packer.count(count)
    for (key, value) in sorted(by: { $0.key < $1.key }) {
      packer.text(key)
      try value.pack(into: &packer)
    }
  }

  package init(unpacking unpacker: inout Unpacker) throws(PackedFormError) {
    let length = try unpacker.length()
    self = [:]
    reserveCapacity(length)
    for _ in 0..<length {
      let key = try unpacker.text()
      self[key] = try Value(unpacking: &unpacker)
    }
  }
}
