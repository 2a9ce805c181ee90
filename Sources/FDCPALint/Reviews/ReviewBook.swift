/// Decisions on findings, in the order in which they were made.
public struct ReviewBook: Sendable {
  public let reviews: [Review]
  /// The one that holds for each fingerprint: of the latest day, and of these the last written.
  private let latest: [String: Int]

  public init(_ reviews: [Review]) {
    self.reviews = reviews
    latest = reviews.indices.reduce(into: [:]) { latest, index in
      let print = reviews[index].fingerprint
      if let known = latest[print], reviews[known].when > reviews[index].when { return }
      latest[print] = index
    }
  }

  /// The decision that holds for a fingerprint.
  public subscript(_ fingerprint: String) -> Review? { latest[fingerprint].map { reviews[$0] } }

  /// How often each rule was right where somebody looked, by id. A finding is counted once, as it
  /// was decided last; a decision past its last day still tells whether the rule was right.
  public var tallies: [RuleReviews] {
    var byRule: [String: RuleReviews] = [:]
    for index in latest.values {
      let review = reviews[index]
      var tally = byRule[review.rule] ?? RuleReviews(rule: review.rule)
      if review.decision.isRight { tally.right += 1 } else { tally.wrong += 1 }
      byRule[review.rule] = tally
    }
    return byRule.values.sorted { $0.rule < $1.rule }
  }
}

/// How often a rule was right on findings that were reviewed.
public struct RuleReviews: Sendable, Hashable {
  public var rule: String
  /// Confirmed, accepted and remediated.
  public var right = 0
  /// False alarms.
  public var wrong = 0

  public init(rule: String, right: Int = 0, wrong: Int = 0) {
    self.rule = rule
    self.right = right
    self.wrong = wrong
  }

  /// The share that was right; `nil` where nothing was reviewed.
  public var precision: Double? {
    right + wrong == 0 ? nil : Double(right) / Double(right + wrong)
  }

  /// Where the share lies with 95 % confidence; without meaning where nothing was reviewed.
  ///
  /// Reviewed findings are those that somebody chose to look at, not a random sample.
  public var interval: WilsonInterval { WilsonInterval(right, of: right + wrong) }
}

/// What reviews say in a report.
public struct ReviewSummary: Sendable, Hashable {
  /// The day on which decisions were held against their last days.
  public var today: CivilDay
  /// Over all decisions there are, those on findings of other runs too.
  public var rules: [RuleReviews]

  public init(today: CivilDay, rules: [RuleReviews]) {
    self.today = today
    self.rules = rules
  }
}

extension Report {
  /// Lets decisions flow in: each finding says how it was decided, and one that somebody lets stand
  /// is set aside. Decisions that an earlier call let in are taken back first.
  public mutating func apply(_ book: ReviewBook, today: CivilDay) {
    var all = findings
    for aside in setAside where aside.cause == .review {
      let place = all.lastIndex { $0.consumer <= aside.finding.consumer }.map { $0 + 1 } ?? 0
      all.insert(aside.finding, at: place)
    }
    setAside.removeAll { $0.cause == .review }
    let sorted = book.sorted(all, today: today)
    findings = sorted.counting
    setAside += sorted.aside
    reviews = ReviewSummary(today: today, rules: book.tallies)
  }
}

extension ReviewBook {
  /// The findings that count and those that do not, each with the decision on it.
  func sorted(
    _ findings: [Finding], today: CivilDay
  ) -> (counting: [Finding], aside: [SetAside]) {
    var counting: [Finding] = []
    var aside: [SetAside] = []
    for var finding in findings {
      finding.review = self[finding.fingerprint]?.state(for: finding, today: today)
      if finding.review?.counts ?? true {
        counting.append(finding)
      } else {
        aside.append(SetAside(finding: finding, cause: .review))
      }
    }
    return (counting, aside)
  }
}
