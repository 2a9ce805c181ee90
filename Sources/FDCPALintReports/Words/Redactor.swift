public import FDCPALint

/// Masks the words of texts that are somebody's private life.
///
/// Words that rules look for stay; every other letter becomes `·`, every digit `•`. Punctuation,
/// spaces and the number of Unicode scalars stay, so columns still fit.
public struct Redactor: Sendable {
  private let vocabulary: Set<String>
  /// The fewest letters of a word whose inflected forms stay inside a mark.
  private static let shortestStem = 4
  /// The most letters that such a form may add.
  private static let longestEnding = 3

  /// - Parameter vocabulary: Words to keep, in lower case, without digits.
  public init(vocabulary: Set<String>) { self.vocabulary = vocabulary }

  /// Masks a text; `isMatched` for words that a rule matched, whose inflected forms stay too.
  public func redact(_ text: String, isMatched: Bool = false) -> String {
    var shown = String.UnicodeScalarView()
    var word: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if scalar.belongsToWord(after: word.last) {
        word.append(scalar)
      } else {
        shown.append(contentsOf: redact(word: word, isMatched: isMatched))
        word.removeAll(keepingCapacity: true)
        shown.append(scalar)
      }
    }
    shown.append(contentsOf: redact(word: word, isMatched: isMatched))
    return String(shown)
  }

  /// Masks an excerpt and moves its mark to where the same words now stand.
  public func redact(_ excerpt: Excerpt) -> Excerpt {
    let parts = excerpt.parts
    let before = redact(parts.before)
    let marked = redact(parts.marked, isMatched: true)
    let start = before.utf8.count
    return Excerpt(
      text: before + marked + redact(parts.behind), marked: start..<start + marked.utf8.count,
      cutBefore: excerpt.cutBefore, cutAfter: excerpt.cutAfter)
  }

  /// Masks the matched words wherever a message repeats them, and nothing else of it; where it
  /// repeats them in some other form, everything between its quotation marks.
  public func redact(message: String, matched: String?) -> String {
    guard let matched, !matched.isEmpty else { return message }
    for words in [matched, matched.collapsingSpace] where message.contains(words) {
      return message.replacing(words, with: redact(words, isMatched: true))
    }
    return message.split(separator: "“", omittingEmptySubsequences: false).enumerated()
      .map { index, part in
        guard index > 0 else { return String(part) }
        let end = part.firstIndex(of: "”") ?? part.endIndex
        return redact(String(part[..<end]), isMatched: true) + part[end...]
      }
      .joined(separator: "“")
  }

  private func redact(word: [Unicode.Scalar], isMatched: Bool) -> [Unicode.Scalar] {
    guard !word.isEmpty else { return [] }
    let hasDigit = word.contains { $0.isDigit }
    if !hasDigit, keeps(word, isMatched: isMatched) { return word }
    return word.map { $0.isDigit ? "•" : "·" }
  }

  private func keeps(_ word: [Unicode.Scalar], isMatched: Bool) -> Bool {
    let letters = Array(String(String.UnicodeScalarView(word)).lowercased().unicodeScalars)
    if vocabulary.contains(String(String.UnicodeScalarView(letters))) { return true }
    guard isMatched, letters.count > Self.shortestStem else { return false }
    let shortest = max(Self.shortestStem, letters.count - Self.longestEnding)
    return (shortest..<letters.count).contains {
      vocabulary.contains(String(String.UnicodeScalarView(letters[..<$0])))
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { !properties.isAlphabetic && properties.numericType != nil }

  /// Whether the scalar goes on with a word, or begins one when `previous` is `nil`.
  fileprivate func belongsToWord(after previous: Unicode.Scalar?) -> Bool {
    if properties.isAlphabetic || isDigit { return true }
    // An accent alone is no word; on a letter it belongs to it.
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return previous != nil
    default: return false
    }
  }
}
