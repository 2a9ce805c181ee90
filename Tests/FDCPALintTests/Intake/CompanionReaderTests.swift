import Testing

@testable import FDCPALint

@Suite struct CompanionReaderTests {
  private func consumers(_ text: String, _ name: String = "c.jsonl") -> CompanionContents<Consumer>
  {
    CompanionReader().consumers(source(text, name))
  }
  private func consumer(_ members: String) -> (consumer: Consumer?, problems: [Problem]) {
    let contents = consumers("{\"consumer\":\"c1\",\(members)}")
    return (contents.rows.first, contents.problems)
  }

  @Test func readsAConsumer() {
    let (consumer, problems) = consumer(
      """
      "time_zone":"America/New_York","possible_time_zones":["America/Denver","UTC"],"state":"NY",\
      "zip":10001,"intends_suit":false,"location_evidence":["a","b"],"x":{"y":1},"age":null
      """)
    #expect(problems.isEmpty)
    #expect(consumer?.id == "c1")
    #expect(consumer?.timeZone == "America/New_York")
    #expect(consumer?.possibleTimeZones == ["America/Denver", "UTC"])
    #expect(consumer?.state == "NY")
    #expect(consumer?.zip == "10001")
    #expect(consumer?.facts == [])
    #expect(
      consumer?.context
        == ["intends_suit": "false", "location_evidence": "a;b", "x": #"{"y":1}"#])
  }

  @Test func csvSaysTheSame() {
    let contents = consumers(
      """
      Consumer,time_zone,possible_time_zones,inconvenient,attorney.name,attorney.known_from_event,deceased
      c1,UTC,America/Denver; UTC,"[{""type"":""place"",""place"":""work""}]",Ng,2,yes
      """, "c.csv")
    #expect(contents.problems.isEmpty)
    let consumer = contents.rows.first
    #expect(consumer?.possibleTimeZones == ["America/Denver", "UTC"])
    #expect(consumer?.facts.map(\.fact.name) == ["inconvenient_place", "attorney", "deceased"])
    #expect(consumer?.facts.map(\.knownFromEvent) == [nil, 2, nil])
    #expect(consumer?.facts[1].fact.details == ["name": "Ng"])
    #expect(consumer?.facts[0].fact.source == "c.csv")
  }

  @Test func inconvenientTimesAndPlaces() throws {
    let (consumer, problems) = consumer(
      """
      "inconvenient":[{"type":"time","days":["Mon","tuesday"],"from":"15:00","to":"24:00",\
      "until":"2026-05-01","known_from_event":0},{"type":"place","place":"home"},{"days":["Sun"]}]
      """)
    #expect(problems.isEmpty)
    let facts = try #require(consumer?.facts)
    #expect(
      facts.map(\.fact.name) == ["inconvenient_time", "inconvenient_place", "inconvenient_time"])
    #expect(facts.map(\.knownFromEvent) == [0, nil, nil])
    #expect(facts[0].fact.days == [.monday, .tuesday])
    #expect(facts[0].fact.clock?.from == ClockTime("15:00"))
    #expect(facts[0].fact.clock?.to == ClockTime("24:00"))
    #expect(facts[0].fact.until == CivilDay("2026-05-01"))
    #expect(facts[1].fact.place == "home")
    #expect(facts[2].fact.days == [.sunday])
    #expect(facts[2].fact.clock == nil)
  }

