/// The messages to which a contact may be the reply: one in the same medium for each message from
/// the person (comment 6(b)(1)-2 of Supplement I, 12 CFR 1006.14(h)(2)(ii)).
struct ReplyBook: Sendable {
  /// What waits for an answer when a contact goes out.
  struct Waiting: Sendable {
    /// Entries of unanswered messages, the latest last.
    var messages: [Int] = []
    /// Whether nothing went out since the last of them; otherwise a reply was saved up.
    var isFirst = false
  }
  private struct Key: Hashable {
    var person: String
    var channel: Channel
  }

  /// Unanswered messages that are remembered for one person and medium.
  private static let most = 16

  private var waiting: [Int: Waiting] = [:]

  /// A book without any message.
  init() {}

  /// - Parameter excused: Entries that use up no reply.
  init(_ ledger: Ledger, excused: Set<Int> = []) {
    var open: [Key: Waiting] = [:]
    for (index, entry) in ledger.entries.enumerated() {
      let contact = entry.contact
      guard contact.at != nil else { continue }
      let person = contact.party == .consumer ? Party.consumer.rawValue : contact.personKey
      let key = Key(person: person, channel: contact.channel)
      switch contact.direction {
      case .inbound:
        // A conversation was answered when it took place.
        guard contact.conversation == nil else { continue }
        open[key, default: Waiting()].messages.append(index)
        open[key, default: Waiting()].isFirst = true
        if open[key, default: Waiting()].messages.count > Self.most {
          open[key, default: Waiting()].messages.removeFirst()
        }
      case .outbound:
        guard !excused.contains(index), let found = open[key], !found.messages.isEmpty else {
          continue
        }
        waiting[index] = found
        open[key, default: Waiting()].messages.removeLast()
        open[key, default: Waiting()].isFirst = false
      }
    }
  }

  /// What waited for an answer when an outbound entry was made.
  subscript(entry: Int) -> Waiting { waiting[entry] ?? Waiting() }
}
