import FDCPALint
import Foundation

/// Rounds of reading one file that is in memory: rows and cells.
func readRounds(_ mode: String, _ path: String) throws {
  let data = try Data(contentsOf: URL(filePath: path))
  let bytes = [UInt8](data)
  let isCSV = path.hasSuffix(".csv")
  write(Data("ready 0 0\n".utf8))
  try onEveryLine {
    switch mode {
    case "rows":
      let counts = isCSV ? IntakeLane.csv(bytes) : IntakeLane.jsonLines(bytes)
      return (counts.rows, counts.cells)
    case "records": return (IntakeLane.records(Source(name: path, bytes: bytes)), 0)
    default: return try byFoundation(data)
    }
  }
}

private func byFoundation(_ data: Data) throws -> (Int, Int) {
  var (rows, cells) = (0, 0)
  for line in data.split(separator: 10) {
    guard let object = try JSONSerialization.jsonObject(with: line) as? [String: Any] else {
      continue
    }
    rows += 1
    cells += object.count
  }
  return (rows, cells)
}

/// Rounds of telling the local hour of instants in eight zones: instants, and the sum of their hours.
func zoneRounds(table: Bool) throws {
  let names = [
    "America/New_York", "America/Chicago", "America/Denver", "America/Phoenix",
    "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu", "America/Puerto_Rico",
  ]
  let zones = names.compactMap(ZoneBook.shared.zone)
  let calendars = names.compactMap(TimeZone.init(identifier:)).map { zone in
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    return calendar
  }
  let instants = (0..<100_000).map { 1_700_000_000 + $0 * 977 }
  write(Data("ready 0 0\n".utf8))
  try onEveryLine {
    var hours = 0
    for (index, seconds) in instants.enumerated() {
      if table {
        let local = zones[index % zones.count].local(Instant(seconds: seconds))
        hours += local.clock.seconds / 3_600 + local.day.number
      } else {
        let date = Date(timeIntervalSince1970: TimeInterval(seconds))
        let parts = calendars[index % calendars.count].dateComponents(
          [.year, .month, .day, .hour], from: date)
        let day = CivilDay(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
        hours += (parts.hour ?? 0) + (day?.number ?? 0)
      }
    }
    return (instants.count, hours)
  }
}
