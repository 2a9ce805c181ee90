// How packs and the heads of rules are packed.

extension RulePacks: PackedStruct {
  package static var blank: RulePacks { RulePacks() }

  package mutating func visit(_ visitor: inout some FieldVisitor) throws(PackedFormError) {
    try visitor.field(&packs)
    try visitor.field(&rules)
    try visitor.field(&facts)
    try visitor.field(&lexicons)
    try visitor.field(&citations)
    try visitor.field(&parameters)
    try visitor.field(&chapters)
  }
}

extension RulePacks.Pack: PackedStruct {
  package static var blank: RulePacks.Pack {
    RulePacks.Pack(name: "", title: "", version: "", description: "")
  }

  package mutating func visit(_ visitor: inout some FieldVisitor) throws(PackedFormError) {
    try visitor.field(&name)
    try visitor.field(&title)
    try visitor.field(&version)
    try visitor.field(&description)
  }
}

extension Rule: PackedStruct {
  package static var blank: Rule {
    Rule(
      id: "", title: "", basis: .practice, severity: .advice, confidence: .low, citations: [],
      message: "", why: "", fix: "", check: .wording([]))
  }

  package mutating func visit(_ visitor: inout some FieldVisitor) throws(PackedFormError) {
    try visitor.field(&id)
    try visitor.field(&title)
    try visitor.field(&basis)
    try visitor.field(&severity)
    try visitor.field(&confidence)
    try visitor.field(&citations)
    try visitor.field(&inForce)
    try visitor.field(&applies)
    try visitor.field(&message)
    try visitor.field(&why)
    try visitor.field(&fix)
    try visitor.field(&check)
    try visitor.field(&note)
    try visitor.field(&seeds)
    try visitor.field(&stage)
    try visitor.field(&formerly)
    try visitor.field(&axis)
  }
}

extension FactSource: PackedStruct {
  package static var blank: FactSource {
    FactSource(
      id: "", title: "", confidence: .low, citations: [], applies: Applies(), fact: "", wording: [])
  }

  package mutating func visit(_ visitor: inout some FieldVisitor) throws(PackedFormError) {
    try visitor.field(&id)
    try visitor.field(&title)
    try visitor.field(&confidence)
    try visitor.field(&citations)
    try visitor.field(&applies)
    try visitor.field(&fact)
    try visitor.field(&wording)
    try visitor.field(&note)
  }
}

extension InForce: PackedStruct {
  package static var blank: InForce { .always }

  package mutating func visit(_ visitor: inout some FieldVisitor) throws(PackedFormError) {
    try visitor.field(&from)
    try visitor.field(&until)
  }
}

extension Applies: PackedStruct {
  package static var blank: Applies { Applies() }

  package mutating func visit(_ visitor: inout some FieldVisitor) throws(PackedFormError) {
    try visitor.field(&kinds)
    try visitor.field(&speakers)
    try visitor.field(&modes)
    try visitor.field(&channels)
    try visitor.field(&directions)
    try visitor.field(&outcomes)
    try visitor.field(&parties)
    try visitor.field(&formats)
    try visitor.field(&visibilities)
    try visitor.field(&senders)
    try visitor.field(&profiles)
    try visitor.field(&jurisdictions)
    try visitor.field(&roles)
    try visitor.field(&context)
    try visitor.field(&contextKnown)
  }
}

extension Check: Packed {
  package func pack(into packer: inout Packer) throws(PackedFormError) {
    switch self {
    case .wording(let value):
      packer.count(0)
      try value.pack(into: &packer)
    case .require(let value):
      packer.count(1)
      try value.pack(into: &packer)
    case .frequency(let value):
      packer.count(2)
      try value.pack(into: &packer)
    case .afterConversation(let value):
      packer.count(3)
      try value.pack(into: &packer)
    case .hours(let value):
      packer.count(4)
      try value.pack(into: &packer)
    case .afterFact(let value):
      packer.count(5)
      try value.pack(into: &packer)
    case .deadline(let value):
      packer.count(6)
      try value.pack(into: &packer)
    case .contradiction(let value):
      packer.count(7)
      try value.pack(into: &packer)
    case .callPattern(let value):
      packer.count(8)
      try value.pack(into: &packer)
    case .printedDate(let value):
      packer.count(9)
      try value.pack(into: &packer)
    }
  }

  package init(unpacking unpacker: inout Unpacker) throws(PackedFormError) {
    switch try unpacker.count() {
    case 0: self = .wording(try unpacker.next())
    case 1: self = .require(try unpacker.next())
    case 2: self = .frequency(try unpacker.next())
    case 3: self = .afterConversation(try unpacker.next())
    case 4: self = .hours(try unpacker.next())
    case 5: self = .afterFact(try unpacker.next())
    case 6: self = .deadline(try unpacker.next())
    case 7: self = .contradiction(try unpacker.next())
    case 8: self = .callPattern(try unpacker.next())
    case 9: self = .printedDate(try unpacker.next())
    default: throw .malformed(type: "Check")
    }
  }
}
