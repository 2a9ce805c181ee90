/// Mends drafts where the mend is always right and the configuration gives its words: a salutation
/// that it forbids, an opt-out line that is missing.
package struct Mender: Sendable {
  /// Rules that an opt-out line answers.
  static let optOutRules: Set<String> = ["federal/no-opt-out"]

  let configuration: Configuration

  package init(_ configuration: Configuration) { self.configuration = configuration }

  /// Why nothing can be mended at all, `nil` if something can.
  package var hasNothingToSay: Bool {
    configuration.optOut.isEmpty && configuration.salutations.isEmpty
  }

  /// The draft with every mend that its findings call for.
  ///
  /// - Parameters:
  ///   - bytes: The file as it is on disk: UTF-8.
  ///   - findings: Of this file.
  /// - Returns: `nil` when there is nothing to mend.
  package func mended(
    _ bytes: [UInt8], path: String, kind: DocumentKind, _ findings: [Finding]
  ) -> [UInt8]? {
    guard Configuration.draftKinds.contains(kind), Self.isEditable(bytes, path) else { return nil }
    var result = bytes
    // From the end, so that earlier positions stay.
    let greetings = findings.filter { $0.rule == Configuration.salutationRule }
      .compactMap { finding in replacement(finding, in: bytes) }
      .sorted { $0.range.lowerBound > $1.range.lowerBound }
    for (range, words) in greetings { result.replaceSubrange(range, with: words) }
    if let line = configuration.optOut[kind]?.value,
      findings.contains(where: { Self.optOutRules.contains($0.rule) })
    {
      result = Self.appending(line, to: result, isHTML: Self.isHTML(path))
    }
    return result == bytes ? nil : result
  }

  private func replacement(_ finding: Finding, in bytes: [UInt8]) -> (range: Range<Int>, [UInt8])? {
    guard let words = finding.matched, let right = configuration.rightSalutation(for: words),
      let start = finding.location.start, let end = finding.location.end, start < end
    else { return nil }
    // Positions are those of the text without its byte order mark.
    let mark = bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
    let range = start + mark..<end + mark
    guard range.upperBound <= bytes.count, bytes[range].elementsEqual(words.utf8) else {
      return nil
    }
    return (range, Array(right.utf8))
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Files whose text is the bytes themselves. What is packed, coded or in parts is for its author.
  private static func isEditable(_ bytes: [UInt8], _ path: String) -> Bool {
    guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0) else { return false }
    let ending = path.split(separator: ".").last?.lowercased() ?? ""
    guard !["jsonl", "ndjson", "json", "csv", "docx", "pdf"].contains(ending) else { return false }
    guard ending == "eml" else { return true }
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    let head = text.components(before: ["\n\n", "\r\n\r\n"])
    return !head.contains("multipart/") && !head.contains("base64")
      && !head.contains("quoted-printable") && !head.contains("text/html")
  }

  private static func isHTML(_ path: String) -> Bool {
    let name = path.lowercased()
    return name.contains(".html") || name.contains(".htm")
  }

  /// A paragraph of its own at the end, in the file's own line ends; in HTML inside the body.
  private static func appending(_ line: String, to bytes: [UInt8], isHTML: Bool) -> [UInt8] {
    let newline =
      bytes.firstIndex(of: 10).map { $0 > 0 && bytes[$0 - 1] == 13 } == true ? "\r\n" : "\n"
    let ending = Array(newline.utf8)
    if isHTML {
      let paragraph = Array("<p>\(line.escapedForHTML)</p>".utf8) + ending
      let at = lastTag("</body", in: bytes) ?? lastTag("</html", in: bytes)
      guard let at else {
        return bytes + (bytes.last == 10 ? [] : ending) + paragraph
      }
      return Array(bytes[..<at]) + paragraph + bytes[at...]
    }
    var end = bytes.count
    while end > 0, bytes[end - 1] == 32 || (9...13).contains(bytes[end - 1]) { end -= 1 }
    return Array(bytes[..<end]) + ending + ending + Array(line.utf8) + ending
  }

  private static func lastTag(_ tag: String, in bytes: [UInt8]) -> Int? {
    let tag = Array(tag.utf8)
    guard bytes.count >= tag.count else { return nil }
    return (0...bytes.count - tag.count).last { start in
      zip(bytes[start...], tag).allSatisfy { byte, wanted in
        byte == wanted || (65...90).contains(byte) && byte + 32 == wanted
      }
    }
  }
}

extension String {
  fileprivate var escapedForHTML: String {
    // A template's own signs stay: only what would end the paragraph is written otherwise.
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  fileprivate func components(before marks: [String]) -> Substring {
    let ends = marks.compactMap { firstRange(of: $0)?.lowerBound }
    return self[..<(ends.min() ?? endIndex)]
  }
}
