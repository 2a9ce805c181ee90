/// A field of a contact log, by the name that it has there.
package enum LogField: String, Sendable, CaseIterable {
  case id
  case at
  /// Day and clock time, for systems that keep them in two columns.
  case atDate = "at.date"
  case atTime = "at.time"
  case zone, consumer, person, party, debts, discussed, direction, channel, outcome, to
  case endpointKind = "endpoint_kind"
  case consent
  case consentScope = "consent.scope"
  case consentTo = "consent.to"
  case consentFrom = "consent.from"
  case consentUntilTime = "consent.until_time"
  case consentNotBefore = "consent.not_before"
  case consentUntil = "consent.until"
  case consentRevoked = "consent.revoked"
  case signal, collector, agent, campaign, duration, amount, state, zip, language, format
  case envelope, visibility, sender, profile, prerecorded, from, note, text, subject

  /// The field that a column's name means, whatever its case, `Endpoint Kind` as well.
  init?(column name: String) {
    self.init(rawValue: Self.normalized(name))
  }

  /// Lower case, with `_` for what separates words; dots within a name stay.
  static func normalized(_ name: String) -> String {
    var result = ""
    for scalar in trimmed(name).lowercased().unicodeScalars {
      let isPart = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      if isPart || scalar == "." {
        result.unicodeScalars.append(scalar)
      } else if result.last != "_" {
        result += "_"
      }
    }
    while result.last == "_" || result.last == "." { result.removeLast() }
    return result
  }

  /// The values that a field may have, `nil` where it is open.
  var closedValues: [String]? {
    switch self {
    case .party: Party.allCases.map(\.rawValue)
    case .direction: Direction.allCases.map(\.rawValue)
    case .channel: Channel.allCases.map(\.rawValue)
    case .outcome: Outcome.allCases.map(\.rawValue)
    case .endpointKind: EndpointKind.allCases.map(\.rawValue)
    default: nil
    }
  }

  /// Whether it holds somebody's words, which no message may show.
  var isText: Bool { self == .note || self == .text || self == .envelope || self == .subject }

  /// A bit of its own in a set of fields.
  var bit: UInt64 { Self.bits[self] ?? 0 }

  private static let bits: [LogField: UInt64] = Dictionary(
    uniqueKeysWithValues: Swift.zip(allCases, (0..<64).map { UInt64(1) << UInt64($0) }))
}
