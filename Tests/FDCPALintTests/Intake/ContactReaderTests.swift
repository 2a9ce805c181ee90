import Testing

@testable import FDCPALint

@Suite struct ContactReaderTests {
  private static let full = """
    {"id":"r1","at":"2026-04-01T10:00:00-04:00","consumer":"c1","person":"p1","party":"spouse",\
    "debts":["A","B","A"],"discussed":"A","direction":"inbound","channel":"call",\
    "outcome":"conversation","to":"555","endpoint_kind":"home_landline",\
    "consent":{"scope":"additional_calls","to":"collector","from":"08:00","until_time":"24:00",\
    "not_before":"2026-04-02","until":"2026-04-05","revoked":false},\
    "signal":["dispute","cease_request"],"collector":"ag","agent":"e1","campaign":"k",\
    "duration":95,"amount":12.5,"state":"NY","zip":"10001","language":["en","es"],"format":"f",\
    "envelope":"PO Box 1","visibility":"private","sender":"creditor","profile":"true_name",\
    "prerecorded":true,"from":"800","note":"spoke w/ wife","text":"Agent: hi","intends_suit":true}
    """

  @Test func readsEveryField() throws {
    let (record, problems, notices) = readRow(Self.full)
    let contact = try #require(record).contact
    #expect(problems.isEmpty)
    #expect(
      notices == ["log.jsonl: column 'intends_suit' is no field of a contact log; kept as context"])
    #expect(contact.id == "r1")
    #expect(contact.consumer == "c1")
    #expect(contact.at == instant(2026, 4, 1, 14, 0))
    #expect(contact.offset == -14_400)
    #expect(contact.person == "p1")
    #expect(contact.party == .spouse)
    #expect(contact.debts == ["A", "B"])
    #expect(contact.discussed == ["A"])
    #expect(contact.direction == .inbound)
    #expect(contact.channel == .call)
    #expect(contact.outcome == .conversation)
    #expect(contact.to == "555")
    #expect(contact.endpoint == .homeLandline)
    #expect(contact.signals == ["dispute_oral", "cease_request"])
    #expect(contact.collector == "ag")
    #expect(contact.agent == "e1")
    #expect(contact.campaign == "k")
    #expect(contact.duration == 95)
    #expect(contact.amount == "12.5")
    #expect(contact.state == "NY")
    #expect(contact.zip == "10001")
    #expect(contact.language == "en;es")
    #expect(contact.format == "f")
    #expect(contact.visibility == "private")
    #expect(contact.sender == "creditor")
    #expect(contact.profile == "true_name")
    #expect(contact.prerecorded == true)
    #expect(contact.from == "800")
    var consent = Consent()
    consent.scope = "additional_calls"
    consent.recipient = "collector"
    consent.from = ClockTime("08:00")
    consent.to = ClockTime("24:00")
    consent.notBefore = CivilDay("2026-04-02")
    consent.until = CivilDay("2026-04-05")
    #expect(contact.consent == consent)
    #expect(record?.words(.note) == "spoke w/ wife")
    #expect(record?.words(.text) == "Agent: hi")
    #expect(record?.words(.envelope) == "PO Box 1")
    #expect(record?.texts.map(\.kind) == [.note, .transcript, .letter])
    #expect(record?.context == ["intends_suit": "true"])
    #expect(record?.origin == Location(path: "log.jsonl", row: 1))
    #expect(record?.isDocument == false)
  }

  @Test func csvGivesTheSameRecord() throws {
    let csv = """
      id,at,consumer,person,party,debts,discussed,direction,channel,outcome,to,endpoint_kind,\
      consent.scope,consent.to,consent.from,consent.until_time,consent.not_before,consent.until,\
      consent.revoked,signal,collector,agent,campaign,duration,amount,state,zip,language,format,\
      envelope,visibility,sender,profile,prerecorded,from,note,text,intends_suit
      r1,2026-04-01T10:00:00-04:00,c1,p1,spouse,A; B;A,A,inbound,call,conversation,555,\
      home_landline,additional_calls,collector,08:00,24:00,2026-04-02,2026-04-05,no,\
      dispute;cease_request,ag,e1,k,0:01:35,12.5,NY,10001,en;es,f,PO Box 1,private,creditor,\
      true_name,yes,800,spoke w/ wife,Agent: hi,true
      """
    let csvRecord = try #require(LogReader(mapping: Mapping()).read(source(csv)).records.first)
    let jsonRecord = try #require(readRow(Self.full).record)
    #expect(csvRecord.contact == jsonRecord.contact)
    #expect(csvRecord.context == jsonRecord.context)
    #expect(csvRecord.texts.map(\.bytes) == jsonRecord.texts.map(\.bytes))
  }

  @Test func nullAndEmptyAreAbsent() throws {
    let (record, problems, _) = readRow(
      """
      {"id":"r","at":"2026-04-01T10:00Z","consumer":"c","channel":"call","outcome":null,"note":"",\
      "debts":[],"consent":null,"party":" ","signal":[null,""],"duration":null,"x":""}
      """)
    let contact = try #require(record).contact
    #expect(problems.isEmpty)
    #expect(contact.party == .consumer)
    #expect(contact.outcome == nil)
    #expect(contact.consent == nil)
    #expect(contact.signals == [])
    #expect(record?.texts.isEmpty == true)
    #expect(record?.context == [:])
  }

  @Test(
    arguments: [
      ("call", nil, DocumentKind.transcript), ("call", "voicemail", .voicemail),
      ("call", "message_left", .voicemail), ("call", "recorded_message", .voicemail),
      ("call", "voicemail_full", .transcript), ("call", "conversation", .transcript),
      ("email", nil, .email), ("text", "sent", .text), ("letter", "sent", .letter),
      ("social", nil, .text), ("in_person", nil, .transcript), ("web", nil, .unknown),
      ("other", nil, .unknown), ("other", "voicemail", .voicemail),
    ] as [(String, String?, DocumentKind)])
  func kindsOfText(_ channel: String, _ outcome: String?, _ kind: DocumentKind) {
    let outcome = outcome.map { "\"\($0)\"" } ?? "null"
    let (record, _, _) = readRow(
      "{\"channel\":\"\(channel)\",\"outcome\":\(outcome),\"text\":\"x\"}")
    #expect(record?.texts.map(\.kind) == [kind])
  }

  @Test(arguments: [
    (#""party":"aunt""#, "bad-value", "party"), (#""outcome":"LM""#, "bad-value", "outcome"),
    (#""outcome":["busy","sent"]"#, "bad-value", "outcome"),
    (#""direction":"up""#, "bad-value", "direction"), (#""channel":"fax""#, "bad-value", "channel"),
    (#""endpoint_kind":"pager""#, "bad-value", "endpoint_kind"),
    (#""duration":"long""#, "bad-value", "duration"),
    (#""duration":"1:75""#, "bad-value", "duration"),
    (#""prerecorded":"maybe""#, "bad-value", "prerecorded"), (#""to":{"a":1}"#, "bad-value", "to"),
    (#""debts":{"a":1}"#, "bad-value", "debts"), (#""note":{"a":1}"#, "bad-value", "note"),
    (#""consent":"yes""#, "bad-value", "consent"),
    (#""consent":{"who":"x"}"#, "bad-value", "consent"),
    (#""consent":{"until":"soon"}"#, "bad-value", "consent.until"),
    (#""consent":{"from":"9am"}"#, "bad-value", "consent.from"),
    (#""to":"1","To":"2""#, "duplicate-key", "to"),
  ])
  func badValuesAreProblemsAndTheRowIsKept(_ member: String, _ code: String, _ field: String) {
    let rest = member.hasPrefix(#""channel"#) ? "" : #""channel":"call","#
    let (record, problems, _) = readRow(
      #"{"id":"r","at":"2026-04-01T10:00Z","consumer":"c",\#(rest)\#(member)}"#)
    #expect(record?.contact.id == "r")
    #expect(problems.map(\.code) == [code])
    #expect(problems.map(\.field) == [field])
    #expect(problems.first?.row == 1)
    #expect(record?.contact.consent == nil)
  }

  @Test func whatBadValuesBecome() {
    #expect(readRow(#"{"party":"aunt"}"#).record?.contact.party == .unknown)
    #expect(readRow(#"{"outcome":"LM"}"#).record?.contact.outcome == nil)
    #expect(readRow(#"{"channel":"fax"}"#).record?.contact.channel == .other)
    #expect(readRow(#"{"outcome":"Voice Mail"}"#).problems.contains { $0.field == "outcome" })
    #expect(readRow(#"{"outcome":"No Answer"}"#).record?.contact.outcome == .noAnswer)
  }

  /// A consent whose limits are unclear is not relied on; one taken back stays taken back.
  @Test func revokedConsentStaysRevoked() {
    let (record, problems, _) = readRow(#"{"consent":{"scope":"s","revoked":true,"until":"soon"}}"#)
    #expect(record?.contact.consent?.revoked == true)
    #expect(problems.contains { $0.field == "consent.until" })
  }

  @Test func whatIsMissingIsToldAndTheRowIsKept() throws {
    let (record, problems, notices) = readRow(#"{"note":"x"}"#)
    let contact = try #require(record).contact
    #expect(contact.id == "log.jsonl#1")
    #expect(contact.consumer == "log.jsonl#1")
    #expect(contact.channel == .other)
    #expect(contact.at == nil)
    #expect(contact.direction == .outbound)
    #expect(record?.words(.note) == "x")
    #expect(problems.map(\.code) == ["missing-field", "missing-field", "missing-time"])
    #expect(problems.map(\.field) == ["consumer", "channel", "at"])
    #expect(
      notices == [
        "log.jsonl: 1 row without an id, named by path and row (first in row 1)",
        "log.jsonl: 1 row without a direction, read as outbound (first in row 1)",
      ])
  }

  @Test func whatWasReceivedIsInbound() {
    #expect(readRow(#"{"outcome":"received"}"#).record?.contact.direction == .inbound)
    #expect(
      readRow(#"{"outcome":"received","direction":"outbound"}"#).record?.contact.direction
        == .outbound)
  }

  @Test func turnsBecomeLines() {
    let (record, _, _) = readRow(
      #"{"channel":"call","text":[{"speaker":"Agent","text":"a"},{"role":"Cust","text":"b"},"c"]}"#)
    #expect(record?.words(.text) == "Agent: a\nCust: b\nc")
  }

  /// No message shows what somebody wrote, even where it stands in the wrong column.
  @Test func messagesShowNoText() {
    let secret = "told her wife about the hospital bill"
    for field in LogField.allCases where field != .id && field != .consumer {
      let (_, problems, notices) = readRow("{\"\(field.rawValue)\":\"\(secret)\"}")
      for problem in problems {
        #expect(!problem.message.contains("hospital"), "\(field)")
        #expect(problem.found?.contains("hospital") != true, "\(field)")
      }
      #expect(!notices.joined().contains("hospital"), "\(field)")
    }
  }
}
