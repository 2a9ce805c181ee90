import FDCPALint

/// A part of the page that is about one way of going wrong.
enum Chapter: String, CaseIterable {
  case frequency, hours, restrictions
  case thirdParties = "third-parties"
  case voicemail, wording, letters, deadlines, contradictions, habits

  init(of rule: RuleSummary) {
    if rule.basis == .practice {
      self = .habits
    } else if let own = rule.chapter.flatMap(Chapter.init) {
      self = own
    } else {
      switch rule.check {
      case "frequency", "after-conversation", "call-pattern": self = .frequency
      case "hours": self = .hours
      case "after-fact": self = .restrictions
      case "require", "printed-date": self = .letters
      case "deadline": self = .deadlines
      case "contradiction": self = .contradictions
      default: self = .wording
      }
    }
  }

  var title: String {
    switch self {
    case .frequency: "How often"
    case .hours: "At which hours"
    case .restrictions: "After a request or an event"
    case .thirdParties: "Other people"
    case .voicemail: "Voicemail"
    case .wording: "Wording"
    case .letters: "What letters and messages must hold"
    case .deadlines: "Deadlines"
    case .contradictions: "Records that contradict themselves"
    case .habits: "Good habits"
    }
  }

  var lead: String {
    switch self {
    case .frequency:
      "Calls to one person about one debt, counted in windows of whole days on the consumer’s "
        + "calendar. Above the limit harassment is presumed; either presumption can be rebutted."
    case .hours:
      "Every attempt counts at the minute it was made, on the clock where the consumer is. Where "
        + "several places are possible, a time must be fine in each."
    case .restrictions:
      "What consumers asked for and what became known of them, and every contact made after that."
    case .thirdParties: "Who else was reached about a consumer’s debt, and what they were told."
    case .voicemail: "Messages left, beside what a limited-content message may hold."
    case .wording: "What the collector’s own words say, by rule."
    case .letters: "What a letter or message of its kind must hold and does not, by requirement."
    case .deadlines: "What had to be done before or after something, and by when."
    case .contradictions: "Where a code, a note and the log do not agree."
    case .habits: "Advice from the packs of good habits: no law, and never above advice."
    }
  }
}
