/// The YAML head of a document: keys with plain values or lists of them, all kept as text.
package struct FrontMatter: Sendable {
  /// In the order written; a list's values in its order.
  package let entries: [(key: String, values: [String], line: Int)]

  /// Reads the text between the `---` lines.
  ///
  /// - Parameter firstLine: The file's line on which `text` begins, from 1.
  /// - Throws: ``PackError`` with the file's own lines.
  package init(_ text: String, file: String, firstLine: Int) throws(PackError) {
    let sink = ProblemSink(file: file)
    var entries: [(String, [String], Int)] = []
    let expected = "lines of the form 'key: value'"
    let root = Element.root(of: PackFile(path: file, text: text), expected: expected, sink)
    for (key, value) in root?.anyFields()?.entries ?? [] {
      entries.append((key, value.strings, value.line + firstLine - 1))
    }
    guard sink.problems.isEmpty else {
      throw PackError(
        problems: sink.problems.map {
          PackProblem(
            file: file, line: max(firstLine, $0.line + firstLine - 1), column: max(1, $0.column),
            message: $0.message)
        })
    }
    self.entries = entries
  }
}
