import FDCPALint
import FDCPALintReports
import Foundation

/// One call of `review`: the file of decisions, the key of fingerprints, and today.
struct ReviewWork {
  let rules: LoadedRules
  let today: CivilDay
  /// The name of the key that fingerprints are of.
  let key: String
  private let file: ReviewFile

  init(_ options: RuleOptions, _ reviews: ReviewOptions, asOf: String?) throws {
    rules = try LoadedRules(options)
    file = ReviewFile(reviews.path(rules.configuration) ?? ReviewFile.defaultPath)
    let linter = Running.linter(rules, role: nil)
    key = linter.baselineKey
    guard let asOf else {
      today = linter.options.today
      return
    }
    guard let day = CivilDay(asOf) else {
      throw UsageError(message: "--as-of \(asOf): expected a day as in 2026-03-31")
    }
    today = day
  }

  /// A run with the decisions there are so far.
  func report(_ path: String) throws -> Report {
    let run = try SavedRun.read(path)
    guard run.audience == nil || run.audience == Audience.examiner.rawValue else {
      throw UsageError(
        message: "\(path) was drawn for a client and leaves findings out; name the run itself")
    }
    var report = run.report
    let isKeyed = Running.linter(rules, role: nil).hasOwnKey
    guard report.keyedFingerprints == isKeyed else {
      throw UsageError(
        message: "\(path) has fingerprints of another key; set FDCPALINT_KEY as it was then")
    }
    report.apply(ReviewBook(try known()), today: today)
    return report
  }

  func known() throws -> [Review] { try file.reviewsIfAny(key: key) }

  func table(_ source: Source, who: String?) -> ReviewTable {
    ReviewTable(source, key: key, who: who, today: today)
  }

  /// Adds what is not the last decision on its finding already, and says how many.
  func add(_ reviews: [Review]) throws {
    var book = ReviewBook(try known())
    var fresh: [Review] = []
    for review in reviews where book[review.fingerprint] != review {
      fresh.append(review)
      book = ReviewBook(book.reviews + [review])
    }
    try file.append(fresh, key: key)
    let same = reviews.count - fresh.count
    let known = same == 0 ? "" : ", \(same) known already"
    let count = fresh.count == 1 ? "1 decision" : "\(fresh.count) decisions"
    Console.output("\(file.path): \(count) added\(known)\n")
  }
}
