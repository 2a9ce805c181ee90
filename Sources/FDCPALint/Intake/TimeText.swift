/// How a log writes dates: `2026-10-06`, or `10/06/2026` for 6 October.
public enum TimeFormat: String, Sendable, CaseIterable {
  case iso, us
}

/// A time as somebody wrote it, before anything says where it was.
struct TimeText: Sendable, Hashable {
  var day: CivilDay
  /// Seconds from midnight; `nil` where only a day was written.
  var second: Int?
  /// Seconds east of UTC; `nil` where none was written.
  var offset: Int?

  /// Why a text is no time.
  enum Fault: Error, Hashable, Sendable {
    case shape
    case noSuchDay
    case noSuchTime
    case noSuchOffset
    /// `10/06/2026`, which is June in most of the world.
    case dayAndMonthUnclear
  }

  /// Reads `2026-04-01T10:00[:SS[.fff]]` with `Z`, `±HH:MM`, `±HHMM`, `±HH`, ` UTC` or nothing, a
  /// space in place of `T`, a day alone; with the US format also `4/1/2026 2:05[:SS] PM`.
  init(_ text: String, format: TimeFormat) throws(Fault) {
    var text = text
    let result = text.withUTF8 { bytes in
      Result { () throws(Fault) in
        var scanner = TimeScanner(bytes: bytes)
        return try scanner.stamp(format)
      }
    }
    self = try result.get()
  }

  fileprivate init(day: CivilDay, second: Int?, offset: Int?) {
    self.day = day
    self.second = second
    self.offset = offset
  }
}

private struct TimeScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  var at = 0

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func stamp(_ format: TimeFormat) throws(TimeText.Fault) -> TimeText {
    let day = try day(format)
    guard at < bytes.count else { return TimeText(day: day, second: nil, offset: nil) }
    guard take("T") || take("t") || take(" ") else { throw .shape }
    while take(" ") {}
    let second = try clock(format)
    let offset = try offset()
    guard at == bytes.count else { throw .shape }
    return TimeText(day: day, second: second, offset: offset)
  }

  private mutating func day(_ format: TimeFormat) throws(TimeText.Fault) -> CivilDay {
    guard let first = number(1...4) else { throw .shape }
    if first.digits == 4, take("-") {
      guard let month = number(2...2), take("-"), let day = number(2...2) else { throw .shape }
      return try civil(first.value, month.value, day.value)
    }
    guard first.digits <= 2, take("/"), let second = number(1...2), take("/"),
      let year = number(4...4)
    else { throw .shape }
    guard format == .us else { throw .dayAndMonthUnclear }
    return try civil(year.value, first.value, second.value)
  }

  private func civil(
    _ year: Int, _ month: Int, _ day: Int
  ) throws(TimeText.Fault) -> CivilDay {
    guard let civil = CivilDay(year: year, month: month, day: day) else { throw .noSuchDay }
    return civil
  }

  private mutating func clock(_ format: TimeFormat) throws(TimeText.Fault) -> Int {
    guard let hour = number(format == .us ? 1...2 : 2...2), take(":"), let minute = number(2...2)
    else { throw .shape }
    var second = 0
    if take(":") {
      guard let seconds = number(2...2) else { throw .shape }
      second = seconds.value
      if take("."), number(1...9) == nil { throw .shape }
    }
    guard minute.value < 60, second < 60 else { throw .noSuchTime }
    var hours = hour.value
    if format == .us, let isAfternoon = try halfOfDay() {
      guard (1...12).contains(hours) else { throw .noSuchTime }
      hours = hours % 12 + (isAfternoon ? 12 : 0)
    }
    guard hours < 24 else { throw .noSuchTime }
    return hours * 3600 + minute.value * 60 + second
  }

  /// Reads `AM` or `PM`; `true` for the latter.
  private mutating func halfOfDay() throws(TimeText.Fault) -> Bool? {
    let start = at
    while take(" ") {}
    let isAfternoon = take("P") || take("p")
    guard isAfternoon || take("A") || take("a") else {
      at = start
      return nil
    }
    guard take("M") || take("m") else { throw .shape }
    return isAfternoon
  }

  private mutating func offset() throws(TimeText.Fault) -> Int? {
    guard at < bytes.count else { return nil }
    if take("Z") || take("z") { return 0 }
    while take(" ") {}
    if take("U") || take("u") {
      guard take("T") || take("t"), take("C") || take("c") else { throw .shape }
      return 0
    }
    let isWest = take("-")
    guard isWest || take("+") else { throw .shape }
    guard let hours = number(2...2) else { throw .shape }
    var minutes = 0
    if at < bytes.count {
      _ = take(":")
      guard let more = number(2...2) else { throw .shape }
      minutes = more.value
    }
    let seconds = hours.value * 3600 + minutes * 60
    guard minutes < 60, seconds <= 14 * 3600 else { throw .noSuchOffset }
    return isWest ? -seconds : seconds
  }

  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard at < bytes.count, bytes[at] == UInt8(ascii: byte) else { return false }
    at += 1
    return true
  }

  /// Reads as many digits as there are, `nil` when they are not as many as they may be.
  private mutating func number(_ length: ClosedRange<Int>) -> (value: Int, digits: Int)? {
    let start = at
    var value = 0
    while at < bytes.count, at - start < length.upperBound,
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[at])
    {
      value = value * 10 + Int(bytes[at] - UInt8(ascii: "0"))
      at += 1
    }
    return length.contains(at - start) ? (value, at - start) : nil
  }
}
