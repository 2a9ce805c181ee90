// How the words of rules are packed.

extension DocumentKind: PackedCase {}
extension Channel: PackedCase {}
extension Direction: PackedCase {}
extension Party: PackedCase {}
extension Outcome: PackedCase {}
extension EndpointKind: PackedCase {}
extension Speaker: PackedCase {}
extension SpeechMode: PackedCase {}
extension TextField: PackedCase {}
extension Role: PackedCase {}
extension Basis: PackedCase {}
extension Severity: PackedCase {}
extension Confidence: PackedCase {}
extension Stage: PackedCase {}
extension Axis: PackedCase {}
extension Weekday: PackedCase {}
extension CheckDigit: PackedCase {}
extension CallPattern.Same: PackedCase {}
extension CountWindow: PackedCase {}
extension CountKey: PackedCase {}
extension RequestForm: PackedCase {}
extension AfterFact.Reach: PackedCase {}
extension Deadline.Since: PackedCase {}

extension CivilDay: Packed {
  package func pack(into packer: inout Packer) throws(PackedFormError) {
    try number.pack(into: &packer)
  }

  package init(unpacking unpacker: inout Unpacker) throws(PackedFormError) {
    self.init(number: try unpacker.next())
  }
}

extension ClockTime: Packed {
  package func pack(into packer: inout Packer) throws(PackedFormError) { packer.count(seconds) }

  package init(unpacking unpacker: inout Unpacker) throws(PackedFormError) {
    guard let time = ClockTime(seconds: try unpacker.count()) else {
      throw .malformed(type: "ClockTime")
    }
    self = time
  }
}

extension Holiday: Packed {
  package func pack(into packer: inout Packer) throws(PackedFormError) {
    switch self {
    case .date(let month, let day):
      packer.count(0)
      packer.count(month)
      packer.count(day)
    case .weekday(let weekday, let number, let month):
      packer.count(1)
      try weekday.pack(into: &packer)
      packer.count(number)
      packer.count(month)
    case .lastWeekday(let weekday, let month):
      packer.count(2)
      try weekday.pack(into: &packer)
      packer.count(month)
    }
  }

  package init(unpacking unpacker: inout Unpacker) throws(PackedFormError) {
    switch try unpacker.count() {
    case 0: self = .date(month: try unpacker.count(), day: try unpacker.count())
    case 1:
      self = .weekday(
        try unpacker.next(), number: try unpacker.count(), month: try unpacker.count())
    case 2: self = .lastWeekday(try unpacker.next(), month: try unpacker.count())
    default: throw .malformed(type: "Holiday")
    }
  }
}

extension DayCount: PackedStruct {
  package static var blank: DayCount { DayCount(workingDays: 0, days: 0, holidays: []) }

  package mutating func visit(_ visitor: inout some FieldVisitor) throws(PackedFormError) {
    try visitor.field(&workingDays)
    try visitor.field(&days)
    try visitor.field(&holidays)
  }
}
