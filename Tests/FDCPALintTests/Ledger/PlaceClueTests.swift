import Testing

@testable import FDCPALint

@Suite struct PlaceClueTests {
  struct Number: Sendable {
    let text: String
    let zones: [String]
    let region: String?

    init(_ text: String, _ zones: [String], _ region: String?) {
      self.text = text
      self.zones = zones.map { $0.contains("/") ? $0 : "America/\($0)" }
      self.region = region
    }
  }

  @Test(arguments: [
    Number("212-555-0101", ["New_York"], "US-NY"),
    Number("+1 602 555 0101", ["Phoenix"], "US-AZ"),
    Number("808-555-0101", ["Pacific/Honolulu"], "US-HI"),
    Number("907-555-0101", ["Adak", "Anchorage"], "US-AK"),
    Number("310-555-0101", ["Los_Angeles"], "US-CA"),
    // An exchange of the Navajo Nation, and one without a row of its own.
    Number("928-871-0101", ["Denver", "Phoenix"], "US-AZ"),
    Number("928-555-0101", ["Denver", "Phoenix"], "US-AZ"),
    // Evansville, and somewhere in the area.
    Number("812-422-0101", ["Chicago"], "US-IN"),
    Number("812-555-0101", ["Chicago", "New_York"], "US-IN"),
    // Chattanooga, and somewhere in the area.
    Number("423-756-0101", ["New_York"], "US-TN"),
    Number("423-555-0101", ["Chicago", "New_York"], "US-TN"),
    Number("219-555-0101", ["Chicago", "New_York"], "US-IN"),
    Number("270-555-0101", ["Chicago", "New_York"], "US-KY"),
    Number("364-555-0101", ["Chicago", "New_York"], "US-KY"),
    Number("930-555-0101", ["Chicago", "New_York"], "US-IN"),
    Number("448-555-0101", ["Chicago", "New_York"], "US-FL"),
    Number("458-555-0101", ["Los_Angeles", "Denver"], "US-OR"),
    Number("208-201-0101", ["Denver"], "US-ID"),
    Number("208-700-0101", ["Boise", "Los_Angeles"], "US-ID"),
    Number("689-555-0101", ["New_York"], "US-FL"),
    Number("605-555-0101", ["Chicago", "Denver"], "US-SD"),
    Number("416-555-0101", ["Toronto"], nil),
    Number("787-555-0101", ["Puerto_Rico"], "US-PR"),
  ])
  func placesNumbers(number: Number) throws {
    let clue = try #require(PlaceClue.number(number.text, .shared))
    #expect(clue.zones.map(\.name) == number.zones)
    #expect(clue.regions == [number.region].compactMap { $0 })
    #expect(clue.proof == .suggested)
  }

  @Test(arguments: [
    ("800-555-0101", "a number with area code 800"),
    ("1 (888) 555-0101", "a number with area code 888"),
    ("900-555-0101", "a number with area code 900"),
    ("521-555-0101", "a number with area code 521"),
    ("999-555-0101", "a number with area code 999"),
    ("+44 20 7946 0018", "a number outside of the North American plan"),
  ])
  func placesNoneOfThese(text: String, name: String) throws {
    let clue = try #require(PlaceClue.number(text, .shared))
    #expect(clue.zones.isEmpty && clue.regions.isEmpty)
    #expect(clue.text == name)
  }

