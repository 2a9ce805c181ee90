/// Who speaks where nothing in a text says so.
extension Scanner {
  /// Who speaks where the text does not say: a note and everything outbound is the collector's,
  /// a complaint and everything inbound somebody else's.
  static func defaults(_ text: RecordText, _ contact: Contact) -> Segmenter.Defaults {
    let isWritten = [.letter, .email, .text, .web, .social].contains(contact.channel)
    let other: Speaker =
      [.consumer, .spouse, .parent, .guardian, .unknown].contains(contact.party)
      ? .consumer : .thirdParty
    switch text.kind {
    case .complaint: return .init(speaker: .consumer, mode: .direct)
    case .note:
      return contact.direction == .inbound && isWritten
        ? .init(speaker: other, mode: .reported) : .init(speaker: .collector, mode: .direct)
    case .transcript, .unknown: return .init(speaker: .unknown, mode: .direct)
    case .letter, .email, .text, .voicemail:
      return .init(speaker: contact.direction == .inbound ? other : .collector, mode: .direct)
    }
  }
}
