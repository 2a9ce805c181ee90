/// A table of decisions in CSV: what `review` keeps them in, and what a spreadsheet hands back.
public struct ReviewTable: Sendable {
  public enum Column: String, CaseIterable, Sendable {
    case fingerprint, key, rule, record, decision, who, why, when, until
  }

  /// In the order of the rows; rows without a decision hold none.
  public private(set) var reviews: [Review] = []
  public private(set) var problems: [Problem] = []

  /// Reads a table, row by row: one that does not hold is a problem, and the others are read.
  ///
  /// - Parameters:
  ///   - key: The name of the key that the fingerprints must be of.
  ///   - who: Who decided where a row does not say it.
  ///   - today: The day of decisions that have none, and the last that one can have.
  public init(_ source: Source, key: String, who: String? = nil, today: CivilDay) {
    var table = CSVTable(DecodedText(source).bytes, path: source.name)
    let names = table.columns.names
    for column in [Column.fingerprint, .decision] where !names.contains(column.rawValue) {
      problems.append(
        Problem(
          code: "missing-column", path: source.name, row: 1, field: column.rawValue,
          expected: Column.allCases.map(\.rawValue).joined(separator: ", "),
          message: "the table has no such column; make one with `fdcpalint review export`"))
    }
    guard problems.isEmpty else { return }
    while let row = table.nextRow() {
      let cells = Cells(row, names: names, path: source.name)
      // A sheet lists findings that nobody decided on yet.
      guard cells[.decision] != nil else { continue }
      do { reviews.append(try cells.review(key: key, who: who, today: today)) } catch {
        problems.append(error)
      }
    }
    problems = table.problems + problems
  }
}

/// One row by its columns.
private struct Cells {
  private let values: [String: String]
  private let row: Int
  private let path: String

  init(_ row: Row, names: [String], path: String) {
    self.row = row.number
    self.path = path
    values = row.cells.reduce(into: [:]) { values, cell in
      guard let text = cell.value.scalarText else { return }
      values[names[cell.column]] = Self.unguarded(trimmed(text))
    }
  }

  /// Tables guard a cell that looks like a formula with an apostrophe; it is taken off again.
  private static func unguarded(_ text: String) -> String {
    text.hasPrefix("'") ? String(text.dropFirst()) : text
  }

  subscript(_ column: ReviewTable.Column) -> String? {
    values[column.rawValue].flatMap { $0.isEmpty ? nil : $0 }
  }

  func review(key: String, who: String?, today: CivilDay) throws(Problem) -> Review {
    let print = try required(.fingerprint)
    if let other = self[.key], other != key {
      throw wrong(
        .key, other, expected: key,
        "the decision is on a finding of another FDCPALINT_KEY; set the key as it was then")
    }
    let text = self[.decision] ?? ""
    guard let decision = Review.Decision(rawValue: text.lowercased().replacing(" ", with: "-"))
    else {
      throw wrong(
        .decision, text,
        expected: Review.Decision.allCases.map(\.rawValue).joined(separator: ", "),
        "is no decision")
    }
    guard let who = self[.who] ?? who else { throw missing(.who) }
    let when = try day(.when) ?? today
    let until = try day(.until)
    guard when <= today else {
      throw wrong(.when, when.description, expected: "a day up to \(today)", "is still to come")
    }
    if let until, until < when {
      throw wrong(.until, until.description, expected: "\(when) or later", "ends before it begins")
    }
    guard decision != .acceptedRisk || until != nil else {
      throw missing(.until, "; a risk is accepted up to a day")
    }
    return Review(
      fingerprint: print, rule: try required(.rule), record: try required(.record),
      decision: decision, who: who, why: try required(.why), when: when, until: until)
  }

  private func required(_ column: ReviewTable.Column) throws(Problem) -> String {
    guard let value = self[column] else { throw missing(column) }
    return value
  }

  private func day(_ column: ReviewTable.Column) throws(Problem) -> CivilDay? {
    guard let text = self[column] else { return nil }
    guard let day = CivilDay(text) else {
      throw wrong(column, text, expected: "a day as in 2026-03-31", "is no day")
    }
    return day
  }

  private func missing(_ column: ReviewTable.Column, _ why: String = "") -> Problem {
    Problem(
      code: "bad-review", path: path, row: row, field: column.rawValue,
      message: "is empty; a decision needs it\(why)")
  }

  private func wrong(
    _ column: ReviewTable.Column, _ found: String, expected: String, _ message: String
  ) -> Problem {
    Problem(
      code: "bad-review", path: path, row: row, field: column.rawValue,
      found: Shown.short(found), expected: expected, message: message)
  }
}
