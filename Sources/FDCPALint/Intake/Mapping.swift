/// What a system's own columns and codes mean, from a mapping file.
///
/// ```yaml
/// columns: {Call Date: at.date, Call Time: at.time, Account: [consumer, debts], Queue: ignore}
/// values:
///   outcome:
///     LM: message_left
///     WN: {outcome: conversation, party: unknown, signal: wrong_number}
///   direction: {O: outbound, I: inbound}
/// defaults: {channel: call}
/// zone: America/New_York
/// at: {format: us}
/// delimiter: ';'
/// ```
public struct Mapping: Sendable, Hashable {
  /// A value that a code stands for.
  package struct Assignment: Sendable, Hashable {
    package var field: LogField
    package var value: String
  }

  /// Fields by the system's name for the column; none: the column is ignored.
  package var columns: [String: [LogField]] = [:]
  /// What a field's codes stand for; a code may say something of other fields too.
  package var values: [LogField: [String: [Assignment]]] = [:]
  /// Values for rows that have none.
  package var defaults: [LogField: String] = [:]
  /// The zone of local times whose row names none.
  package var zone: String?
  package var format: TimeFormat = .iso
  package var delimiter: UInt8?

  /// A log that uses the contract's own names.
  public init() {}

  /// The fields that a column gives, `nil` where the mapping does not name it.
  func fields(forColumn name: String) -> [LogField]? {
    if columns.isEmpty { return nil }
    if let fields = columns[name] { return fields }
    let normalized = LogField.normalized(name)
    return columns.first { LogField.normalized($0.key) == normalized }?.value
  }

  /// What a code stands for, whatever its case where only one case of it is mapped.
  func assignments(for code: String, of field: LogField) -> [Assignment]? {
    guard let codes = values[field] else { return nil }
    return codes[code] ?? codes[code.lowercased()] ?? codes[code.uppercased()]
  }

  /// Fields that a column, or a default, is said to give.
  var assigned: Set<LogField> { Set(columns.values.joined()).union(defaults.keys) }
}

extension Mapping {
  /// The mapping as a file that ``init(yaml:path:)`` reads, for a user to save.
  public var yaml: String {
    var lines: [String] = []
    if !columns.isEmpty {
      lines.append("columns:")
      for (name, fields) in columns.sorted(by: { $0.key < $1.key }) {
        let names = fields.map(\.rawValue)
        let value =
          switch names.count {
          case 0: "ignore"
          case 1: names[0]
          default: "[\(names.joined(separator: ", "))]"
          }
        lines.append("  \(Self.scalar(name)): \(value)")
      }
    }
    if !values.isEmpty {
      lines.append("values:")
      for (field, codes) in values.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        lines.append("  \(field.rawValue):")
        for (code, assignments) in codes.sorted(by: { $0.key < $1.key }) {
          lines.append("    \(Self.scalar(code)): \(Self.text(assignments, of: field))")
        }
      }
    }
    if !defaults.isEmpty {
      let pairs = defaults.sorted { $0.key.rawValue < $1.key.rawValue }
        .map { "\($0.key.rawValue): \(Self.scalar($0.value))" }
      lines.append("defaults: {\(pairs.joined(separator: ", "))}")
    }
    if let zone { lines.append("zone: \(zone)") }
    if format != .iso { lines.append("at: {format: \(format.rawValue)}") }
    if let delimiter {
      let mark = delimiter == UInt8(ascii: "\t") ? "tab" : String(UnicodeScalar(delimiter))
      lines.append("delimiter: \(Self.scalar(mark))")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func text(_ assignments: [Assignment], of field: LogField) -> String {
    if assignments.count == 1, assignments[0].field == field { return scalar(assignments[0].value) }
    let pairs = assignments.map { "\($0.field.rawValue): \(scalar($0.value))" }
    return "{\(pairs.joined(separator: ", "))}"
  }

  private static func scalar(_ text: String) -> String {
    let isPlain =
      text.utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
          true
        default: false
        }
      } && !text.isEmpty
    return isPlain
      ? text
      : "'"
        + text.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "''") + "'"
  }
}
