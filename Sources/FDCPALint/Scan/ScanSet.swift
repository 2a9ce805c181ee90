internal import PCRE2

/// A pattern set as the scanner runs it, and whom its marks belong to.
struct ScanSet: Sendable {
  /// What a mark of the set means.
  enum Purpose: Sendable, Hashable {
    /// Wording that a rule forbids.
    case wording(rule: Int)
    /// Wording that makes a requirement apply.
    case requirementApplies(rule: Int)
    /// Wording that satisfies an element of a requirement.
    case element(rule: Int, element: Int)
    /// Wording that takes a contact out of a counting check.
    case excuse(rule: Int)
    /// Wording that establishes a fact.
    case fact(source: Int)
  }

  var purpose: Purpose
  var language: String
  var within: TextScope
  var any: [NamedPattern]
  var all: [Pattern]
  var unless: [Pattern]
  var unlessWithin: TextScope?
  var after: Earlier?
  var notAfter: Earlier?
  var fields: Set<TextField>
  var kinds: Set<DocumentKind>
  let voices: Voices
  /// Conditions on the contact; empty: none.
  var channels: Set<Channel>
  var directions: Set<Direction>
  /// Whether the set, or its whole file, says in which direction its texts go.
  let saysDirection: Bool
  let needsContact: Bool
  let bindsAddress: Bool
  let digits: CheckDigit?
  /// Only within the first so many words of the collector, for a requirement's elements.
  var firstWords: Int?
  /// Whether nothing is asked but whether the words are there: one mark of a purpose, or none.
  var isPresence = false

  /// Words that must, or must not, stand earlier in the text.
  struct Earlier: Sendable {
    var patterns: [Pattern]
    let voices: Voices

    init(_ words: EarlierWords) {
      patterns = words.any.map { Pattern($0.source) }
      voices = Voices(Set(words.speakers), Set(words.modes))
    }
  }

  /// A pattern and the names of its groups.
  struct NamedPattern: Sendable {
    let pattern: Pattern
    /// The same, matching only where a search begins.
    let anchored: Pattern
    let index: Int
    /// Whether the pattern may have named groups.
    let hasGroups: Bool

    init(_ source: String, index: Int) {
      pattern = Pattern(source)
      anchored = Pattern(source, options: [.caseless, .anchored])
      self.index = index
      hasGroups = Self.mayHaveGroups(source)
    }

    /// Whether `(?<` or `(?P` stands in a pattern; over bytes, for this is asked of every pattern at
    /// every start.
    private static func mayHaveGroups(_ source: String) -> Bool {
      var source = source
      return source.withUTF8 { bytes in
        bytes.indices.dropFirst(2).contains {
          (bytes[$0] == UInt8(ascii: "<") || bytes[$0] == UInt8(ascii: "P"))
            && bytes[$0 - 1] == UInt8(ascii: "?") && bytes[$0 - 2] == UInt8(ascii: "(")
        }
      }
    }

    /// Names by group number.
    var groups: [Int: String] { hasGroups ? (try? pattern.groupNames()) ?? [:] : [:] }
  }

  init(_ set: WordingSet, applies: Applies, purpose: Purpose) {
    self.purpose = purpose
    language = set.language
    within = set.within
    any = set.marking.enumerated().map { NamedPattern($1.source, index: $0) }
    all = set.all.map { Pattern($0.source) }
    unless = set.unless.map { Pattern($0.source) }
    unlessWithin = set.unlessWithin
    after = set.after.map(Earlier.init)
    notAfter = set.notAfter.map(Earlier.init)
    fields = Set(set.fields)
    kinds = Set(set.kinds ?? applies.kinds)
    voices = Voices(Set(set.speakers ?? applies.speakers), Set(set.modes ?? applies.modes))
    channels = Set(set.channels ?? [])
    directions = Set(set.directions ?? [])
    saysDirection = !(set.directions ?? applies.directions).isEmpty
    needsContact = set.needsContact
    bindsAddress = set.bindsAddress
    digits = set.digits
  }
}
