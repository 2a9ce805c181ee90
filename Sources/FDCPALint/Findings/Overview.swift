/// What an audit counts beside its findings, so that a report can show what is fine as well.
///
/// One is made for each ledger while it is judged; they merge in any order to the same.
public struct Overview: Sendable, Hashable {
  /// First and last day of any contact, on the consumers' calendars.
  public var days: DayRange?
  /// How many contacts, by medium and direction.
  public var contacts: [ContactSort: Int] = [:]
  /// How many contacts, by who made them.
  public var staff: [Staff: Int] = [:]
  public var hours = HoursOverview()
  /// By the id of the rule whose limit it is.
  public var frequency: [String: FrequencyOverview] = [:]
  /// By the name of the fact that restricts contacts.
  public var restrictions: [String: RestrictionOverview] = [:]
  /// Consent that holds on the last day of the log and then ends.
  public var consents = Shortlist<ConsentEnding>(limit: .max)

  public init() {}

  public struct ContactSort: Sendable, Hashable {
    public var channel: Channel
    public var direction: Direction
  }

  /// Somebody or something that contacts go by.
  public struct Staff: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable { case collector, agent, campaign }
    public var kind: Kind
    public var name: String
  }

  public mutating func merge(_ other: Overview) {
    if let theirs = other.days {
      days = DayRange(
        first: min(days?.first ?? theirs.first, theirs.first),
        last: max(days?.last ?? theirs.last, theirs.last))
    }
    contacts.merge(other.contacts, uniquingKeysWith: +)
    staff.merge(other.staff, uniquingKeysWith: +)
    hours.merge(other.hours)
    frequency.merge(other.frequency) { $0.merged(with: $1) }
    restrictions.merge(other.restrictions) { $0.merged(with: $1) }
    consents.merge(other.consents)
  }
}

/// The least of many things, and how many there were: the same whatever the order they came in.
public struct Shortlist<Item: Comparable & Hashable & Sendable>: Sendable, Hashable {
  /// The least first.
  public private(set) var items: [Item]
  public private(set) var total: Int
  public let limit: Int

  public init(limit: Int) { self.init([], total: 0, limit: limit) }

  /// A list as it was saved.
  init(_ items: [Item], total: Int, limit: Int) {
    self.items = items
    self.total = total
    self.limit = limit
  }

  public mutating func add(_ item: Item) {
    total += 1
    let place = items.partitioningIndex { item < $0 }
    guard place < limit else { return }
    items.insert(item, at: place)
    if items.count > limit { items.removeLast() }
  }

  /// Counts one that is known not to be among the least.
  mutating func pass() { total += 1 }

  /// Whether one that is greater than all others would still stand on the list.
  var isFull: Bool { items.count >= limit }

  public mutating func merge(_ other: Shortlist) {
    total += other.total
    guard !other.items.isEmpty else { return }
    if items.isEmpty || items[items.count - 1] < other.items[0] {
      items += other.items
    } else {
      items = (items + other.items).sorted()
    }
    if items.count > limit { items.removeLast(items.count - limit) }
  }
}

/// An order that has nothing to do with what names mean, so that the least in it are a sample drawn
/// by chance, and the same in every run (FNV-1a, 64 bits).
struct DrawnOrder {
  static func number(_ names: [String]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func mix(_ byte: UInt8) {
      hash ^= UInt64(byte)
      hash = hash &* 0x100_0000_01b3
    }
    for name in names {
      for byte in name.utf8 { mix(byte) }
      mix(0)
    }
    // Names that differ in their last letter only would stay close together.
    hash ^= hash >> 29
    hash = hash &* 0xbf58_476d_1ce4_e5b9
    hash ^= hash >> 32
    return hash
  }
}
