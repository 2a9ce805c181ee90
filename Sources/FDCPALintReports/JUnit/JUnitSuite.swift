/// A suite of test cases as the schema orders its parts.
struct JUnitSuite {
  var name: String
  var package: String
  var properties: [(name: String, value: String)] = []
  var cases: [JUnitCase] = []
  /// What stands in `system-out`, line by line.
  var output: [String] = []

  init(name: String, package: String) {
    self.name = name
    self.package = package
  }

  func markup(id: Int) -> XML {
    let outcomes = cases.map(\.outcome)
    let listed = properties.map { name, value -> XML in
      "<property name=\"\(name)\" value=\"\(value)\"/>\n"
    }
    return """
      <testsuite id="\(id)" name="\(name.asToken)" package="\(package.asToken)" \
      timestamp="1970-01-01T00:00:00" hostname="localhost" tests="\(cases.count)" \
      failures="\(outcomes.count(where: \.isFailure))" errors="\(outcomes.count(where: \.isError))" \
      skipped="\(outcomes.count(where: \.isSkipped))" time="0">
      <properties>
      \(listed.joined())</properties>
      \(cases.map(\.markup).joined())<system-out>\(JUnitCase.body(output))</system-out>
      <system-err></system-err>
      </testsuite>

      """
  }
}

/// One test case.
struct JUnitCase {
  enum Outcome {
    case passed
    case skipped(message: String, lines: [String])
    case failure(type: String, message: String, lines: [String])
    case error(type: String, message: String, lines: [String])

    var isFailure: Bool { if case .failure = self { true } else { false } }
    var isError: Bool { if case .error = self { true } else { false } }
    var isSkipped: Bool { if case .skipped = self { true } else { false } }
  }

  var name: String
  /// What viewers group cases by.
  var group: String
  var outcome: Outcome

  var markup: XML {
    let start: XML =
      "<testcase classname=\"\(group.asToken)\" name=\"\(name.asToken)\" time=\"0\""
    switch outcome {
    case .passed: return start + "/>\n"
    case .skipped(let message, let lines):
      return start + """
        >
        <skipped message="\(message)">\(Self.body(lines))</skipped>
        </testcase>

        """
    case .failure(let type, let message, let lines):
      return start + """
        >
        <failure type="\(type)" message="\(message)">\(Self.body(lines))</failure>
        </testcase>

        """
    case .error(let type, let message, let lines):
      return start + """
        >
        <error type="\(type)" message="\(message)">\(Self.body(lines))</error>
        </testcase>

        """
    }
  }

  /// Lines, each made visible by itself.
  static func body(_ lines: [String]) -> XML {
    let escaped = lines.map { "\($0)" as XML }
    return escaped.dropFirst().reduce(escaped.first ?? "") { $0 + "\n" + $1 }
  }
}

extension String {
  /// As a token of XML Schema: no white space at the ends or twice running, and never empty.
  fileprivate var asToken: String {
    let token = visible.collapsingSpace
    return token.isEmpty ? "-" : token
  }
}
