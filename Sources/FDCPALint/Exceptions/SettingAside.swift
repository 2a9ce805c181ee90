extension DocumentReader {
  /// Reads documents, and the exceptions that they hold in comments.
  ///
  /// Drafts are read without these comments. Records keep them: nothing in a record goes unread.
  func readWithExceptions(_ sources: [Source]) -> (Intake, [RuleException]) {
    let read = read(sources)
    var exceptions: [RuleException] = []
    var changed = sources
    var hasChanged = false
    let kinds = read.documentKinds
    for (index, source) in sources.enumerated() {
      let inline = InlineExceptions(source)
      guard let blanked = inline.blanked else { continue }
      // What a consumer or a log wrote about the tool is no exception, and no fault of anybody's.
      guard kinds[source.name] != .complaint else { continue }
      exceptions += inline.exceptions
      guard kinds[source.name].map(ExceptionBook.mayHold) ?? false else { continue }
      changed[index].bytes = blanked
      hasChanged = true
    }
    guard hasChanged else { return (read, exceptions) }
    var again = self.read(changed)
    // The inputs are what was handed in, and so is what was said about their encoding.
    again.inputs = read.inputs
    again.notices = read.notices + again.notices.filter { !read.notices.contains($0) }
    return (again, exceptions)
  }
}

extension Intake {
  /// What each file of one document is.
  var documentKinds: [String: DocumentKind] {
    records.reduce(into: [:]) { kinds, record in
      guard record.isDocument, record.origin.row == nil,
        let text = record.texts.first(where: { $0.field == .text })
      else { return }
      kinds[record.origin.path] = text.kind
    }
  }
}

extension Linter {
  /// Orders and signs findings, and sets aside what exceptions and the baseline let stand.
  func settingAside(
    _ findings: [Finding], _ command: String, _ inline: [RuleException], _ intake: Intake
  ) -> (findings: [Finding], aside: [SetAside]) {
    settingAside(signed: ordered(findings, command), command, inline) {
      var scope = ExceptionBook.Scope()
      scope.kinds = intake.documentKinds
      scope.records = intake.records.map { ($0.contact.id, $0.origin.path) }
      return scope
    }
  }

  /// Sets aside what exceptions and the baseline let stand.
  ///
  /// - Parameters:
  ///   - signed: Findings in order.
  ///   - scope: What was read, for exceptions; not asked for where there are none.
  func settingAside(
    signed: [Finding], _ command: String, _ inline: [RuleException],
    _ scope: () -> ExceptionBook.Scope
  ) -> (findings: [Finding], aside: [SetAside]) {
    let exceptions = inline + options.exceptions
    guard !exceptions.isEmpty || options.baseline != nil else { return (signed, []) }
    let book = ExceptionBook(
      exceptions: exceptions, baseline: options.baseline, rules: rules.rules,
      knownRules: options.otherRules.union(rules.rules.flatMap { [$0.id] + $0.formerly }),
      today: options.today, names: options.paths.names)
    let (counting, aside, own) = book.sorted(
      signed, exceptions.isEmpty ? ExceptionBook.Scope() : scope())
    var signedOwn = inOrder(own, command)
    fingerprints.sign(&signedOwn, formerly: [:])
    return (inOrder(counting + signedOwn, command), aside)
  }
}
