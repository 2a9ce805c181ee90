/// A tag of a template, whichever language it is written in.
struct TemplateTag: Sendable, Hashable {
  enum Meaning: Sendable, Hashable {
    /// Opens a block; a chain's first condition.
    case open(Block, TemplateCondition)
    /// Another arm: `elsif`, `when`; `nil` is `else`.
    case arm(TemplateCondition?)
    /// Closes the block of this name.
    case close(String)
    /// Opens text that no reader sees, or that no engine reads, up to its own end.
    case skip(until: [String], isShown: Bool)
    /// Gone without a trace.
    case nothing
    /// Text from elsewhere stands here, such as a partial.
    case include(String)
  }

  enum Block: Sendable, Hashable {
    case conditional
    /// A condition turned round.
    case unless
    /// Arms by the value of one variable; its text before the first arm is nobody's.
    case cases
    case loop
    /// Always there, such as a named block.
    case plain
  }

  /// Bytes of the text.
  var range: Range<Int>
  var meaning: Meaning
  /// What closes it, as its author writes it; for blocks.
  var name: String
  var close: String

  /// Whether a reader sees something in its place.
  var isSeen: Bool {
    if case .include = meaning { return true }
    return false
  }
}

/// What decides a branch, as far as it can be told from other conditions.
struct TemplateCondition: Sendable, Hashable {
  /// The variable, or the whole condition where it is no simple one.
  var subject: String
  /// Values of the variable for which it holds; empty: it is true or false.
  var values: [String] = []
  var isNegated = false

  /// - Parameter text: Such as `state == "CA"`, `not paid`, `eq state "CA"`, `a and b`.
  init(_ text: String) {
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    while words.first == "not" || words.first == "!" {
      isNegated.toggle()
      words.removeFirst()
    }
    if let first = words.first, first.hasPrefix("!"), words.count == 1 {
      isNegated.toggle()
      words[0] = String(first.dropFirst())
    }
    if words.first?.hasPrefix("(eq") == true, words.last?.hasSuffix(")") == true {
      words = words.joined(separator: " ").dropFirst().dropLast().split(separator: " ")
        .map(String.init)
    }
    let joined = words.joined(separator: " ")
    if words.count == 3, words[1] == "==" || words[1] == "!=", let value = Self.literal(words[2]) {
      subject = words[0]
      values = [value]
      if words[1] == "!=" { isNegated.toggle() }
    } else if words.count == 3, words[0] == "eq", let value = Self.literal(words[2]) {
      subject = words[1]
      values = [value]
    } else {
      subject = joined
    }
  }

  init(subject: String, values: [String]) {
    self.subject = subject
    self.values = values
  }

  static func literal(_ text: String) -> String? {
    guard let first = text.first, let last = text.last else { return nil }
    if text.count >= 2, first == last, first == "\"" || first == "'" {
      return String(text.dropFirst().dropLast())
    }
    return first.isNumber ? text : nil
  }

  /// How a reader is told that it holds, or does not.
  func label(holds: Bool) -> String {
    let plainly = holds != isNegated
    if values.isEmpty { return plainly ? "where \(subject)" : "where not \(subject)" }
    let listed = values.map { "\"\($0)\"" }.joined(separator: " or ")
    return plainly ? "where \(subject) is \(listed)" : "where \(subject) is not \(listed)"
  }
}
