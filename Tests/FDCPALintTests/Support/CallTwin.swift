import Foundation

@testable import FDCPALint

/// The counting rules once more, as a person with the log and a calendar would apply them: by going
/// through every record for every question. Slow, and it shares no code with the checks.
struct CallTwin {
  /// What one call is found to be, for one debt, or for -1 where its debt is not known.
  struct Found: Hashable {
    var entry: Int
    var debt: Int
    var questions: Set<OpenQuestion>
    var counted: [Int]
    var first: Int
    var last: Int
  }
  struct Row {
    var entry: Int
    var contact: Contact
    var seconds: Int
    /// Dates in each zone, as days since 1970.
    var days: [Int]
  }
  /// Whether a call counts for a debt: `nil` if not.
  typealias Doubts = Set<OpenQuestion>?

  let ledger: Ledger
  let rows: [Row]
  let zones: Int
  let knowsZone: Bool
  /// Particular debts: sets of names.
  let debts: [Set<String>]
  let bindsFrom = 18_961  // 2021-11-30

  init(_ ledger: Ledger) {
    self.ledger = ledger
    let consumer = ledger.consumer
    var names = consumer.timeZone.map { [$0] } ?? consumer.possibleTimeZones
    if names.isEmpty, consumer.state == "FL" { names = ["America/New_York", "America/Chicago"] }
    knowsZone = !names.isEmpty
    zones = max(1, names.count)
    var rows: [Row] = []
    for (index, entry) in ledger.entries.enumerated() {
      guard let at = entry.contact.at else { continue }
      let calendars = names.compactMap { TimeZone(identifier: $0) }
      let used =
        calendars.isEmpty
        ? [TimeZone(secondsFromGMT: entry.contact.offset ?? 0)].compactMap { $0 } : calendars
      rows.append(
        Row(
          entry: index, contact: entry.contact, seconds: at.seconds,
          days: used.map { Self.day(at.seconds, $0) }))
    }
    self.rows = rows
    var all = Set(ledger.debts.keys)
    for entry in ledger.entries {
      all.formUnion(entry.contact.debts)
      all.formUnion(entry.contact.discussed)
    }
    var debts: [Set<String>] = []
    for name in all.sorted() {
      let group = ledger.debts[name]?.group
      if let group,
        let index = debts.firstIndex(where: { $0.contains { ledger.debts[$0]?.group == group } })
      {
        debts[index].insert(name)
      } else {
        debts.append([name])
      }
    }
    self.debts = debts.isEmpty ? [[]] : debts
  }

  private static func day(_ seconds: Int, _ zone: TimeZone) -> Int {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let date = Date(timeIntervalSince1970: TimeInterval(seconds))
    let parts = calendar.dateComponents([.year, .month, .day], from: date)
    var utc = Calendar(identifier: .gregorian)
    utc.timeZone = TimeZone(secondsFromGMT: 0) ?? zone
    let midnight = utc.date(from: parts) ?? date
    return Int((midnight.timeIntervalSince1970 / 86_400).rounded(.down))
  }

  func numbers(_ names: [String]) -> Set<Int> {
    Set(debts.indices.filter { debts[$0].contains { names.contains($0) } })
  }

  // MARK: What a record is

  /// Regulation F counts calls that the collector placed and that connected.
  func connected(_ contact: Contact) -> Doubts {
    guard contact.channel == .call, contact.direction == .outbound else { return nil }
    switch contact.party {
    case .attorney, .creditBureau, .creditor, .creditorAttorney, .collectorAttorney: return nil
    default: break
    }
    switch contact.outcome {
    case nil: return [.outcomeMissing]
    case .noAnswer, .answeredDropped, .abandoned, .recordedMessage, .voicemail, .voicemailFull,
      .messageLeft, .conversation:
      return []
    default: return nil
    }
  }

  /// The debts that a call may be for, when it is for only one of several.
  func candidates(_ contact: Contact) -> Set<Int>? {
    guard debts.count > 1 else { return nil }
    let named = numbers(contact.debts)
    if named.isEmpty { return Set(debts.indices) }
    let spoken: [Outcome?] = [.conversation, .voicemail, .messageLeft]
    return named.count > 1 && !spoken.contains(contact.outcome) ? named : nil
  }

  func callAbout(_ contact: Contact, _ debt: Int) -> Doubts {
    if debts.count == 1 { return [] }
    if let candidates = candidates(contact) {
      guard candidates.contains(debt) else { return nil }
      return numbers(contact.debts).isEmpty ? [.attribution] : [.severalAttributed]
    }
    if numbers(contact.debts).contains(debt) { return [] }
    return numbers(contact.discussed).contains(debt) ? [.raisedDebt] : nil
  }

  func talk(_ contact: Contact) -> Doubts {
    guard contact.channel == .call else { return nil }
    if contact.outcome == .conversation { return [] }
    return contact.outcome == .messageLeft && contact.party != .consumer
      ? [.messageWithPerson] : nil
  }

