public import FDCPALint

/// What does not count and why, `nil` where everything counts.
public func setAsideLine(_ report: Report) -> String? {
  report.setAside.isEmpty ? nil : String(report.setAsideClause.dropFirst(2))
}

extension Report {
  /// How many findings exceptions keep from counting.
  var excepted: Int { setAside.count - baselined - reviewed }

  /// How many findings a baseline keeps from counting.
  var baselined: Int { setAside.count { $0.cause == .baseline } }

  /// How many findings decisions keep from counting.
  var reviewed: Int { setAside.count { $0.cause == .review } }

  /// What does not count and why, for a summary; empty where everything counts.
  var setAsideClause: String {
    let parts = [
      (excepted, "by exception"), (baselined, "by the baseline"), (reviewed, "by review"),
    ].filter { $0.0 > 0 }.map { "\(Phrases.count($0.0, "finding")) set aside \($0.1)" }
    return parts.map { "; " + $0 }.joined()
  }
}

extension JSONWriter {
  /// A finding that does not count, who says so, and until when.
  mutating func setAside(_ aside: SetAside, options: RenderOptions) {
    object { json in
      json.field("type", "set-aside")
      switch aside.cause {
      case .baseline: json.field("cause", "baseline")
      case .review: json.field("cause", "review")
      case .exception(let exception):
        json.field("cause", "exception")
        json.field("reason", exception.reason)
        json.field("by", exception.by)
        json.field("until", exception.until?.description)
        json.key("exception")
        json.location(exception.place)
        json.field("inline", exception.isInline)
      }
      json.key("finding")
      json.finding(aside.finding, options: options)
    }
  }
}
