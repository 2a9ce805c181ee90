public import FDCPALint

extension ReviewState {
  /// A decision's name, or that of one that holds no longer.
  var name: String { standing == .holds ? review.decision.rawValue : standing.rawValue }

  static let names =
    Review.Decision.allCases.map(\.rawValue)
    + Standing.allCases.filter { $0 != .holds }.map(\.rawValue)

  /// The decision in one line for people.
  var line: String {
    let until = review.until.map { ", until \($0)" } ?? ""
    let standing =
      switch standing {
      case .holds: ""
      case .expired: "; its last day is over"
      case .foundAgain: "; the words are still there"
      }
    let words = review.why.isEmpty ? "" : ": " + review.why
    let who = review.who.isEmpty ? "" : " by \(review.who)"
    return "\(review.decision.rawValue.replacing("-", with: " "))\(who) on \(review.when)\(until)"
      + "\(words)\(standing)"
  }

  /// Leaves what was decided and takes away who said why: an agency's own affair.
  mutating func hideWords() {
    review.who = ""
    review.why = ""
  }
}

extension JSONWriter {
  mutating func review(_ state: ReviewState) {
    object { json in
      json.field("decision", state.review.decision.rawValue)
      json.field("who", state.review.who)
      json.field("why", state.review.why)
      json.field("when", state.review.when.description)
      json.optional("until", state.review.until?.description)
      json.field("standing", state.standing.rawValue)
    }
  }

  /// How often rules were right, with the interval in which the share lies at 95 %.
  mutating func reviews(_ summary: ReviewSummary) {
    object { json in
      json.field("today", summary.today.description)
      json.key("rules")
      json.array(summary.rules) { json, rule in
        json.object {
          $0.field("rule", rule.rule)
          $0.field("right", rule.right)
          $0.field("wrong", rule.wrong)
          $0.optional("precision", rule.precision.map(RuleReviews.share))
          $0.field("from", RuleReviews.share(rule.interval.low))
          $0.field("to", RuleReviews.share(rule.interval.high))
        }
      }
    }
  }
}

extension RuleReviews {
  /// A share from 0 to 1 with two digits behind the point.
  static func share(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  /// The share in words: `0.90 (0.60 to 0.98) of 10 reviewed`.
  public var line: String {
    guard let precision else { return "not reviewed" }
    let (from, to) = (interval.low, interval.high)
    return "\(Self.share(precision)) (\(Self.share(from)) to \(Self.share(to))) of "
      + "\(right + wrong) reviewed"
  }
}
