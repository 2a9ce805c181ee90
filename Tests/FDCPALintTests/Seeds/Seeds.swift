import Foundation

@testable import FDCPALint

/// The project's `seeds` folder.
enum Seeds {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "seeds")

  static func source(_ path: String) throws -> Source {
    let data = try Data(contentsOf: folder.appending(path: path))
    return Source(name: path, bytes: [UInt8](data))
  }

  static func text(_ path: String) throws -> String {
    String(decoding: try source(path).bytes, as: UTF8.self)
  }

  static func linter(jobs: Int = 2) throws -> Linter {
    let rules = RuleBase(try RuleBase.shippedPacks())
    // The demo's week ends on this day.
    let today = CivilDay(year: 2026, month: 10, day: 11) ?? CivilDay(number: 0)
    return Linter(rules: rules, options: .init(today: today, jobs: jobs))
  }
}
