import Testing

@testable import FDCPALint

@Suite struct ContactFilterReadingTests {
  typealias Reading = ContactFilter.Reading

  static func filter(_ parties: [Party], _ endpoints: [EndpointKind] = []) -> ContactFilter {
    var filter = Sample.calls([.noAnswer])
    filter.parties = parties
    filter.endpoints = endpoints
    return filter
  }

  static let protected: [Party] = [.consumer, .spouse, .parent]
  static let everybody: [Party] = [.consumer, .parent, .thirdParty]

  @Test(arguments: [
    (protected, Party.consumer, nil as Bool?, Reading()),
    (protected, .thirdParty, nil, Reading(misses: .other)),
    (protected, .parent, true, Reading()),
    (protected, .parent, false, Reading(misses: .other)),
    (protected, .parent, nil, Reading(questions: [.partyUnclear])),
    (protected, .unknown, nil, Reading(questions: [.partyUnclear])),
    // A list that holds third parties leaves open nothing about who is one.
    (everybody, .parent, nil, Reading()),
    (everybody, .parent, false, Reading()),
    (everybody, .unknown, nil, Reading(misses: .other)),
    (everybody + [.unknown], .unknown, nil, Reading()),
    ([], .unknown, nil, Reading()),
  ])
  func readsParties(parties: [Party], party: Party, isMinor: Bool?, expected: Reading) {
    let call = Sample.call("2026-04-06T10:00", party: party)
    #expect(Self.filter(parties).reading(call, isMinor: isMinor) == expected)
  }

  @Test(arguments: [
    (Sample.call("2026-04-06T10:00"), Reading()),
    (Sample.call("2026-04-06T10:00", .busy), Reading(misses: .outcome)),
    (Sample.call("2026-04-06T10:00", nil), Reading(questions: [.outcomeMissing])),
    (Sample.call("2026-04-06T10:00") { $0.direction = .inbound }, Reading(misses: .direction)),
    (Sample.message("2026-04-06T10:00", .text), Reading(misses: [.outcome, .other])),
  ])
  func readsContacts(contact: Contact, expected: Reading) {
    #expect(Self.filter([]).reading(contact) == expected)
  }

  @Test(arguments: [
    (EndpointKind.work as EndpointKind?, nil as String?, true), (.mobile, "work", false),
    (nil, "work", true), (nil, "212-555-0101", false), (nil, nil, false),
  ])
  func readsEndpoints(endpoint: EndpointKind?, to: String?, passes: Bool) {
    let call = Sample.call("2026-04-06T10:00") {
      $0.endpoint = endpoint
      $0.to = to
    }
    #expect(Self.filter([], [.work]).reading(call).passes == passes)
  }

  @Test(arguments: [
    ("+1 (212) 555-0101", "2125550101"), ("212.555.0101", "2125550101"), ("5550101", "5550101"),
    ("Pat@Example.com ", "pat@example.com"), ("mobile-1", "mobile-1"), ("555", "555"),
  ])
  func comparesAddresses(address: String, expected: String) {
    #expect(Contact.comparable(address: address) == expected)
  }
}
