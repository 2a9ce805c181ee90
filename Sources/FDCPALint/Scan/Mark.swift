/// Words that a pattern set found in a text.
public struct Mark: Sendable, Hashable {
  /// Which pattern set of the rule base left it.
  public var set: Int
  /// Which of the set's patterns matched, by its place in `any`; -1 where `all` marks.
  public var pattern: Int
  /// Where, in the source as the user sees it.
  public var location: Location
  public var kind: DocumentKind
  public var speaker: Speaker
  public var mode: SpeechMode
  /// Named groups.
  public var details: [String: String]
  /// The readings of the document that hold it: all, unless it has several.
  var readings = ReadingSet.max
  private let words: MarkedWords

  /// The matched words as they stand in the source.
  public var text: String { words.text }
  /// The line around them.
  public var excerpt: Excerpt { words.excerpt }

  init(
    set: Int, pattern: Int, location: Location, kind: DocumentKind, speaker: Speaker,
    mode: SpeechMode, words: MarkedWords, details: [String: String]
  ) {
    self.set = set
    self.pattern = pattern
    self.location = location
    self.kind = kind
    self.speaker = speaker
    self.mode = mode
    self.words = words
    self.details = details
  }
}

/// A stretch of a text around a mark, for people to see.
public struct Excerpt: Sendable, Hashable, Codable {
  public var text: String
  /// The marked words, in UTF-8 bytes of `text`.
  public var marked: Range<Int>
  /// Whether words were left out before or behind.
  public var cutBefore: Bool
  public var cutAfter: Bool

  public init(text: String, marked: Range<Int>, cutBefore: Bool = false, cutAfter: Bool = false) {
    self.text = text
    self.marked = marked
    self.cutBefore = cutBefore
    self.cutAfter = cutAfter
  }
}
