import Testing

@testable import FDCPALint

@Suite struct LogIntakeTests {
  private let header = "id,at,consumer,channel,direction,note\n"

  @Test(arguments: [
    ("log.csv", "", "empty"), ("log.csv", "\u{FEFF}\n \r\n", "empty"), ("log.jsonl", "\n", "empty"),
    ("log.json", "[{\"id\":1},\n{\"id\":2}]", "json-array"), ("log.txt", "[\n{}]", "json-array"),
    ("log.json", "{\n  \"id\": 1\n}", "json-array"), ("log.csv", "a,b\n1,2\n", "no-columns"),
    ("log.xlsx", "PK\u{3}\u{4}abc", "unsupported-format"),
    ("log.db", "SQLite format 3\0", "unsupported-format"),
  ])
  func whatCannotBeReadIsOneProblem(_ name: String, _ text: String, _ code: String) {
    let contents = LogReader().read(source(text, name))
    #expect(contents.records.isEmpty)
    #expect(contents.problems.map(\.code) == [code])
  }

  @Test func aHeaderWithoutRowsIsAQuietNight() {
    let contents = LogReader().read(source(header))
    #expect(contents.records.isEmpty)
    #expect(contents.problems.isEmpty)
  }

  @Test(arguments: [
    (
      "-",
      #"{"id":"r1","at":"2026-04-01T10:00Z","consumer":"c","channel":"call","direction":"inbound"}"#
    ),
    ("<stdin>", "id\tat\tconsumer\tchannel\tdirection\nr1\t2026-04-01T10:00Z\tc\tcall\tinbound"),
    (
      "x.ndjson",
      "\n{\"id\":\"r1\",\"at\":\"2026-04-01T10:00Z\",\"consumer\":\"c\","
        + "\"channel\":\"call\",\"direction\":\"inbound\"}\n"
    ),
    ("x.CSV", "[id],at,consumer,channel,direction,id\n_,2026-04-01T10:00Z,c,call,inbound,r1\n"),
  ])
  func formatGoesByNameAndContent(_ name: String, _ text: String) {
    let contents = LogReader().read(source(text, name))
    #expect(contents.records.map(\.contact.id) == ["r1"])
    #expect(contents.records.map(\.contact.direction) == [.inbound])
    #expect(contents.problems.isEmpty)
  }

  @Test func recordsKeepTheirOrderAndRow() {
    let contents = LogReader().read(
      source(
        header + "b,2026-04-02T10:00Z,c,call,outbound,\n\na,2026-04-01T10:00Z,c,call,outbound,\n"))
    #expect(contents.records.map(\.contact.id) == ["b", "a"])
    #expect(contents.records.map(\.order) == [0, 1])
    #expect(contents.records.map(\.origin.row) == [2, 4])
  }

  @Test func whatAHeaderLacksIsSaidOnce() {
    let contents = LogReader(mapping: Mapping()).read(source("id,note\n1,a\n2,b\n"))
    #expect(contents.records.map { $0.words(.note) } == ["a", "b"])
    #expect(contents.problems.map(\.code) == ["missing-field", "missing-field", "missing-time"])
    #expect(contents.problems.allSatisfy { $0.row == nil })
  }

  @Test func columnsOfOneMeaningAreAProblem() {
    let contents = LogReader().read(
      source(
        "id,at,consumer,channel,direction,note,Note\n1,2026-04-01T10:00Z,c,call,outbound,a,b\n"))
    #expect(contents.records.map { $0.words(.note) } == ["a"])
    #expect(contents.problems.map(\.code) == ["duplicate-column"])
  }

  @Test func aRowWithABrokenQuoteIsReadAsFarAsItGoes() {
    let contents = LogReader().read(
      source(
        header + "1,2026-04-01T10:00Z,c,call,outbound,\"said \"pay\n"
          + "2,2026-04-01T10:00Z,c,call,outbound,ok\n3,\"2026-04-01T10:00Z,c,call,outbound,x\n"))
    #expect(contents.records.map { $0.words(.note) } == ["said \"pay", "ok", nil])
    #expect(contents.problems.map(\.code) == ["broken-quote", "broken-quote"])
    #expect(contents.problems.map(\.row) == [2, 4])
    #expect(contents.problems.allSatisfy { $0.found?.contains("call") != true })
  }

  @Test func encodingsAreReadAndNoticed() {
    var bytes = Array((header + "1,2026-04-01T10:00Z,c,call,outbound,Mar").utf8)
    bytes += [0xED, 0x61, 0x0A]
    let contents = LogReader().read(Source(name: "log.csv", bytes: bytes))
    #expect(contents.records.first?.words(.note) == "María")
    #expect(contents.problems.isEmpty)
    #expect(contents.notices == ["log.csv: read as Windows-1252, because it is no UTF-8"])
  }

  @Test func contextThatARuleAsksForIsNotNoticed() {
    let text =
      #"{"id":"1","at":"2026-04-01T10:00Z","consumer":"c","channel":"call","#
      + #""direction":"outbound","judgment":false,"foo":[1,2]}"#
    let contents = LogReader(contextKeys: ["judgment"]).read(source(text, "log.jsonl"))
    #expect(contents.records.first?.context == ["judgment": "false", "foo": "1;2"])
    #expect(
      contents.notices == ["log.jsonl: column 'foo' is no field of a contact log; kept as context"])
  }

  /// Whatever the bytes, reading ends, and nothing that was left out goes unsaid.
  @Test func anyBytesAreRecordsOrProblems() {
    var random = SplitMix64(seed: 23)
    let seeds = [
      header
        + "1,2026-04-01T10:00Z,c,call,outbound,\"a \"\"b\"\"\nc\"\n2,2026-04-01T10:00Z,c,call,,é\n",
      #"{"id":"1","at":"2026-04-01T10:00Z","consumer":"c","channel":"call","note":"a\u00e9"}"#
        + "\n",
    ].map { Array($0.utf8) }
    for _ in 0..<3000 {
      var bytes = seeds[random.below(seeds.count)]
      for _ in 0..<(1 + random.below(4)) {
        let place = random.below(bytes.count)
        switch random.below(3) {
        case 0: bytes[place] = UInt8(random.below(256))
        case 1: bytes.insert(UInt8(random.below(256)), at: place)
        default: bytes.remove(at: place)
        }
      }
      let contents = LogReader().read(Source(name: "x", bytes: bytes))
      #expect(!contents.records.isEmpty || !contents.problems.isEmpty)
      for text in contents.records.flatMap(\.texts) {
        #expect(String(validating: text.bytes, as: UTF8.self) != nil)
      }
    }
  }
}
