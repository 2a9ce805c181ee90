/// How much of a value a message may show.
///
/// A column that is mapped wrongly puts notes where codes belong, and messages go into logs: only
/// what can be a name, a code or a time is shown, never a sentence.
enum Shown {
  static func short(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).count
    guard text.utf8.count <= 40, words <= 4, !text.contains(where: \.isNewline) else {
      return "a text of \(text.unicodeScalars.count) characters"
    }
    return text
  }

  static func short(_ value: JSONValue) -> String {
    value.scalarText.map { short($0) } ?? value.shape
  }
}
