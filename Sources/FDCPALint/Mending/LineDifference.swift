/// What changed between two texts, as a unified diff shows it.
package enum LineDifference {
  private static let context = 3

  /// - Returns: Nothing where the texts are equal.
  package static func unified(_ old: [UInt8], _ new: [UInt8], path: String) -> String {
    guard old != new else { return "" }
    let (before, after) = (lines(old), lines(new))
    var edits: [(mark: Character, line: String)] = []
    let difference = after.difference(from: before)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var (left, right) = (0, 0)
    while left < before.count || right < after.count {
      if left < before.count, removed.contains(left) {
        edits.append(("-", before[left]))
        left += 1
      } else if right < after.count, inserted.contains(right) {
        edits.append(("+", after[right]))
        right += 1
      } else {
        edits.append((" ", before[left]))
        (left, right) = (left + 1, right + 1)
      }
    }
    return "--- a/\(path)\n+++ b/\(path)\n" + hunks(edits)
  }

  private static func hunks(_ edits: [(mark: Character, line: String)]) -> String {
    var text = ""
    var at = 0
    var (old, new) = (1, 1)
    while let first = edits[at...].firstIndex(where: { $0.mark != " " }) {
      let start = max(at, first - context)
      for edit in edits[at..<start] where edit.mark == " " { (old, new) = (old + 1, new + 1) }
      var end = first
      var last = first
      while end < edits.count, end - last <= 2 * context {
        if edits[end].mark != " " { last = end }
        end += 1
      }
      end = min(edits.count, last + context + 1)
      let hunk = edits[start..<end]
      let (olds, news) = (hunk.count { $0.mark != "+" }, hunk.count { $0.mark != "-" })
      text += "@@ -\(span(old, olds)) +\(span(new, news)) @@\n"
      for edit in hunk { text += "\(edit.mark)\(edit.line)" }
      (old, new) = (old + olds, new + news)
      at = end
    }
    return text
  }

  /// An empty side names the line before it.
  private static func span(_ first: Int, _ count: Int) -> String {
    "\(count == 0 ? first - 1 : first),\(count)"
  }

  /// Each with its line end; the last says so when it has none.
  private static func lines(_ bytes: [UInt8]) -> [String] {
    var lines: [String] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 10).map { $0 + 1 } ?? bytes.count
      var line = String(decoding: bytes[start..<end], as: UTF8.self)
      if end == bytes.count, bytes[end - 1] != 10 { line += "\n\\ No newline at end of file\n" }
      lines.append(line)
      start = end
    }
    return lines
  }
}