  @Test(arguments: ["555-0101", "mobile-1", "pat@example.com", ""])
  func takesNoClueFrom(text: String) { #expect(PlaceClue.number(text, .shared) == nil) }

  @Test func namesNoMoreOfANumberThanPlacesIt() {
    #expect(PlaceClue.number("423-756-0101", .shared)?.text == "a number that begins with 423756")
    #expect(PlaceClue.number("212-756-0101", .shared)?.text == "a number that begins with 212")
  }

  struct Address: Sendable {
    let state: String?
    let zip: String?
    /// Text, zones and regions of each clue.
    let clues: [String]

    init(_ state: String?, _ zip: String?, _ clues: String...) {
      self.state = state
      self.zip = zip
      self.clues = clues
    }
  }

  @Test(arguments: [
    Address("TN", nil, "state TN of it: America/Chicago America/New_York: US-TN"),
    Address("tn", "37402", "state TN and ZIP code 374 of it: America/New_York: US-TN"),
    Address("TN", "37201", "state TN and ZIP code 372 of it: America/Chicago: US-TN"),
    Address(
      "TN", "37301", "state TN and ZIP code 373 of it: America/Chicago America/New_York: US-TN"),
    Address(nil, "32501-1234", "ZIP code 325 of it: America/Chicago: US-FL"),
    Address(nil, "33101", "ZIP code 331 of it: America/New_York: US-FL"),
    Address(nil, "79901", "ZIP code 799 of it: America/Denver: US-TX"),
    Address(nil, "47701", "ZIP code 477 of it: America/Chicago: US-IN"),
    Address(nil, "46204", "ZIP code 462 of it: America/Indiana/Indianapolis: US-IN"),
    Address(nil, "83814", "ZIP code 838 of it: America/Los_Angeles: US-ID"),
    Address(nil, "97914", "ZIP code 97914 of it: America/Boise: US-OR"),
    Address(nil, "99546", "ZIP code 99546 of it: America/Adak: US-AK"),
    Address(nil, "86515", "ZIP code 86515 of it: America/Denver: US-AZ"),
    Address(nil, "86040", "ZIP code 860 of it: America/Phoenix America/Denver: US-AZ"),
    Address(nil, "85001", "ZIP code 850 of it: America/Phoenix: US-AZ"),
    Address(nil, "2139", "ZIP code 021 of it: America/New_York: US-MA"),
    Address(nil, "606XX", "ZIP code 606 of it: America/Chicago: US-IL"),
    Address("NY", "10019", "state NY and ZIP code 100 of it: America/New_York: US-NY US-NY-NYC"),
    Address("NY", "11005", "state NY and ZIP code 11005 of it: America/New_York: US-NY US-NY-NYC"),
    Address("NY", "11003", "state NY and ZIP code 110 of it: America/New_York: US-NY"),
    Address(
      "NY", "11001", "state NY and ZIP code 11001 of it: America/New_York: US-NY: open in US-NY"),
    Address("US-NY-NYC", nil, "state US-NY-NYC of it: America/New_York: US-NY US-NY-NYC"),
    Address(
      "CT", "06390", "state CT of it: America/New_York: US-CT: open in US-CT",
      "ZIP code 06390 of it: America/New_York: US-NY: suggested"),
    Address("XX", nil, "state XX of it: : "),
    Address("NY", "00000", "state NY of it: America/New_York: US-NY: open in US-NY"),
    Address(nil, "09012"), Address(nil, "K1A 0B1"), Address(nil, nil),
  ])
  func placesAddresses(address: Address) {
    let found = PlaceClue.address(state: address.state, zip: address.zip, of: "it", .shared)
    let shown = found.map { clue in
      var text =
        "\(clue.text): \(clue.zones.map(\.name).joined(separator: " ")): "
        + clue.regions.joined(separator: " ")
      // A state alone leaves its cities open.
      if let state = clue.undivided, clue.text.contains("NY") || clue.text.contains("CT") {
        text += ": open in \(state)"
      }
      if clue.proof == .suggested { text += ": suggested" }
      return text
    }
    #expect(shown == address.clues)
  }

  @Test func knowsEveryState() {
    let states =
      """
      AK AL AR AS AZ CA CO CT DC DE FL GA GU HI IA ID IL IN KS KY LA MA MD ME MI MN MO MP MS MT NC \
      ND NE NH NJ NM NV NY OH OK OR PA PR RI SC SD TN TX UT VA VI VT WA WI WV WY
      """.split(separator: " ").map(String.init)
    let split = states.filter { StateCode($0)?.zones.count ?? 0 > 1 }
    #expect(states.allSatisfy { StateCode($0)?.zones.isEmpty == false })
    #expect(
      split == [
        "AK", "AL", "AZ", "FL", "ID", "IN", "KS", "KY", "MI", "ND", "NE", "NV", "OR", "SD", "TN",
        "TX",
      ])
    for text in ["", "X", "XX", "NYC", "N", "US-", "US-XX", "New York", "US-NY-NYC-1"] {
      #expect(StateCode(text) == nil, "\(text)")
    }
  }
}
