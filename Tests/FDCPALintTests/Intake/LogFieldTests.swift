import Testing

@testable import FDCPALint

@Suite struct LogFieldTests {
  @Test(arguments: [
    ("id", LogField.id), (" Endpoint Kind ", .endpointKind), ("ENDPOINT-KIND", .endpointKind),
    ("consent.until_time", .consentUntilTime), ("Consent.To", .consentTo), ("at", .at),
  ])
  func columnsAreFieldsWhateverTheirCase(_ name: String, _ field: LogField) {
    #expect(LogField(column: name) == field)
  }

  @Test(arguments: ["debt", "call_date", "", "ids", "consent.x"])
  func otherColumnsAreNone(_ name: String) {
    #expect(LogField(column: name) == nil)
  }

  @Test func everyFieldHasABitOfItsOwn() {
    let bits = LogField.allCases.map(\.bit)
    #expect(Set(bits).count == LogField.allCases.count)
    #expect(!bits.contains(0))
  }
}
