/// Reads a batch of questions from JSON Lines: `id`, `consumer`, `person`, `party`, `debt` (a text
/// or a list), `channel`, `at`, `to`, `endpoint_kind`.
///
/// Every line gives a question; what of it cannot be read is named in ``ContactQuestion/unread``.
public enum QuestionReader {
  public static func questions(in source: Source) -> [ContactQuestion] {
    let text = DecodedText(source)
    var numbered: [(row: Int, question: ContactQuestion)] = []
    var lines = JSONLines(text.bytes, path: source.name)
    while let (row, object) = lines.nextObject() { numbered.append((row, question(object))) }
    for problem in lines.problems {
      var question = ContactQuestion(consumer: "", channel: nil, time: nil)
      question.unread = ["question: \(problem.message)"]
      numbered.append((problem.row ?? 0, question))
    }
    return numbered.sorted { $0.row < $1.row }.map(\.question)
  }

  private static func question(_ object: JSONObject) -> ContactQuestion {
    var unread: [String] = []
    func text(_ key: String) -> String? {
      guard let value = object[key], !value.isAbsent else { return nil }
      if value.scalarText == nil { unread.append("\(key): \(value.shape), expected a text") }
      return value.scalarText
    }
    func closed<Value: RawRepresentable & CaseIterable>(_ key: String, _: Value.Type) -> Value?
    where Value.RawValue == String {
      guard let text = text(key) else { return nil }
      let value = Value(rawValue: text)
      if value == nil {
        let names = Value.allCases.map(\.rawValue).joined(separator: ", ")
        unread.append("\(key): \(Shown.short(text)), expected one of \(names)")
      }
      return value
    }
    var question = ContactQuestion(
      consumer: text("consumer") ?? "", channel: closed("channel", Channel.self), time: nil)
    question.id = text("id")
    question.person = text("person")
    question.party = closed("party", Party.self)
    question.to = text("to")
    question.endpoint = closed("endpoint_kind", EndpointKind.self)
    for key in ["debt", "debts"] {
      switch object[key] {
      case .array(let items)?: question.debts += items.compactMap(\.scalarText)
      default: question.debts += text(key).map { [$0] } ?? []
      }
    }
    if let at = text("at") {
      question.time = ProposedTime(at)
      if question.time == nil {
        unread.append("at: \(Shown.short(at)), expected such as 2026-04-01T10:00:00-04:00")
      }
    } else {
      unread.append("at")
    }
    if object["channel"]?.isAbsent ?? true { unread.append("channel") }
    question.unread = unread
    return question
  }
}
