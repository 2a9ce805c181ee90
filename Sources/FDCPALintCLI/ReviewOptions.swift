import ArgumentParser
import FDCPALint
import FDCPALintReports
import Foundation

/// Where people's decisions on findings stand.
struct ReviewOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Decisions on findings, which flow into the report; `fdcpalint review` keeps them.",
      valueName: "F"))
  var reviews: String?

  /// The file that is meant: the one named, otherwise the configuration's.
  func path(_ configuration: FoundConfiguration) -> String? {
    reviews ?? configuration.values.reviews.map { configuration.resolved($0.value) }
  }
}

/// The table of decisions: rows are only ever added, so that it shows who decided what and when.
struct ReviewFile {
  /// The file's name where neither the command line nor the configuration gives one.
  static let defaultPath = "fdcpalint-reviews.csv"

  let path: String

  init(_ path: String) { self.path = path }

  /// - Throws: ``UsageError`` for a file that is missing or does not hold: half of the decisions
  ///   would not be those that were made.
  func reviews(key: String) throws -> [Review] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw UsageError(
        message: "the decisions \(path) cannot be read; `fdcpalint review` keeps them")
    }
    // A run as of an earlier day knows of decisions that were made since.
    let table = ReviewTable(
      Source(name: path, bytes: [UInt8](data)), key: key, today: CivilDay(number: .max))
    guard table.problems.isEmpty else {
      throw UsageError(message: problemLines(table.problems).joined(separator: "\n"))
    }
    return table.reviews
  }

  /// All decisions there are; none where the file is not there yet.
  func reviewsIfAny(key: String) throws -> [Review] {
    FileManager.default.fileExists(atPath: path) ? try reviews(key: key) : []
  }

  /// Adds rows at the end in one piece, so that two people may write at the same time.
  func append(_ reviews: [Review], key: String) throws {
    guard !reviews.isEmpty else { return }
    let isNew = !FileManager.default.fileExists(atPath: path)
    let bytes = Array(ReviewSheet.rows(reviews, key: key, withHeader: isNew).utf8)
    guard let stream = OutputStream(toFileAtPath: path, append: true) else {
      throw UsageError(message: "\(path) cannot be written; check the folder and its rights")
    }
    stream.open()
    defer { stream.close() }
    guard stream.write(bytes, maxLength: bytes.count) == bytes.count else {
      throw UsageError(message: "\(path) cannot be written; check the folder and its rights")
    }
  }
}
