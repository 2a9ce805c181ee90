extension ContactReader {
  /// Puts a draft's time and zone together into an instant.
  mutating func readTime(_ draft: inout ContactDraft) {
    let zone = zone(of: draft)
    let written: String
    switch (draft.at, draft.day, draft.clock) {
    case (let at?, _, _): written = at
    case (nil, let day?, let clock?): written = day + " " + clock
    case (nil, let day?, nil): written = day
    case (nil, nil, _):
      if !draft.has(.at) {
        miss(.at, "missing-time", "when it was; only the row's words were judged, add the time")
      }
      return
    }
    let time: TimeText
    do {
      time = try TimeText(written, format: mapping.format)
    } catch {
      reportTime(written, error)
      return
    }
    var local = time.day.number * 86_400
    if let second = time.second {
      local += second
    } else if draft.contact.channel == .letter {
      // Nothing reads the clock on a letter. Noon is on the same day wherever it is read.
      tally.add(.dayOnly, row: row)
      local += 12 * 3600
    } else {
      reportTime(written, message: "gives a day and no time; write both")
      return
    }
    resolve(local, time, zone, written, &draft)
  }

  private mutating func resolve(
    _ local: Int, _ time: TimeText, _ zone: ZoneChoice, _ written: String,
    _ draft: inout ContactDraft
  ) {
    if let offset = time.offset {
      draft.contact.at = Instant(seconds: local - offset)
      draft.contact.offset = offset
      return
    }
    switch zone {
    case .known(let zone):
      let (offset, doubt) = zone.offset(atLocal: local)
      draft.contact.at = Instant(seconds: local - offset)
      draft.contact.offset = offset
      switch doubt {
      case .skipped: tally.add(.skippedTime, row: row)
      case .repeated: tally.add(.repeatedTime, row: row)
      case nil: break
      }
    case .none where time.second == nil: draft.contact.at = Instant(seconds: local)
    case .none:
      report(
        "missing-zone", .at, found: Shown.short(written), expected: Self.example,
        message: "'at' is a local time and nothing says in which zone; add an offset such as "
          + "-04:00, a column 'zone', or 'zone' to a mapping file")
    // Reported where it was looked up.
    case .unknown: break
    }
  }

  private enum ZoneChoice {
    case known(Zone)
    case unknown
    case none
  }

  private mutating func zone(of draft: ContactDraft) -> ZoneChoice {
    guard let name = draft.zone ?? mapping.zone else { return .none }
    let zone: Zone?
    if let known = zones[name] {
      zone = known
    } else {
      zone = ZoneBook.shared.zone(name)
      zones[name] = .some(zone)
    }
    if let zone { return .known(zone) }
    let hint = Zone.nearestName(to: name).map { "; did you mean '\($0)'?" } ?? ""
    report(
      "unknown-zone", .zone, found: Shown.short(name), expected: "America/New_York",
      message: "'\(Shown.short(name))' is no zone of the IANA database\(hint); "
        + "write one such as America/New_York")
    return .unknown
  }

  private static let example = "2026-04-01T10:00:00-04:00"

  private mutating func reportTime(_ written: String, _ fault: TimeText.Fault) {
    let message =
      switch fault {
      case .shape: "is no time; write it as \(Self.example)"
      case .noSuchDay: "names a day that no calendar has; correct it"
      case .noSuchTime: "names a time that no clock shows; correct it"
      case .noSuchOffset: "has an offset that no zone has; correct it"
      case .dayAndMonthUnclear:
        "may have its day or its month first; say 'at: {format: us}' in a mapping file where the "
          + "month is first, or write it as \(Self.example)"
      }
    reportTime(written, message: message)
  }

  private mutating func reportTime(_ written: String, message: String) {
    let shown = Shown.short(written)
    report(
      "bad-time", .at, found: shown, expected: Self.example, message: "'\(shown)' \(message)")
  }
}
