/// One consumer's records in time order, with what is known about them.
public struct Ledger: Sendable {
  public var consumer: Consumer
  /// By id.
  public var debts: [String: Debt]
  /// By ``Moment``; those without an instant come last, by id.
  public var entries: [Entry]
  /// By the moment from which they are known.
  public var facts: [Fact]
  /// The age in years below which a consumer's parents are protected as the consumer is
  /// (15 USC 1692c(d)), as the packs have it; `nil`: an age alone tells nothing.
  public var majority: Int?

  /// Debts that records or the companion table name, in order.
  public var debtNames: [String] {
    var names = Set(debts.keys)
    for entry in entries {
      names.formUnion(entry.contact.debts)
      names.formUnion(entry.contact.discussed)
    }
    return names.sorted()
  }
}

/// What stays of a record once its texts are scanned.
public struct Entry: Sendable {
  public var contact: Contact
  /// What the scan found, in the order of the texts.
  public var marks: [Mark]
  /// The texts that were there, by field.
  public var kinds: [TextField: DocumentKind]
  public var origin: Location
  public var context: [String: String]
  /// Place in the log's order, from 0.
  public var order: Int
  public var isDocument: Bool
  /// How the document may reach its reader, where there is more than one way.
  var readings: [Reading] = []

  public init(
    contact: Contact, marks: [Mark], kinds: [TextField: DocumentKind], origin: Location,
    context: [String: String], order: Int, isDocument: Bool
  ) {
    self.contact = contact
    self.marks = marks
    self.kinds = kinds
    self.origin = origin
    self.context = context
    self.order = order
    self.isDocument = isDocument
  }

  /// Its place in time, `nil` without an instant.
  public var moment: Moment? {
    contact.at.map { Moment(instant: $0, record: contact.id) }
  }
}
