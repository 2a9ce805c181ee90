import Foundation
import GRDB
import Testing

/// The built tool, killed while it works on a ledger: nothing is lost, and nothing comes twice.
@Suite struct CrashTests {
  private static let demo = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "seeds/demo")
  private static let nights = 5
  private static let killsPerNight = 10

  private static func audit(_ logs: [String], ledger: Bool) -> [String] {
    let tables = [
      "--consumers", demo.appending(path: "consumers.csv").path, "--debts",
      demo.appending(path: "debts.csv").path,
    ]
    return ["audit"] + logs + tables + ["--format", "jsonl", "--isolated"]
      + (ledger ? ["--ledger", "ledger.sqlite", "--report", "json=run.json"] : [])
  }

  /// The demo's rows, cut into nights; every night begins with a row that the one before had.
  private static func cut(into folder: URL) throws -> [(name: String, ids: Set<String>)] {
    let text = try String(contentsOf: demo.appending(path: "contacts.csv"), encoding: .utf8)
    // A row begins with its number; the others are lines of a note.
    var rows: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.prefix(1) == "R" && line.dropFirst().prefix(4).allSatisfy(\.isNumber)
        || rows.isEmpty
      {
        rows.append(String(line))
      } else {
        rows[rows.count - 1] += "\n" + line
      }
    }
    let header = rows.removeFirst()
    let size = (rows.count + nights - 1) / nights
    return try (0..<nights).map { night in
      let own = rows[max(0, night * size - 1)..<min(rows.count, (night + 1) * size)]
      let name = "night\(night).csv"
      try Data(([header] + own).joined(separator: "\n").utf8)
        .write(to: folder.appending(path: name))
      return (name, Set(own.map { String($0.prefix(5)) }))
    }
  }

  private static func findings(_ output: Data) -> [String] {
    String(decoding: output, as: UTF8.self).split(separator: "\n").compactMap { line in
      guard
        var object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
        let type = object["type"] as? String, type != "summary", type != "problem"
      else { return nil }
      object["trend"] = nil
      let data = try? JSONSerialization.data(withJSONObject: object, options: .sortedKeys)
      return data.map { String(decoding: $0, as: UTF8.self) }
    }
  }

  private static func held(_ folder: URL) throws -> Set<String> {
    let path = folder.appending(path: "ledger.sqlite").path
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    return try DatabaseQueue(path: path).read { db in
      #expect(try String.fetchAll(db, sql: "PRAGMA integrity_check") == ["ok"])
      #expect(try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").isEmpty)
      return try String.fetchSet(db, sql: "SELECT id FROM records")
    }
  }

  @Test func fiftyRunsThatAreKilledLoseNothingAndRepeatNothing() async throws {
    try await withFolder { folder in
      let nights = try Self.cut(into: folder)
      var random = SplitMix64(seed: 50)
      let start = ContinuousClock.now
      let whole = try BuiltTool.run(Self.audit(nights.map(\.name), ledger: false), in: folder)
      let length = start.duration(to: .now)
      let (report, wal) = (
        folder.appending(path: "run.json"), folder.appending(path: "ledger.sqlite-wal").path
      )
      var before: Set<String> = []
      var killed = 0
      var last = Data()
      for night in nights {
        let arguments = Self.audit([night.name], ledger: true)
        for attempt in 0..<Self.killsPerNight {
          try? FileManager.default.removeItem(at: report)
          // Half of them anywhere in a run, half once it writes to the ledger.
          let part = attempt.isMultiple(of: 2) ? 1.0 : 0.4
          let wait = length * (Double(random.below(1_000)) / 1_000 * part)
          var since: ContinuousClock.Instant? = attempt.isMultiple(of: 2) ? .now : nil
          let run = try BuiltTool.run(arguments, in: folder) {
            if since == nil,
              ((try? FileManager.default.attributesOfItem(atPath: wal)[.size]) as? Int ?? 0) > 0
            {
              since = .now
            }
            return since.map { $0.duration(to: .now) >= wait } ?? false
          }
          if run.code == nil { killed += 1 }
          let held = try Self.held(folder)
          #expect(held == before || held == before.union(night.ids), "\(night.name) \(attempt)")
          // A report tells only of what is in the ledger.
          if FileManager.default.fileExists(atPath: report.path) {
            #expect(held == before.union(night.ids), "\(night.name) \(attempt)")
          }
        }
        let run = try BuiltTool.run(arguments, in: folder)
        #expect(run.code == 0 || run.code == 1)
        before.formUnion(night.ids)
        #expect(try Self.held(folder) == before)
        last = run.output
      }
      #expect(killed > 0)
      #expect(Self.findings(last) == Self.findings(whole.output))
      #expect(!Self.findings(last).isEmpty)
      let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(left.contains("ledger.sqlite"))
    }
  }
}
