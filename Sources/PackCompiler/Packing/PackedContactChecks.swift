// How checks that count, time or order contacts are packed.

extension ContactFilter: PackedStruct {
  package static var blank: ContactFilter { ContactFilter() }

  package mutating func visit(_ visitor: inout some FieldVisitor) throws(PackedFormError) {
    try visitor.field(&channels)
    try visitor.field(&directions)
    try visitor.field(&outcomes)
    try visitor.field(&parties)
    try visitor.field(&endpoints)
    try visitor.field(&notEndpoints)
    try visitor.field(&prerecorded)
    try visitor.field(&unclearOutcomes)
  }
}

extension ConsentTerms: PackedStruct {
  package static var blank: ConsentTerms { ConsentTerms(scope: "", recipient: "", days: nil) }

  package mutating func visit(_ visitor: inout some FieldVisitor) throws(PackedFormError) {
    try visitor.field(&scope)
    try visitor.field(&recipient)
    try visitor.field(&days)
    try visitor.field(&form)
  }
}

extension CountExceptions: PackedStruct {
  package static var blank: CountExceptions { CountExceptions() }

  package mutating func visit(_ visitor: inout some FieldVisitor) throws(PackedFormError) {
    try visitor.field(&parties)
    try visitor.field(&consent)
    try visitor.field(&wrongNumber)
    try visitor.field(&reply)
    try visitor.field(&facts)
    try visitor.field(&wording)
  }
}

extension AfterFact: PackedStruct {
  package static var blank: AfterFact {
    AfterFact(facts: [], per: .debt, contacts: ContactFilter())
  }

  package mutating func visit(_ visitor: inout some FieldVisitor) throws(PackedFormError) {
    try visitor.field(&facts)
    try visitor.field(&per)
    try visitor.field(&contacts)
    try visitor.field(&reply)
    try visitor.field(&consent)
    try visitor.field(&wording)
    try visitor.field(&mostExcused)
    try visitor.field(&knownBy)
    try visitor.field(&endedBy)
    try visitor.field(&form)
    try visitor.field(&lasts)
    try visitor.field(&graceHours)
  }
}

extension Contradiction: PackedStruct {
  package static var blank: Contradiction { Contradiction(contacts: ContactFilter()) }

  package mutating func visit(_ visitor: inout some FieldVisitor) throws(PackedFormError) {
    try visitor.field(&contacts)
    try visitor.field(&signals)
    try visitor.field(&wording)
    try visitor.field(&longerThan)
    try visitor.field(&shorterThan)
    try visitor.field(&datedWithin)
    try visitor.field(&overlapAbove)
  }
}

extension HoursLimit.Clock: Packed {
  package func pack(into packer: inout Packer) throws(PackedFormError) {
    switch self {
    case .consumer: packer.count(0)
    case .areaCode: packer.count(1)
    case .zone(let value):
      packer.count(2)
      try value.pack(into: &packer)
    }
  }

  package init(unpacking unpacker: inout Unpacker) throws(PackedFormError) {
    switch try unpacker.count() {
    case 0: self = .consumer
    case 1: self = .areaCode
    case 2: self = .zone(try unpacker.next())
    default: throw .malformed(type: "HoursLimit.Clock")
    }
  }
}

extension CallPattern.Span: Packed {
  package func pack(into packer: inout Packer) throws(PackedFormError) {
    switch self {
    case .minutes(let value):
      packer.count(0)
      try value.pack(into: &packer)
    case .days(let value):
      packer.count(1)
      try value.pack(into: &packer)
    }
  }

  package init(unpacking unpacker: inout Unpacker) throws(PackedFormError) {
    switch try unpacker.count() {
    case 0: self = .minutes(try unpacker.next())
    case 1: self = .days(try unpacker.next())
    default: throw .malformed(type: "CallPattern.Span")
    }
  }
}

extension CallPattern.Part: PackedStruct {
  package static var blank: CallPattern.Part { CallPattern.Part(channels: [], least: 0) }

  package mutating func visit(_ visitor: inout some FieldVisitor) throws(PackedFormError) {
    try visitor.field(&channels)
    try visitor.field(&least)
  }
}
