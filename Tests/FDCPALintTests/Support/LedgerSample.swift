@testable import FDCPALint

/// Builds small ledgers for tests: rows with the defaults of a call log.
enum Sample {
  /// An outbound call to the consumer about debt A, without an answer.
  ///
  /// - Parameter at: Such as `2026-04-01T10:00`, five hours west of UTC less daylight time, or
  ///   with an offset of its own.
  static func call(
    _ at: String, _ outcome: Outcome? = .noAnswer, to person: String? = nil,
    party: Party = .consumer, debts: [String] = ["A"], discussed: [String] = [],
    _ change: (inout Contact) -> Void = { _ in }
  ) -> Contact {
    var contact = Contact(id: "", consumer: "c")
    (contact.at, contact.offset) = instant(at)
    contact.channel = .call
    contact.outcome = outcome
    contact.person = person
    contact.party = party
    contact.debts = debts
    contact.discussed = discussed
    change(&contact)
    return contact
  }

  /// A contact on another channel.
  static func message(
    _ at: String, _ channel: Channel, _ direction: Direction = .outbound,
    debts: [String] = ["A"], _ change: (inout Contact) -> Void = { _ in }
  ) -> Contact {
    call(at, direction == .outbound ? .sent : .received, debts: debts) {
      $0.channel = channel
      $0.direction = direction
      change(&$0)
    }
  }

  static func consent(
    _ scope: String? = "additional_calls", to recipient: String? = "collector",
    _ change: (inout Consent) -> Void = { _ in }
  ) -> Consent {
    var consent = Consent()
    consent.scope = scope
    consent.recipient = recipient
    change(&consent)
    return consent
  }

  static func consumer(
    zone: String? = "America/New_York", possible: [String] = [], state: String? = nil,
    facts: [CompanionFact] = [], context: [String: String] = [:]
  ) -> Consumer {
    var consumer = Consumer(id: "c")
    consumer.timeZone = zone
    consumer.possibleTimeZones = possible
    consumer.state = state
    consumer.facts = facts
    consumer.context = context
    return consumer
  }

  /// One consumer's ledger; rows get their places as ids, such as `r03`.
  static func ledger(
    _ contacts: [Contact], _ consumer: Consumer = consumer(), groups: [String: String] = [:],
    debts: [String] = [], facts: [Fact] = []
  ) -> Ledger {
    let entries = contacts.enumerated().map { index, contact in
      var contact = contact
      if contact.id.isEmpty { contact.id = (index < 10 ? "r0" : "r") + String(index) }
      return Entry(
        contact: contact, marks: [], kinds: [:], origin: Location(path: "log"), context: [:],
        order: index, isDocument: false)
    }
    let table = Set(debts).union(groups.keys).sorted().map { id in
      var debt = Debt(id: id, consumer: "c")
      debt.group = groups[id]
      return debt
    }
    let reported = facts.map { ReportedFact(consumer: "c", record: $0.source, fact: $0) }
    let built = LedgerBuilder.ledgers(
      entries: entries, consumers: [consumer], debts: table, facts: reported,
      majority: 18)
    return built.ledgers.first
      ?? Ledger(consumer: consumer, debts: [:], entries: [], facts: [])
  }

  /// The instant of a text, and the offset that it was written in.
  static func instant(_ text: String) -> (Instant?, Int?) {
    let parts = text.split(separator: "T", maxSplits: 1)
    guard parts.count == 2, let day = CivilDay(parts[0]), let clock = ClockTime(parts[1].prefix(5))
    else { return (nil, nil) }
    var offset = -4 * 3600
    let tail = parts[1].dropFirst(5)
    if let hours = Int(tail.prefix(3)) { offset = hours * 3600 }
    return (Instant(seconds: day.number * 86_400 + clock.seconds - offset), offset)
  }

  /// Calls that count under Regulation F, whatever their direction.
  static let connected: [Outcome] = [
    .noAnswer, .answeredDropped, .abandoned, .recordedMessage, .voicemail, .voicemailFull,
    .messageLeft, .conversation,
  ]

  static func calls(_ outcomes: [Outcome] = connected) -> ContactFilter {
    var filter = ContactFilter()
    filter.channels = [.call]
    filter.directions = [.outbound]
    filter.outcomes = outcomes
    return filter
  }

  static let conversations: ContactFilter = {
    var filter = ContactFilter()
    filter.channels = [.call]
    filter.outcomes = [.conversation]
    return filter
  }()

  static let exceptions: CountExceptions = {
    var except = CountExceptions()
    except.parties = [.attorney, .creditBureau, .creditor, .creditorAttorney, .collectorAttorney]
    except.consent = ConsentTerms(scope: "additional_calls", recipient: "collector", days: 7)
    except.wrongNumber = true
    return except
  }()

  static func sevenInSeven(limit: Int = 7) throws -> FrequencyLimit {
    try FrequencyLimit(
      limit: limit, days: 7, per: [.person, .debt], counts: calls(), except: exceptions)
  }

  static func afterConversation() throws -> AfterConversation {
    try AfterConversation(
      days: 7, per: [.person, .debt], conversations: conversations, counts: calls(),
      except: exceptions)
  }

  /// From the day on which Regulation F binds.
  static let regulationF = InForce(from: CivilDay("2021-11-30"), until: nil)
}
