/// The readings of a template: what each reader could receive.
///
/// Every combination of branches is a reading of its own, as long as there are no more than
/// ``Reading/limit``. Conditions on the same thing go together: `state == "CA"` holds everywhere or
/// nowhere, excludes `state == "NY"`, and `unless paid` is the other side of `if paid`. A loop runs
/// once or not at all. Where there would be more readings, each branch is read at least once, first
/// among all the others and then alone, and a problem says that not every combination was.
struct TemplateReadings {
  private(set) var readings: [(text: MappedText, choices: [(label: String, source: Range<Int>)])] =
    []
  /// Whether some combinations were left out.
  private(set) var isCut = false

  private let input: MappedText
  private let template: Template
  /// The values that a text compares each variable with.
  private var values: [String: [String]] = [:]
  /// What a run decided, in order: which of how many options, and for which subject.
  private var trail: [(subject: String, option: Int, count: Int)] = []

  init(_ template: Template, of input: MappedText, limit: Int = Reading.limit) {
    self.input = input
    self.template = template
    collect(template.nodes)
    var prefix: [Int] = []
    var seen: Set<[UInt8]> = []
    var runs = 0
    while true {
      let made = run(prefix)
      runs += 1
      if seen.insert(made.text.bytes).inserted { readings.append(made) }
      // The last decision that has another option left is taken next.
      guard let last = trail.lastIndex(where: { $0.option + 1 < $0.count }) else { return }
      prefix = trail[..<last].map(\.option) + [trail[last].option + 1]
      guard runs < limit else { break }
    }
    isCut = true
    cover(limit: limit)
  }

  private mutating func collect(_ nodes: [Template.Node]) {
    for case .chain(let arms) in nodes {
      for arm in arms {
        if let condition = arm.condition, !arm.isAlways {
          for value in condition.values where values[condition.subject]?.contains(value) != true {
            values[condition.subject, default: []].append(value)
          }
        }
        collect(arm.nodes)
      }
    }
  }

  // MARK: One reading

  private struct Run {
    var builder: TextBuilder
    var choices: [(label: String, source: Range<Int>)] = []
    /// Options by subject, as decided so far.
    var decided: [String: Int] = [:]
    var trail: [(subject: String, option: Int, count: Int)] = []
    /// The next option for a subject that nothing has decided, out of so many.
    let option: (_ place: Int, _ subject: String, _ count: Int) -> Int
  }

  private mutating func run(_ prefix: [Int]) -> (
    text: MappedText, choices: [(label: String, source: Range<Int>)]
  ) {
    run { place, _, _ in place < prefix.count ? prefix[place] : 0 }
  }

  private mutating func run(_ option: @escaping (Int, String, Int) -> Int) -> (
    text: MappedText, choices: [(label: String, source: Range<Int>)]
  ) {
    var run = Run(builder: TextBuilder(input), option: option)
    write(template.nodes, &run)
    trail = run.trail
    return (run.builder.text, run.choices)
  }

  private func write(_ nodes: [Template.Node], _ run: inout Run) {
    for node in nodes {
      switch node {
      case .text(let range): run.builder.copy(range)
      case .include(let name, let range): run.builder.put("{{_\(name)_}}", for: range)
      case .chain(let arms): write(arms, &run)
      }
    }
  }

  private func write(_ arms: [Template.Arm], _ run: inout Run) {
    var refused: (TemplateCondition, Range<Int>)?
    for arm in arms {
      let source = input.map.source(of: arm.tag)
      guard let condition = arm.condition, !arm.isAlways else {
        if let (earlier, _) = refused { run.choices.append((earlier.label(holds: false), source)) }
        return write(arm.nodes, &run)
      }
      if holds(condition, &run) {
        run.choices.append((condition.label(holds: true), source))
        return write(arm.nodes, &run)
      }
      refused = (condition, source)
    }
    if let (condition, source) = refused {
      run.choices.append((condition.label(holds: false), source))
    }
  }

  /// Whether a condition holds in a run; decided where nothing has decided it.
  private func holds(_ condition: TemplateCondition, _ run: inout Run) -> Bool {
    let isCompared = !condition.values.isEmpty
    let key = (isCompared ? "=" : "?") + condition.subject
    let options = isCompared ? (values[condition.subject]?.count ?? 0) + 1 : 2
    let option: Int
    if let known = run.decided[key] {
      option = known
    } else {
      option = min(run.option(run.trail.count, key, options), options - 1)
      run.decided[key] = option
      run.trail.append((key, option, options))
    }
    guard isCompared else { return (option == 0) != condition.isNegated }
    let list = values[condition.subject] ?? []
    let holds = option < list.count && condition.values.contains(list[option])
    return holds != condition.isNegated
  }

  // MARK: More than can be read

  /// Reads each option of each subject once among the first options of all others, and once among
  /// the last ones.
  private mutating func cover(limit: Int) {
    readings = []
    var seen: Set<[UInt8]> = []
    var options: [String: Int] = [:]
    func note(_ trail: [(subject: String, option: Int, count: Int)]) {
      for step in trail { options[step.subject] = step.count }
    }
    func keep(_ made: (text: MappedText, choices: [(label: String, source: Range<Int>)])) {
      guard readings.count < limit, seen.insert(made.text.bytes).inserted else { return }
      readings.append(made)
    }
    var done: Set<String> = []
    for isLast in [false, true] {
      keep(run { _, _, count in isLast ? count - 1 : 0 })
      note(trail)
    }
    // A branch within a branch shows its own conditions once it is reached.
    while let subject = options.keys.filter({ !done.contains($0) }).sorted().first {
      done.insert(subject)
      for option in 0..<(options[subject] ?? 0) {
        for isLast in [false, true] {
          let made = run { _, other, count in
            other == subject ? option : isLast ? count - 1 : 0
          }
          note(trail)
          keep(made)
        }
      }
    }
  }
}
