import Foundation
import Testing

@testable import FDCPALint

/// The two readings of an audit against one reading of everything at once: the same records,
/// problems and notices, wherever windows end and however broken a log is.
@Suite struct AuditSurveyTests {
  private static let base = RuleBase(
    (try? RuleBase.shippedPacks()) ?? RulePacks(packs: [], rules: [], facts: [], lexicons: [:]))

  private static func linter(jobs: Int) -> Linter {
    let today = CivilDay(year: 2026, month: 4, day: 1) ?? CivilDay(number: 0)
    return Linter(rules: base, options: .init(today: today, jobs: jobs))
  }

  /// What both ways of reading give.
  private struct Read: Equatable {
    var problems: [Problem]
    var notices: [String]
    var records: [String]
    var counts: [Int]

    init(_ problems: [Problem], _ notices: [String], _ records: [Record], _ counts: [Int]) {
      self.problems = problems
      self.notices = notices
      self.records = records.map { record in
        let texts = record.texts.map { "\($0.field) \($0.kind) \($0.bytes)" }
        let context = record.context.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return "\(record.order) \(record.origin) \(record.contact) \(texts) \(context)"
      }
      self.counts = counts
    }
  }

  private func inTwo(
    _ sources: [Source], windowBytes: Int, jobs: Int
  ) async -> (read: Read, extent: LogExtent) {
    var survey = AuditSurvey(linter: Self.linter(jobs: jobs), mapping: nil)
    survey.windowBytes = windowBytes
    await survey.read(sources)
    let (rows, extent) = survey.sorted()
    let reader = survey.rowReader
    let records = (0..<rows.count).flatMap { reader.records(rows.rows(of: $0), in: survey.index) }
    let read = Read(survey.problems, survey.notices, records, survey.inputs.map(\.records))
    return (read, extent)
  }

  private func atOnce(_ sources: [Source]) -> (read: Read, extent: LogExtent) {
    let log = LogReader(contextKeys: Self.base.contextKeys).read(sources)
    let ledgers = LedgerBuilder.ledgers(
      entries: log.records.map {
        Entry(
          contact: $0.contact, marks: [], kinds: [:], origin: $0.origin, context: $0.context,
          order: $0.order, isDocument: false)
      }
    ).ledgers
    let records = Dictionary(grouping: log.records, by: \.contact.consumer)
      .sorted { $0.key < $1.key }.flatMap(\.value)
    let counts = sources.map { source in log.records.count { $0.origin.path == source.name } }
    return (Read(log.problems, log.notices, records, counts), LogExtent(ledgers))
  }

