import FDCPALint
import Foundation

/// A scan of all texts, by one thread or by several.
struct ScanRounds {
  let lane: ScanLane
  /// What one task scans: half a megabyte, as an audit hands work out by bytes.
  let batches: [Range<Int>]
  let jobs: Int

  init(_ packs: RulePacks, texts: [[UInt8]], kind: DocumentKind, jobs: Int) {
    lane = ScanLane(packs, texts: texts, kind: kind)
    var batches: [Range<Int>] = []
    var (start, bytes) = (0, 0)
    for (index, text) in texts.enumerated() {
      bytes += text.count
      if bytes >= 1 << 19 || index == texts.count - 1 {
        batches.append(start..<index + 1)
        (start, bytes) = (index + 1, 0)
      }
    }
    self.batches = batches
    self.jobs = jobs
  }

  func round() async throws -> [ScanLane.Pair] {
    guard jobs > 1 else { return try batches.flatMap { try lane.scan($0) } }
    return try await withThrowingTaskGroup(of: [ScanLane.Pair].self) { group in
      var pairs: [ScanLane.Pair] = []
      var rest = batches[...]
      for batch in rest.prefix(jobs) { group.addTask { try lane.scan(batch) } }
      rest = rest.dropFirst(jobs)
      while let some = try await group.next() {
        pairs += some
        if let batch = rest.popFirst() { group.addTask { try lane.scan(batch) } }
      }
      return pairs
    }
  }
}

/// Rounds of a scan. The first is not timed: it compiles patterns, and says which texts held what.
func race(_ rounds: @autoclosure () throws -> ScanRounds, pairsTo path: String?) async throws {
  let clock = ContinuousClock()
  let began = clock.now
  let rounds = try rounds()
  rounds.lane.prepare()
  let preparation = (clock.now - began) / .seconds(1)
  let found = try await rounds.round()
  let first = (clock.now - began) / .seconds(1) - preparation
  if let path {
    let text = found.map { "\($0.text) \($0.set)\n" }.joined()
    try Data(text.utf8).write(to: URL(filePath: path))
  }
  write(Data("ready \(preparation) \(first)\n".utf8))
  while readLine() != nil {
    let start = clock.now
    let pairs = try await rounds.round()
    let seconds = (clock.now - start) / .seconds(1)
    write(Data("\(seconds) \(Set(pairs.map(\.text)).count) \(pairs.count)\n".utf8))
  }
}

/// Each pattern a rule of its own, without exceptions, speakers or sentences: what other engines do.
func barePacks(_ sources: [String]) -> RulePacks {
  var applies = Applies()
  applies.kinds = DocumentKind.allCases
  applies.speakers = Speaker.allCases
  applies.modes = SpeechMode.allCases
  return RulePacks(
    rules: sources.enumerated().map { index, source in
      var set = WordingSet(language: "en")
      set.within = .document
      set.any = [PatternText(source: source, line: 1)]
      return Rule(
        id: "bare/\(index)", title: "", basis: .practice, severity: .advice, confidence: .low,
        citations: [], applies: applies, message: "", why: "", fix: "", check: .wording([set]))
    })
}
