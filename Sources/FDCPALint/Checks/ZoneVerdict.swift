/// How a contact stands to a bar on the clock of one zone.
enum ZoneVerdict: Sendable, Hashable {
  case fine
  case barred
  /// Barred under some answers to open questions.
  case open(Set<OpenQuestion>)

  init(_ questions: Set<OpenQuestion>?) {
    guard let questions else {
      self = .fine
      return
    }
    self = questions.isEmpty ? .barred : .open(questions)
  }

  /// What the zones together say: `nil` when all are fine.
  struct Joint: Sendable, Hashable {
    /// Barred in some of the possible zones only (comment 6(b)(1)(i)-2).
    var isRisk: Bool
    var questions: Set<OpenQuestion>
    /// The number of the first zone in which it is barred, certainly if in any.
    var zone: Int
  }

  static func joint(_ verdicts: [ZoneVerdict]) -> Joint? {
    var questions: Set<OpenQuestion> = []
    for case .open(let open) in verdicts { questions.formUnion(open) }
    guard let zone = verdicts.firstIndex(of: .barred) ?? verdicts.firstIndex(where: { $0 != .fine })
    else { return nil }
    return Joint(isRisk: verdicts.contains(.fine), questions: questions, zone: zone)
  }
}

extension ClockTime {
  /// Whether a time lies in the minute that begins with this one: too close to call.
  func isMinute(of time: ClockTime) -> Bool { (seconds..<seconds + 60).contains(time.seconds) }
}
