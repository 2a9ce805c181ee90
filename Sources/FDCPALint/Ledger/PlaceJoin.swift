/// Joins what points to places: which zones count, and which evidence was set aside.
struct PlaceJoin {
  private(set) var zones: [Zone] = []
  /// Zones with other times that evidence points to beside a stated one.
  private var others: [Zone] = []
  /// For each zone the clues that point to it, and the zone of each.
  private var clues: [[(clue: PlaceClue, zone: Zone)]] = []
  private var aside: [(zones: [Zone], clue: PlaceClue, reason: String)] = []
  private let period: ClosedRange<Instant>?

  /// - Parameter period: From the first instant of the ledger to the last: clocks that agree
  ///   throughout do not disagree, whatever their names.
  init(_ all: [PlaceClue], during period: ClosedRange<Instant>?) {
    self.period = period
    if let stated = all.first(where: { $0.kind == .stated && !$0.zones.isEmpty }) {
      add(stated, stated.zones)
      for clue in all {
        let different = clue.zones.filter { index(of: $0, among: zones) == nil }
        guard !different.isEmpty else { continue }
        for zone in different where !others.contains(zone) { others.append(zone) }
        aside.append((different, clue, "for time_zone is stated"))
      }
      return
    }
    let address = all.filter { $0.kind == .place }.flatMap(\.zones)
    for clue in all {
      guard !clue.zones.isEmpty else {
        aside.append(([], clue, "which names no place with a known clock"))
        continue
      }
      guard clue.kind == .number, clue.zones.count > 1 else {
        add(clue, clue.zones)
        continue
      }
      // Of a number's zones those count that the address bears out, if it bears out any.
      let shared = clue.zones.filter { index(of: $0, among: address) != nil }
      if shared.isEmpty || shared.count == clue.zones.count {
        add(clue, clue.zones)
      } else {
        add(clue, shared)
        aside.append((clue.zones.filter { !shared.contains($0) }, clue, "for the address decides"))
      }
    }
  }

  private mutating func add(_ clue: PlaceClue, _ counted: [Zone]) {
    let before = zones
    for zone in counted {
      if let same = index(of: zone, among: before) {
        // Another name of a clock that this clue has given already says nothing more.
        if clues[same].last?.clue != clue { clues[same].append((clue, zone)) }
      } else {
        zones.append(zone)
        clues.append([(clue, zone)])
      }
    }
  }

  private func index(of zone: Zone, among list: [Zone]) -> Int? {
    list.firstIndex(of: zone)
      ?? list.firstIndex { zone.agrees(with: $0, during: period) }
  }

  // MARK: In words

  /// Of more clues than this for one zone the first are named.
  private static let mostNamed = 6

  var place: LedgerClock.Place {
    var place = LedgerClock.Place()
    place.zones = zones
    place.others = others
    place.uses = zip(zones, clues).map { zone, clues in
      var texts = clues.prefix(Self.mostNamed).map { clue, own in
        own == zone ? clue.text : "\(clue.text) (\(own.name), the same time)"
      }
      if clues.count > Self.mostNamed { texts.append("and \(clues.count - Self.mostNamed) more") }
      return ZoneUse(zone: zone.name, evidence: texts.joined(separator: "; "))
    }
    for (zones, clue, reason) in aside {
      for name in zones.isEmpty ? ["unknown"] : zones.map(\.name) {
        place.uses.append(
          ZoneUse(zone: name, evidence: "\(clue.text), set aside, \(reason)"))
      }
    }
    return place
  }
}
