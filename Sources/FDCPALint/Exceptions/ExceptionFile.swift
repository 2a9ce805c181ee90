/// The exceptions for records, in a file of their own: records are evidence and are never edited.
public struct ExceptionFile: Sendable {
  public let exceptions: [RuleException]

  /// Reads a file of exceptions, strictly.
  ///
  /// - Parameter path: As reports show it.
  /// - Throws: ``PackError`` with every problem, each at its line and column.
  public init(yaml: String, path: String) throws(PackError) {
    let sink = ProblemSink(file: path)
    let root = Element.root(
      of: PackFile(path: path, text: yaml), expected: "'exceptions' and a list below it", sink)
    let items = root?.fields(["exceptions"])?.required("exceptions")?.items ?? []
    exceptions = items.compactMap { Self.exception($0, path) }
    guard sink.problems.isEmpty else { throw PackError(problems: sink.problems) }
  }

  private static func exception(_ element: Element, _ path: String) -> RuleException? {
    guard let fields = element.fields(["rule", "record", "path", "reason", "by", "until"]),
      let rule = fields.required("rule")?.string
    else { return nil }
    let record = fields["record"]?.string
    let paths = fields["path"].flatMap(Configuration.pattern)
    guard record != nil || paths != nil else {
      element.report("'record' or 'path' is missing: an exception is for certain records")
      return nil
    }
    var place = Location(path: path)
    place.line = element.line
    place.column = element.column
    var exception = RuleException(
      rule: rule, reach: .records(id: record, paths: paths), place: place)
    exception.reason = fields["reason"]?.string
    exception.by = fields["by"]?.string
    exception.until = fields["until"]?.day
    return exception
  }
}
