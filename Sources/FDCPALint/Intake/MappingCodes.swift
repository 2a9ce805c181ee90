extension MappingGuess {
  /// Result codes and the like that collection systems commonly use.
  static let commonCodes: [LogField: [String: [Mapping.Assignment]]] = [
    .outcome: codes(
      .outcome,
      [
        Outcome.noAnswer.rawValue: ["NA", "N/A", "NOA", "NOANS", "NO ANS", "RNA"],
        Outcome.busy.rawValue: ["BZ", "BSY", "B"],
        Outcome.notConnected.rawValue: ["DISC", "DISCONNECTED", "DC", "NIS", "OOS", "SIT"],
        Outcome.answeredDropped.rawValue: [
          "HU", "HUNG UP", "HANGUP", "HANG UP", "DROP", "DROPPED",
        ],
        Outcome.abandoned.rawValue: ["AB", "ABAN", "ABD"],
        Outcome.voicemail.rawValue: ["VM", "LVM", "AM", "ANSWERING MACHINE", "LEFT VOICEMAIL"],
        Outcome.voicemailFull.rawValue: ["VMF", "VM FULL", "MAILBOX FULL"],
        Outcome.messageLeft.rawValue: ["LM", "LMTCB", "LEFT MESSAGE"],
        Outcome.conversation.rawValue: ["CONTACT", "TALKED", "SPOKE"],
        Outcome.delivered.rawValue: ["DLV", "DELIV"],
        Outcome.undeliverable.rawValue: ["BNC", "BOUNCE", "BOUNCED", "FAILED", "UNDELIVERED"],
      ]
    ).merging(outcomesWithParties) { first, _ in first },
    .direction: codes(
      .direction,
      [
        Direction.outbound.rawValue: ["O", "OUT", "OB", "OUTGOING"],
        Direction.inbound.rawValue: ["I", "IN", "IB", "INCOMING"],
      ]),
    .channel: codes(
      .channel,
      [
        Channel.call.rawValue: ["C", "PHONE", "PHONE CALL", "TEL", "TELEPHONE", "VOICE", "DIALER"],
        Channel.text.rawValue: ["SMS", "TXT", "TEXT MESSAGE"],
        Channel.email.rawValue: ["E", "EML", "E-MAIL"],
        Channel.letter.rawValue: ["L", "LTR", "MAIL", "LETTERS"],
      ]),
    .party: codes(
      .party,
      [
        Party.consumer.rawValue: ["SELF", "DEBTOR", "CUSTOMER", "CUST", "BORROWER", "RP", "RPC"],
        Party.attorney.rawValue: ["ATTY", "ATTNY", "LAWYER"],
        Party.employer.rawValue: ["POE", "EMP", "EMPL"],
        Party.thirdParty.rawValue: ["TP", "3P", "3RD PARTY"],
        Party.spouse.rawValue: ["SP", "WIFE", "HUSBAND"],
      ]),
  ]

  /// Codes that say who was reached, or what was learned, beside how a call ended.
  private static let outcomesWithParties: [String: [Mapping.Assignment]] = [
    "RPC": reached(.consumer),
    "TPC": reached(.thirdParty),
    "PTP": reached(.consumer, signal: "promise_to_pay"),
    "WN": reached(.unknown, signal: "wrong_number"),
    "WRONG NUMBER": reached(.unknown, signal: "wrong_number"),
  ]

  private static func reached(_ party: Party, signal: String? = nil) -> [Mapping.Assignment] {
    [
      Mapping.Assignment(field: .outcome, value: Outcome.conversation.rawValue),
      Mapping.Assignment(field: .party, value: party.rawValue),
    ] + (signal.map { [Mapping.Assignment(field: .signal, value: $0)] } ?? [])
  }

  private static func codes(
    _ field: LogField, _ meanings: [String: [String]]
  ) -> [String: [Mapping.Assignment]] {
    var result: [String: [Mapping.Assignment]] = [:]
    for (value, codes) in meanings {
      for code in codes { result[code] = [Mapping.Assignment(field: field, value: value)] }
    }
    return result
  }
}
