import FDCPALint

/// A random log, cut into random nights, with companion tables that grow.
struct RandomNights {
  struct Night {
    var log: Source
    var consumers: Source?
    var debts: Source?
    /// The rows of companion tables so far, the latest of each.
    var allConsumers: Source
    var allDebts: Source
  }

  private(set) var nights: [Night] = []
  private var random: SplitMix64

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    var rows = (0..<(20 + random.below(30))).map { row($0) }
    // Nights mostly follow time, and some rows come late.
    rows.sort { $0.day < $1.day }
    let count = 2 + random.below(4)
    var parts = Array(repeating: [String](), count: count)
    for (index, row) in rows.enumerated() {
      let night = random.chance(80) ? index * count / rows.count : random.below(count)
      parts[night].append(row.line)
      // What was exported once is exported again, as it was or otherwise.
      if random.chance(15) { parts[random.below(count)].append(row.line) }
      if random.chance(6) {
        parts[random.below(count)].append(self.row(index, id: row.id).line)
      }
    }
    var consumers: [String: String] = [:]
    var debts: [String: String] = [:]
    for (number, lines) in parts.enumerated() {
      let newConsumers = random.chance(60) ? consumerTable() : [:]
      let newDebts = random.chance(40) ? debtTable() : [:]
      consumers.merge(newConsumers) { $1 }
      debts.merge(newDebts) { $1 }
      nights.append(
        Night(
          log: Self.source("night\(number).jsonl", lines),
          consumers: newConsumers.isEmpty ? nil : Self.source("consumers.jsonl", newConsumers),
          debts: newDebts.isEmpty ? nil : Self.source("debts.jsonl", newDebts),
          allConsumers: Self.source("consumers.jsonl", consumers),
          allDebts: Self.source("debts.jsonl", debts)))
    }
  }

  /// So many that some have no row in most nights: time goes on for them as well.
  private static let names = (1...14).map { "C\($0)" }

  private static func source(_ name: String, _ lines: [String]) -> Source {
    Source(name: name, bytes: Array(lines.map { $0 + "\n" }.joined().utf8))
  }

  private static func source(_ name: String, _ rows: [String: String]) -> Source {
    source(name, rows.sorted { $0.key < $1.key }.map(\.value))
  }

  private mutating func consumerTable() -> [String: String] {
    var table: [String: String] = [:]
    for name in Self.names where random.chance(50) { table[name] = consumer(name) }
    return table
  }

  private mutating func debtTable() -> [String: String] {
    var table: [String: String] = [:]
    for name in Self.names where random.chance(50) { table[name] = debt(name) }
    return table
  }

  private mutating func consumer(_ name: String) -> String {
    let place = random.pick([
      #""time_zone":"America/New_York","state":"NY""#, #""state":"CA","zip":"90001""#,
      #""possible_time_zones":["America/Chicago","America/Denver"]"#, #""state":"TX""#,
    ])
    let more = random.pick([
      "", "", #","attorney":{"name":"A. Lee","known_from_event":1}"#,
      #","initial_communication":"true""#, #","initial_communication":"true""#,
      #","intends_suit":"false""#,
    ])
    return #"{"consumer":"\#(name)",\#(place)\#(more)}"#
  }

  private mutating func debt(_ consumer: String) -> String {
    let first = random.pick(["", #","first_communication":"2026-04-0\#(1 + random.below(9))""#])
    return #"{"consumer":"\#(consumer)","debt":"D\#(consumer)","status":"open"\#(first)}"#
  }

  private static let notes = [
    "LM", "RNR", "told cust she will be arrested fri", "cust said stop calling me",
    "cust disputes the debt and wants proof", "cust promised to pay $50 on 04/15",
    "cons has an attorney, J. Smith", "wrong number", "do not call me at work",
    "NA no ans", "cust refused to pay, call only after 6pm",
  ]

  private mutating func row(_ number: Int, id: String? = nil) -> (
    id: String, day: Int, line: String
  ) {
    let id = id ?? "R\(number)"
    let day = 1 + random.below(20)
    let (hour, minute) = (random.below(24), random.below(60))
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    var at = "2026-04-\(two(day))T\(two(hour)):\(two(minute)):00-04:00"
    if random.chance(3) { at = "yesterday" }
    let consumer = random.pick(Self.names)
    var parts = [
      #""id":"\#(id)""#, #""at":"\#(at)""#, #""consumer":"\#(consumer)""#,
      #""debts":["D\#(consumer)"]"#,
    ]
    parts += random.pick([
      [#""channel":"call","direction":"outbound","outcome":"no_answer""#],
      [#""channel":"call","direction":"outbound","outcome":"voicemail""#],
      [
        #""channel":"call","direction":"outbound","outcome":"conversation""#,
        #""agent":"\#(random.pick(["Voss", "Sayre"]))""#,
        #""duration":\#(random.pick([5, 600, 20_000, 90_000]))"#,
      ],
      [#""channel":"call","direction":"inbound","outcome":"conversation""#],
      [#""channel":"letter","direction":"outbound","outcome":"sent""#],
      [#""channel":"text","direction":"outbound","outcome":"sent","text":"Call us about it.""#],
      [#""channel":"email","direction":"outbound","outcome":"undeliverable""#],
      [#""channel":"credit","direction":"outbound""#],
      [#""channel":"other","direction":"outbound","outcome":"furnished""#],
    ])
    if random.chance(50) { parts.append(#""note":"\#(random.pick(Self.notes))""#) }
    if random.chance(12) {
      parts.append(
        #""signal":"\#(random.pick(["dispute", "cease_request", "wrong_number", "attorney"]))""#)
    }
    if random.chance(10) {
      parts.append(#""consent":{"scope":"additional_calls","to":"collector"}"#)
    }
    if random.chance(40) { parts.append(#""to":"+1\#(random.pick(["614", "212"]))5550123""#) }
    return (id, day, "{\(parts.joined(separator: ","))}")
  }
}
