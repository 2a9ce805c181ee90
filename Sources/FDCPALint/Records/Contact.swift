/// One row of a contact log, or the contact that a document stands for: any effort to reach a
/// person about a debt, or an act that a log records beside them.
public struct Contact: Sendable, Hashable, Codable {
  /// The record's id: the log's own, or a document's path.
  public var id: String
  /// Whose debt: the key of a ledger.
  public var consumer: String
  /// When. `nil` when nothing says so; then nothing that counts or reads a clock can judge it.
  public var at: Instant?
  /// Seconds east of UTC that the record's own time was written in.
  public var offset: Int?
  /// Who was contacted, where the log tells persons apart.
  public var person: String?
  public var party: Party = .consumer
  /// Debts that the contact is attributed to.
  public var debts: [String] = []
  /// Debts talked about, whoever raised them.
  public var discussed: [String] = []
  public var direction: Direction = .outbound
  public var channel: Channel = .other
  /// `nil` when the log does not say, or says something outside the contract.
  public var outcome: Outcome?
  /// Number or address.
  public var to: String?
  public var endpoint: EndpointKind?
  public var consent: Consent?
  /// Names of facts that the system already knows.
  public var signals: [String] = []
  public var collector: String?
  public var agent: String?
  public var campaign: String?
  /// Seconds.
  public var duration: Int?
  public var amount: String?
  public var state: String?
  public var zip: String?
  public var language: String?
  public var format: String?
  public var visibility: String?
  public var sender: String?
  public var profile: String?
  public var prerecorded: Bool?
  public var from: String?

  public init(id: String, consumer: String) {
    self.id = id
    self.consumer = consumer
  }

  /// Who is counted as one person: the named one, or the part that they play in this file.
  public var personKey: String { person ?? party.rawValue }
}

/// Consent that was received in a contact, about later ones.
public struct Consent: Sendable, Hashable, Codable {
  /// What for, such as `additional_calls` or `inconvenient_time`; `nil` where the log left it out.
  public var scope: String?
  /// To whom it was given; only consent to the collector itself is direct.
  public var recipient: String?
  /// Clock times between which it holds.
  public var from: ClockTime?
  public var to: ClockTime?
  public var notBefore: CivilDay?
  public var until: CivilDay?
  /// Takes earlier consent of this scope back.
  public var revoked = false

  public init() {}
}
