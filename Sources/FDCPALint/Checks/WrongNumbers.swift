/// Numbers that were reported as not a person's: calls to them are not calls to that person
/// (comment 14(b)(2)(i)-3 of Supplement I to 12 CFR 1006).
struct WrongNumbers: Sendable {
  enum Standing: Sendable, Hashable {
    case unreported
    /// Not a call to this person; the day of the report.
    case notTheirs(CivilDay)
    case open
  }
  private struct Report {
    var person: String?
    /// `nil`: known before the first record.
    var instant: Instant?
    var day: CivilDay?
  }

  private static let fact = "wrong_number"
  private let reports: [String: [Report]]
  /// How many days a report reaches back, its own included.
  private let days: Int?

  /// - Parameter reading: The number of the zone in which dates are read.
  init(_ ledger: Ledger, clock: LedgerClock, reading: Int, days: Int?) {
    self.days = days
    let facts = ledger.facts.filter { $0.name == Self.fact && $0.to != nil }
    var reports: [String: [Report]] = [:]
    let sources = Set(facts.compactMap { $0.since?.record })
    var dayOf: [String: CivilDay] = [:]
    for (index, entry) in ledger.entries.enumerated() where sources.contains(entry.contact.id) {
      dayOf[entry.contact.id] = clock.day(of: index, reading: reading)
    }
    for fact in facts {
      guard let to = fact.to else { continue }
      reports[Contact.comparable(address: to), default: []].append(
        Report(
          person: fact.person, instant: fact.since?.instant,
          day: fact.since.flatMap { dayOf[$0.record] }))
    }
    self.reports = reports
  }

  func standing(of contact: Contact, at instant: Instant, on day: CivilDay) -> Standing {
    guard !reports.isEmpty, let reports = contact.address.flatMap({ reports[$0] }) else {
      return .unreported
    }
    for report in reports {
      guard let person = report.person, person != contact.personKey,
        let reported = report.instant, let reportDay = report.day, instant <= reported
      else { continue }
      if days.map({ day.distance(to: reportDay) < $0 }) ?? true { return .notTheirs(reportDay) }
    }
    return .open
  }
}
