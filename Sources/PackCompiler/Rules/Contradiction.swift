/// A result code against the record's own note, duration or date.
public struct Contradiction: Codable, Sendable, Hashable {
  /// What the record says came of the contact.
  public var contacts: ContactFilter
  /// Facts of which the record must name one; empty: none.
  public var signals: [String] = []
  /// Words of the record that tell another story.
  public var wording: [WordingSet] = []
  /// More seconds than the result can have taken.
  public var longerThan: Int?
  /// Fewer seconds than the result must have taken.
  public var shorterThan: Int?
  /// How many days before the record the words' own date (their group `date`) must lie, at most.
  public var datedWithin: Int?
  /// An agent's conversations run into each other by more seconds than this.
  public var overlapAbove: Int?

  public init(contacts: ContactFilter) { self.contacts = contacts }
}
