import Testing

@testable import FDCPALint

@Suite struct JurisdictionsTests {
  struct Case: Sendable {
    var state: String?
    var zip: String?
    var own: String?
    var number: String?
    let wanted: [String]
    let standing: Jurisdictions.Standing

    init(
      state: String? = nil, zip: String? = nil, own: String? = nil, number: String? = nil,
      _ wanted: String..., is standing: Jurisdictions.Standing
    ) {
      self.state = state
      self.zip = zip
      self.own = own
      self.number = number
      self.wanted = wanted
      self.standing = standing
    }
  }

  @Test(arguments: [
    Case(state: "MA", "US-MA", is: .applies),
    Case(state: "ma", "US-NY", "US-MA", is: .applies),
    Case(state: "MA", "US-NY", is: .doesNotApply),
    Case(zip: "02139", "US-MA", is: .applies),
    // State and city both, by ZIP code.
    Case(state: "NY", zip: "10019", "US-NY", is: .applies),
    Case(state: "NY", zip: "10019", "US-NY-NYC", is: .applies),
    Case(zip: "11604", "US-NY-NYC", is: .applies),
    Case(zip: "11005", "US-NY-NYC", is: .applies),
    Case(state: "NY", zip: "11030", "US-NY-NYC", is: .doesNotApply),
    Case(state: "NY", zip: "14604", "US-NY-NYC", is: .doesNotApply),
    Case(state: "NY", zip: "11040", "US-NY-NYC", is: .unknown),
    Case(state: "NY", "US-NY-NYC", is: .unknown),
    Case(state: "NJ", "US-NY-NYC", is: .doesNotApply),
    Case(own: "US-NY-NYC", "US-NY-NYC", is: .applies),
    // Home and present location may both apply.
    Case(state: "NY", own: "MA", "US-MA", is: .applies),
    Case(state: "NY", own: "MA", "US-NY", is: .applies),
    Case(state: "NY", own: "NY", "US-NY-NYC", is: .unknown),
    // A ZIP code against the state.
    Case(
      state: "NY", zip: "02139", "US-MA",
      is: .ifIn("US-MA", by: "ZIP code 021 of the consumers table")),
    Case(state: "NY", zip: "02139", "US-NY", is: .applies),
    // An area code is the last resort.
    Case(number: "617-555-0101", "US-MA", is: .ifIn("US-MA", by: "a number that begins with 617")),
    Case(number: "617-555-0101", "US-NY", is: .doesNotApply),
    Case(number: "212-555-0101", "US-NY-NYC", is: .unknown),
    Case(state: "CA", number: "617-555-0101", "US-MA", is: .doesNotApply),
    Case("US-MA", is: .unknown),
    Case(state: "XX", "US-MA", is: .unknown),
    Case(number: "800-555-0101", "US-MA", is: .unknown),
  ])
  func stands(sample: Case) {
    var consumer = Sample.consumer(zone: "America/New_York", state: sample.state)
    consumer.zip = sample.zip
    let call = Sample.call("2026-04-06T10:00") {
      $0.state = sample.own
      $0.to = sample.number
    }
    let ledger = Sample.ledger([call], consumer)
    let jurisdictions = Whereabouts(ledger).jurisdictions(of: ledger.entries[0].contact)
    #expect(jurisdictions.standing(sample.wanted) == sample.standing)
  }
}
