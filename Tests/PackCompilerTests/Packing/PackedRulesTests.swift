import Foundation
import Testing

@testable import PackCompiler

/// JSON, which names every field by itself, tells whether a value came back whole.
@Suite struct PackedRulesTests {
  private static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// - Returns: How long the JSON is that was compared.
  @discardableResult
  private static func comesBack(_ value: some Packed & Encodable) throws -> Int {
    let back = try UnpackerTests.unpacked(type(of: value), Packer.bytes(of: value))
    let told = try json(value)
    #expect(try json(back) == told)
    return told.utf8.count
  }

  private static let read: (packs: RulePacks, examples: [ExampleSet])? = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Patterns").standardizedFileURL
    guard let files = try? PackFile.all(in: folder.path) else { return nil }
    return try? PackReader().read(files)
  }()

  @Test func allRuleFilesComeBack() throws {
    let (packs, examples) = try #require(Self.read)
    #expect(try Self.comesBack(packs) > 100_000)
    #expect(try Self.comesBack(examples) > 100_000)
  }

  @Test func valuesThatNoRuleFileHoldsComeBack() throws {
    var wording = WordingSet(language: "en")
    wording.within = .words(7)
    wording.unlessWithin = .turn
    wording.digits = .luhn
    wording.after = EarlierWords()
    wording.kinds = []
    wording.modes = [.quoted, .direct]
    var exceptions = CountExceptions()
    exceptions.consent = ConsentTerms(scope: "s", recipient: "r", days: 3, form: .oral)
    exceptions.wording = [wording]
    var event = Deadline.Event()
    event.context = ["a": "b", "c": "d"]
    var quiet = Deadline(
      form: .quiet(.years(2), contacts: ContactFilter(), sinceFirst: true), event: event)
    quiet.needs = [Deadline.Need(event: event)]
    let holidays = [
      Holiday.date(month: 6, day: 19), .weekday(.monday, number: 3, month: 1),
      .lastWeekday(.sunday, month: 5),
    ]
    let day = try #require(CivilDay(year: 1913, month: 2, day: 28))
    let noon = ClockTime(ofDay: 43_200)
    let midnight = try #require(ClockTime(seconds: 86_400))
    let filter = ContactFilter()
    var pattern = try CallPattern(count: 2, span: .days(3), same: .person, counts: filter)
    pattern.mix = [CallPattern.Part(channels: [.call, .web], least: 1)]
    pattern.unsolicited = true
    let checks: [Check] = [
      .wording([wording]), .require(Requirement()),
      .frequency(
        try FrequencyLimit(
          limit: 0, days: nil, window: .undefinedWeek, weekStarts: .saturday, per: [.number],
          counts: filter, except: exceptions)),
      .afterConversation(
        try AfterConversation(
          days: 7, per: CountKey.allCases, conversations: filter, counts: filter,
          except: exceptions)),
      .hours(
        try HoursLimit(
          from: noon, to: midnight, clock: .zone("UTC"), contacts: filter,
          consent: exceptions.consent)),
      .afterFact(AfterFact(facts: ["x"], per: .address, contacts: filter)),
      .deadline(quiet), .deadline(Deadline(form: .following(days: -1), event: event)),
      .deadline(Deadline(form: .preceding, event: event)),
      .contradiction(Contradiction(contacts: filter)), .callPattern(pattern),
      .printedDate(
        PrintedDate(
          wording: [],
          bound: .sending(DayCount(workingDays: 5, days: 30, holidays: holidays)))),
      .printedDate(PrintedDate(wording: [], bound: .same([wording]))),
    ]
    for check in checks { try Self.comesBack(check) }
    try Self.comesBack(InForce(from: day, until: nil))
  }

  @Test func refusesALimitThatCannotBe() throws {
    let filter = ContactFilter()
    let limit = try FrequencyLimit(
      limit: 1, days: 7, per: [.debt], counts: filter, except: CountExceptions())
    var bytes = try Packer.bytes(of: limit)
    #expect(bytes.first == 2)
    bytes[0] = 1
    #expect(throws: PackedFormError.malformed(type: "FrequencyLimit")) {
      try UnpackerTests.unpacked(FrequencyLimit.self, bytes)
    }
  }
}
