import Testing

@testable import FDCPALint

@Suite struct ContactTimeTests {
  private func read(
    _ members: String, _ mapping: Mapping = Mapping()
  ) -> (contact: Contact?, problems: [Problem], notices: [String]) {
    let (record, problems, notices) = readRow(
      #"{"id":"r","consumer":"c","direction":"outbound","channel":"call",\#(members)}"#,
      mapping: mapping)
    return (record?.contact, problems, notices)
  }

  @Test(arguments: [
    (#""at":"2026-04-01T10:00-04:00""#, 14, -14_400),
    (#""at":"2026-04-01 10:00","zone":"America/New_York""#, 14, -14_400),
    // The stamp's own offset is what it says, whatever the zone.
    (#""at":"2026-04-01T10:00Z","zone":"America/New_York""#, 10, 0),
    (#""at.date":"2026-04-01","at.time":"10:00:00-04:00""#, 14, -14_400),
  ])
  func times(_ members: String, _ hour: Int, _ offset: Int) {
    let (contact, problems, _) = read(members)
    #expect(problems.isEmpty)
    #expect(contact?.at == instant(2026, 4, 1, hour, 0))
    #expect(contact?.offset == offset)
  }

  @Test func zoneAndFormatOfTheMapping() {
    var mapping = Mapping()
    mapping.zone = "America/Chicago"
    mapping.format = .us
    let (contact, problems, _) = read(#""at":"04/01/2026 2:05 PM""#, mapping)
    #expect(problems.isEmpty)
    #expect(contact?.at == instant(2026, 4, 1, 19, 5))
    #expect(contact?.offset == -18_000)
    #expect(read(#""at":"2026-04-01T10:00","zone":"UTC""#, mapping).contact?.offset == 0)
  }

  @Test(arguments: [
    (#""at":"2026-02-30T10:00Z""#, ["bad-time"], "no calendar has"),
    (#""at":"yesterday""#, ["bad-time"], "is no time"),
    (#""at":1775052000"#, ["bad-time"], "is no time"),
    (#""at":"10/06/2026 2:05 PM","zone":"UTC""#, ["bad-time"], "at: {format: us}"),
    (#""at":"2026-04-01","zone":"UTC""#, ["bad-time"], "a day and no time"),
    (#""at.date":"2026-04-01","zone":"UTC""#, ["bad-time"], "a day and no time"),
    (#""at.time":"10:00","zone":"UTC""#, ["missing-time"], "is missing"),
    (#""at":"2026-04-01T10:00""#, ["missing-zone"], "in which zone"),
    (#""at":"2026-04-01T10:00","zone":"EST""#, ["unknown-zone"], "is no zone"),
    (#""at":"2026-04-01T10:00","zone":"America/NewYork""#, ["unknown-zone"], "'America/New_York'?"),
    (#""note":"x""#, ["missing-time"], "is missing"),
  ])
  func unreadableTimesKeepTheRow(_ members: String, _ codes: [String], _ hint: String) {
    let (contact, problems, _) = read(members)
    #expect(contact?.at == nil)
    #expect(contact?.offset == nil)
    #expect(problems.map(\.code) == codes)
    #expect(problems.first?.message.contains(hint) == true, "\(problems)")
  }

  @Test func anUnknownZoneBesideAnOffsetIsToldAndTheTimeStands() {
    let (contact, problems, _) = read(#""at":"2026-04-01T10:00-04:00","zone":"EST""#)
    #expect(contact?.at == instant(2026, 4, 1, 14, 0))
    #expect(problems.map(\.code) == ["unknown-zone"])
  }

  @Test func clocksThatChangeAreNoticed() {
    let skipped = read(#""at":"2026-03-08T02:30","zone":"America/New_York""#)
    #expect(skipped.contact?.at == instant(2026, 3, 8, 7, 30))
    #expect(skipped.problems.isEmpty)
    #expect(
      skipped.notices == [
        "log.jsonl: 1 row with a local time that clocks skipped, read in the offset before "
          + "(first in row 1)"
      ])
    let repeated = read(#""at":"2026-11-01T01:30","zone":"America/New_York""#)
    #expect(repeated.contact?.at == instant(2026, 11, 1, 5, 30))
    #expect(
      repeated.notices == [
        "log.jsonl: 1 row with a local time that clocks showed twice, read as the earlier "
          + "(first in row 1)"
      ])
  }

  @Test func aLetterNeedsNoTimeOfDay() {
    let row =
      #"{"id":"r","consumer":"c","direction":"outbound","channel":"letter","at":"2026-04-01"}"#
    let (record, problems, notices) = readRow(row)
    #expect(problems.isEmpty)
    #expect(record?.contact.at == instant(2026, 4, 1, 12, 0))
    #expect(record?.contact.offset == nil)
    #expect(notices.count == 1)
  }
}
