/// How many words of a text a part of a pattern can touch, at most.
///
/// Words are counted here as runs of ASCII word characters and all characters beyond ASCII, and only
/// runs with an ASCII word character: a letter with an accent parts no word, a bullet is none. One
/// `\w+` touches one run at most, and `\W+` none.
struct WordCount: Equatable, Sendable {
  /// `nil`: no bound.
  var most: Int?
  /// Whether a text that is not empty surely begins, or ends, within a run that `most` counts.
  var begins: Bool
  var ends: Bool
  var isNullable: Bool

  static let none = WordCount(most: 0, begins: true, ends: true, isNullable: true)

  init(most: Int?, begins: Bool, ends: Bool, isNullable: Bool) {
    self.most = most
    self.begins = begins
    self.ends = ends
    self.isNullable = isNullable
  }

  init(_ node: PatternNode) {
    switch node {
    case .one(let set):
      let isRun = set.hasWord && !set.hasNoWord
      self.init(most: set.hasWord ? 1 : 0, begins: isRun, ends: isRun, isNullable: false)
    case .sequence(let nodes):
      self = nodes.reduce(.none) { $0.followed(by: WordCount($1)) }
    case .choice(let nodes):
      let counts = nodes.map(WordCount.init)
      self.init(
        most: counts.reduce(0) { WordCount.larger($0, $1.most) },
        begins: counts.allSatisfy(\.begins), ends: counts.allSatisfy(\.ends),
        isNullable: counts.contains(where: \.isNullable))
    case .repeated(let body, let least, let most):
      let once = WordCount(body)
      var total: Int?
      if case .one(let set) = body, !set.hasNoWord {
        total = once.most
      } else if once.most == 0 || most == 0 {
        total = 0
      } else if let words = once.most, let most {
        let product = words.multipliedReportingOverflow(by: most)
        total = product.overflow ? nil : product.partialValue
      }
      self.init(
        most: total, begins: once.begins, ends: once.ends, isNullable: least == 0 || once.isNullable
      )
    case .edge, .wordStart, .wordEnd, .nothing: self = .none
    case .anything: self.init(most: nil, begins: false, ends: false, isNullable: true)
    }
  }

  func followed(by next: WordCount) -> WordCount {
    var total: Int?
    if let most, let more = next.most {
      // Where both meet within a run, it was counted twice.
      total = most + more - (ends && next.begins && most > 0 && more > 0 ? 1 : 0)
    }
    return WordCount(
      most: total, begins: isNullable ? begins && next.begins : begins,
      ends: next.isNullable ? ends && next.ends : next.ends,
      isNullable: isNullable && next.isNullable)
  }

  static func larger(_ one: Int?, _ other: Int?) -> Int? {
    if let one, let other { max(one, other) } else { nil }
  }

  static func sum(_ counts: Int?...) -> Int? {
    counts.reduce(0) { if let one = $0, let other = $1 { one + other } else { nil } }
  }
}