  @Test func timesPastMidnightAreTwoStretches() throws {
    let (consumer, problems) = consumer(
      #""inconvenient":{"days":["Fri","Sun"],"from":"21:00","to":"08:00"}"#)
    #expect(problems.isEmpty)
    let facts = try #require(consumer?.facts).map(\.fact)
    #expect(facts.map(\.days) == [[.friday, .sunday], [.saturday, .monday]])
    #expect(facts.map { $0.clock?.from.description } == ["21:00", "00:00"])
    #expect(facts.map { $0.clock?.to.description } == ["24:00", "08:00"])
  }

  @Test(
    arguments: [
      (#""attorney":"Ng & Co""#, ["attorney"], ["name": "Ng & Co"], nil),
      (#""attorney":true"#, ["attorney"], [:], nil), (#""attorney":false"#, [], [:], nil),
      (#""attorney":"no""#, [], [:], nil),
      (
        #""attorney":{"known_from_event":0,"responsive":false,"consented_from_event":1}"#,
        ["attorney"], ["responsive": "false", "consented_from_event": "1"], 0
      ),
      (#""employer_prohibits":true"#, ["employer_forbids"], [:], nil),
      (#""employer_prohibits":{"known_from_event":3}"#, ["employer_forbids"], [:], 3),
      (#""employer_prohibits":false"#, [], [:], nil), (#""deceased":true"#, ["deceased"], [:], nil),
      (#""deceased":"false""#, [], [:], nil),
    ] as [(String, [String], [String: String], Int?)])
  func factsOfTheTable(
    _ member: String, _ names: [String], _ details: [String: String], _ known: Int?
  ) {
    let (consumer, problems) = consumer(member)
    #expect(problems.isEmpty)
    #expect(consumer?.facts.map(\.fact.name) == names)
    if let fact = consumer?.facts.first {
      #expect(fact.fact.details == details)
      #expect(fact.knownFromEvent == known)
    }
  }

  @Test(arguments: [
    (#""time_zone":"EST""#, "unknown-zone", "time_zone"),
    (#""possible_time_zones":["UTC","Mars/Base"]"#, "unknown-zone", "possible_time_zones"),
    (#""inconvenient":"mornings""#, "bad-value", "inconvenient"),
    (#""inconvenient":[{"type":"mood"}]"#, "bad-value", "inconvenient"),
    (#""inconvenient":[{"type":"place"}]"#, "missing-field", "inconvenient"),
    (#""inconvenient":[{"from":"9am"}]"#, "bad-value", "inconvenient"),
    (#""inconvenient":[{"from":"09:00","to":"09:00"}]"#, "bad-value", "inconvenient"),
    (#""inconvenient":[{"days":["Someday"]}]"#, "bad-value", "inconvenient"),
    (#""inconvenient":[{"until":"May"}]"#, "bad-value", "inconvenient"),
    (#""inconvenient":[{"form":"09:00"}]"#, "bad-value", "inconvenient"),
    (#""inconvenient":[{"known_from_event":"x"}]"#, "bad-value", "inconvenient"),
    (#""attorney":["a"]"#, "bad-value", "attorney"),
    (#""deceased":"2026""#, "bad-value", "deceased"),
    (#""employer_prohibits":"sometimes""#, "bad-value", "employer_prohibits"),
  ])
  func badValuesAreProblems(_ member: String, _ code: String, _ field: String) {
    let (consumer, problems) = consumer(member)
    #expect(consumer?.id == "c1")
    #expect(problems.map(\.code) == [code])
    #expect(problems.map(\.field) == [field])
  }

  @Test func rowsThatDifferAreAProblemWhateverTheirOrder() {
    let rows = [#"{"consumer":"c","state":"NY"}"#, #"{"consumer":"c","state":"MA"}"#]
    let one = consumers(rows.joined(separator: "\n"))
    let other = consumers(rows.reversed().joined(separator: "\n"))
    #expect(one.rows == other.rows)
    #expect(one.rows.count == 1)
    #expect(one.problems.map(\.code) == ["duplicate-id"])
    #expect(consumers(rows[0] + "\n" + rows[0]).problems.isEmpty)
    #expect(consumers(rows[0] + "\n" + rows[0]).rows.count == 1)
  }

  @Test func whatCannotBeReadIsAProblem() {
    #expect(consumers("").problems.map(\.code) == ["empty"])
    #expect(consumers("a,b\n1,2\n", "c.csv").problems.map(\.code) == ["no-columns"])
    #expect(consumers(#"{"state":"NY"}"#).problems.map(\.code) == ["missing-field"])
    #expect(consumers("{\"consumer\":\"c\"").problems.map(\.code) == ["truncated"])
  }

  @Test func readsDebts() {
    let contents = CompanionReader(contextKeys: ["time_barred"]).debts(
      source(
        "consumer,debt,status,group,balance,time_barred,colour\nc,B,open,g,12.50,true,red\nc,A,,,,,\n"
          + "d,A,,,,,\nc,,,,,,\n", "d.csv"))
    #expect(contents.rows.map { $0.consumer + $0.id } == ["cA", "cB", "dA"])
    #expect(contents.problems.map(\.code) == ["missing-field"])
    #expect(contents.problems.map(\.row) == [5])
    #expect(contents.notices == ["d.csv: no rule asks for column 'colour'; kept as context"])
    let debt = contents.rows.first { $0.id == "B" }
    #expect(debt?.status == "open")
    #expect(debt?.group == "g")
    #expect(debt?.balance == "12.50")
    #expect(debt?.context == ["time_barred": "true", "colour": "red"])
  }
}
