extension ContactReader {
  /// Puts one field's value into a draft.
  mutating func set(_ field: LogField, _ value: JSONValue, in draft: inout ContactDraft) {
    switch field {
    case .id: draft.contact.id = text(value, field) ?? ""
    case .at: draft.at = text(value, field)
    case .atDate: draft.day = text(value, field)
    case .atTime: draft.clock = text(value, field)
    case .zone: draft.zone = text(value, field)
    case .consumer: draft.contact.consumer = text(value, field) ?? ""
    case .person: draft.contact.person = text(value, field)
    case .party: draft.contact.party = closed(value, field) ?? .unknown
    case .debts: draft.contact.debts = list(value, field)
    case .discussed: draft.contact.discussed = list(value, field)
    case .direction: draft.contact.direction = closed(value, field) ?? .outbound
    case .channel: draft.contact.channel = closed(value, field) ?? .other
    case .outcome: draft.contact.outcome = closed(value, field)
    case .to: draft.contact.to = text(value, field)
    case .endpointKind: draft.contact.endpoint = closed(value, field)
    case .signal:
      draft.contact.signals = list(value, field).map { $0 == "dispute" ? "dispute_oral" : $0 }
    case .collector: draft.contact.collector = text(value, field)
    case .agent: draft.contact.agent = text(value, field)
    case .campaign: draft.contact.campaign = text(value, field)
    case .duration: draft.contact.duration = duration(value)
    case .amount: draft.contact.amount = text(value, field)
    case .state: draft.contact.state = text(value, field)
    case .zip: draft.contact.zip = text(value, field)
    case .language: draft.contact.language = text(value, field)
    case .format: draft.contact.format = text(value, field)
    case .visibility: draft.contact.visibility = text(value, field)
    case .sender: draft.contact.sender = text(value, field)
    case .profile: draft.contact.profile = text(value, field)
    case .prerecorded: draft.contact.prerecorded = flag(value, field)
    case .from: draft.contact.from = text(value, field)
    case .note: draft.note = words(value, field)
    case .text: draft.text = words(value, field)
    case .envelope: draft.envelope = words(value, field)
    case .subject: draft.subject = words(value, field)
    case .consent, .consentScope, .consentTo, .consentFrom, .consentUntilTime, .consentNotBefore,
      .consentUntil, .consentRevoked:
      setConsent(field, value, in: &draft)
    }
  }

  /// A scalar as text; of a list its items, joined by `;`.
  mutating func text(_ value: JSONValue, _ field: LogField) -> String? {
    switch value {
    case .string(let text): return trimmed(text)
    case .number, .bool: return value.scalarText
    case .array(let items) where items.allSatisfy({ $0.scalarText != nil }): return value.flatText
    case .array, .object, .null:
      reportShape(value, field, expected: "a text")
      return nil
    }
  }

  mutating func list(_ value: JSONValue, _ field: LogField) -> [String] {
    var items: [String] = []
    func add(_ text: String) {
      let item = trimmed(text)
      // A debt named twice is still one debt.
      if !item.isEmpty, !items.contains(item) { items.append(item) }
    }
    switch value {
    case .string(let text) where splitsLists && text.contains(";"):
      for part in text.split(separator: ";") { add(String(part)) }
    case .string, .number, .bool: add(value.scalarText ?? "")
    case .array(let elements):
      for element in elements where !element.isAbsent {
        if let text = element.scalarText {
          add(text)
        } else {
          reportShape(element, field, expected: "a list of texts")
        }
      }
    case .object, .null: reportShape(value, field, expected: "a list of texts")
    }
    return items
  }

  mutating func closed<Value: RawRepresentable & CaseIterable>(
    _ value: JSONValue, _ field: LogField
  ) -> Value? where Value.RawValue == String {
    guard let text = value.scalarText else {
      reportShape(value, field, expected: "a text")
      return nil
    }
    if let exact = Value(rawValue: text) { return exact }
    if let same = Value(rawValue: LogField.normalized(text)) { return same }
    reportUnknown(trimmed(text), field, among: Value.allCases.map(\.rawValue))
    return nil
  }

  mutating func flag(_ value: JSONValue, _ field: LogField) -> Bool? {
    switch value {
    case .bool(let flag): return flag
    case .string, .number:
      switch value.scalarText.map(trimmed)?.lowercased() {
      case "true", "yes", "y", "t", "1": return true
      case "false", "no", "n", "f", "0": return false
      default: break
      }
    case .null, .array, .object: break
    }
    report(
      "bad-value", field, found: Shown.short(value), expected: "true or false",
      message: "'\(field.rawValue)' is neither true nor false; write one of them")
    return nil
  }

  /// Whole seconds, from a number of seconds or `MM:SS` or `HH:MM:SS`.
  private mutating func duration(_ value: JSONValue) -> Int? {
    if let text = value.scalarText.map(trimmed), let seconds = Self.seconds(text) { return seconds }
    report(
      "bad-value", .duration, found: Shown.short(value), expected: "seconds, such as 95",
      message: "'duration' is no number of seconds; write one such as 95, or 0:01:35")
    return nil
  }

  private static func seconds(_ text: String) -> Int? {
    if let whole = decimal(Array(text.utf8)[...]) { return whole }
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    if parts.count == 1, let value = Double(text), value >= 0, value < 1e9 {
      return Int(value.rounded(.down))
    }
    guard (2...3).contains(parts.count), parts.allSatisfy({ $0.count <= 4 }) else { return nil }
    var seconds = 0
    for (index, part) in parts.enumerated() {
      guard let number = decimal(Array(part)[...]), index == 0 || number < 60 else { return nil }
      seconds = seconds * 60 + number
    }
    return seconds
  }

  /// Somebody's words; turns of a conversation become lines with the speaker before each.
  private mutating func words(_ value: JSONValue, _ field: LogField) -> String? {
    switch value {
    case .string, .number, .bool: return value.scalarText
    case .array(let turns):
      let lines = turns.compactMap(Self.line)
      if lines.count == turns.count { return lines.joined(separator: "\n") }
    case .object, .null: break
    }
    reportShape(value, field, expected: "a text, or a list of turns with speaker and text")
    return nil
  }

  private static func line(_ turn: JSONValue) -> String? {
    guard case .object(let turn) = turn else { return turn.scalarText }
    guard let text = turn["text"]?.scalarText else { return nil }
    let speaker = turn["speaker"] ?? turn["role"]
    return speaker?.scalarText.map { "\($0): \(text)" } ?? text
  }

  mutating func reportShape(_ value: JSONValue, _ field: LogField, expected: String) {
    report(
      "bad-value", field, found: value.shape, expected: expected,
      message: "'\(field.rawValue)' is \(value.shape); write \(expected)")
  }
}
