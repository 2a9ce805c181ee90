extension DocumentKind {
  /// What a contact's `text` is.
  ///
  /// A call's is a transcript, with a message left behind a voicemail; so is what was said in
  /// person. A message on a social network reads as a text message does. What a web page or an
  /// unnamed channel carried may be anything.
  init(textOf channel: Channel, outcome: Outcome?) {
    switch channel {
    case .call: self = Self.leavesMessage(outcome) ? .voicemail : .transcript
    case .inPerson: self = .transcript
    case .text, .social: self = .text
    case .email: self = .email
    case .letter: self = .letter
    case .web: self = .unknown
    case .other: self = Self.leavesMessage(outcome) ? .voicemail : .unknown
    }
  }

  private static func leavesMessage(_ outcome: Outcome?) -> Bool {
    switch outcome {
    case .voicemail, .messageLeft, .recordedMessage: true
    default: false
    }
  }
}
