import FDCPALint
import Foundation

// What `peers.py` races against other programs. Every mode that scans or reads prints
// "ready SECONDS SECONDS" once, for what was made and for a first round, and then does one round for
// every line on standard input, which it answers with one line: "SECONDS COUNT COUNT".

let usage = """
  usage: PeerBenchmark patterns KIND                      rules and their patterns, JSON Lines
         PeerBenchmark fold FILE                          texts as patterns see them
         PeerBenchmark bare KIND PATTERNS TEXTS PAIRS [JOBS]
         PeerBenchmark packs KIND TEXTS [JOBS]
         PeerBenchmark rows|records|json-serialization FILE
         PeerBenchmark zone-table|calendar
  """

let arguments = Array(CommandLine.arguments.dropFirst())

func argument(_ index: Int) throws(UsageError) -> String {
  guard arguments.indices.contains(index) else { throw UsageError() }
  return arguments[index]
}

func kind(_ index: Int) throws(UsageError) -> DocumentKind {
  guard let kind = DocumentKind(rawValue: try argument(index)) else { throw UsageError() }
  return kind
}

/// How many threads; one where nothing is said.
func jobs(_ index: Int) -> Int {
  arguments.indices.contains(index) ? Int(arguments[index]) ?? 1 : 1
}

do {
  switch try argument(0) {
  case "patterns":
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let base = RuleBase(try RuleBase.shippedPacks())
    for (owner, pattern) in base.markingPatterns(over: try kind(1)) {
      write(try encoder.encode(["owner": owner, "pattern": pattern]) + [10])
    }
  case "fold":
    for line in try lines(of: argument(1)) { write(Data(ScanLane.folded(line)) + [10]) }
  case "bare":
    let sources = try lines(of: argument(2)).map { String(decoding: $0, as: UTF8.self) }
    try await race(
      ScanRounds(barePacks(sources), texts: lines(of: argument(3)), kind: kind(1), jobs: jobs(5)),
      pairsTo: argument(4))
  case "packs":
    try await race(
      ScanRounds(
        RuleBase.shippedPacks(), texts: lines(of: argument(2)), kind: kind(1), jobs: jobs(3)),
      pairsTo: nil)
  case "rows", "records", "json-serialization":
    try readRounds(try argument(0), try argument(1))
  case "zone-table": try zoneRounds(table: true)
  case "calendar": try zoneRounds(table: false)
  default: throw UsageError()
  }
} catch is UsageError {
  print(usage)
  exit(2)
}

struct UsageError: Error {}
