/// States and cities whose law applies to a contact, and what says so: an address, or a location that
/// a record states; failing these, an area code.
struct Jurisdictions: Sendable {
  /// How a rule of some jurisdictions stands to a contact.
  enum Standing: Sendable, Equatable {
    case applies
    /// It would if the person were in this region, for which there is no more than this evidence.
    case ifIn(String, by: String)
    case doesNotApply
    /// Nothing says where the person is, or on which side of a city's limit.
    case unknown
  }

  /// Regions that a contact is in, each with its evidence.
  private(set) var proven: [RegionUse] = []
  private var suggested: [RegionUse] = []
  /// States in which it is not known whether the place is in one of the cities.
  private var undivided: Set<String> = []

  init(_ clues: [PlaceClue]) {
    let certain = clues.filter { $0.proof == .proven && !$0.regions.isEmpty }
    for clue in certain {
      proven += clue.regions.map { RegionUse(region: $0, evidence: clue.text) }
    }
    // An area code counts only where no address says more.
    let uncertain = clues.filter {
      $0.proof == .suggested && ($0.kind == .place || certain.isEmpty)
    }
    for clue in uncertain {
      suggested += clue.regions.map { RegionUse(region: $0, evidence: clue.text) }
    }
    for clue in certain + uncertain { if let state = clue.undivided { undivided.insert(state) } }
    // Another clue may name the city.
    let cities = proven.map(\.region).filter { $0.utf8.count > Self.stateLength }
    for city in cities { undivided.remove(Self.state(of: city)) }
  }

  func standing(_ wanted: [String]) -> Standing {
    if proven.contains(where: { wanted.contains($0.region) }) { return .applies }
    if let use = suggested.first(where: { wanted.contains($0.region) }) {
      return .ifIn(use.region, by: use.evidence)
    }
    if proven.isEmpty && suggested.isEmpty { return .unknown }
    let isInOpenState = wanted.contains {
      $0.utf8.count > Self.stateLength && undivided.contains(Self.state(of: $0))
    }
    return isInOpenState ? .unknown : .doesNotApply
  }

  /// Those among some regions that apply, or may, and why.
  func uses(of wanted: [String]) -> [RegionUse] {
    guard !wanted.isEmpty else { return [] }
    let uses = proven.filter { wanted.contains($0.region) }
    return uses.isEmpty ? suggested.filter { wanted.contains($0.region) } : uses
  }

  /// The length of `US-NY`.
  private static let stateLength = 5

  private static func state(of region: String) -> String { String(region.prefix(stateLength)) }
}
