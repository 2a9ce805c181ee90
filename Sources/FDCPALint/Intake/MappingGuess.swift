/// Guesses what a log's columns and codes mean from names that collection systems commonly use.
///
/// A guess is always shown, as a mapping file to check and save.
enum MappingGuess {
  /// A mapping for columns of which the contract's own names leave out a time, a consumer or a
  /// channel; `nil` where nothing is missing or nothing can be guessed.
  static func mapping(for columns: [String]) -> Mapping? {
    let known = Set(columns.compactMap { LogField(column: $0) })
    let hasTime = known.contains(.at) || known.contains(.atDate)
    guard !hasTime || !known.contains(.consumer) || !known.contains(.channel) else { return nil }

    var mapping = Mapping()
    var open = columns.filter { LogField(column: $0) == nil }
    func take(_ names: [String]) -> String? {
      for name in names {
        if let index = open.firstIndex(where: { LogField.normalized($0) == name }) {
          return open.remove(at: index)
        }
      }
      return nil
    }

    if !hasTime { guessTime(&mapping, take) }
    for (field, names) in commonNames where !known.contains(field) {
      if let column = take(names) { mapping.columns[column] = [field] }
    }
    if !known.contains(.debts) { guessAccount(&mapping, known, take) }
    guard !mapping.columns.isEmpty else { return nil }
    if !known.contains(.channel), !mapping.assigned.contains(.channel), isDialer(columns) {
      mapping.defaults[.channel] = Channel.call.rawValue
    }
    mapping.values = commonCodes
    return mapping
  }

  private static func guessTime(_ mapping: inout Mapping, _ take: ([String]) -> String?) {
    if let whole = take(wholeTimes) {
      mapping.columns[whole] = [.at]
      return
    }
    switch (take(days), take(clocks)) {
    case (let day?, let clock?):
      mapping.columns[day] = [.atDate]
      mapping.columns[clock] = [.atTime]
    case (let one?, nil), (nil, let one?): mapping.columns[one] = [.at]
    case (nil, nil): break
    }
  }

  /// An account number stands for the debt, and for its consumer where nothing else does.
  private static func guessAccount(
    _ mapping: inout Mapping, _ known: Set<LogField>, _ take: ([String]) -> String?
  ) {
    guard let account = take(accounts) else { return }
    let hasConsumer = known.contains(.consumer) || mapping.assigned.contains(.consumer)
    mapping.columns[account] = hasConsumer ? [.debts] : [.consumer, .debts]
  }

  /// Whether columns are those of a dialer, whose every row is a call.
  private static func isDialer(_ columns: [String]) -> Bool {
    columns.contains {
      let words = LogField.normalized($0).split(separator: "_")
      return words.contains { $0 == "call" || $0 == "dialed" || $0 == "talk" }
    }
  }

  private static let wholeTimes = [
    "datetime", "date_time", "call_datetime", "call_date_time", "call_timestamp", "timestamp",
    "time_stamp", "contact_datetime", "contact_timestamp", "activity_datetime", "start_datetime",
    "start_time", "call_start", "call_start_time", "started_at", "created_at", "sent_at",
    "event_time", "occurred_at",
  ]
  private static let days = [
    "call_date", "contact_date", "activity_date", "action_date", "log_date", "date",
  ]
  private static let clocks = [
    "call_time", "contact_time", "activity_time", "action_time", "log_time", "time",
  ]
  private static let accounts = [
    "account", "account_id", "account_number", "account_no", "account_num", "acct", "acct_id",
    "acct_number", "acct_no", "acct_num", "debt_id", "debt", "debt_number", "file_number",
    "file_no", "loan_number", "loan_id",
  ]

  private static let commonNames: [(LogField, [String])] = [
    (
      .id,
      [
        "record_id", "call_id", "contact_id", "activity_id", "event_id", "log_id", "row_id",
        "unique_id", "uuid", "guid",
      ]
    ),
    (
      .consumer,
      [
        "consumer_id", "consumer_no", "debtor_id", "debtor_no", "debtor_number", "debtor",
        "customer_id", "customer_no", "customer_number", "customer", "cust_id", "cust_no",
        "borrower_id", "borrower",
      ]
    ),
    (.person, ["person_id", "contact_name", "contacted_person", "party_name"]),
    (
      .party,
      [
        "party_contacted", "contact_party", "party_type", "relationship", "contact_relation",
        "spoke_with", "spoke_to",
      ]
    ),
    (.direction, ["call_direction", "contact_direction", "dir", "in_out", "inbound_outbound"]),
    (
      .channel,
      [
        "contact_type", "contact_method", "contact_channel", "communication_type", "comm_type",
        "activity_type", "method", "medium", "media",
      ]
    ),
    (
      .outcome,
      [
        "result_code", "call_result", "result", "disposition", "disposition_code",
        "call_disposition", "dispo", "call_outcome", "outcome_code", "call_status",
      ]
    ),
    (
      .to,
      [
        "phone_number", "phone", "number_dialed", "dialed_number", "phone_dialed",
        "called_number", "number_called", "to_number", "destination", "email_address",
        "recipient",
      ]
    ),
    (.endpointKind, ["phone_type", "number_type", "address_type", "endpoint_type"]),
    (
      .agent,
      [
        "agent_id", "agent_name", "collector_id", "collector_name", "user_id", "user",
        "employee_id", "rep", "operator",
      ]
    ),
    (.campaign, ["campaign_id", "campaign_name"]),
    (
      .duration,
      [
        "call_duration", "duration_seconds", "duration_sec", "talk_time", "call_length",
        "length", "seconds",
      ]
    ),
    (.zone, ["time_zone", "timezone", "tz"]),
    (.state, ["consumer_state", "address_state", "res_state", "st"]),
    (.zip, ["zip_code", "zipcode", "postal_code"]),
    (.language, ["lang", "preferred_language"]),
    (
      .note,
      [
        "notes", "note_text", "call_notes", "agent_notes", "comments", "comment", "remarks",
        "memo",
      ]
    ),
    (.text, ["transcript", "message_text", "message_body", "message", "body", "content"]),
  ]
}
