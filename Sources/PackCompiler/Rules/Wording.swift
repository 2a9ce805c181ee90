/// The stretch of text that a match must stay within.
public enum TextScope: Codable, Sendable, Hashable {
  case clause, sentence, turn, line, document
  /// A match, with what else must stand beside it, within so many words.
  case words(Int)
}

/// A pattern as its author wrote it and where.
public struct PatternText: Codable, Sendable, Hashable {
  /// PCRE2, lexicons filled in.
  public var source: String
  /// Line in the rule's file, from 1.
  public var line: Int

  public init(source: String, line: Int) {
    self.source = source
    self.line = line
  }
}

/// Words that stand earlier in the same text.
public struct EarlierWords: Codable, Sendable, Hashable {
  public var speakers: [Speaker] = Speaker.allCases
  public var modes: [SpeechMode] = SpeechMode.allCases
  /// One of these is enough.
  public var any: [PatternText] = []

  public init() {}
}

/// How the last digit of a number is computed from the others.
public enum CheckDigit: String, Codable, Sendable, CaseIterable {
  /// As on payment cards (ISO/IEC 7812-1, annex B).
  case luhn

  /// Whether the digits among some bytes end as they should; other bytes are passed over.
  public func holds(_ bytes: some BidirectionalCollection<UInt8>) -> Bool {
    var sum = 0
    var count = 0
    for byte in bytes.reversed() where (0x30...0x39).contains(byte) {
      let digit = Int(byte) - 0x30
      let doubled = digit * 2
      sum += count.isMultiple(of: 2) ? digit : doubled > 9 ? doubled - 9 : doubled
      count += 1
    }
    return count > 1 && sum.isMultiple(of: 10)
  }
}

/// Patterns of one language that leave marks together.
public struct WordingSet: Codable, Sendable, Hashable {
  public var language: String
  public var within: TextScope = .sentence
  /// Each match is a mark. Empty: the first of ``all`` is the mark.
  public var any: [PatternText] = []
  /// Every one must match in the same scope.
  public var all: [PatternText] = []
  /// Exceptions: each drops a mark that it overlaps.
  public var unless: [PatternText] = []
  /// Widens the exceptions to this whole scope around the mark.
  public var unlessWithin: TextScope?
  /// A mark counts only behind these words: a talk goes on after a request.
  public var after: EarlierWords?
  /// A mark counts only while these words have not come: a debt is named before anybody is verified.
  public var notAfter: EarlierWords?
  public var fields: [TextField] = [.note, .text, .subject]
  /// Narrow the rule's own `applies`; `nil` leaves it as it is.
  public var kinds: [DocumentKind]?
  public var speakers: [Speaker]?
  public var modes: [SpeechMode]?
  public var channels: [Channel]?
  public var directions: [Direction]?
  /// Only on a row of a log: a document that is no contact leaves no mark.
  public var needsContact = false
  /// A fact that it establishes is about the record's own number or address alone.
  public var bindsAddress = false
  /// A mark counts only where its digits are a number of this kind.
  public var digits: CheckDigit?

  public init(language: String) { self.language = language }
}

/// Wording that a text must hold.
public struct Requirement: Codable, Sendable {
  public struct Element: Codable, Sendable {
    /// Goes into `{missing}`.
    public var name: String
    public var wording: [WordingSet]

    public init(name: String, wording: [WordingSet]) {
      self.name = name
      self.wording = wording
    }
  }
  /// Only texts that hold this; empty: every text.
  public var when: [WordingSet] = []
  /// `document`, or the first so many words of the collector.
  public var within: TextScope = .document
  public var elements: [Element] = []

  public init() {}
}
