/// A comment in a draft that holds `fdcpalint:`, whatever language comments it out.
struct ExceptionComment {
  /// Bytes of the whole comment, its marks included.
  var span: Range<Int>
  /// What stands behind `fdcpalint:`.
  var body: String
  /// What is wrong with the comment itself.
  var flaw: String?

  private static let marker = Array("fdcpalint:".utf8)

  /// How comments open and close; the longer openings first.
  private static let blocks: [(open: [UInt8], close: [UInt8])] = [
    ("<!--", "-->"), ("{{!--", "--}}"), ("{{~!--", "--~}}"), ("{{!", "}}"), ("{#-", "#}"),
    ("{#", "#}"), ("<%#", "%>"), ("<%--", "--%>"), ("/*", "*/"), ("@*", "*@"),
    ("[//]: # (", ")"), ("[comment]: # (", ")"),
    ("{%- comment -%}", "{%- endcomment -%}"), ("{%- comment %}", "{%- endcomment %}"),
    ("{% comment -%}", "{% endcomment -%}"), ("{% comment %}", "{% endcomment %}"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// What makes the rest of a line a comment, where it begins the line.
  private static let lineStarts = ["#", "//", ".. ", "rem ", "REM "].map { Array($0.utf8) }

  /// Every such comment of a text, in its order.
  static func all(in bytes: [UInt8]) -> [ExceptionComment] {
    var found: [ExceptionComment] = []
    var from = 0
    while let start = firstMarker(in: bytes, from: from) {
      let comment = comment(around: start, in: bytes)
      found.append(comment)
      from = max(comment.span.upperBound, start + marker.count)
    }
    return found
  }

  /// Where a text holds one at all: found by the colon, which is rarer than any letter.
  static func firstMarker(in bytes: [UInt8], from: Int = 0) -> Int? {
    var at = from
    while true {
      at = ByteSearch.first(of: UInt8(ascii: ":"), in: bytes, from: at, to: bytes.count)
      guard at < bytes.count else { return nil }
      at += 1
      let start = at - marker.count
      if start >= from, bytes[start..<at].elementsEqual(marker) { return start }
    }
  }

  private static func comment(around start: Int, in bytes: [UInt8]) -> ExceptionComment {
    var before = start
    while before > 0, isSpace(bytes[before - 1]) { before -= 1 }
    let bodyStart = start + marker.count
    let lineEnd = bytes[bodyStart...].firstIndex(of: 10) ?? bytes.count
    func text(_ end: Int) -> String { String(decoding: bytes[bodyStart..<end], as: UTF8.self) }
    for (open, close) in blocks where bytes[..<before].hasEnding(open) {
      let opening = before - open.count
      guard let end = firstClose(close, in: bytes, from: bodyStart) else {
        return ExceptionComment(
          span: opening..<lineEnd, body: text(lineEnd), flaw: "stands in a comment without an end")
      }
      // `-#}` and `~}}` take white space away and belong to the comment's end.
      var last = end
      while last > bodyStart,
        bytes[last - 1] == UInt8(ascii: "-") || bytes[last - 1] == UInt8(ascii: "~")
      {
        last -= 1
      }
      return ExceptionComment(span: opening..<end + close.count, body: text(last))
    }
    let lineStart = bytes[..<start].lastIndex(of: 10).map { $0 + 1 } ?? 0
    let head = bytes[lineStart..<start].drop(while: isSpace)
    if lineStarts.contains(where: { head.starts(with: $0) && head.count <= $0.count + 2 }) {
      return ExceptionComment(span: lineStart..<lineEnd, body: text(lineEnd))
    }
    return ExceptionComment(
      span: start..<lineEnd, body: text(lineEnd),
      flaw: "stands in no comment, so whoever gets the text reads it")
  }

  /// Where a comment closes. No language minds quotation marks in its comments, and minding them
  /// here would swallow a letter behind one that nobody closed.
  private static func firstClose(_ close: [UInt8], in bytes: [UInt8], from: Int) -> Int? {
    var at = from
    while true {
      at = ByteSearch.first(of: close[0], in: bytes, from: at, to: bytes.count)
      guard at + close.count <= bytes.count else { return nil }
      if bytes[at..<at + close.count].elementsEqual(close) { return at }
      at += 1
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
}

extension ArraySlice<UInt8> {
  fileprivate func hasEnding(_ ending: [UInt8]) -> Bool {
    count >= ending.count && suffix(ending.count).elementsEqual(ending)
  }
}
