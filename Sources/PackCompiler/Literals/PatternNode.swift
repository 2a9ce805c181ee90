/// A pattern, as far as the prefilter needs to know what it can match.
///
/// A node may stand for more texts than its part of the pattern matches, never for fewer: look-around
/// that tells nothing of words, atomic groups and laziness are left out.
indirect enum PatternNode: Equatable, Sendable {
  case one(ByteSet)
  case sequence([PatternNode])
  case choice([PatternNode])
  /// `most` is `nil` for no bound.
  case repeated(PatternNode, least: Int, most: Int?)
  /// `\b`: if a word's character follows, a word begins; if one precedes, it ends.
  case edge
  /// No word's character precedes.
  case wordStart
  /// No word's character follows.
  case wordEnd
  /// Tells nothing and takes nothing.
  case nothing
  /// Any text, also none: a back-reference.
  case anything

  /// The nodes one after the other, required repetitions written out.
  var flattened: [PatternNode] {
    switch self {
    case .sequence(let nodes): return nodes.flatMap(\.flattened)
    case .choice(let nodes) where nodes.count == 1: return nodes[0].flattened
    case .repeated(let node, let least, let most) where (1...8).contains(least):
      let copies = Array(repeating: node.flattened, count: least).flatMap { $0 }
      if most == least { return copies }
      return copies + [.repeated(node, least: 0, most: most.map { $0 - least })]
    default: return [self]
    }
  }

  /// Whether a word's character behind the node surely begins a word, given the same before it.
  func beginsWord(behind before: Bool) -> Bool {
    switch self {
    case .one(let set): return !set.hasWord
    case .sequence(let nodes): return nodes.reduce(before) { $1.beginsWord(behind: $0) }
    case .choice(let nodes): return nodes.allSatisfy { $0.beginsWord(behind: before) }
    case .repeated(let node, let least, _):
      let once = node.beginsWord(behind: before)
      return (least > 0 || before) && once && node.beginsWord(behind: once)
    case .edge, .wordStart, .wordEnd: return true
    case .nothing: return before
    case .anything: return false
    }
  }

  /// Whether the node takes no character.
  var isZeroWidth: Bool {
    switch self {
    case .one, .anything: return false
    case .edge, .wordStart, .wordEnd, .nothing: return true
    case .sequence(let nodes), .choice(let nodes): return nodes.allSatisfy(\.isZeroWidth)
    case .repeated(let node, _, let most): return most == 0 || node.isZeroWidth
    }
  }
}
