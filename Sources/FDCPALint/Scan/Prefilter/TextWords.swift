/// The words of a text that stand in some plan.
struct TextWords: Sendable {
  struct Hit: Sendable {
    /// Where it begins, in bytes.
    var start: Int32
    /// Which word of the text it is, as ``WordCount`` counts them.
    var word: Int32
    /// Its number in the ``WordTable``.
    var number: Int32
  }

  private(set) var hits: [Hit] = []

  /// Finds the words of a text.
  ///
  /// - Parameter text: Folded text.
  mutating func find(in text: [UInt8], by table: WordTable) {
    hits.removeAll(keepingCapacity: true)
    text.withUnsafeBufferPointer { text in
      Word.folded.withUnsafeBufferPointer { folded in
        var word: Int32 = 0
        // Characters beyond ASCII do not part words for counting.
        var isCounted = false
        var index = 0
        while index < text.count {
          var byte = folded[Int(text[index])]
          if byte == 0 {
            if text[index] < 0x80 { isCounted = false }
            index += 1
            continue
          }
          if !isCounted {
            word += 1
            isCounted = true
          }
          let start = index
          var key: UInt64 = 0
          var shift: UInt64 = 0
          repeat {
            if shift < 64 {
              key |= UInt64(byte) << shift
              shift += 8
            }
            index += 1
            byte = index < text.count ? folded[Int(text[index])] : 0
          } while byte != 0
          let number = table.number(of: key)
          if number >= 0 {
            hits.append(Hit(start: Int32(truncatingIfNeeded: start), word: word, number: number))
          }
        }
      }
    }
  }

  /// Whether a text can be told by its words: no character beyond ASCII that matches an ASCII letter
  /// when case does not count, and no digit of another script.
  static func canTell(_ text: [UInt8]) -> Bool {
    guard text.count < Int(Int32.max) else { return false }
    guard text.contains(where: { $0 >= 0x80 }) else { return true }
    return String(decoding: text, as: UTF8.self).unicodeScalars.allSatisfy {
      $0.value < 0x80
        || ($0.value != 0x17F && $0.value != 0x212A && $0.properties.generalCategory != .decimalNumber)
    }
  }
}
