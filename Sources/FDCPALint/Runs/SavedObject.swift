/// An object of a saved run, and where it stands, for problems that name the place.
struct SavedObject {
  private let object: JSONObject
  private let path: String
  /// Such as `findings[3].location`.
  private let place: String

  init(_ object: JSONObject, path: String, place: String) {
    self.object = object
    self.path = path
    self.place = place
  }

  private func name(_ key: String) -> String { place.isEmpty ? key : "\(place).\(key)" }

  func bad(_ key: String, expected: String) -> Problem {
    Problem(
      code: "bad-run", path: path, field: name(key), found: object[key]?.shape ?? "nothing",
      expected: expected,
      message: "\(name(key)) does not hold what a run has there; write the run anew")
  }

  /// What stands under a key; `nil` for null and for nothing.
  private func value(_ key: String) -> JSONValue? {
    if case .null? = object[key] { nil } else { object[key] }
  }

  func optionalText(_ key: String) throws(Problem) -> String? {
    switch value(key) {
    case nil: return nil
    case .string(let text)?: return text
    default: throw bad(key, expected: "a text")
    }
  }

  func text(_ key: String) throws(Problem) -> String {
    guard let text = try optionalText(key) else { throw bad(key, expected: "a text") }
    return text
  }

  func optionalInteger(_ key: String) throws(Problem) -> Int? {
    guard let value = value(key) else { return nil }
    guard case .number(let text) = value, let number = Int(text) else {
      throw bad(key, expected: "a whole number")
    }
    return number
  }

  func integer(_ key: String) throws(Problem) -> Int {
    guard let number = try optionalInteger(key) else { throw bad(key, expected: "a whole number") }
    return number
  }

  func flag(_ key: String) throws(Problem) -> Bool {
    guard case .bool(let flag)? = object[key] else { throw bad(key, expected: "true or false") }
    return flag
  }

  /// What `read` makes of a text, `nil` where there is none.
  func optional<Value>(_ key: String, _ read: (String) -> Value?) throws(Problem) -> Value? {
    guard let text = try optionalText(key) else { return nil }
    guard let value = read(text) else { throw bad(key, expected: "\(Value.self)") }
    return value
  }

  func word<Word: RawRepresentable>(_ key: String) throws(Problem) -> Word
  where Word.RawValue == String {
    guard let word = try optional(key, Word.init(rawValue:)) else {
      throw bad(key, expected: "\(Word.self)")
    }
    return word
  }

  func words<Word: RawRepresentable>(_ key: String) throws(Problem) -> [Word]
  where Word.RawValue == String {
    let words = try texts(key).map { Word(rawValue: $0) }
    guard !words.contains(where: { $0 == nil }) else { throw bad(key, expected: "\(Word.self)") }
    return words.compactMap(\.self)
  }

  /// A list of whole numbers, empty where there is none.
  func integers(_ key: String) throws(Problem) -> [Int] {
    var numbers: [Int] = []
    for item in try items(key) {
      guard case .number(let text) = item, let number = Int(text) else {
        throw bad(key, expected: "whole numbers")
      }
      numbers.append(number)
    }
    return numbers
  }

  /// A list of texts, empty where there is none.
  func texts(_ key: String) throws(Problem) -> [String] {
    var texts: [String] = []
    for item in try items(key) {
      guard case .string(let text) = item else { throw bad(key, expected: "texts") }
      texts.append(text)
    }
    return texts
  }

  func object(_ key: String) throws(Problem) -> SavedObject {
    guard let object = try optionalObject(key) else { throw bad(key, expected: "an object") }
    return object
  }

  func optionalObject(_ key: String) throws(Problem) -> SavedObject? {
    guard let value = value(key) else { return nil }
    guard case .object(let object) = value else { throw bad(key, expected: "an object") }
    return SavedObject(object, path: path, place: name(key))
  }

  /// What `read` makes of each object of a list.
  func objects<Value>(
    _ key: String, _ read: (SavedObject) throws(Problem) -> Value
  ) throws(Problem) -> [Value] {
    var values: [Value] = []
    for (index, item) in try items(key).enumerated() {
      guard case .object(let object) = item else { throw bad(key, expected: "objects") }
      values.append(
        try read(SavedObject(object, path: path, place: "\(name(key))[\(index)]")))
    }
    return values
  }

  /// The names that the object has.
  var names: [String] { object.members.map(\.key) }

  /// Texts by their names, empty where there are none.
  func details(_ key: String) throws(Problem) -> [String: String] {
    guard let value = value(key) else { return [:] }
    guard case .object(let object) = value else { throw bad(key, expected: "an object") }
    var details: [String: String] = [:]
    for member in object.members {
      guard case .string(let text) = member.value else { throw bad(key, expected: "texts") }
      details[member.key] = text
    }
    return details
  }

  private func items(_ key: String) throws(Problem) -> [JSONValue] {
    guard let value = value(key) else { return [] }
    guard case .array(let items) = value else { throw bad(key, expected: "a list") }
    return items
  }
}
