// How wording is packed.

extension TextScope: Packed {
  package func pack(into packer: inout Packer) throws(PackedFormError) {
    switch self {
    case .clause: packer.count(0)
    case .sentence: packer.count(1)
    case .turn: packer.count(2)
    case .line: packer.count(3)
    case .document: packer.count(4)
    case .words(let value):
      packer.count(5)
      try value.pack(into: &packer)
    }
  }

  package init(unpacking unpacker: inout Unpacker) throws(PackedFormError) {
    switch try unpacker.count() {
    case 0: self = .clause
    case 1: self = .sentence
    case 2: self = .turn
    case 3: self = .line
    case 4: self = .document
    case 5: self = .words(try unpacker.next())
    default: throw .malformed(type: "TextScope")
    }
  }
}

extension PatternText: PackedStruct {
  package static var blank: PatternText { PatternText(source: "", line: 0) }

  package mutating func visit(_ visitor: inout some FieldVisitor) throws(PackedFormError) {
    try visitor.field(&source)
    try visitor.field(&line)
  }
}

extension EarlierWords: PackedStruct {
  package static var blank: EarlierWords { EarlierWords() }

  package mutating func visit(_ visitor: inout some FieldVisitor) throws(PackedFormError) {
    try visitor.field(&speakers)
    try visitor.field(&modes)
    try visitor.field(&any)
  }
}

extension WordingSet: PackedStruct {
  package static var blank: WordingSet { WordingSet(language: "") }

  package mutating func visit(_ visitor: inout some FieldVisitor) throws(PackedFormError) {
    try visitor.field(&language)
    try visitor.field(&within)
    try visitor.field(&any)
    try visitor.field(&all)
    try visitor.field(&unless)
    try visitor.field(&unlessWithin)
    try visitor.field(&after)
    try visitor.field(&notAfter)
    try visitor.field(&fields)
    try visitor.field(&kinds)
    try visitor.field(&speakers)
    try visitor.field(&modes)
    try visitor.field(&channels)
    try visitor.field(&directions)
    try visitor.field(&needsContact)
    try visitor.field(&bindsAddress)
    try visitor.field(&digits)
  }
}

extension Requirement: PackedStruct {
  package static var blank: Requirement { Requirement() }

  package mutating func visit(_ visitor: inout some FieldVisitor) throws(PackedFormError) {
    try visitor.field(&when)
    try visitor.field(&within)
    try visitor.field(&elements)
  }
}

extension Requirement.Element: PackedStruct {
  package static var blank: Requirement.Element { Requirement.Element(name: "", wording: []) }

  package mutating func visit(_ visitor: inout some FieldVisitor) throws(PackedFormError) {
    try visitor.field(&name)
    try visitor.field(&wording)
  }
}

extension PrintedDate: PackedStruct {
  package static var blank: PrintedDate { PrintedDate(wording: [], bound: .named([])) }

  package mutating func visit(_ visitor: inout some FieldVisitor) throws(PackedFormError) {
    try visitor.field(&wording)
    try visitor.field(&bound)
    try visitor.field(&bears)
  }
}

extension PrintedDate.Bound: Packed {
  package func pack(into packer: inout Packer) throws(PackedFormError) {
    switch self {
    case .sending(let value):
      packer.count(0)
      try value.pack(into: &packer)
    case .named(let value):
      packer.count(1)
      try value.pack(into: &packer)
    case .same(let value):
      packer.count(2)
      try value.pack(into: &packer)
    }
  }

  package init(unpacking unpacker: inout Unpacker) throws(PackedFormError) {
    switch try unpacker.count() {
    case 0: self = .sending(try unpacker.next())
    case 1: self = .named(try unpacker.next())
    case 2: self = .same(try unpacker.next())
    default: throw .malformed(type: "PrintedDate.Bound")
    }
  }
}
