import FDCPALint

/// Words by their numbers, in the order in which they came.
struct WordList {
  private(set) var all: [String] = []
  private var numbers: [String: Int] = [:]

  mutating func number(of word: String) -> Int {
    if let number = numbers[word] { return number }
    numbers[word] = all.count
    all.append(word)
    return all.count - 1
  }
}

extension RenderOptions {
  /// What a fact says beside its name, for formats that redact.
  func details(of fact: Fact) -> String {
    var parts: [String] = []
    if let person = fact.person { parts.append("person \(person)") }
    if !fact.debts.isEmpty { parts.append("debts \(fact.debts.joined(separator: ", "))") }
    if let channel = fact.channel { parts.append(channel.rawValue) }
    if let to = fact.to { parts.append("at \(detail(to))") }
    if let from = fact.from { parts.append("from \(from)") }
    if let until = fact.until { parts.append("until \(until)") }
    if !fact.days.isEmpty { parts.append(fact.days.map(\.rawValue).joined(separator: " ")) }
    if let clock = fact.clock { parts.append("\(clock.from) to \(clock.to)") }
    if let place = fact.place { parts.append("place \(detail(place))") }
    if let amount = fact.amount { parts.append("amount \(detail(amount))") }
    parts += fact.details.sorted { $0.key < $1.key }.map { "\($0.key) \(detail($0.value))" }
    return parts.isEmpty ? "–" : parts.joined(separator: "; ")
  }
}
