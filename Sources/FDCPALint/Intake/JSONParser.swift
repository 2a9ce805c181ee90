/// Why a text is no JSON, and where.
package struct JSONError: Error, Sendable, Hashable {
  package enum Reason: Sendable, Hashable {
    /// The text stops before the value does.
    case unexpectedEnd
    case unexpectedByte
    case duplicateKey
    case badString
    case tooDeep
  }

  package var reason: Reason
  /// In bytes from the start of the text, from 0.
  package var offset: Int
  /// What was expected, such as `expected ':' after a key`.
  package var message: String
}

/// Reads JSON strictly: what RFC 8259 rejects, and keys that stand twice, are errors.
///
/// Own code, because Foundation tells neither where a text is wrong nor that a key stands twice,
/// rounds long numbers, and takes most of an audit's time.
package struct JSONParser {
  /// Lists and objects within one another; deeper ones are refused before they exhaust the stack.
  package static let depthLimit = 64

  let bytes: [UInt8]
  let start: Int
  let end: Int
  var at: Int
  private var depth = 0

  /// A parser for a part of a text.
  ///
  /// - Parameter bytes: Valid UTF-8.
  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    start = range.lowerBound
    end = range.upperBound
    at = range.lowerBound
  }

  /// Reads a text that is one JSON value.
  ///
  /// - Parameter bytes: Valid UTF-8, without a byte order mark.
  /// - Throws: ``JSONError`` for the first thing that is wrong.
  package static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
    try parse(bytes, in: 0..<bytes.count)
  }

  /// Reads a part of a text that is one JSON value; offsets of errors count from the part's start.
  package static func parse(
    _ bytes: [UInt8], in range: Range<Int>
  ) throws(JSONError) -> JSONValue {
    var parser = JSONParser(bytes, in: range)
    let value = try parser.value()
    try parser.expectEnd()
    return value
  }

  mutating func expectEnd() throws(JSONError) {
    skipSpace()
    guard at == end else { throw unexpected("expected nothing more after the value") }
  }

  mutating func value() throws(JSONError) -> JSONValue {
    skipSpace()
    guard at < end else { throw unexpected("expected a value") }
    switch bytes[at] {
    case UInt8(ascii: "\""):
      at += 1
      return .string(try string())
    case UInt8(ascii: "{"): return .object(try object())
    case UInt8(ascii: "["): return .array(try array())
    case UInt8(ascii: "t"):
      try literal("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try literal("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try literal("null")
      return .null
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    default: throw unexpected("expected a value")
    }
  }

  private mutating func object() throws(JSONError) -> JSONObject {
    var members: [JSONObject.Member] = []
    var names: Set<String> = []
    var next = try enterObject()
    while next {
      let keyStart = at
      let key = try string()
      // A set costs more than it saves on the few keys that objects mostly have.
      let isNew =
        if members.count < 16 {
          !members.contains { $0.key == key }
        } else {
          names.insert(key).inserted
        }
      guard isNew else { throw duplicate(key, at: keyStart) }
      try colon()
      members.append(JSONObject.Member(key: key, value: try value()))
      if members.count == 16 { names = Set(members.map(\.key)) }
      next = try afterMember()
    }
    return JSONObject(members: members)
  }

  private mutating func array() throws(JSONError) -> [JSONValue] {
    try enter()
    var items: [JSONValue] = []
    skipSpace()
    if at < end, bytes[at] == UInt8(ascii: "]") {
      leave()
      return []
    }
    while true {
      items.append(try value())
      skipSpace()
      guard at < end else { throw unexpected("expected ',' or ']'") }
      switch bytes[at] {
      case UInt8(ascii: ","): at += 1
      case UInt8(ascii: "]"):
        leave()
        return items
      default: throw unexpected("expected ',' or ']'")
      }
    }
  }

  /// Goes into an object, behind the quotation mark of its first key; `false` where it has none.
  mutating func enterObject() throws(JSONError) -> Bool {
    try enter()
    skipSpace()
    if at < end, bytes[at] == UInt8(ascii: "}") {
      leave()
      return false
    }
    try openKey()
    return true
  }

  /// Goes behind the quotation mark of the next key, or out of the object.
  mutating func afterMember() throws(JSONError) -> Bool {
    skipSpace()
    guard at < end else { throw unexpected("expected ',' or '}'") }
    switch bytes[at] {
    case UInt8(ascii: ","):
      at += 1
      skipSpace()
      try openKey()
      return true
    case UInt8(ascii: "}"):
      leave()
      return false
    default: throw unexpected("expected ',' or '}'")
    }
  }

  mutating func colon() throws(JSONError) {
    skipSpace()
    guard at < end, bytes[at] == UInt8(ascii: ":") else {
      throw unexpected("expected ':' after a key")
    }
    at += 1
  }

  private mutating func openKey() throws(JSONError) {
    guard at < end, bytes[at] == UInt8(ascii: "\"") else {
      throw unexpected("expected a key in quotation marks")
    }
    at += 1
  }

  private mutating func enter() throws(JSONError) {
    guard depth < Self.depthLimit else {
      throw error(.tooDeep, "more than \(Self.depthLimit) lists and objects within one another")
    }
    depth += 1
    at += 1
  }

  private mutating func leave() {
    depth -= 1
    at += 1
  }

  private mutating func literal(_ word: StaticString) throws(JSONError) {
    for index in 0..<word.utf8CodeUnitCount {
      guard at < end, bytes[at] == word.utf8Start[index] else {
        throw unexpected("expected '\(word)'")
      }
      at += 1
    }
  }

  private mutating func number() throws(JSONError) -> String {
    let first = at
    if bytes[at] == UInt8(ascii: "-") { at += 1 }
    if at < end, bytes[at] == UInt8(ascii: "0") { at += 1 } else { try digits() }
    if at < end, bytes[at] == UInt8(ascii: ".") {
      at += 1
      try digits()
    }
    if at < end, bytes[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      if at < end, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") { at += 1 }
      try digits()
    }
    return String(decoding: bytes[first..<at], as: UTF8.self)
  }

  private mutating func digits() throws(JSONError) {
    let first = at
    while at < end, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[at]) { at += 1 }
    guard at > first else { throw unexpected("expected a digit") }
  }

  mutating func skipSpace() {
    while at < end {
      switch bytes[at] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): at += 1
      default: return
      }
    }
  }

  func error(_ reason: JSONError.Reason, _ message: String) -> JSONError {
    JSONError(reason: reason, offset: at - start, message: message)
  }

  /// What is wrong here: the text ends, or holds something else.
  func unexpected(_ message: String) -> JSONError {
    error(at < end ? .unexpectedByte : .unexpectedEnd, message)
  }

  func duplicate(_ key: String, at keyStart: Int) -> JSONError {
    JSONError(
      reason: .duplicateKey, offset: keyStart - 1 - start,
      message: "the key '\(Shown.short(key))' stands twice")
  }
}
