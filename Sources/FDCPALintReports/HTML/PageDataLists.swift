import FDCPALint

/// What is counted beside the findings, as the page's script reads it.
extension PageData {
  struct PairItem {
    var rule: Int
    var limit: Int
    var isNear: Bool
    var pair: CountedPair
  }

  var pairs: [PairItem] {
    (report.overview?.frequency ?? [:]).sorted { $0.key < $1.key }.flatMap { id, frequency in
      let rule = model.ruleIndex[id] ?? 0
      let near = frequency.near.items.sorted {
        ($1.evidence.count, $0) < ($0.evidence.count, $1)
      }
      return near.map { PairItem(rule: rule, limit: frequency.limit, isNear: true, pair: $0) }
        + frequency.clear.items.map {
          PairItem(rule: rule, limit: frequency.limit, isNear: false, pair: $0)
        }
    }
  }

  mutating func pair(_ item: PairItem, _ json: inout JSONWriter) {
    json.object { json in
      json.field("r", item.rule)
      json.field("l", item.limit)
      json.field("near", item.isNear)
      json.field("c", item.pair.consumer)
      json.optional("free", item.pair.free?.description)
      json.key("e")
      evidence(item.pair.evidence, &json)
    }
  }

  var restrictions: [(ContactsAfter, Bool)] {
    (report.overview?.restrictions ?? [:]).sorted { $0.key < $1.key }.flatMap { _, sum in
      sum.broken.items.map { ($0, true) } + sum.kept.items.map { ($0, false) }
    }
  }

  mutating func restriction(
    _ told: ContactsAfter, _ isBroken: Bool, _ json: inout JSONWriter
  ) {
    json.object { json in
      json.field("fact", told.fact)
      json.field("c", told.consumer)
      json.field("i", told.record)
      json.optional("y", told.since?.description)
      json.optional("p", told.person)
      json.field("d", told.debts)
      json.optional("ch", told.channel?.rawValue)
      json.field("n", told.total)
      json.field("broken", isBroken)
      json.key("a")
      json.array(told.after) { json, counted in record(counted, &json) }
    }
  }

  mutating func near(_ near: NearHour, _ json: inout JSONWriter) {
    json.object { json in
      json.field("r", model.ruleIndex[near.rule] ?? 0)
      json.field("c", near.consumer)
      json.field("i", near.contact.record)
      json.optional("w", near.contact.row)
      json.field("zone", near.zone)
      json.field("y", near.local.description)
      json.field("min", near.minutes)
      json.field("late", near.isLate)
      json.optional("next", near.next?.description)
    }
  }
}
