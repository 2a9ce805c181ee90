/// What a text is. Decides which rules apply and who is taken to speak.
public enum DocumentKind: String, Codable, Sendable, CaseIterable {
  case note, transcript, letter, email, text, voicemail
  /// What a consumer wrote about a collector: findings in it are allegations.
  case complaint
  /// Nothing says what it is: forbidden wording is looked for, required wording is not evaluable.
  case unknown
}

/// The way a contact went.
public enum Channel: String, Codable, Sendable, CaseIterable {
  case call, text, email, letter, social
  case inPerson = "in_person"
  case web, other
}

/// Who made a contact: `outbound` is the collector's.
public enum Direction: String, Codable, Sendable, CaseIterable {
  case outbound, inbound
}

/// The part that the contacted person plays for the debt (12 CFR 1006.6(a), (d)).
public enum Party: String, Codable, Sendable, CaseIterable {
  case consumer, spouse, parent, guardian
  case personalRepresentative = "personal_representative"
  case successorInInterest = "successor_in_interest"
  case attorney, employer
  case thirdParty = "third_party"
  case creditor
  case creditorAttorney = "creditor_attorney"
  case collectorAttorney = "collector_attorney"
  case creditBureau = "credit_bureau"
  case priorCollector = "prior_collector"
  case debtBuyer = "debt_buyer"
  case vendor, unknown
}

/// How a contact, or another act that a log records, ended.
public enum Outcome: String, Codable, Sendable, CaseIterable {
  case noAnswer = "no_answer"
  case busy
  case notConnected = "not_connected"
  case answeredDropped = "answered_dropped"
  case abandoned
  case recordedMessage = "recorded_message"
  case voicemail
  case voicemailFull = "voicemail_full"
  case messageLeft = "message_left"
  case conversation
  case sent, delivered, undeliverable, received
  case furnished, sold
  case dataSent = "data_sent"
  case filed
  case paymentApplied = "payment_applied"
  case session
  case recordsDeleted = "records_deleted"
  case recordingDeleted = "recording_deleted"
}

/// What kind of address or number a contact went to.
public enum EndpointKind: String, Codable, Sendable, CaseIterable {
  case mobile
  case homeLandline = "home_landline"
  case work
  case homeAddress = "home_address"
  case personalEmail = "personal_email"
  case workEmail = "work_email"
}

/// Whose words a stretch of text holds.
public enum Speaker: String, Codable, Sendable, CaseIterable {
  case collector, consumer
  case thirdParty = "third_party"
  case unknown
}

/// How the words came into the text.
public enum SpeechMode: String, Codable, Sendable, CaseIterable {
  /// The speaker's own words, as said or written.
  case direct
  /// Told by somebody else: "cust said she will sue".
  case reported
  /// Between quotation marks.
  case quoted
}

/// A text field of a record.
public enum TextField: String, Codable, Sendable, CaseIterable {
  /// What the collector wrote about a contact.
  case note
  /// What was said or sent, or a document's text.
  case text
  /// The words on an envelope.
  case envelope
  /// A mail's subject line.
  case subject
  /// Whom a mail says it is from: its From, Sender and Reply-To lines.
  case from
  /// Whom a mail is addressed to.
  case to
}

/// Our own part: it decides whether a rule binds us at all (15 USC 1692a(6)).
public enum Role: String, Codable, Sendable, CaseIterable {
  case thirdPartyCollector = "third-party-collector"
  case debtBuyer = "debt-buyer"
  case creditor
}

/// How a rule binds.
public enum Basis: String, Codable, Sendable, CaseIterable {
  case prohibition, requirement
  /// The law presumes a breach, and the presumption can be rebutted: never "violates".
  case presumption
  /// A good habit, no law.
  case practice
}

/// How grave a finding is.
public enum Severity: String, Codable, Sendable, CaseIterable, Comparable {
  case error, warning, advice

  private var weight: Int {
    switch self {
    case .error: 2
    case .warning: 1
    case .advice: 0
    }
  }
  public static func < (left: Severity, right: Severity) -> Bool { left.weight < right.weight }
}

/// How sure a rule is of what it found, apart from how grave that is.
public enum Confidence: String, Codable, Sendable, CaseIterable, Comparable {
  case high, medium, low

  private var weight: Int {
    switch self {
    case .high: 2
    case .medium: 1
    case .low: 0
    }
  }
  public static func < (left: Confidence, right: Confidence) -> Bool { left.weight < right.weight }
}

/// Whether a rule may fail a run.
public enum Stage: String, Codable, Sendable, CaseIterable {
  case stable
  /// Reported, never counted for the exit code.
  case preview
}

/// What rules of several jurisdictions limit alike.
public enum Axis: String, Codable, Sendable, CaseIterable {
  case frequency
  case afterConversation = "after-conversation"
  case hours, workplace, cease
  /// A medium that the person ruled out.
  case medium
  case attorney
  /// Contacts with others than the consumer.
  case others
}
