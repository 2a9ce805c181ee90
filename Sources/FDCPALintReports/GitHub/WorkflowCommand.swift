import FDCPALint

/// One annotation: `::error file=…,line=…::message`.
struct WorkflowCommand {
  enum Level: String {
    case error, warning, notice

    init(_ severity: Severity) {
      switch severity {
      case .error: self = .error
      case .warning: self = .warning
      case .advice: self = .notice
      }
    }
  }

  var level: Level
  var title: String
  var message: String
  var file: String?
  var line: Int?
  /// From 1.
  var column: Int?
  var endLine: Int?
  /// Behind the last scalar.
  var endColumn: Int?

  init(level: Level, title: String, message: String) {
    self.level = level
    self.title = title
    self.message = message
  }

  var text: String {
    var properties: [(name: String, value: String)] = []
    if let file { properties.append(("file", Self.plain(file))) }
    if let line { properties.append(("line", String(line))) }
    // GitHub takes columns only where they stand in one line.
    if let line, endLine ?? line == line {
      if let column { properties.append(("col", String(column))) }
      if let endColumn {
        properties.append(("endLine", String(line)))
        properties.append(("endColumn", String(endColumn)))
      }
    } else if let endLine {
      properties.append(("endLine", String(endLine)))
    }
    properties.append(("title", title))
    let list = properties.map { "\($0.name)=\(Self.escaped(property: $0.value))" }
    return "::\(level.rawValue) \(list.joined(separator: ","))::\(Self.escaped(message))"
  }

  /// The path as GitHub matches it: from the repository's folder, without `./`.
  private static func plain(_ path: String) -> String {
    var path = path[...]
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    return String(path)
  }

  private static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped.append(contentsOf: "%25".unicodeScalars)
      case "\r": escaped.append(contentsOf: "%0D".unicodeScalars)
      case "\n": escaped.append(contentsOf: "%0A".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  private static func escaped(property: String) -> String {
    escaped(property).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
