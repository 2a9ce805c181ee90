/// All that rules say of one consumer, and what it hangs on beside the consumer's own records.
package struct Judgement: Sendable {
  package var consumer: String
  /// In the order in which they are told, with fingerprints that use no key of the user's.
  package var findings: [Finding] = []
  package var notEvaluable: [NotEvaluable] = []
  package var facts: [Fact] = []
  /// Facts that are known from a record which is not there.
  package var problems: [Problem] = []
  /// What of the whole log's extent was looked at.
  package var looks = LogWatch.Looks()
}

/// What is known of one consumer.
package struct ConsumerFile: Sendable {
  package var id: String
  package var table: Consumer?
  package var debts: [Debt] = []
  package var entries: [Entry] = []

  package init(id: String) { self.id = id }
}

extension Linter {
  /// Scans records; the result is in their order.
  package func scanned(_ records: [Record]) async -> (entries: [Entry], problems: [Problem]) {
    let scanned = await scan(records)
    return (scanned.entries, scanned.problems)
  }

  /// An entry whose marks were found before, by the same rules.
  package func entry(_ record: Record, marks: [Mark]) -> Entry { Self.entry(record, marks) }

  /// Judges consumers one by one. The result is in their order.
  package func judgements(of files: [ConsumerFile], in log: LogExtent) async -> [Judgement] {
    let size = 64
    let strictest = Strictest(rules.rules)
    let reach = RuleReach(rules)
    let plain = Fingerprinter(key: nil)
    let formerly = formerNames
    let addressFacts = rules.addressFacts
    let parts = await inParallel((files.count + size - 1) / size) { part in
      files[part * size..<min((part + 1) * size, files.count)].map { file in
        let joined = LedgerBuilder.ledgers(
          entries: file.entries, consumers: file.table.map { [$0] } ?? [], debts: file.debts,
          facts: reportedFacts(in: file.entries), addressFacts: addressFacts,
          majority: rules.packs.parameters["age-of-majority"])
        var judgement = Judgement(consumer: file.id, problems: joined.problems)
        let watch = LogWatch()
        var watched = log
        watched.watch = watch
        for ledger in joined.ledgers {
          var judged = Judged()
          judge(ledger, reach, watched, into: &judged)
          judgement.findings += inOrder(strictest.told(judged.findings), "audit")
          judgement.notEvaluable += judged.notEvaluable
          judgement.facts += ledger.facts
        }
        plain.sign(&judgement.findings, formerly: formerly)
        judgement.looks = watch.looks
        return judgement
      }
    }
    return parts.flatMap(\.self)
  }

  /// What a judgement hangs on beside records and the log's extent: rules, the law in force today,
  /// our own part, the zones' clock changes, the tool.
  ///
  /// - Parameters:
  ///   - rules: The digest of all that the packs say.
  ///   - tool: Its version.
  ///   - zones: The release of the zone data.
  package func basis(rules: String, tool: String, zones: String) -> String {
    let inForce = self.rules.rules.map { $0.inForce.holds(options.today) ? "1" : "0" }.joined()
    let parts = [rules, tool, zones, options.role.rawValue, inForce]
    return digest(Array(parts.joined(separator: "\u{0}").utf8))
  }
}
