/// What intake makes of one row or one document: the contact, its texts, and where they stood.
public struct Record: Sendable {
  public var contact: Contact
  public var texts: [RecordText]
  public var origin: Location
  /// Facts that no text shows, from front matter or the record itself, such as `intends_suit`.
  public var context: [String: String] = [:]
  /// The record's place in the order of its log, from 0.
  public var order: Int = 0
  /// Whether the record is a document without a row in any log.
  public var isDocument = false
  /// Where there is more than one, how the document may reach its reader; its texts say which
  /// reading each is of.
  var readings: [Reading] = []

  public init(contact: Contact, texts: [RecordText], origin: Location) {
    self.contact = contact
    self.texts = texts
    self.origin = origin
  }
}

/// One text of a record: valid UTF-8 in memory, whatever it was on disk.
public struct RecordText: Sendable {
  public var field: TextField
  public var kind: DocumentKind
  /// Valid UTF-8.
  public var bytes: [UInt8]
  /// Bytes of the file before this text, such as front matter, for line numbers and offsets.
  public var lineOffset: Int = 0
  public var byteOffset: Int = 0
  /// The way back to the file, for a text that was read out of something else.
  var view: SourceView?
  /// Which of the record's readings it is of; `nil`: of all.
  var reading: Int?

  public init(field: TextField, kind: DocumentKind, bytes: [UInt8]) {
    self.field = field
    self.kind = kind
    self.bytes = bytes
  }
}
