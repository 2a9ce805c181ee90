/// Times of day and weekdays as notes and speech write them: "10a", "half past seven", "Mon-Wed",
/// "evenings".
///
/// A pattern's groups name them: `earliest` and `latest` for "not before …, not after …", `from`
/// and `to` for a stretch between two times, `days`, and `part` for a part of the day.
enum SpokenTimes {
  static let names = ["earliest", "latest", "from", "to", "days", "part"]

  /// The stretch of the clock and the weekdays that details name; `nil` if any of them cannot be
  /// read, or if there is none.
  static func read(_ details: [String: String]) -> (clock: ClockRange?, days: [Weekday])? {
    var days: [Weekday] = []
    if let text = details["days"] {
      days = weekdays(text)
      guard !days.isEmpty else { return nil }
    }
    if let part = details["part"] {
      guard let range = range(ofPart: part) else { return nil }
      return (range, days)
    }
    if details["earliest"] != nil || details["latest"] != nil {
      let start = details["latest"].map { clock($0, .latest) } ?? ClockTime(seconds: 0)
      let end = details["earliest"].map { clock($0, .earliest) } ?? ClockTime(seconds: 86_400)
      guard let start, let end, start != end else { return nil }
      return (ClockRange(from: start, to: end), days)
    }
    if details["from"] != nil || details["to"] != nil {
      guard let from = details["from"].flatMap(Spoken.init),
        let to = details["to"].flatMap(Spoken.init), let range = stretch(from, to)
      else { return nil }
      return (range, days)
    }
    return days.isEmpty ? nil : (nil, days)
  }

  /// The word that says where somebody may not be reached, as companion tables write it.
  static func place(_ text: String) -> String {
    let text = text.lowercased()
    if ["home", "house", "residence", "apartment", "apt"].contains(where: text.hasPrefix) {
      return "home"
    }
    let work = [
      "work", "wk", "wrk", "job", "poe", "place of", "emp", "office", "ofc", "shop", "store",
      "restaurant", "warehouse", "plant",
    ]
    return work.contains(where: text.hasPrefix) ? "work" : text
  }

  // MARK: Clock times

  private enum Role { case earliest, latest }

  /// An hour and minute, and the half of the day where one was said.
  private struct Spoken {
    var hour: Int
    var minute: Int
    var isAfternoon: Bool?

    private static let hours = [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
      "twelve",
    ]

    init?(_ text: String) {
      var text = text.lowercased().filter { $0 != "." }
      if text.hasPrefix("noon") || text.hasPrefix("midday") {
        (hour, minute, isAfternoon) = (12, 0, true)
        return
      }
      if text.hasPrefix("midnight") {
        (hour, minute, isAfternoon) = (12, 0, false)
        return
      }
      isAfternoon = Self.half(&text)
      minute = 0
      if text.hasPrefix("half past") {
        minute = 30
        text = String(text.dropFirst("half past".count))
      }
      let words = text.split { !$0.isLetter && !$0.isNumber && $0 != ":" }
      guard let first = words.first else { return nil }
      if let index = Self.hours.firstIndex(where: { $0 == first }) {
        hour = index + 1
        switch words.dropFirst().first {
        case "thirty": minute = 30
        case "fifteen": minute = 15
        case "forty": minute = 45
        default: break
        }
      } else {
        let parts = first.split(separator: ":")
        guard let digits = parts.first, let number = Int(digits) else { return nil }
        if parts.count == 2, let minutes = Int(parts[1]) {
          (hour, minute) = (number, minutes)
        } else if digits.count >= 3 {
          (hour, minute) = (number / 100, number % 100)
        } else {
          hour = number
        }
      }
      if hour > 12 { isAfternoon = nil }
      guard (0...23).contains(hour), (0..<60).contains(minute) else { return nil }
    }

    /// Takes "am", "p", "in the evening" and the like off the end of a text.
    private static func half(_ text: inout String) -> Bool? {
      let endings: [(String, Bool)] = [
        ("in the morning", false), ("in the afternoon", true), ("in the evening", true),
        ("at night", true), ("am", false), ("pm", true), ("a", false), ("p", true),
      ]
      while text.last?.isWhitespace == true { text.removeLast() }
      for (ending, half) in endings where text.hasSuffix(ending) {
        let head = text.dropLast(ending.count)
        guard let last = head.last, last.isNumber || last.isWhitespace else { continue }
        text = String(head)
        return half
      }
      return nil
    }

