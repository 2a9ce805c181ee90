import FDCPALint
import Foundation

// usage: ScanBenchmark KIND FILE [ROUNDS]: one text a line. Scans them with the prefilter and without,
// in turn, and prints each round's seconds; with 0 rounds scans once with the prefilter alone.

let arguments = CommandLine.arguments
guard arguments.count >= 3, let kind = DocumentKind(rawValue: arguments[1]) else {
  print("usage: ScanBenchmark KIND FILE [ROUNDS]")
  exit(2)
}
let rounds = arguments.count > 3 ? Int(arguments[3]) ?? 5 : 5
let data = try Data(contentsOf: URL(filePath: arguments[2]))
let texts = data.split(separator: 10).map { [UInt8]($0) }
let packs = try RuleBase.shippedPacks()
let race = ScanRace(packs, texts: texts, kind: kind)
let patterns = race.patterns
if rounds == 0 {
  print("marks", try race.prefiltered())
} else {
  print("patterns", patterns.all, "unplanned", patterns.unplanned)
  print("preparation", ScanRace.preparation(packs) / .seconds(1))
  // The first round compiles patterns.
  _ = try race.round()
  for _ in 0..<rounds {
    let round = try race.round()
    print("round", round.prefiltered / .seconds(1), round.everyPattern / .seconds(1))
  }
}
