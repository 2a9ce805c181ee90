import Testing

@testable import FDCPALint

/// What must not matter to an audit: the order of a log's lines, and whoever else is in the log.
@Suite struct LogOrderTests {
  static let share: UInt64 = 50
  static let starts: [UInt64] = (0..<5).map { $0 * share }

  @Test(arguments: starts) func linesMayStandInAnyOrder(start: UInt64) async throws {
    let linter = try Self.linter()
    var found = 0
    for seed in start..<(start + Self.share) {
      var random = SplitMix64(seed: seed &* 31 &+ 7)
      let ledger = RandomLedger(seed: seed).ledger
      let lines = ledger.entries.map { Self.line($0.contact, "c") }
      let plain = await Self.told(linter, lines, ledger)
      let shuffled = await Self.told(linter, lines.shuffled(using: &random), ledger)
      #expect(plain == shuffled, "seed \(seed)")
      found += plain.count
    }
    #expect(found > Int(Self.share))
  }

  @Test(arguments: starts) func recordsOfOthersChangeNothing(start: UInt64) async throws {
    let linter = try Self.linter()
    for seed in start..<(start + Self.share) {
      var random = SplitMix64(seed: seed &* 17 &+ 3)
      let ledger = RandomLedger(seed: seed).ledger
      let others = RandomLedger(seed: seed &+ 50_000).ledger.entries.map { entry in
        var contact = entry.contact
        contact.id = "other-" + contact.id
        return Self.line(contact, "d")
      }
      let lines = ledger.entries.map { Self.line($0.contact, "c") }
      let alone = await Self.told(linter, lines, ledger)
      let among = await Self.told(linter, (lines + others).shuffled(using: &random), ledger)
      #expect(alone == among, "seed \(seed)")
    }
  }

  /// What an audit says of consumer `c`, without where the rows stood.
  private static func told(_ linter: Linter, _ lines: [String], _ ledger: Ledger) async -> [String]
  {
    let consumer = ledger.consumer
    let zones = consumer.possibleTimeZones.joined(separator: ";")
    let consumers =
      "consumer,time_zone,possible_time_zones,state\n"
      + "c,\(consumer.timeZone ?? ""),\(zones),\(consumer.state ?? "")\n"
    let debts =
      "consumer,debt,group\n"
      + ledger.debts.values.sorted { $0.id < $1.id }.map { "c,\($0.id),\($0.group ?? "")\n" }
      .joined()
    let report = await linter.audit(
      [Source(name: "log.csv", bytes: Array((header + lines.joined()).utf8))],
      consumers: [Source(name: "consumers.csv", bytes: Array(consumers.utf8))],
      debts: [Source(name: "debts.csv", bytes: Array(debts.utf8))])
    return report.findings.filter { $0.consumer == "c" }.map { finding in
      let evidence = finding.evidence
      let counted = evidence.counted.map(\.record)
      let left = evidence.leftOut.map { "\($0.record): \($0.reason)" }
      return "\(finding.record) \(finding.rule) \(finding.severity) \(finding.message) \(counted)"
        + " \(left) \(finding.questions) \(finding.fingerprint)"
    }
  }

  private static let header =
    "id,at,consumer,person,party,debts,discussed,direction,channel,outcome,to,signal,collector,"
    + "consent.scope,consent.to,consent.not_before,consent.until,consent.revoked\n"

  private static func line(_ contact: Contact, _ consumer: String) -> String {
    var cells = [contact.id]
    cells.append(
      contact.at.map { instant in
        let offset = contact.offset ?? 0
        let hours = abs(offset) / 3600
        return "\(LocalTime(instant, offset: offset))".replacing(" ", with: "T")
          + "\(offset < 0 ? "-" : "+")\(hours < 10 ? "0" : "")\(hours):00"
      } ?? "")
    cells += [consumer, contact.person ?? "", contact.party.rawValue]
    cells += [contact.debts.joined(separator: ";"), contact.discussed.joined(separator: ";")]
    cells += [
      contact.direction.rawValue, contact.channel.rawValue, contact.outcome?.rawValue ?? "",
    ]
    cells += [contact.to ?? "", contact.signals.joined(separator: ";"), contact.collector ?? ""]
    let consent = contact.consent
    cells += [consent?.scope ?? "", consent?.recipient ?? ""]
    cells += [consent?.notBefore?.description ?? "", consent?.until?.description ?? ""]
    cells.append(consent.map { $0.revoked ? "true" : "false" } ?? "")
    return cells.joined(separator: ",") + "\n"
  }

  /// The shipped rules on contacts, without the many on words.
  private static func linter() throws -> Linter {
    var packs = try RuleBase.shippedPacks()
    packs.rules.removeAll { !$0.check.isAboutContacts }
    var options = Linter.Options(today: CivilDay(number: 20_000))
    options.jobs = 1
    // How far the log reaches is a fact about all of it, which others' records may change.
    options.asOf = CivilDay(number: 20_900)
    return Linter(rules: RuleBase(packs), options: options)
  }
}