    /// The time of the clock, in the half of the day that was said or is given.
    func time(isAfternoon given: Bool) -> ClockTime? {
      guard hour <= 12, hour > 0 else { return ClockTime(seconds: hour * 3600 + minute * 60) }
      let half = isAfternoon ?? given
      return ClockTime(seconds: (hour % 12 + (half ? 12 : 0)) * 3600 + minute * 60)
    }
  }

  /// An hour without a half of the day is the one that people mean: "not before 9" is in the
  /// morning, "not after 9" at night.
  private static func clock(_ text: String, _ role: Role) -> ClockTime? {
    guard let spoken = Spoken(text) else { return nil }
    switch role {
    case .earliest: return spoken.time(isAfternoon: spoken.hour < 5 || spoken.hour == 12)
    case .latest: return spoken.time(isAfternoon: true)
    }
  }

  /// A stretch between two times: an hour from seven on begins in the morning, an earlier one in
  /// the afternoon, and the end is the next such hour after it.
  private static func stretch(_ from: Spoken, _ to: Spoken) -> ClockRange? {
    let half = from.isAfternoon ?? (from.hour < 7 || from.hour == 12)
    guard let start = from.time(isAfternoon: half) else { return nil }
    if to.isAfternoon == nil, to.hour <= 12 {
      let ends = [false, true].compactMap { to.time(isAfternoon: $0) }.filter { $0 > start }
      guard let end = ends.min() else { return nil }
      return ClockRange(from: start, to: end)
    }
    guard let end = to.time(isAfternoon: false), end != start else { return nil }
    return ClockRange(from: start, to: end)
  }

  private static func range(ofPart text: String) -> ClockRange? {
    let text = text.lowercased()
    let hours: (Int, Int)
    if text.contains("morning") || text.hasPrefix("am") || text.hasPrefix("a.m") {
      hours = (0, 12)
    } else if text.hasPrefix("afternoon") {
      hours = (12, 17)
    } else if text.hasPrefix("eve") {
      hours = (17, 24)
    } else if text.hasPrefix("night") || text.hasPrefix("nite") {
      hours = (18, 24)
    } else {
      return nil
    }
    guard let from = ClockTime(seconds: hours.0 * 3600), let to = ClockTime(seconds: hours.1 * 3600)
    else { return nil }
    return ClockRange(from: from, to: to)
  }

  // MARK: Weekdays

  private static func weekdays(_ text: String) -> [Weekday] {
    let text = text.lowercased()
    if text.hasPrefix("weekend") || text.hasPrefix("week-end") || text.hasPrefix("wknd") {
      return [.saturday, .sunday]
    }
    if text.hasPrefix("weekday") || text.hasPrefix("week-day") || text.hasPrefix("wkd") {
      return [.monday, .tuesday, .wednesday, .thursday, .friday]
    }
    let all = Weekday.allCases
    var days: [Weekday] = []
    var isRange = false
    for word in text.split(whereSeparator: { !$0.isLetter && $0 != "-" }).flatMap(separated) {
      if word == "-" || word == "thru" || word == "through" || word == "to" {
        isRange = !days.isEmpty
        continue
      }
      guard let day = all.first(where: { word.hasPrefix($0.rawValue.lowercased()) }),
        let index = all.firstIndex(of: day)
      else {
        isRange = false
        continue
      }
      if isRange, let last = days.last, let start = all.firstIndex(of: last) {
        var next = (start + 1) % all.count
        while next != index {
          days.append(all[next])
          next = (next + 1) % all.count
        }
      }
      if !days.contains(day) { days.append(day) }
      isRange = false
    }
    return days
  }

  /// "mon-wed" as "mon", "-", "wed".
  private static func separated(_ word: Substring) -> [Substring] {
    let parts = word.split(separator: "-")
    var words: [Substring] = []
    for (index, part) in parts.enumerated() {
      if index > 0 { words.append("-") }
      words.append(part)
    }
    return words.isEmpty ? ["-"] : words
  }
}
