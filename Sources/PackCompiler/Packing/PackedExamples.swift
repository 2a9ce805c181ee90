// How the examples of rules are packed.

extension ExampleSet: PackedStruct {
  package static var blank: ExampleSet { ExampleSet(id: "", flags: [], passes: []) }

  package mutating func visit(_ visitor: inout some FieldVisitor) throws(PackedFormError) {
    try visitor.field(&id)
    try visitor.field(&flags)
    try visitor.field(&passes)
  }
}

extension Example: PackedStruct {
  package static var blank: Example {
    Example(material: .contacts(rows: []), line: 0, consumer: [:], context: [:])
  }

  package mutating func visit(_ visitor: inout some FieldVisitor) throws(PackedFormError) {
    try visitor.field(&material)
    try visitor.field(&line)
    try visitor.field(&consumer)
    try visitor.field(&context)
  }
}

extension Example.Row: PackedStruct {
  package static var blank: Example.Row { Example.Row(fields: [:], finding: false) }

  package mutating func visit(_ visitor: inout some FieldVisitor) throws(PackedFormError) {
    try visitor.field(&fields)
    try visitor.field(&finding)
  }
}

extension Example.Material: Packed {
  package func pack(into packer: inout Packer) throws(PackedFormError) {
    switch self {
    case .text(let marked, let fields):
      packer.count(0)
      try marked.pack(into: &packer)
      try fields.pack(into: &packer)
    case .contacts(let rows):
      packer.count(1)
      try rows.pack(into: &packer)
    }
  }

  package init(unpacking unpacker: inout Unpacker) throws(PackedFormError) {
    switch try unpacker.count() {
    case 0: self = .text(marked: try unpacker.next(), fields: try unpacker.next())
    case 1: self = .contacts(rows: try unpacker.next())
    default: throw .malformed(type: "Example.Material")
    }
  }
}

extension FieldValue: Packed {
  package func pack(into packer: inout Packer) throws(PackedFormError) {
    switch self {
    case .text(let value):
      packer.count(0)
      try value.pack(into: &packer)
    case .list(let value):
      packer.count(1)
      try value.pack(into: &packer)
    case .object(let value):
      packer.count(2)
      try value.pack(into: &packer)
    }
  }

  package init(unpacking unpacker: inout Unpacker) throws(PackedFormError) {
    switch try unpacker.count() {
    case 0: self = .text(try unpacker.next())
    case 1: self = .list(try unpacker.next())
    case 2: self = .object(try unpacker.next())
    default: throw .malformed(type: "FieldValue")
    }
  }
}
