import FDCPALint

/// What was counted beside the findings.
extension JSONWriter {
  mutating func population(_ population: Population) {
    object { json in
      json.field("received", population.received)
      json.field("unreadable", population.unreadable)
      json.field("repeated", population.repeated)
      json.field("accepted", population.accepted)
      json.optional("expected", population.expected)
    }
  }

  mutating func overview(_ overview: Overview) {
    object { json in
      json.key("days")
      if let days = overview.days { json.days(days) } else { json.null() }
      json.key("contacts")
      json.lines(
        overview.contacts.sorted {
          ($0.key.channel.rawValue, $0.key.direction.rawValue)
            < ($1.key.channel.rawValue, $1.key.direction.rawValue)
        }
      ) { json, item in
        json.object {
          $0.field("channel", item.key.channel.rawValue)
          $0.field("direction", item.key.direction.rawValue)
          $0.field("count", item.value)
        }
      }
      json.key("staff")
      json.lines(
        overview.staff.sorted {
          ($0.key.kind.rawValue, $0.key.name) < ($1.key.kind.rawValue, $1.key.name)
        }
      ) { json, item in
        json.object {
          $0.field("kind", item.key.kind.rawValue)
          $0.field("name", item.key.name)
          $0.field("contacts", item.value)
        }
      }
      json.key("hours")
      json.hours(overview.hours)
      json.key("frequency")
      json.lines(overview.frequency.sorted { $0.key < $1.key }) { $0.frequency($1.key, $1.value) }
      json.key("restrictions")
      json.lines(overview.restrictions.sorted { $0.key < $1.key }) { json, item in
        json.object { json in
          json.field("fact", item.key)
          json.field("count", item.value.count)
          json.field("contacted", item.value.contacted)
          json.key("broken")
          json.shortlist(item.value.broken) { $0.contactsAfter($1) }
          json.key("kept")
          json.shortlist(item.value.kept) { $0.contactsAfter($1) }
        }
      }
      json.key("consents")
      json.shortlist(overview.consents) { json, ending in
        json.object {
          $0.field("rule", ending.rule)
          $0.field("consumer", ending.consumer)
          $0.field("person", ending.person)
          $0.field("record", ending.record)
          $0.field("scope", ending.scope)
          $0.field("last", ending.last.description)
        }
      }
    }
  }

  mutating func shortlist<Item>(
    _ list: Shortlist<Item>, _ body: (inout JSONWriter, Item) -> Void
  ) {
    object { json in
      json.field("total", list.total)
      json.key("items")
      json.lines(list.items, body)
    }
  }

  private mutating func days(_ days: DayRange) {
    object {
      $0.field("first", days.first.description)
      $0.field("last", days.last.description)
    }
  }

  private mutating func hours(_ hours: HoursOverview) {
    object { json in
      json.key("grid")
      json.array(hours.grid) { $0.integer($1) }
      json.field("unplaced", hours.unplaced)
      json.field("severalZones", hours.severalZones)
      json.key("zones")
      json.lines(
        hours.zones.sorted { ($0.key.zone, $0.key.evidence) < ($1.key.zone, $1.key.evidence) }
      ) { json, item in
        json.object {
          $0.field("zone", item.key.zone)
          $0.field("evidence", item.key.evidence)
          $0.field("count", item.value)
        }
      }
      json.key("limits")
      json.lines(hours.limits.sorted { $0.key < $1.key }) { json, item in
        json.object {
          $0.field("rule", item.key)
          $0.field("from", item.value.from.description)
          $0.field("to", item.value.to.description)
        }
      }
      json.key("near")
      json.shortlist(hours.near) { json, near in
        json.object { json in
          json.field("rule", near.rule)
          json.field("consumer", near.consumer)
          json.field("record", near.contact.record)
          json.key("contact")
          json.counted(near.contact)
          json.field("zone", near.zone)
          json.field("local", near.local.description)
          json.field("minutes", near.minutes)
          json.field("late", near.isLate)
          json.optional("next", near.next?.description)
        }
      }
    }
  }

  private mutating func frequency(_ rule: String, _ frequency: FrequencyOverview) {
    object { json in
      json.field("rule", rule)
      json.field("limit", frequency.limit)
      json.optional("days", frequency.days)
      json.key("windows")
      json.histogram(frequency.windows)
      json.key("pairs")
      json.histogram(frequency.pairs)
      json.key("near")
      json.shortlist(frequency.near) { $0.pair($1) }
      json.key("clear")
      json.shortlist(frequency.clear) { $0.pair($1) }
    }
  }

  private mutating func histogram(_ bars: [Int: Int]) {
    array(bars.sorted { $0.key < $1.key }) { json, bar in
      json.object {
        $0.field("contacts", bar.key)
        $0.field("count", bar.value)
      }
    }
  }

  private mutating func pair(_ pair: CountedPair) {
    object { json in
      json.field("consumer", pair.consumer)
      json.optional("free", pair.free?.description)
      json.key("evidence")
      json.evidence(pair.evidence, isDetailed: true)
    }
  }

  private mutating func contactsAfter(_ told: ContactsAfter) {
    object { json in
      json.field("consumer", told.consumer)
      json.field("fact", told.fact)
      json.field("record", told.record)
      json.optional("since", told.since?.description)
      json.optional("person", told.person)
      json.field("debts", told.debts)
      json.optional("channel", told.channel?.rawValue)
      json.field("total", told.total)
      json.field("after", told.after.map(\.record))
      json.key("after_records")
      json.array(told.after) { $0.counted($1) }
    }
  }
}
