// How deadlines are packed.

extension Deadline: PackedStruct {
  package static var blank: Deadline { Deadline(form: .preceding, event: Event()) }

  package mutating func visit(_ visitor: inout some FieldVisitor) throws(PackedFormError) {
    try visitor.field(&form)
    try visitor.field(&event)
    try visitor.field(&undoneBy)
    try visitor.field(&first)
    try visitor.field(&date)
    try visitor.field(&knownBy)
    try visitor.field(&needs)
    try visitor.field(&lapsed)
    try visitor.field(&unclear)
    try visitor.field(&unless)
    try visitor.field(&perDebt)
  }
}

extension Deadline.Event: PackedStruct {
  package static var blank: Deadline.Event { Deadline.Event() }

  package mutating func visit(_ visitor: inout some FieldVisitor) throws(PackedFormError) {
    try visitor.field(&contacts)
    try visitor.field(&facts)
    try visitor.field(&context)
    try visitor.field(&except)
  }
}

extension Deadline.Need: PackedStruct {
  package static var blank: Deadline.Need { Deadline.Need(event: Deadline.Event()) }

  package mutating func visit(_ visitor: inout some FieldVisitor) throws(PackedFormError) {
    try visitor.field(&event)
    try visitor.field(&since)
    try visitor.field(&wait)
    try visitor.field(&lasts)
    try visitor.field(&undoneBy)
  }
}

extension Deadline.Period: Packed {
  package func pack(into packer: inout Packer) throws(PackedFormError) {
    switch self {
    case .days(let value):
      packer.count(0)
      try value.pack(into: &packer)
    case .years(let value):
      packer.count(1)
      try value.pack(into: &packer)
    }
  }

  package init(unpacking unpacker: inout Unpacker) throws(PackedFormError) {
    switch try unpacker.count() {
    case 0: self = .days(try unpacker.next())
    case 1: self = .years(try unpacker.next())
    default: throw .malformed(type: "Deadline.Period")
    }
  }
}

extension Deadline.Form: Packed {
  package func pack(into packer: inout Packer) throws(PackedFormError) {
    switch self {
    case .following(let days):
      packer.count(0)
      try days.pack(into: &packer)
    case .preceding: packer.count(1)
    case .quiet(let value, let contacts, let sinceFirst):
      packer.count(2)
      try value.pack(into: &packer)
      try contacts.pack(into: &packer)
      try sinceFirst.pack(into: &packer)
    }
  }

  package init(unpacking unpacker: inout Unpacker) throws(PackedFormError) {
    switch try unpacker.count() {
    case 0: self = .following(days: try unpacker.next())
    case 1: self = .preceding
    case 2:
      self = .quiet(
        try unpacker.next(), contacts: try unpacker.next(), sinceFirst: try unpacker.next())
    default: throw .malformed(type: "Deadline.Form")
    }
  }
}
