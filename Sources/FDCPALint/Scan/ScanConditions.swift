/// Which sets concern a text, by what is known of it without reading it.
struct ScanConditions {
  private let sets: [ScanSet]
  private let prefilter: Prefilter?
  private var known: [Key: Concern] = [:]
  /// Most texts are like the one before.
  private var last: (key: Key, concern: Concern)?

  /// More keys than this mean a log of made-up languages: what is known of them is forgotten.
  private static let mostKeys = 256

  private struct Key: Hashable {
    let kind: DocumentKind
    let field: TextField
    let language: String?
    let channel: Channel
    let direction: Direction
    let isDocument: Bool
  }

  private static let messages: Set<DocumentKind> = [.letter, .email, .text, .voicemail]

  /// - Parameter prefilter: `nil` where every pattern runs.
  init(_ sets: [ScanSet], _ prefilter: Prefilter?) {
    self.sets = sets
    self.prefilter = prefilter
  }

  /// What concerns a text of a record.
  mutating func concern(_ text: RecordText, of record: Record) -> Concern {
    let contact = record.contact
    let key = Key(
      kind: text.kind, field: text.field, language: contact.language, channel: contact.channel,
      direction: contact.direction, isDocument: record.isDocument)
    if let last, last.key == key { return last.concern }
    if let concern = known[key] {
      last = (key, concern)
      return concern
    }
    let active = sets.map {
      $0.kinds.contains(text.kind) && $0.fields.contains(text.field)
        && Self.concerns($0, text.kind, record)
    }
    if known.count >= Self.mostKeys { known.removeAll() }
    let concern = Concern(active, prefilter)
    known[key] = concern
    last = (key, concern)
    return concern
  }

  private static func concerns(_ set: ScanSet, _ kind: DocumentKind, _ record: Record) -> Bool {
    if let language = record.contact.language, !language.isEmpty {
      guard language.lowercased().hasPrefix(set.language) else { return false }
    }
    // A document without a contact has no channel to go by.
    guard !record.isDocument else { return !set.needsContact }
    // What the collector sent tells nothing of the consumer, whatever its footer says.
    if case .fact = set.purpose, !set.saysDirection, record.contact.direction == .outbound,
      Self.messages.contains(kind)
    {
      return false
    }
    return (set.channels.isEmpty || set.channels.contains(record.contact.channel))
      && (set.directions.isEmpty || set.directions.contains(record.contact.direction))
  }
}