  func talkAbout(_ contact: Contact, _ debt: Int) -> Doubts {
    guard var doubts = talk(contact) else { return nil }
    if debts.count == 1 { return doubts }
    let discussed = numbers(contact.discussed)
    let named = numbers(contact.debts)
    if discussed.contains(debt) || (discussed.isEmpty && named.contains(debt)) { return doubts }
    if discussed.isEmpty && named.isEmpty {
      doubts.insert(.attribution)
      return doubts
    }
    guard named.contains(debt) else { return nil }
    doubts.insert(.debtNotDiscussed)
    return doubts
  }

  // MARK: Exclusions

  func digits(_ address: String?) -> String? { address.map { $0.filter(\.isNumber) } }

  /// Whether a call went to a number that is not the person's: `true`, `false`, or open (`nil`).
  func wentAstray(_ row: Row, _ zone: Int) -> Bool? {
    let reports = rows.filter {
      $0.contact.signals.contains("wrong_number") && $0.contact.to != nil
        && digits($0.contact.to) == digits(row.contact.to)
    }
    if reports.isEmpty { return false }
    let settles = reports.contains {
      $0.contact.personKey != row.contact.personKey && $0.seconds >= row.seconds
        && $0.days[zone] - row.days[zone] <= 6
    }
    return settles ? true : nil
  }

  /// Whether consent covers a call for a debt (`nil`: for a debt nobody knows): surely (`[]`),
  /// under some answers, or not (`nil`).
  func consented(_ row: Row, _ debt: Int?, _ zone: Int) -> Doubts {
    var best: Set<OpenQuestion>?
    for grant in rows.reversed() where grant.entry != row.entry && grant.seconds <= row.seconds {
      guard let doubts = covers(grant, row, debt, zone) else { continue }
      if doubts.isEmpty { return [] }
      if best.map({ doubts.count < $0.count }) ?? true { best = doubts }
    }
    return best
  }

  private func covers(_ grant: Row, _ row: Row, _ debt: Int?, _ zone: Int) -> Doubts {
    guard let consent = grant.contact.consent, !consent.revoked,
      grant.contact.personKey == row.contact.personKey,
      consent.scope == nil || consent.scope == "additional_calls",
      consent.recipient == nil || consent.recipient == "collector"
    else { return nil }
    var doubts: Set<OpenQuestion> = []
    if consent.scope == nil || consent.recipient == nil { doubts.insert(.consentUnclear) }
    if grant.seconds == row.seconds { doubts.insert(.sameInstant) }
    if grant.contact.collector != row.contact.collector { doubts.insert(.collectors) }
    if debts.count > 1 {
      let received = numbers(grant.contact.debts).union(numbers(grant.contact.discussed))
      if debt.map({ !received.contains($0) }) ?? true { doubts.insert(.consentDebts) }
    }
    let day = row.days[zone]
    let received = grant.days[zone]
    if let until = consent.until?.number, day > until { return nil }
    let notBefore = consent.notBefore?.number ?? received
    if notBefore > received + 6 {
      guard day == notBefore else { return nil }
      doubts.insert(.consentLater)
    } else {
      guard day >= received, day >= notBefore, day <= received + 6 else { return nil }
    }
    for other in rows where other.entry != grant.entry && other.entry != row.entry {
      guard other.seconds >= grant.seconds, other.seconds <= row.seconds,
        other.contact.personKey == row.contact.personKey,
        let ends = ends(other.contact, debt)
      else { continue }
      let isTied = other.seconds == grant.seconds || other.seconds == row.seconds
      for ending in ends {
        let all = isTied ? ending.union([.sameInstant]) : ending
        if all.isEmpty { return nil }
        doubts.formUnion(all)
      }
    }
    return doubts
  }

  /// The ways in which a record ends consent for a debt, each with its doubts.
  private func ends(_ contact: Contact, _ debt: Int?) -> [Set<OpenQuestion>]? {
    var ends: [Set<OpenQuestion>] = []
    if let consent = contact.consent, consent.revoked,
      consent.scope == nil || consent.scope == "additional_calls",
      consent.recipient == nil || consent.recipient == "collector"
    {
      let isUnclear = consent.scope == nil || consent.recipient == nil
      ends.append(isUnclear ? [.consentUnclear] : [])
    }
    if let debt {
      if let talk = talkAbout(contact, debt) { ends.append(talk) }
    } else if var talk = talk(contact) {
      if debts.count > 1 { talk.insert(.attribution) }
      ends.append(talk)
    }
    return ends.isEmpty ? nil : ends
  }

  /// Whether a call counts for a debt, with all its doubts but whose call it is.
  func counts(_ row: Row, _ debt: Int, _ zone: Int) -> Doubts {
    guard var doubts = connected(row.contact), let about = callAbout(row.contact, debt) else {
      return nil
    }
    doubts.formUnion(about)
    switch wentAstray(row, zone) {
    case true?: return nil
    case false?: break
    case nil: doubts.insert(.wrongNumberReach)
    }
    if row.days[zone] < bindsFrom { doubts.insert(.earlyEvents) }
    let isUnknown = about.contains(.attribution)
    if let consent = consented(row, isUnknown ? nil : debt, zone) {
      if consent.isEmpty { return nil }
      doubts.formUnion(consent)
    }
    return doubts
  }
}
