/// A value with a packed form: its fields one after the other, without names, so that a program that
/// is started for one note has its rules at once.
///
/// The form is read by the build that wrote it and by no other: a program carries its own packs, and
/// a cache is keyed by the program.
package protocol Packed {
  func pack(into packer: inout Packer) throws(PackedFormError)
  init(unpacking unpacker: inout Unpacker) throws(PackedFormError)
}

/// A struct that is packed field by field.
package protocol PackedStruct: Packed {
  /// What unpacking fills in.
  static var blank: Self { get }

  /// Shows every stored property to a visitor, once and always in the same order.
  mutating func visit(_ visitor: inout some FieldVisitor) throws(PackedFormError)
}

/// What passes over the fields of a struct, to write them or to fill them in.
package protocol FieldVisitor {
  mutating func field(_ value: inout some Packed) throws(PackedFormError)
}

/// Why packed bytes cannot be read, or a value cannot be packed.
package enum PackedFormError: Error, Sendable, Hashable, CustomStringConvertible {
  case cutShort
  /// A byte, number or text that no such value is packed as.
  case malformed(type: String)
  case leftOver(bytes: Int)
  /// A field was added to a type and not to what it shows a visitor.
  case unpackedField(type: String, fields: Int, visited: Int)

  package var description: String {
    switch self {
    case .cutShort: "the packed form ends too early"
    case .malformed(let type): "the packed form holds no \(type) where one should be"
    case .leftOver(let bytes): "the packed form has \(bytes) bytes too many"
    case .unpackedField(let type, let fields, let visited):
      "\(type) has \(fields) fields and shows \(visited) of them to be packed; name the others in "
        + "its `visit`"
    }
  }
}

extension PackedStruct {
  package func pack(into packer: inout Packer) throws(PackedFormError) {
    var copy = self
    var writer = FieldWriter(packer: packer)
    packer = Packer()
    try copy.visit(&writer)
    packer = writer.packer
    let fields = Mirror(reflecting: self).children.count
    guard fields == writer.visited else {
      throw .unpackedField(type: "\(Self.self)", fields: fields, visited: writer.visited)
    }
  }

  package init(unpacking unpacker: inout Unpacker) throws(PackedFormError) {
    self = .blank
    try visit(&unpacker)
  }
}

private struct FieldWriter: FieldVisitor {
  var packer: Packer
  var visited = 0

  mutating func field(_ value: inout some Packed) throws(PackedFormError) {
    visited += 1
    try value.pack(into: &packer)
  }
}

/// An enumeration without associated values is packed as its place among all cases.
package protocol PackedCase: Packed, CaseIterable, Equatable
where AllCases == [Self] {}

extension PackedCase {
  package func pack(into packer: inout Packer) throws(PackedFormError) {
    packer.count(Self.allCases.firstIndex(of: self) ?? 0)
  }

  package init(unpacking unpacker: inout Unpacker) throws(PackedFormError) {
    let place = try unpacker.count()
    let cases = Self.allCases
    guard place < cases.count else { throw .malformed(type: "\(Self.self)") }
    self = cases[place]
  }
}
