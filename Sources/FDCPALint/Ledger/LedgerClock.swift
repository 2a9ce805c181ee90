/// The consumer's clocks: in which zones a ledger's local times are read, and what says so.
///
/// A stated `time_zone` is knowledge and stands alone; without one, every zone that evidence points
/// to is read, since a time is only safe where it is safe in each (comment 6(b)(1)(i)-2 of
/// Supplement I to 12 CFR 1006).
public struct LedgerClock: Sendable {
  /// Zones that a record's local times are read in.
  public struct Place: Sendable, Hashable {
    /// Empty when nothing says where the consumer is.
    public var zones: [Zone] = []
    /// ``zones`` by name and in their order, or the record's own offset, and what each comes from;
    /// then evidence that was set aside, and why.
    public var uses: [ZoneUse] = []
    /// Zones that other evidence points to, beside a stated one, with other times.
    public var others: [Zone] = []
  }

  /// Where each record's person is.
  let whereabouts: Whereabouts
  /// Days of the entries: one list for each number of a zone, `nil` where there is no instant.
  private let days: [[CivilDay?]]
  /// Numbers of zones in which some entry has another date than in every zone before.
  let dayReadings: [Int]

  public init(_ ledger: Ledger, zones book: ZoneBook = .shared) {
    let whereabouts = Whereabouts(ledger, zones: book)
    self.whereabouts = whereabouts
    let count = max(1, whereabouts.zones.map(\.count).max() ?? 1)
    var days: [[CivilDay?]] = []
    var readings: [Int] = []
    for reading in 0..<count {
      let list = ledger.entries.enumerated().map { index, entry in
        entry.contact.at.map {
          Self.local($0, entry.contact, whereabouts.zones(ofEntry: index), reading).day
        }
      }
      if !days.contains(list) { readings.append(reading) }
      days.append(list)
    }
    self.days = days
    dayReadings = readings
  }

  /// Where a contact's local times are read.
  public func place(of contact: Contact) -> Place {
    var place = whereabouts.place(of: contact)
    if place.zones.isEmpty { place.uses.insert(Self.ownTime(of: contact), at: 0) }
    return place
  }

  /// What the clocks showed at an instant, one for each zone; by the contact's own offset where
  /// no zone is known.
  public func localTimes(of instant: Instant, for contact: Contact) -> [LocalTime] {
    let zones = whereabouts.zones(of: contact)
    guard !zones.isEmpty else {
      return [LocalTime(instant, offset: contact.offset ?? 0)]
    }
    return zones.map { $0.local(instant) }
  }

  /// The dates on the consumer's calendar, each once, that of the first zone first.
  public func localDays(of contact: Contact) -> [CivilDay] {
    guard let instant = contact.at else { return [] }
    return localTimes(of: instant, for: contact).reduce(into: []) { days, time in
      if !days.contains(time.day) { days.append(time.day) }
    }
  }

  /// The local time that findings show: that of the first zone, or of the record's own offset.
  public func localTime(of contact: Contact) -> LocalTime? {
    contact.at.map { Self.local($0, contact, whereabouts.zones(of: contact), 0) }
  }

  /// The local time that findings show, for the entry of that number.
  func localTime(ofEntry index: Int, in ledger: Ledger) -> LocalTime? {
    ledger.entries[index].contact.at.map {
      Self.local($0, ledger.entries[index].contact, whereabouts.zones(ofEntry: index), 0)
    }
  }

  /// The local time in the zone of that number, in the last one where there are fewer.
  func localTime(of contact: Contact, zone: Int) -> LocalTime? {
    contact.at.map { Self.local($0, contact, whereabouts.zones(of: contact), zone) }
  }

  /// The date that counts, `nil` without an instant.
  public func countingDay(of contact: Contact) -> CivilDay? { localTime(of: contact)?.day }

  /// Whether the possible zones have different dates at the contact's instant.
  public func disagreesOnDate(_ contact: Contact) -> Bool { localDays(of: contact).count > 1 }

  /// Whether anything says where the consumer is.
  public func knowsZone(of contact: Contact) -> Bool {
    !whereabouts.zones(of: contact).isEmpty
  }

  /// Whether anything says where the consumer is, for the entry of that number.
  func knowsZone(ofEntry index: Int) -> Bool { !whereabouts.zones(ofEntry: index).isEmpty }

  /// The most zones that are possible for any entry, at least one.
  var readings: Int { days.count }

  /// The date of an entry in the zone of that number, in the last one where there are fewer.
  func day(of entry: Int, reading: Int) -> CivilDay? {
    days[min(reading, days.count - 1)][entry]
  }

  private static func local(
    _ instant: Instant, _ contact: Contact, _ zones: [Zone], _ reading: Int
  ) -> LocalTime {
    guard !zones.isEmpty else {
      return LocalTime(instant, offset: contact.offset ?? 0)
    }
    return zones[min(reading, zones.count - 1)].local(instant)
  }

  private static func ownTime(of contact: Contact) -> ZoneUse {
    let offset = contact.offset ?? 0
    let minutes = abs(offset) / 60
    let name =
      "UTC" + (offset < 0 ? "-" : "+") + padded(minutes / 60, 2) + ":" + padded(minutes % 60, 2)
    return ZoneUse(zone: name, evidence: "the record's own time")
  }
}
