/// What the text of a telephone number holds.
enum PhoneNumber: Sendable, Hashable {
  /// The eleven digits of a number of the North American plan, as ASCII, the leading 1 among them.
  case northAmerican([UInt8])
  /// A number of another country.
  case foreign
  /// A number without an area code.
  case local
  /// No telephone number.
  case none

  init(_ text: String) {
    guard let (digits, isInternational) = Self.digits(of: text) else {
      self = .none
      return
    }
    switch digits.count {
    case 7 where !isInternational: self = .local
    case 10 where !isInternational: self = Self.plan([UInt8(ascii: "1")] + digits)
    case 11 where digits[0] == UInt8(ascii: "1"): self = Self.plan(digits)
    case 8...15 where isInternational && digits[0] != UInt8(ascii: "1"): self = .foreign
    default: self = .none
    }
  }

  /// Area codes and exchanges begin with 2 to 9.
  private static func plan(_ digits: [UInt8]) -> PhoneNumber {
    let opens = UInt8(ascii: "2")...UInt8(ascii: "9")
    return opens.contains(digits[1]) && opens.contains(digits[4]) ? .northAmerican(digits) : .none
  }

  /// The digits without what separates them and without an extension, and whether they begin with a
  /// country code; `nil` for what is no number.
  private static func digits(of text: String) -> (digits: [UInt8], isInternational: Bool)? {
    var rest = Substring(text.lowercased())
    if rest.hasPrefix("tel:") { rest = rest.dropFirst(4) }
    var digits: [UInt8] = []
    var isInternational = false
    scan: for (index, scalar) in zip(rest.unicodeScalars.indices, rest.unicodeScalars) {
      switch scalar {
      case "0"..."9": digits.append(UInt8(scalar.value))
      case "+" where digits.isEmpty && !isInternational: isInternational = true
      case " ", "-", ".", "(", ")", "/", "\u{A0}", "\u{2010}"..."\u{2015}": break
      case "x", "e", "#", ";", ",":
        guard digits.count >= 7, isExtension(rest[index...]) else { return nil }
        break scan
      default: return nil
      }
    }
    // What is dialled before a country code.
    for prefix in ["011", "00"] where !isInternational && digits.count > 11 {
      if digits.starts(with: prefix.utf8) {
        digits.removeFirst(prefix.utf8.count)
        isInternational = true
      }
    }
    return digits.isEmpty ? nil : (digits, isInternational)
  }

  private static func isExtension(_ text: Substring) -> Bool {
    let word = text.prefix { !$0.isNumber }.filter { $0.isLetter }
    return ["", "x", "ext", "extension"].contains(word)
      && text.drop { !$0.isNumber }.allSatisfy { $0.isNumber }
  }
}