  private func expectSame(
    _ sources: [Source], windowBytes: Int, jobs: Int = 2, _ note: String = ""
  ) async {
    let (one, its) = atOnce(sources)
    let (two, other) = await inTwo(sources, windowBytes: windowBytes, jobs: jobs)
    let text = sources.map { String(decoding: $0.bytes, as: UTF8.self).debugDescription }
    #expect(two == one, "\(note) \(windowBytes) \(text)")
    #expect(other.first == its.first && other.last == its.last && other.channels == its.channels)
    let talks = atOnceContacts(sources)
    #expect(
      talks.map { overlap(other, $0) } == talks.map { overlap(its, $0) }, "\(windowBytes) \(text)")
  }

  private func atOnceContacts(_ sources: [Source]) -> [Contact] {
    LogReader(contextKeys: Self.base.contextKeys).read(sources).records.map(\.contact)
  }

  /// Rules ask for overlaps of more than their slack alone.
  private func overlap(_ extent: LogExtent, _ contact: Contact) -> LogExtent.Overlap? {
    let slack = AuditSurvey(linter: Self.linter(jobs: 1), mapping: nil).slack ?? .max
    return extent.overlap(of: contact).flatMap { $0.seconds > slack ? $0 : nil }
  }

  // MARK: Logs

  private static let header = "id,at,consumer,debts,direction,channel,outcome,agent,duration,note"

  private func row(_ random: inout SplitMix64, _ number: Int) -> [String] {
    let day = 1 + random.below(28)
    return [
      "r\(number)", "2026-03-\(day < 10 ? "0" : "")\(day)T1\(random.below(10)):00:00-05:00",
      random.pick(["c1", "c2", "Zoë", "Zoe\u{308}", "a/b", "c10", ""]), "D\(random.below(2))",
      random.pick(["outbound", "inbound", ""]), random.pick(["call", "call", "text", "cal"]),
      random.pick(["conversation", "conversation", "no_answer", ""]),
      random.pick(["a1", "a2", ""]), random.pick(["3600", "60", ""]),
      random.pick(["", "says stop calling", "said \"no\", twice", "two\nlines", "é – ’"]),
    ]
  }

  private func csv(_ random: inout SplitMix64, rows: Int) -> String {
    let end = random.pick(["\n", "\n", "\r\n", "\r"])
    var lines = [Self.header]
    for number in 0..<rows {
      let fields = row(&random, number).map { field in
        field.contains { $0 == "\"" || $0 == "," || $0.isNewline }
          ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
      }
      lines.append(fields.joined(separator: ","))
      if random.chance(8) { lines.append(random.pick(["", lines[lines.count - 1]])) }
    }
    return lines.joined(separator: end) + (random.chance(50) ? end : "")
  }

  private func jsonLines(_ random: inout SplitMix64, rows: Int) throws -> String {
    let names = Self.header.split(separator: ",").map(String.init)
    var lines: [String] = []
    for number in 0..<rows {
      let pairs = zip(names, row(&random, number)).filter { !$1.isEmpty }
      let object = Dictionary(uniqueKeysWithValues: pairs.map { ($0, $1) })
      let data = try JSONSerialization.data(
        withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
      lines.append(String(decoding: data, as: UTF8.self))
      if random.chance(8) {
        lines.append(random.pick(["", "  ", lines[lines.count - 1], "{\"id\":\"x\",\"id\":1}"]))
      }
    }
    return lines.joined(separator: random.pick(["\n", "\n", "\r\n"]))
      + random.pick(["", "\n", "\n \n\n"])
  }

  /// Breaks a text in a few places.
  private func broken(_ text: String, _ random: inout SplitMix64) -> [UInt8] {
    var bytes = Array(text.utf8)
    for _ in 0..<random.below(4) {
      let place = random.below(bytes.count)
      switch random.below(6) {
      case 0: bytes.insert(UInt8(ascii: "\""), at: place)
      case 1: bytes.insert(random.pick([10, 13, 44, 92, 123, 125]), at: place)
      case 2: bytes.remove(at: place)
      case 3: bytes[place] = random.pick([0x80, 0xE9, 0x00, 0x22])
      case 4: bytes.removeLast(min(random.below(40), bytes.count - 20))
      default: bytes.insert(contentsOf: Array("\\ud83d".utf8), at: place)
      }
    }
    return bytes
  }

  @Test func wholeLogsAreReadAlikeWhereverWindowsEnd() async throws {
    var random = SplitMix64(seed: 41)
    for round in 0..<60 {
      let name = round % 2 == 0 ? "log.csv" : "log.jsonl"
      let text =
        round % 2 == 0
        ? csv(&random, rows: 1 + random.below(30))
        : try jsonLines(&random, rows: 1 + random.below(30))
      await expectSame(
        [source(text, name)], windowBytes: 1 + random.below(400), jobs: 1 + random.below(3))
    }
  }

  @Test func brokenLogsAreReadAlike() async throws {
    var random = SplitMix64(seed: 43)
    for round in 0..<300 {
      let name = round % 2 == 0 ? "log.csv" : "log.jsonl"
      let text =
        round % 2 == 0
        ? csv(&random, rows: 1 + random.below(12))
        : try jsonLines(&random, rows: 1 + random.below(12))
      let bytes = broken(text, &random)
      await expectSame(
        [Source(name: name, bytes: bytes)], windowBytes: 1 + random.below(200), "round \(round)")
    }
  }

  @Test func severalLogsAreReadAsOne() async throws {
    var random = SplitMix64(seed: 47)
    for _ in 0..<20 {
      let sources = [
        source(csv(&random, rows: 8), "one.csv"), source("", "none.csv"),
        source(try jsonLines(&random, rows: 8), "two.jsonl"),
        source(csv(&random, rows: 3), "one.csv"),
      ]
      await expectSame(sources, windowBytes: 1 + random.below(300))
    }
  }

  @Test(arguments: [
    "Call Date,Call Time,Account,Result Code\n10/06/2026,10:00 AM,A1,LM\n10/07/2026,9:15 PM,A2,ZZ\n",
    #"{"Call Date":"10/06/2026","Call Time":"10:00 AM","Account":"A1","Result Code":"LM"}"#,
    "name,colour\n1,2\n", "id,consumer\n", "{\"consumer\":\"c\",\"favourite\":3}\n",
  ])
  func whatColumnsMeanIsGuessedAlike(text: String) async {
    await expectSame([source(text, text.hasPrefix("{") ? "l.jsonl" : "l.csv")], windowBytes: 20)
  }

  /// A log in a file is never held as a whole, and reads as one in memory does.
  @Test func filesAreReadAsBytesAre() async throws {
    var random = SplitMix64(seed: 53)
    for round in 0..<40 {
      let name = round % 2 == 0 ? "log.csv" : "log.jsonl"
      let text = round % 2 == 0 ? csv(&random, rows: 9) : try jsonLines(&random, rows: 9)
      let mark = random.pick([[], [0xEF, 0xBB, 0xBF]] as [[UInt8]])
      let bytes = mark + broken(text, &random)
      let url = FileManager.default.temporaryDirectory.appending(path: "fdcpalint-\(UUID())")
      try Data(bytes).write(to: url)
      defer { try? FileManager.default.removeItem(at: url) }
      let file = try #require(LogFile(open(url.path, O_RDONLY)))
      let size = 1 + random.below(200)
      let (one, _) = await inTwo(
        [Source(name: name, bytes: bytes)], windowBytes: size, jobs: 2)
      let (two, _) = await inTwo([Source(name: name, file: file)], windowBytes: size, jobs: 2)
      #expect(two == one, "\(text.debugDescription)")
    }
  }

  @Test func aFileThatChangesMeanwhileIsAProblem() async throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "fdcpalint-\(UUID())")
    try Data("\(Self.header)\nr1,2026-03-02T10:00:00-05:00,c1,D1,outbound,call\n".utf8)
      .write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let file = try #require(LogFile(open(url.path, O_RDONLY)))
    let handle = try FileHandle(forWritingTo: url)
    try handle.truncate(atOffset: 100)
    let report = await Self.linter(jobs: 1).audit([Source(name: "log.csv", file: file)])
    #expect(report.problems.map(\.code).contains("changed-file"))
    #expect(report.verdict == .incomplete)
  }
}
