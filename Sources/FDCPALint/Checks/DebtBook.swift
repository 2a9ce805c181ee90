/// Which particular debts contacts are about (12 CFR 1006.14(b)(4)).
///
/// Loans under one account number are one particular debt. Particular debts go by number here.
struct DebtBook: Sendable {
  /// A particular debt, and the open questions on which it hangs that a contact is about it.
  struct About: Sendable, Hashable {
    var debt: Int
    var questions: Set<OpenQuestion> = []
  }
  enum Attribution: Sendable, Hashable {
    case each([About])
    /// To at least one of them, and nothing says which.
    case oneOf([Int], OpenQuestion)
  }

  /// Names of the particular debts, by number: a group's, or a debt's own; empty when no record
  /// names any.
  let names: [String]
  private let numbers: [String: Int]

  /// - Parameter perDebt: Whether debts are told apart; otherwise all are one.
  init(_ ledger: Ledger, perDebt: Bool) {
    guard perDebt else {
      names = []
      numbers = [:]
      return
    }
    var names: [String] = []
    var numbers: [String: Int] = [:]
    var groups: [String: Int] = [:]
    for id in ledger.debtNames {
      let group = ledger.debts[id]?.group
      if let group, let number = groups[group] {
        numbers[id] = number
        continue
      }
      numbers[id] = names.count
      if let group { groups[group] = names.count }
      names.append(group ?? id)
    }
    self.names = names
    self.numbers = numbers
  }

  /// How many particular debts there are, at least one.
  var count: Int { max(1, names.count) }

  /// The name to show, `nil` where debts are not told apart.
  func name(_ debt: Int) -> String? { names.indices.contains(debt) ? names[debt] : nil }

  /// The debts that a call counts for.
  func call(_ contact: Contact) -> Attribution {
    guard count > 1 else { return .each([About(debt: 0)]) }
    let debts = particular(contact.debts)
    guard !debts.isEmpty else { return .oneOf(Array(0..<count), .attribution) }
    guard debts.count == 1 || contact.namedDebts else { return .oneOf(debts, .severalAttributed) }
    let raised = particular(contact.discussed).filter { !debts.contains($0) }
    return .each(
      debts.map { About(debt: $0) } + raised.map { About(debt: $0, questions: [.raisedDebt]) })
  }

  /// The debts that a conversation was about.
  func conversation(_ contact: Contact) -> Attribution {
    guard count > 1 else { return .each([About(debt: 0)]) }
    let debts = particular(contact.debts)
    let discussed = particular(contact.discussed)
    guard !discussed.isEmpty else {
      return debts.isEmpty
        ? .oneOf(Array(0..<count), .attribution) : .each(debts.map { About(debt: $0) })
    }
    let others = debts.filter { !discussed.contains($0) }
    return .each(
      discussed.map { About(debt: $0) }
        + others.map { About(debt: $0, questions: [.debtNotDiscussed]) })
  }

  /// Every debt that a contact names.
  func named(by contact: Contact) -> Set<Int> {
    count > 1 ? Set(particular(contact.debts) + particular(contact.discussed)) : [0]
  }

  private func particular(_ ids: [String]) -> [Int] {
    Set(ids.compactMap { numbers[$0] }).sorted()
  }
}

extension Contact {
  /// Whether something was said on the call, and so the debts it is logged to were named; an
  /// unanswered call to several debts may be counted to one of them (comment 14(b)(4)-1).
  fileprivate var namedDebts: Bool {
    switch outcome {
    case .conversation, .voicemail, .messageLeft: true
    default: false
    }
  }

  /// Whether a contact was a telephone conversation with its person, whoever dialled: `nil` if
  /// not, else the open questions on which that hangs.
  var conversation: Set<OpenQuestion>? {
    guard channel == .call else { return nil }
    switch outcome {
    case .conversation: return []
    // Somebody other than the consumer took the message, and so spoke.
    case .messageLeft where party != .consumer: return [.messageWithPerson]
    default: return nil
    }
  }
}
