extension ContactReader {
  /// Puts a consent, or one of its columns, into a draft.
  mutating func setConsent(_ field: LogField, _ value: JSONValue, in draft: inout ContactDraft) {
    draft.hasConsent = true
    switch field {
    case .consentScope: draft.consent.scope = text(value, field)
    case .consentTo: draft.consent.recipient = text(value, field)
    case .consentFrom: draft.consent.from = clock(value, field, &draft)
    case .consentUntilTime: draft.consent.to = clock(value, field, &draft)
    case .consentNotBefore: draft.consent.notBefore = day(value, field, &draft)
    case .consentUntil: draft.consent.until = day(value, field, &draft)
    case .consentRevoked:
      guard let revoked = flag(value, field) else {
        draft.consentIsUnclear = true
        return
      }
      draft.consent.revoked = revoked
    default: readConsent(value, into: &draft)
    }
  }

  private mutating func readConsent(_ value: JSONValue, into draft: inout ContactDraft) {
    var value = value
    // A cell of a CSV file may hold the object as JSON.
    if case .string(let text) = value, text.hasPrefix("{"),
      let parsed = try? JSONParser.parse(Array(text.utf8))
    {
      value = parsed
    }
    guard case .object(let consent) = value else {
      draft.consentIsUnclear = true
      reportShape(value, .consent, expected: "an object such as {\"scope\": …, \"to\": …}")
      return
    }
    for member in consent.members where !member.value.isAbsent {
      if let part = LogField(rawValue: "consent." + member.key) {
        setConsent(part, member.value, in: &draft)
      } else {
        // A limit by a name that nobody knows may not be taken as no limit.
        draft.consentIsUnclear = true
        report(
          "bad-value", .consent, found: Shown.short(member.key), expected: Self.consentKeys,
          message: "consent has an unknown key '\(Shown.short(member.key))', so it was not relied "
            + "on; use \(Self.consentKeys)")
      }
    }
  }

  private static let consentKeys = "scope, to, from, until_time, not_before, until, revoked"

  private mutating func clock(
    _ value: JSONValue, _ field: LogField, _ draft: inout ContactDraft
  ) -> ClockTime? {
    if let time = value.scalarText.flatMap({ ClockTime(trimmed($0)) }) { return time }
    draft.consentIsUnclear = true
    report(
      "bad-value", field, found: Shown.short(value), expected: "a clock time such as 21:00",
      message: "'\(field.rawValue)' is no clock time, so the consent was not relied on; "
        + "write one such as 21:00")
    return nil
  }

  private mutating func day(
    _ value: JSONValue, _ field: LogField, _ draft: inout ContactDraft
  ) -> CivilDay? {
    if let text = value.scalarText.map(trimmed),
      let time = try? TimeText(text, format: mapping.format)
    {
      return time.day
    }
    draft.consentIsUnclear = true
    report(
      "bad-value", field, found: Shown.short(value), expected: "a day such as 2026-04-01",
      message: "'\(field.rawValue)' is no day, so the consent was not relied on; "
        + "write one such as 2026-04-01")
    return nil
  }
}
