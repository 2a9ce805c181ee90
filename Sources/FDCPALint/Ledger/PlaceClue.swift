/// One thing that says where a person is: a column of a table, an address, a telephone number.
struct PlaceClue: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    /// `time_zone`: knowledge.
    case stated
    /// An address, or zones that somebody named as possible.
    case place
    /// A number, which moves with its owner.
    case number
  }
  /// How far a clue proves a state or city.
  enum Proof: Sendable, Hashable {
    case proven
    /// Probable only: by a number, or by one half of an address against the other.
    case suggested
  }

  let kind: Kind
  /// What it is and where it stands, such as `state TN of the consumers table`.
  let text: String
  /// Empty when it names no known place.
  var zones: [Zone] = []
  /// As `US-NY` and `US-NY-NYC`.
  var regions: [String] = []
  /// A region in which it does not tell whether the place is in one of its cities.
  var undivided: String?
  var proof = Proof.proven

  /// Zones of the table of consumers.
  static func zones(_ names: [String], _ kind: Kind, _ column: String, _ book: ZoneBook)
    -> PlaceClue?
  {
    guard !names.isEmpty else { return nil }
    var clue = PlaceClue(kind: kind, text: "\(column) of the consumers table")
    clue.add(names, book)
    return clue
  }

  /// What an address says: one clue, or two where its state and ZIP code contradict each other.
  static func address(
    state: String?, zip: String?, of table: String, _ book: ZoneBook
  ) -> [PlaceClue] {
    let code = state.flatMap(StateCode.init)
    let area = zip.flatMap(ZIPPrefix.init)
    var byState: PlaceClue?
    if let state {
      var clue = PlaceClue(kind: .place, text: "state \(Shown.short(state)) of \(table)")
      if let code {
        clue.add(code.zones, book)
        clue.regions = code.regions
        clue.undivided = code.regions.count > 1 ? nil : code.regions[0]
      }
      byState = clue
    }
    guard let area else { return byState.map { [$0] } ?? [] }
    let name = "ZIP code \(area.prefix)"
    var byZIP = PlaceClue(kind: .place, text: "\(name) of \(table)")
    byZIP.add(area.zones, book)
    byZIP.regions = area.regions
    byZIP.undivided = area.undivided
    guard let code, let stated = byState else { return [byZIP] }
    guard code.regions[0] == area.regions[0] else {
      byZIP.proof = .suggested
      return [stated, byZIP]
    }
    var both = PlaceClue(kind: .place, text: "state \(code.code) and \(name) of \(table)")
    both.zones = byZIP.zones
    both.regions = Set(stated.regions + byZIP.regions).sorted()
    both.undivided = both.regions.count > 1 ? nil : byZIP.undivided
    return [both]
  }

  /// What a number says; `nil` for what is no number, or has no area code.
  static func number(_ text: String, _ book: ZoneBook) -> PlaceClue? {
    switch PhoneNumber(text) {
    case .none, .local: return nil
    case .foreign:
      return PlaceClue(kind: .number, text: "a number outside of the North American plan")
    case .northAmerican(let digits):
      let area = digits[1..<4]
      guard let found = PrefixTable.numbers.longestPrefix(of: digits) else {
        return PlaceClue(kind: .number, text: "a number with area code \(string(area))")
      }
      var clue = PlaceClue(
        kind: .number, text: "a number that begins with \(string(digits[1..<found.length]))")
      clue.add(found.fields[0].split(separator: " ").map(String.init), book)
      clue.regions = PrefixTable.areas.fields(area) ?? []
      clue.undivided = clue.regions.first
      clue.proof = .suggested
      return clue
    }
  }

  private static func string(_ digits: ArraySlice<UInt8>) -> String {
    String(decoding: digits, as: UTF8.self)
  }

  private mutating func add(_ names: [String], _ book: ZoneBook) {
    for zone in names.compactMap(book.zone) where !zones.contains(zone) { zones.append(zone) }
  }
}

/// A state or territory, by its postal code alone or as `US-NY`, perhaps with a city: `US-NY-NYC`.
struct StateCode: Sendable, Hashable {
  /// Two letters.
  let code: String
  let zones: [String]
  let regions: [String]

  init?(_ text: String) {
    let upper = text.uppercased().filter { !$0.isWhitespace }
    let parts = (upper.hasPrefix("US-") ? upper.dropFirst(3) : upper[...]).split(separator: "-")
    guard let first = parts.first, parts.count < 3,
      let fields = PrefixTable.states.fields(first.utf8)
    else { return nil }
    code = String(first)
    zones = fields[0].split(separator: " ").map(String.init)
    let state = "US-\(first)"
    regions = parts.count == 2 ? [state, "\(state)-\(parts[1])"] : [state]
  }
}

/// What the first digits of a ZIP code say.
struct ZIPPrefix: Sendable, Hashable {
  /// The digits that say it.
  let prefix: String
  let zones: [String]
  let regions: [String]
  /// The state, where a city's limit runs through the code.
  let undivided: String?

  init?(_ text: String) {
    let trimmed = text.filter { !$0.isWhitespace }
    var digits = Array(trimmed.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    // Spreadsheets take the leading zero away.
    if digits.count == 4, trimmed.utf8.count == 4 { digits.insert(UInt8(ascii: "0"), at: 0) }
    guard let found = PrefixTable.zips.longestPrefix(of: digits) else { return nil }
    prefix = String(decoding: digits[..<found.length], as: UTF8.self)
    let places = found.fields[0].split(separator: " ").map(String.init)
    regions = places.filter { !$0.hasSuffix("?") }
    undivided = regions.count < places.count ? regions[0] : nil
    let own = found.fields[1].split(separator: " ").map(String.init)
    zones = own.isEmpty ? StateCode(regions[0])?.zones ?? [] : own
  }
}
