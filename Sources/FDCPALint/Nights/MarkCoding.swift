package import Foundation

/// A record's marks as bytes that last from one run to the next, while the rules stay the same.
///
/// The marks of a record mostly repeat each other's line, kind and speaker: every text is written
/// once, and a mark is a list of numbers.
package enum MarkCoding {
  private struct Packed: Codable {
    var texts: [String] = []
    var marks: [[Int]] = []
  }

  /// - Parameter marks: Of one record of a log, which all stand where the record does.
  package static func bytes(of marks: [Mark]) throws -> Data {
    guard !marks.isEmpty else { return Data() }
    var packed = Packed()
    var known: [String: Int] = [:]
    func number(_ text: String?) -> Int {
      guard let text else { return -1 }
      if let number = known[text] { return number }
      known[text] = packed.texts.count
      packed.texts.append(text)
      return packed.texts.count - 1
    }
    for mark in marks {
      let place = mark.location
      let excerpt = mark.excerpt
      var numbers = [
        mark.set, mark.pattern, number(mark.kind.rawValue), number(mark.speaker.rawValue),
        number(mark.mode.rawValue), number(mark.text), number(place.field), place.line ?? -1,
        place.column ?? -1, place.start ?? -1, place.end ?? -1, number(excerpt.text),
        excerpt.marked.lowerBound, excerpt.marked.upperBound,
        (excerpt.cutBefore ? 1 : 0) + (excerpt.cutAfter ? 2 : 0),
      ]
      for (name, value) in mark.details.sorted(by: { $0.key < $1.key }) {
        numbers += [number(name), number(value)]
      }
      packed.marks.append(numbers)
    }
    return try RecordCoding.bytes(of: packed)
  }

  /// - Parameter origin: Where the record stands.
  /// - Throws: `DecodingError` for bytes that are none of ``bytes(of:)``.
  package static func marks(_ bytes: Data, origin: Location) throws -> [Mark] {
    guard !bytes.isEmpty else { return [] }
    let packed = try RecordCoding.value(Packed.self, bytes)
    return try packed.marks.map { try mark($0, packed.texts, origin) }
  }

  private static let fixed = 15

  private static func mark(
    _ numbers: [Int], _ texts: [String], _ origin: Location
  ) throws -> Mark {
    func text(_ index: Int) -> String? {
      texts.indices.contains(numbers[index]) ? texts[numbers[index]] : nil
    }
    func known(_ index: Int) -> Int? { numbers[index] < 0 ? nil : numbers[index] }
    guard numbers.count >= fixed, (numbers.count - fixed).isMultiple(of: 2),
      let kind = text(2).flatMap(DocumentKind.init(rawValue:)),
      let speaker = text(3).flatMap(Speaker.init(rawValue:)),
      let mode = text(4).flatMap(SpeechMode.init(rawValue:)), let words = text(5),
      let excerpt = text(11), numbers[12] <= numbers[13]
    else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: [], debugDescription: "no mark"))
    }
    var location = origin
    location.field = text(6)
    (location.line, location.column) = (known(7), known(8))
    (location.start, location.end) = (known(9), known(10))
    var details: [String: String] = [:]
    for index in stride(from: fixed, to: numbers.count, by: 2) {
      if let name = text(index) { details[name] = text(index + 1) }
    }
    return Mark(
      set: numbers[0], pattern: numbers[1], location: location, kind: kind, speaker: speaker,
      mode: mode,
      words: MarkedWords(
        words,
        in: Excerpt(
          text: excerpt, marked: numbers[12]..<numbers[13], cutBefore: numbers[14] & 1 != 0,
          cutAfter: numbers[14] & 2 != 0)), details: details)
  }
}
