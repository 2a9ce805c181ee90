extension ContactFilter {
  /// How a contact stands to a filter.
  struct Reading: Sendable, Hashable {
    /// What keeps the contact from passing; empty: it passes.
    var misses: Misses = []
    /// Open questions on which it hangs that it passes.
    var questions: Set<OpenQuestion> = []

    var passes: Bool { misses.isEmpty }
  }
  struct Misses: OptionSet, Sendable, Hashable {
    let rawValue: Int
    static let direction = Misses(rawValue: 1)
    static let outcome = Misses(rawValue: 2)
    static let other = Misses(rawValue: 4)
  }

  /// Reads one contact.
  ///
  /// - Parameter isMinor: Whether the consumer is a minor, whose parents are protected as the
  ///   consumer is (12 CFR 1006.6(a)(1)); `nil` when nothing says so.
  func reading(_ contact: Contact, isMinor: Bool? = nil) -> Reading {
    var reading = Reading()
    if !channels.isEmpty, !channels.contains(contact.channel) { reading.misses.insert(.other) }
    if !directions.isEmpty, !directions.contains(contact.direction) {
      reading.misses.insert(.direction)
    }
    if !outcomes.isEmpty {
      if let outcome = contact.outcome {
        if unclearOutcomes.contains(outcome) {
          reading.questions.insert(.outcomeUnclear)
        } else if !outcomes.contains(outcome) {
          reading.misses.insert(.outcome)
        }
      } else {
        // A row without an outcome is taken as connected.
        reading.questions.insert(.outcomeMissing)
      }
    }
    if !endpoints.isEmpty, !(contact.reached.map(endpoints.contains) ?? false) {
      reading.misses.insert(.other)
    }
    if let prerecorded, contact.playedRecording != prerecorded { reading.misses.insert(.other) }
    if !notEndpoints.isEmpty {
      if let reached = contact.reached {
        if notEndpoints.contains(reached) { reading.misses.insert(.other) }
      } else {
        reading.questions.insert(.endpointUnclear)
      }
    }
    read(party: contact.party, isMinor: isMinor, into: &reading)
    return reading
  }

  private func read(party: Party, isMinor: Bool?, into reading: inout Reading) {
    guard !parties.isEmpty else { return }
    // A list of those whom the law protects as it does the consumer; others name everybody whom
    // they count, and leave nothing open.
    let isProtective = parties.contains(.consumer) && !parties.contains(.thirdParty)
    if isProtective, party == .unknown {
      reading.questions.insert(.partyUnclear)
    } else if !parties.contains(party) {
      reading.misses.insert(.other)
    } else if isProtective, party == .parent {
      switch isMinor {
      case true?: break
      case false?: reading.misses.insert(.other)
      case nil: reading.questions.insert(.partyUnclear)
      }
    }
  }
}

extension Contact {
  /// The kind of address that was reached: a log may write it in place of the address.
  var reached: EndpointKind? { endpoint ?? to.flatMap(EndpointKind.init(rawValue:)) }

  /// Whether a recording was played, as the log says or its outcome shows; `nil` when unsaid.
  var playedRecording: Bool? { prerecorded ?? (outcome == .recordedMessage ? true : nil) }

  /// The number or address in a form that can be compared.
  var address: String? { to.map(Self.comparable) }

  /// Numbers by their digits, at most the last ten; all else in lower case.
  static func comparable(address: String) -> String {
    let digits = address.filter(\.isWholeNumber)
    guard digits.count >= 7, !address.contains(where: { $0.isLetter || $0 == "@" }) else {
      return address.lowercased().filter { !$0.isWhitespace }
    }
    return String(digits.suffix(10))
  }
}

extension Ledger {
  /// Whether the consumer is a minor, as the companion table has it.
  var isMinor: Bool? {
    if let age = consumer.context["age"].flatMap({ Int($0) }) {
      return majority.map { age < $0 }
    }
    return consumer.context["minor"].flatMap { Bool($0) }
  }
}

extension Set<OpenQuestion> {
  /// In the order of their list, for output.
  var inOrder: [OpenQuestion] { OpenQuestion.allCases.filter(contains) }
}

extension Instant {
  /// The order of two records' instants, `nil` where they share one and nothing tells which of
  /// them came first.
  func isBefore(_ other: Instant) -> Bool? { self == other ? nil : self < other }
}
